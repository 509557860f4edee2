"""The learner's app as a process: started again, killed, counted."""

from __future__ import annotations

from collections.abc import Callable

from shared.messages import sql as words
from shared.probes.mismatch import Mismatch
from shared.worker.runs import Run


class Application:
    """Handle on the process that serves the app. An `http` probe stays usable across restarts."""

    def __init__(self, run: Callable[[], Run], restart: Callable[[float], None]) -> None:
        self._run = run
        self._restart = restart

    def restart(self, *, linger: float = 0.0) -> None:
        """Kill the process without warning and serve the file anew; its folder stays as it is.

        `linger`: seconds that each step of its Socket.IO handlers takes longer, so that two handlers meet.

        Raises:
            Mismatch: it does not start again.
        """
        self._restart(linger)

    def catch_up(self) -> None:
        """Wait until every report that it has sent so far has arrived: errors of handlers, say."""
        self._run().connections()  # whatever question: the answer comes behind the reports

    def connections(self) -> tuple[int, int]:
        """How many SQLite connections it has opened and closed so far (calls, not file descriptors).

        Raises:
            Mismatch: the process does not answer any more.
        """
        counted = self._run().connections()
        if counted is None:
            raise Mismatch(words.NOT_COUNTED, kind="timeout")
        return counted
