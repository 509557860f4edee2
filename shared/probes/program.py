"""The learner's file really run as a program, and looked at from outside."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Mapping

from shared.messages import checking as words
from shared.probes.deadline import Deadline
from shared.probes.http import Http
from shared.probes.loaded import where_of
from shared.probes.mismatch import Mismatch
from shared.probes.reply import Reply
from shared.verdict import PythonError, Where
from shared.worker.runs import Run, python_error
from shared.worker.worker import Job

REPORT_SECONDS = 0.2
OUTPUT_SECONDS = 0.5
DIALLED = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "localhost": "127.0.0.1", "::": "::1"}
"""Where to ask a server that listens on more than one address, or on a name."""

START_SHARE = 0.6
"""How much of a step's time may pass until the program listens; the rest is for asking it."""


def has_address(address: str) -> bool:
    """Whether this computer can use an address: macOS has 127.0.0.1 alone, and asking another one there hangs."""
    try:
        socket.create_server((address, 0)).close()
    except OSError:
        return False
    return True


class Program:
    """Starts the file as a program, any number of times; all of them end with the step."""

    def __init__(self, job: Job, file: str, deadline: Deadline, replies: list[Reply]) -> None:
        self._job = job
        self._file = file
        self._deadline = deadline
        self._replies = replies
        self._running: list[Running] = []

    def run(self, env: Mapping[str, str] | None = None) -> Running:
        """Start it and wait until it listens or ends, whichever comes first."""
        run = self._job.program(self._file, env or {})
        running = Running(self._job, run, self._file, self._deadline, self._replies)
        self._running.append(running)
        run.wait_for(lambda report: report.get("event") in ("listening", "ended"), self._deadline.left() * START_SHARE)
        return running

    def end(self) -> None:
        """End all of them."""
        for running in self._running:
            running.stop()
        self._running.clear()


class Running:
    """One program at work."""

    def __init__(self, job: Job, run: Run, file: str, deadline: Deadline, replies: list[Reply]) -> None:
        self._job = job
        self._run = run
        self._did = words.RAN_AS_PROGRAM.format(file=file)
        self._deadline = deadline
        self._replies = replies

    @property
    def listening(self) -> bool:
        """Whether it serves: something answers a connection at an address it has opened."""
        return any(self._reachable(host, port) for host, port in self._addresses())

    @property
    def requested(self) -> tuple[tuple[str, int], ...]:
        """The addresses it asked for, as (host, port); the port it was really given is another one."""
        return tuple((str(r.get("host")), int(r.get("port") or 0)) for r in self._run.reports("listening"))

    @property
    def http(self) -> Http:
        """Requests to it, at the address it listens on.

        Raises:
            Mismatch: it does not listen.
        """
        return self._http(*self._address())

    def http_at(self, host: str) -> Http:
        """Requests to it at another address of this computer. Raises Mismatch as `http` does."""
        return self._http(host, self._address()[1])

    def answers_at(self, host: str) -> bool:
        """Whether a connection to its port at this address succeeds. False where this computer has no such address."""
        return has_address(host) and any(self._reachable(host, port) for _, port in self._addresses())

    def debugger_on(self) -> bool:
        """Whether Werkzeug's debugger is switched on: it then serves its own script to everybody who asks."""
        reply = self.http.get("/", params={"__debugger__": "yes", "cmd": "resource", "f": "debugger.js"})
        return reply.status == 200 and "javascript" in reply.media_type

    def debug_on(self) -> bool:
        """Whether debug is on: the debugger answers, or the app itself says so where it serves without one."""
        if self.debugger_on():
            return True
        # It has answered, so it has reported before; the report may still be on its way through another pipe.
        serving = self._run.wait_for(lambda report: report.get("event") == "serving", REPORT_SECONDS)
        return serving is not None and serving.get("debug") is True

    @property
    def reloader(self) -> bool:
        """Whether it asked for the reloader."""
        return bool(self._run.reports("reloader"))

    @property
    def where(self) -> Where | None:
        """The learner's line that started the server."""
        serving = self._run.wait_for(lambda report: report.get("event") == "serving", REPORT_SECONDS)
        return where_of(serving.get("where")) if serving else None

    @property
    def output(self) -> str:
        """What it has printed so far."""
        return self._run.output.text

    @property
    def exit_code(self) -> int | None:
        """Its exit code, negative for a signal; None while it runs."""
        ended = self._run.reports("ended")
        code = ended[-1].get("code") if ended else self._run.state()["exit"]
        return code if isinstance(code, int) else None

    @property
    def error(self) -> PythonError | None:
        """The exception that ended it, or None."""
        ended = self._run.reports("ended")
        return python_error(ended[-1]["error"]) if ended and ended[-1].get("error") else None

    def wait(self, seconds: float) -> int | None:
        """Wait for its end and for the last of its output; gives the exit code, or None where it still runs."""
        self._run.wait_for(lambda report: report.get("event") == "ended", min(seconds, self._deadline.left()))
        code = self.exit_code
        if code is not None:  # the report of the end may overtake the output, which comes through another pipe
            self._run.output.finish(OUTPUT_SECONDS)
        return code

    def stop(self) -> None:
        """End it."""
        self._run.stop()

    def _addresses(self) -> list[tuple[str, int]]:
        found = []
        for report in self._run.reports("listening"):
            host, port = str(report.get("host")), report.get("real_port")
            if isinstance(port, int):
                found.append((DIALLED.get(host, host), port))
        return found

    def _address(self) -> tuple[str, int]:
        addresses = self._addresses()
        if not addresses:
            raise Mismatch(words.PROGRAM_DOES_NOT_LISTEN, error=self.error, did=self._did)
        return addresses[0]

    def _http(self, host: str, port: int) -> Http:
        base_url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

        def dial(seconds: float, source: str = "") -> socket.socket:
            return self._job.connect(host, port, seconds, source)

        return Http(base_url, dial, self._deadline, self._replies)

    def _reachable(self, host: str, port: int) -> bool:
        with contextlib.suppress(OSError), self._job.connect(host, port, max(0.05, self._deadline.left())):
            return True
        return False
