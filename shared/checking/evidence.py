"""The probes of one submission: made when a step asks for them, by the name of its parameter."""

from __future__ import annotations

import random
import socket
from collections.abc import Mapping
from typing import Any

from shared.probes.deadline import Deadline
from shared.probes.files import Files
from shared.probes.fresh import Fresh
from shared.probes.http import Http
from shared.probes.loaded import Loaded, LoadError, LoadKind, loaded_of, runs_of
from shared.probes.program import Program
from shared.probes.reply import Reply
from shared.probes.source import Source
from shared.verdict import PythonError, Where
from shared.worker.runs import python_error
from shared.worker.worker import Job


class Ground:
    """A submission that is being judged: its files, its job, and how loading its app went."""

    def __init__(self, job: Job, files: Mapping[str, bytes], app: str, mounts: tuple[str, ...]) -> None:
        self.job = job
        self.app = app
        self.source = Source(files)
        self.files = Files(job.folder)
        self.run, self._ports = job.serve(app, ("", *mounts))
        self.loaded: Loaded | None = None
        self.load_error: LoadError | None = None

    def wait_until_loaded(self, seconds: float) -> None:
        """Find out how loading went; sets `loaded` or `load_error`."""
        report = self.run.wait_for(lambda report: report.get("event") in ("loaded", "load_failed"), seconds)
        if report is None:
            self.load_error = self._hung() if not self.run.gone else self._died()
        elif report["event"] == "loaded":
            self.loaded = loaded_of(report)
        else:
            self.load_error = _failed(report)

    def http(self, deadline: Deadline, replies: list[Reply]) -> Http:
        """Requests to the app, with its mounts known."""
        made = {mount: self._http(port, deadline, replies) for mount, port in self._ports.items()}
        for mount, http in made.items():
            made[""].mount(mount, http)
        return made[""]

    def _http(self, port: int, deadline: Deadline, replies: list[Reply]) -> Http:
        def dial(seconds: float) -> socket.socket:
            return socket.create_connection(("127.0.0.1", port), timeout=seconds)

        return Http(f"http://127.0.0.1:{port}", dial, deadline, replies)

    def _hung(self) -> LoadError:
        line = self.run.busy_line()
        return LoadError("hang", where=Where(line.file, line.line) if line else None)

    def _died(self) -> LoadError:
        state = self.run.state()
        return LoadError("died", exit_code=state["exit"], broken=state["broken"])


class Evidence:
    """The probes of one step, and what they have brought to light."""

    def __init__(self, ground: Ground, task: int, seed: int, deadline: Deadline) -> None:
        self.ground = ground
        self.deadline = deadline
        self.replies: list[Reply] = []
        self._task = task
        self._seed = seed
        self._errors_before = len(ground.run.errors())
        self._program: Program | None = None

    def probes(self, names: tuple[str, ...]) -> dict[str, Any]:
        """The probes of these names."""
        return {name: getattr(self, f"_make_{name}")() for name in names}

    @property
    def error(self) -> PythonError | None:
        """What a view raised last during this step."""
        errors = self.ground.run.errors()[self._errors_before :]
        return errors[-1] if errors else None

    def end(self) -> None:
        """End what belongs to this step alone."""
        if self._program is not None:
            self._program.end()

    def _make_http(self) -> Http:
        return self.ground.http(self.deadline, self.replies)

    def _make_fresh(self) -> Fresh:
        return Fresh(random.Random(f"{self._seed}:{self._task}"))

    def _make_source(self) -> Source:
        return self.ground.source

    def _make_files(self) -> Files:
        return self.ground.files

    def _make_loaded(self) -> Loaded | None:
        return self.ground.loaded

    def _make_program(self) -> Program:
        if self._program is None:
            self._program = Program(self.ground.job, self.ground.app, self.deadline, self.replies)
        return self._program


def _failed(report: dict[str, Any]) -> LoadError:
    kinds: dict[Any, LoadKind] = {"exit": "exit", "no app": "no app", "several apps": "several apps"}
    error = python_error(report.get("error"))
    return LoadError(kinds.get(report.get("kind"), "error"), error=error, where=error.where, runs=runs_of(report))
