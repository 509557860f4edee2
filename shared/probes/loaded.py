"""What was seen while the learner's file was loaded: its app, its routes, and run calls that were not obeyed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from shared.verdict import PythonError, Where

LoadKind = Literal["error", "exit", "died", "hang", "no app", "several apps"]


@dataclass(frozen=True)
class Route:
    """One rule of the app. `where` is its view function, where that is the learner's own."""

    rule: str
    methods: tuple[str, ...]
    endpoint: str
    where: Where | None


@dataclass(frozen=True)
class RunCall:
    """A call that would have started a server. `debug` is None where it was not said."""

    kind: str
    host: str
    port: int | None
    debug: bool | None
    use_reloader: bool
    where: Where | None


@dataclass(frozen=True)
class Loaded:
    """The file could be loaded. `app_name` is how the app was found (`app`, `create_app()`)."""

    app_name: str
    routes: tuple[Route, ...]
    runs: tuple[RunCall, ...]


@dataclass(frozen=True)
class LoadError:
    """The file could not be loaded.

    `kind`: `error` (it raised), `exit` (it called sys.exit), `died` (the process ended), `hang` (it never came to its
    end), `no app`, `several apps`.
    """

    kind: LoadKind
    error: PythonError | None = None
    where: Where | None = None
    exit_code: int | None = None
    broken: str | None = None
    runs: tuple[RunCall, ...] = ()

    @property
    def type(self) -> str:
        """Name of the exception, or empty."""
        return self.error.type if self.error else ""

    @property
    def text(self) -> str:
        """Text of the exception, or empty."""
        return self.error.text if self.error else ""


def loaded_of(report: dict[str, Any]) -> Loaded:
    """Out of a worker's report, which may say anything."""
    return Loaded(str(report.get("app_name", "app")), _routes(report), runs_of(report))


def runs_of(report: dict[str, Any]) -> tuple[RunCall, ...]:
    """The run calls of a report."""
    return tuple(
        RunCall(
            kind=str(call.get("kind")),
            host=str(call.get("host")),
            port=call["port"] if isinstance(call.get("port"), int) else None,
            debug=call.get("debug"),
            use_reloader=bool(call.get("use_reloader")),
            where=where_of(call.get("where")),
        )
        for call in _objects(report.get("runs"))
    )


def where_of(data: Any) -> Where | None:
    """A place out of a report, or None."""
    if not isinstance(data, dict) or not isinstance(data.get("file"), str):
        return None
    return Where(data["file"], data["line"] if isinstance(data.get("line"), int) else None)


def _routes(report: dict[str, Any]) -> tuple[Route, ...]:
    return tuple(
        Route(
            rule=str(route.get("rule")),
            methods=tuple(str(method) for method in route.get("methods") or ()),
            endpoint=str(route.get("endpoint")),
            where=where_of(route.get("where")),
        )
        for route in _objects(report.get("routes"))
    )


def _objects(data: Any) -> list[dict[str, Any]]:
    return [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []
