"""A new process for each run: the way on systems that cannot fork (Windows). No walls. The check's side of it."""

from __future__ import annotations

import base64
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from shared.worker import ending, supervising
from shared.worker.channel import ChannelClosed, PipeChannel
from shared.worker.hosts import BOOT, ENGINE, Started, environment
from shared.worker.marked import Marked

POLL_SECONDS = 0.2


class FreshHost:
    """Starts a process for each run, and watches the limits of all of them from a thread."""

    walled = False

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="workbook-", ignore_cleanup_errors=True)
        self.scratch = Path(os.path.realpath(self._folder.name))
        self.inner_scratch = str(self.scratch)
        self._job: _Job | None = None

    def run(self, spec: dict[str, Any]) -> Started:
        listening = [self.listen() for _ in spec.get("mounts", ())]
        if self._job is None:
            self._job = _Job(self.inner_scratch, spec["limits"])
        try:
            return self._job.run(spec, listening)
        finally:
            for sock in listening:
                sock.close()

    def state(self, pid: int) -> dict[str, Any]:
        assert self._job is not None
        return {"exit": self._job.running[pid].poll(), "broken": self._job.broken}

    def stop(self, pid: int) -> dict[str, Any]:
        assert self._job is not None
        self._job.running[pid].kill()
        self._job.running[pid].wait()
        return self.state(pid)

    def connect(self, host: str, port: int, seconds: float, source: str = "") -> socket.socket:
        return socket.create_connection((host, port), timeout=seconds, source_address=(source, 0) if source else None)

    def listen(self) -> socket.socket:
        return socket.create_server(("127.0.0.1", 0), backlog=128)

    def end(self) -> str | None:
        job, self._job = self._job, None
        return job.end() if job is not None else None

    def interrupt(self) -> None:
        if (job := self._job) is not None:
            for process in list(job.running.values()):
                process.kill()

    def close(self, wait: bool = True) -> None:
        self.end()
        self._folder.cleanup()


@dataclass
class _Job:
    """The processes of one submission."""

    folder: str
    limits: dict[str, int]
    running: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)
    broken: str | None = None

    def __post_init__(self) -> None:
        self._mark = os.urandom(16).hex()
        self._space = Marked(self._mark, lambda: list(self.running))
        self._looking = Lock()
        self._over = Event()
        self._watcher = Thread(target=self._watch, name="limits", daemon=True)
        self._watcher.start()

    def run(self, spec: dict[str, Any], listening: list[socket.socket]) -> Started:
        reading, writing = os.pipe()
        try:
            process = subprocess.Popen(
                [sys.executable, "-I", "-c", BOOT.format(root=str(ENGINE.parent), room="fresh"), ""],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=writing,
                env=environment(self._mark),
                bufsize=0,
                pass_fds=() if sys.platform == "win32" else [sock.fileno() for sock in listening],
            )
        finally:
            os.close(writing)
        assert process.stdin is not None and process.stdout is not None
        with process.stdin, process.stdout:
            # The channel closes what is its own: a number closed twice may be somebody else's by then.
            channel = PipeChannel(os.dup(process.stdout.fileno()), os.dup(process.stdin.fileno()))
        with contextlib.suppress(ChannelClosed):
            channel.send({"spec": spec, "sockets": [_share(sock, process.pid) for sock in listening]})
        with self._looking:
            self.running[process.pid] = process
        return Started(channel, reading, process.pid, tuple(sock.getsockname()[1] for sock in listening))

    def end(self) -> str | None:
        self._over.set()
        self._watcher.join()
        self._kill()
        return self.broken

    def _watch(self) -> None:
        while not self._over.wait(POLL_SECONDS):
            with self._looking:
                if self.broken is None:
                    self.broken = supervising.broken_limit(self._space.usage(), [self.folder], self.limits)
                    if self.broken:
                        self._kill()

    def _kill(self) -> None:
        for process in self.running.values():
            process.kill()
            process.wait()
        with contextlib.suppress(ending.StillRunning):
            self._space.end()


def _share(sock: socket.socket, pid: int) -> str:
    if sys.platform == "win32":
        return base64.b64encode(sock.share(pid)).decode("ascii")
    return str(sock.fileno())
