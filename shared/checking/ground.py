"""A submission in its scratch folder while it is judged: its parts, and how loading each of them went."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from typing import Any

from shared.checking.check import Check
from shared.checking.steps import APP, BROWSER, CLIENT
from shared.messages import sql as words
from shared.probes.deadline import Deadline
from shared.probes.files import Files
from shared.probes.http import Http
from shared.probes.loaded import Loaded, LoadError, LoadKind, loaded_of, runs_of
from shared.probes.mismatch import Mismatch
from shared.probes.reply import Reply
from shared.probes.source import Source
from shared.verdict import PythonError, Where
from shared.worker.runs import Run, python_error
from shared.worker.worker import Job


class Part:
    """One file of the submission that is loaded: its app, or the file whose functions are called."""

    def __init__(self, file: str, run: Run) -> None:
        self.file = file
        self.run = run
        self.loaded: Loaded | None = None
        self.load_error: LoadError | None = None

    def wait(self, seconds: float) -> None:
        """Find out how loading went; sets `loaded` or `load_error`."""
        report = self.run.wait_for(lambda report: report.get("event") in ("loaded", "load_failed"), seconds)
        if report is None:
            self.load_error = self._died() if self.run.gone else self._hung()
        elif report["event"] == "loaded":
            self.loaded = loaded_of(report)
        else:
            self.load_error = _failed(report)

    def keep_limits(self) -> None:
        """Look once whether loading has broken a limit; sets `load_error` where it has."""
        if self.loaded is not None and self.run.state()["broken"]:
            self.loaded, self.load_error = None, self._died()

    def _hung(self) -> LoadError:
        line = self.run.busy_line()
        return LoadError("hang", where=Where(line.file, line.line) if line else None)

    def _died(self) -> LoadError:
        state = self.run.state()
        return LoadError("died", exit_code=state["exit"], broken=state["broken"])


class Ground:
    """A submission that is being judged. Its parts start loading at once, side by side."""

    def __init__(self, job: Job, check: Check, files: Mapping[str, bytes]) -> None:
        self.job = job
        self.check = check
        self.source = Source(files)
        self.files = Files(job.folder)
        self.parts: dict[str, Part] = {}
        self._ports: dict[str, int] = {}
        self._earlier_errors: list[PythonError] = []
        self.before_browser: Callable[[], None] = lambda: None
        """Called when a browser is about to be started."""
        self.has_local_copies = True
        """Whether this machine has copies of the libraries that a page would else take from the Internet."""
        if any(BROWSER in step.needs for step in check.steps):
            # Before any of the submission's code runs: a link that it had made could lead what is written anywhere.
            self.has_local_copies = self._lay_local_copies()
        if check.app is not None:
            run, self._ports = job.serve(check.app, ("", *check.mounts))
            self.parts[APP] = Part(check.app, run)
        if any(CLIENT in step.parts for step in check.steps):
            self.parts[CLIENT] = Part(check.client, job.module(check.client))

    def wait_until_loaded(self, seconds: float) -> None:
        """Wait for all parts, `seconds` altogether."""
        deadline = Deadline(seconds)
        for part in self.parts.values():
            part.wait(deadline.left())
            if self.job.worker.walls is None:  # limits are looked at more rarely there than a quick check takes
                part.keep_limits()

    @property
    def app(self) -> Part | None:
        """The part that holds the app, where the lesson has one."""
        return self.parts.get(APP)

    def errors(self) -> list[PythonError]:
        """What the app's views have raised so far."""
        return [*self._earlier_errors, *(self.app.run.errors() if self.app else [])]

    @property
    def base_url(self) -> str:
        """Where the app is served without a prefix."""
        return f"http://127.0.0.1:{self._ports['']}"

    def dial(self, seconds: float) -> socket.socket:
        """Connect to the app where it is served without a prefix. Raises OSError."""
        return self.job.connect("127.0.0.1", self._ports[""], seconds)

    def _lay_local_copies(self) -> bool:
        from shared.lessons.local_copies import LOCAL_COPIES, PLACE, local_copy

        folder = self.job.folder / PLACE
        copies = [local_copy(name, self.check.file.parents[1]) for name in LOCAL_COPIES]
        if folder.exists() and not folder.is_dir():
            return True  # what is wrong with that is for another task
        folder.mkdir(exist_ok=True)
        for copy in copies:
            if copy is not None:
                (folder / copy.name).write_bytes(copy.read_bytes())
        return None not in copies

    def restart(self, linger: float = 0.0) -> None:
        """Kill the app's process and serve the file anew in the same folder; for `linger` see `Job.serve`.

        Raises:
            Mismatch: it does not start again.
        """
        before = self.parts[APP]
        before.run.stop()
        self._earlier_errors += before.run.errors()
        run, self._ports = self.job.serve(before.file, ("", *self.check.mounts), linger=linger)
        after = self.parts[APP] = Part(before.file, run)
        after.wait(self.job.worker.limits.step_seconds)
        if after.load_error is not None:
            raise Mismatch(words.NOT_AGAIN, error=after.load_error.error)

    def http(self, deadline: Deadline, replies: list[Reply]) -> Http:
        """Requests to the app, with its mounts known."""
        made = {mount: self._http(mount, deadline, replies) for mount in self._ports}
        for mount, http in made.items():
            made[""].mount(mount, http)
        return made[""]

    def _http(self, mount: str, deadline: Deadline, replies: list[Reply]) -> Http:
        def dial(seconds: float, source: str = "") -> socket.socket:
            return self.job.connect("127.0.0.1", self._ports[mount], seconds, source)  # the port of now: see restart

        return Http(f"http://127.0.0.1:{self._ports[mount]}", dial, deadline, replies, by_hand=not mount)


def _failed(report: dict[str, Any]) -> LoadError:
    kinds: dict[Any, LoadKind] = {"exit": "exit", "no app": "no app", "several apps": "several apps"}
    error = python_error(report.get("error"))
    return LoadError(kinds.get(report.get("kind"), "error"), error=error, where=error.where, runs=runs_of(report))
