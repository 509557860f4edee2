"""One run of a submission, as the check sees it: its reports, its output, its end."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Condition, Thread
from typing import Any

from shared.verdict import Frame, PythonError
from shared.worker.channel import ChannelClosed
from shared.worker.hosts import Host, Started
from shared.worker.output import Output
from shared.worker.reports import cleaned

MAX_REPORTS = 2000
MAX_BYTES = 16 * 1024 * 1024
"""A submission that reports without end is heard up to here; the rest is thrown away unread."""

EXIT_SECONDS = 0.5
"""A process that has closed its channel is ending, or it never will: then it has closed what was not its own."""


class Run:
    """A child at work. Its reports are hints for messages; nothing in them can make a task pass by itself."""

    def __init__(self, host: Host, started: Started, output_limit: int) -> None:
        self._host = host
        self._channel = started.channel
        self.pid = started.pid
        self.ports = started.ports
        self.output = Output(started.output, output_limit)
        self._reports: list[dict[str, Any]] = []
        self._calls = 0
        self._gone = False
        self._changed = Condition()
        self._thread = Thread(target=self._listen, name="reports", daemon=True)
        self._thread.start()

    def wait_for(self, wanted: Callable[[dict[str, Any]], bool], seconds: float) -> dict[str, Any] | None:
        """The first report that `wanted` accepts; None when the run is gone or the time is over."""
        until = time.monotonic() + seconds
        with self._changed:
            while True:
                found = next((report for report in self._reports if wanted(report)), None)
                left = until - time.monotonic()
                if found is not None or self._gone or left <= 0:
                    return found
                self._changed.wait(left)

    def reports(self, event: str) -> list[dict[str, Any]]:
        """The reports of one kind so far, oldest first."""
        with self._changed:
            return [report for report in self._reports if report.get("event") == event]

    @property
    def gone(self) -> bool:
        """Whether the run has closed its channel: it has ended, or is about to."""
        with self._changed:
            return self._gone

    def errors(self) -> list[PythonError]:
        """What views raised so far, oldest first."""
        return [python_error(report.get("error")) for report in self.reports("error")]

    def call(self, function: str, arguments: tuple[Any, ...], seconds: float) -> tuple[int, dict[str, Any] | None]:
        """Call a function of the submission. Gives the number of the call, and its result or None in time."""
        self._calls += 1
        number = self._calls
        try:
            self._channel.send({"ask": "call", "id": number, "function": function, "arguments": repr(arguments)})
        except ChannelClosed:
            return number, None
        return number, self.wait_for(lambda r: r.get("event") == "result" and r.get("id") == number, seconds)

    def busy_line(self, seconds: float = 0.5, call: int | None = None) -> Frame | None:
        """The learner's own line that is being run just now (in a call), where the run can still tell."""
        answer = self._ask({"ask": "busy", **({} if call is None else {"call": call})}, seconds)
        return _frame(answer.get("line")) if answer else None

    def configure(self, name: str, value: object, seconds: float = 1.0) -> bool:
        """Set `app.config[name]` in the run; gives whether it was confirmed. The value travels as a literal."""
        return self._ask({"ask": "configure", "name": name, "value": repr(value)}, seconds) is not None

    def connections(self, seconds: float = 1.0) -> tuple[int, int] | None:
        """How many SQLite connections the run has opened and closed so far; None where it did not answer in time."""
        answer = self._ask({"ask": "connections"}, seconds)
        if answer is None:
            return None
        return int(answer.get("opened") or 0), int(answer.get("closed") or 0)

    def query(self, question: dict[str, Any], seconds: float) -> dict[str, Any] | None:
        """Ask a run made by `Job.sql`; None where no answer came in time."""
        return self._ask(question, seconds)

    def timeouts(self, seconds: float = 0.5) -> list[float]:
        """The time limits that a hurried run has set on its sockets so far."""
        answer = self._ask({"ask": "timeouts"}, seconds)
        found = answer.get("timeouts") if answer else None
        return [value for value in found if isinstance(value, (int, float))] if isinstance(found, list) else []

    def _ask(self, question: dict[str, Any], seconds: float) -> dict[str, Any] | None:
        self._calls += 1
        number = self._calls
        try:
            self._channel.send({**question, "id": number})
        except ChannelClosed:
            return None
        return self.wait_for(lambda r: r.get("event") == "answer" and r.get("id") == number, seconds)

    def state(self) -> dict[str, Any]:
        """`exit`: the exit code (None while it runs, negative for a signal); `broken`: the limit it broke, or None."""
        until = time.monotonic() + EXIT_SECONDS
        state = self._host.state(self.pid)
        while self.gone and state["exit"] is None and state["broken"] is None and time.monotonic() < until:
            time.sleep(0.01)
            state = self._host.state(self.pid)
        return state

    def stop(self) -> dict[str, Any]:
        """End this run alone."""
        return self._host.stop(self.pid)

    def close(self, seconds: float = 1.0) -> None:
        """Give up the channel and take in the rest of the output; called after the run has been ended."""
        self._channel.close()
        self.output.finish(seconds)
        self._thread.join(seconds)

    def _listen(self) -> None:
        while True:
            try:
                report, _ = self._channel.receive()
            except ChannelClosed:
                return self._end_of_reports()
            with self._changed:
                self._reports.append(cleaned(report))
                self._changed.notify_all()
                if len(self._reports) >= MAX_REPORTS or self._channel.taken > MAX_BYTES:
                    break
        self._channel.drain()
        self._end_of_reports()

    def _end_of_reports(self) -> None:
        with self._changed:
            self._gone = True
            self._changed.notify_all()


def python_error(data: Any) -> PythonError:
    """An exception out of a report. The report may say anything, so its shape is not taken for granted."""
    if not isinstance(data, dict):
        return PythonError("Error", "")
    frames = data.get("frames")
    known = [_frame(frame) for frame in frames] if isinstance(frames, list) else []
    return PythonError(str(data.get("type", "Error")), str(data.get("text", "")), tuple(f for f in known if f))


def _frame(data: Any) -> Frame | None:
    if not isinstance(data, dict) or not isinstance(data.get("line"), int):
        return None
    return Frame(str(data.get("file", "")), data["line"], str(data.get("function", "")), str(data.get("code", "")))
