"""The probes of one step: made when it asks for them, by the name of its parameter."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from shared.checking.ground import Ground
from shared.checking.steps import APP, CLIENT
from shared.probes.application import Application
from shared.probes.config import Config
from shared.probes.deadline import Deadline
from shared.probes.files import Files
from shared.probes.fresh import Fresh
from shared.probes.http import Http
from shared.probes.loaded import Loaded
from shared.probes.mismatch import Skip
from shared.probes.reply import Reply
from shared.probes.source import Source
from shared.verdict import Moment, PythonError

# Probes that few lessons ask for are imported where they are made: every cold check waits for this file.
if TYPE_CHECKING:
    from shared.probes.browser import Browser
    from shared.probes.client import Calls, Client, Result
    from shared.probes.database import Database, Sql
    from shared.probes.program import Program
    from shared.probes.reference import Reference
    from shared.probes.socketio import Sockets

REPORT_SECONDS = 0.2


class Evidence:
    """The probes of one step, and what they have brought to light."""

    def __init__(self, ground: Ground, task: int, seed: int, deadline: Deadline) -> None:
        self.ground = ground
        self.deadline = deadline
        self.replies: list[Reply] = []
        self._task = task
        self._seed = seed
        self._errors_before = len(ground.errors())
        self._made: dict[str, Any] = {}

    def probes(self, names: tuple[str, ...]) -> dict[str, Any]:
        """The probes of these names."""
        return {name: self._probe(name) for name in names}

    def for_mistakes(self) -> dict[str, Any]:
        """What a known mistake may be recognised by; None where there is no such thing."""
        client = self._made.get("client") or self._made.get("calls")
        result: Result | None = client.last if client is not None else None
        return {
            "reply": self.replies[-1] if self.replies else None,
            "replies": self.replies,
            "error": self.error,
            "result": result,
            "server": self._made.get("server"),
            "source": self.ground.source,
            "files": self.ground.files,
            "loaded": self._make_loaded(),
        }

    @property
    def error(self) -> PythonError | None:
        """What a view raised last during this step."""
        app = self.ground.app
        if app is None:
            return None
        if self.replies and self.replies[-1].status == 500:
            # The report travels beside the reply, and may arrive a moment later.
            app.run.wait_for(lambda _: len(self.ground.errors()) > self._errors_before, REPORT_SECONDS)
        errors = self.ground.errors()[self._errors_before :]
        return errors[-1] if errors else None

    def timeline(self) -> tuple[Moment, ...]:
        """What happened between Socket.IO clients and the server in this step."""
        return self._made["sockets"].timeline.moments if "sockets" in self._made else ()

    def end(self) -> None:
        """End what belongs to this step alone."""
        if "browser" in self._made:
            self._made["browser"].end()
        if "sockets" in self._made:
            self._made["sockets"].end()
        if "program" in self._made:
            self._made["program"].end()
        if "server" in self._made:
            self._made["server"].stop()

    def _probe(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = getattr(self, f"_make_{name}")()
        return self._made[name]

    def _make_http(self) -> Http:
        return self.ground.http(self.deadline, self.replies)

    def _make_sockets(self) -> Sockets:
        from shared.probes.socketio import Sockets

        return Sockets(self.ground.base_url, self.ground.dial, self.deadline, lambda: len(self.ground.errors()))

    def _make_browser(self) -> Browser:
        from shared.messages.browser import NO_COPY
        from shared.probes.browser import Browser
        from shared.probes.browser_program import can_be_driven, find

        if not self.ground.has_local_copies:
            raise Skip(NO_COPY, counted=False)
        if can_be_driven() and find() is not None:
            self.ground.before_browser()
        return Browser(self.ground.dial, self.deadline)

    def _make_fresh(self) -> Fresh:
        return Fresh(random.Random(f"{self._seed}:{self._task}"))

    def _make_source(self) -> Source:
        return self.ground.source

    def _make_files(self) -> Files:
        return self.ground.files

    def _make_loaded(self) -> Loaded | None:
        return self.ground.app.loaded if self.ground.app else None

    def _make_program(self) -> Program:
        from shared.probes.program import Program

        return Program(self.ground.job, self.ground.parts[APP].file, self.deadline, self.replies)

    def _make_sql(self) -> Sql:
        from shared.probes.database import Sql

        return Sql(self.ground.job, self.deadline)

    def _make_database(self) -> Database:
        from shared.probes.database import Database

        return Database(self.ground.job, self.deadline)

    def _make_application(self) -> Application:
        return Application(lambda: self.ground.parts[APP].run, self.ground.restart)

    def _make_config(self) -> Config:
        return Config(self.ground.parts[APP].run)

    def _make_calls(self) -> Calls:
        from shared.probes.client import Calls

        part = self.ground.parts[APP]
        return Calls(part.run, part.file, self.deadline)

    def _make_client(self) -> Client:
        from shared.probes.client import Client

        part = self.ground.parts[CLIENT]
        return Client(self.ground.job, part.run, part.file, self.deadline, self.ground.source.text(part.file))

    def _make_server(self) -> Reference:
        from shared.probes.reference import Reference

        check = self.ground.check
        return Reference(self.ground.job, check.lesson.solution, check.server)
