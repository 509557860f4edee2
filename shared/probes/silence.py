"""A server that takes every connection and never says a word."""

from __future__ import annotations

import socket

from shared.worker.runs import Run
from shared.worker.worker import Job


class Silence:
    """Listens where a job's programs can reach it, until the end of the block."""

    def __init__(self, job: Job) -> None:
        self._listening = job.listen()
        self._listening.setblocking(False)
        self._taken: list[socket.socket] = []
        self.base_url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def waited_for(self, run: Run) -> float:
        """Seconds that a run would wait here by the time limits it has set: its last limit for each connection.

        `timeout=(60, 5)` waits 5: the connection stands at once. Four tries of 5 wait 20.
        """
        limits = run.timeouts()
        return self._connections() * limits[-1] if limits else 0.0

    def _connections(self) -> int:
        while True:
            try:
                self._taken.append(self._listening.accept()[0])  # kept open: a closed one would be an answer
            except OSError:
                return len(self._taken)

    def __enter__(self) -> Silence:
        return self

    def __exit__(self, *_: object) -> None:
        for sock in (self._listening, *self._taken):
            sock.close()
