"""What can be said for certain about a failed step, beyond expected and got."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from shared.checking.evidence import Evidence
from shared.messages import checking as words
from shared.probes.loaded import Loaded, LoadError, Route
from shared.probes.mismatch import Mismatch
from shared.probes.reply import Reply
from shared.verdict import Exchange, PythonError, Where
from shared.worker.limits import MIB, Limits

END_SECONDS = 0.3
"""How long to wait for the end of a program that has cut its line."""


def explain(error: PythonError) -> str | None:
    """What an exception means; its tables are imported only where something has failed."""
    from shared.messages import errors

    return errors.explain(error)


def of_mismatch(failure: Mismatch, evidence: Evidence, limits: Limits) -> tuple[str | None, Where | None]:
    """A sentence that is certain (or None), and the learner's line that the step is about (or None)."""
    error = error_of(failure, evidence)
    reply = failure.reply
    mounts = evidence.ground.check.mounts
    loaded = evidence.ground.app.loaded if evidence.ground.app else None
    where = failure.where or (error.where if error else None) or _view_of(failure, loaded, mounts)
    if failure.broken:
        return limit_sentence(failure.broken, limits), where
    if failure.message:
        explained = _explained(failure.error, limits) if failure.error else None
        return f"{failure.message}\n{explained}" if explained else failure.message, where
    if failure.kind != "wrong":
        return _of_silence(failure, evidence, limits, where)
    if error is not None and (reply is None or reply.status == 500):
        return _explained(error, limits) or (words.VIEW_ERROR if reply is not None else words.EVENT_ERROR), where
    return (_of_reply(reply, loaded, mounts) if reply else None), where


def of_load_error(failure: LoadError, file: str, limits: Limits) -> str:
    """Why the app could not be loaded."""
    if failure.broken:
        return limit_sentence(failure.broken, limits)
    if failure.kind == "hang" and failure.where:
        return words.LOAD_HANG_LINE.format(seconds=limits.step_seconds, line=failure.where.line)
    if failure.kind == "error" and failure.error:
        return _explained(failure.error, limits) or words.LOAD_ERROR.format(file=file)
    return {
        "hang": words.LOAD_HANG.format(seconds=limits.step_seconds),
        "exit": words.LOAD_EXIT,
        "died": words.LOAD_DIED.format(code=failure.exit_code),
        "no app": words.LOAD_NO_APP.format(file=file),
        "several apps": words.LOAD_SEVERAL_APPS.format(file=file, names=failure.text),
    }.get(failure.kind, words.LOAD_ERROR.format(file=file))


def _explained(error: PythonError, limits: Limits) -> str | None:
    if error.type == "MemoryError":
        return words.MEMORY_ERROR.format(megabytes=limits.memory // MIB)
    return explain(error)


def limit_sentence(broken: str, limits: Limits) -> str:
    """Which limit was broken."""
    megabytes = (limits.memory if broken == "memory" else limits.files) // MIB
    return words.LIMITS[broken].format(megabytes=megabytes, processes=limits.processes)


def _of_silence(
    failure: Mismatch, evidence: Evidence, limits: Limits, where: Where | None
) -> tuple[str | None, Where | None]:
    if evidence.ground.app is None:
        return None, where
    run = evidence.ground.app.run
    if failure.kind == "timeout":
        line = run.busy_line()
        if line is None:
            return None, where
        return words.HANDLER_BUSY.format(line=line.line), Where(line.file, line.line)
    # A line is cut a moment before the end of the process behind it is known.
    run.wait_for(lambda _: False, END_SECONDS)
    state = run.state()
    if state["broken"]:
        return limit_sentence(state["broken"], limits), where
    if state["exit"] is not None:
        return words.PROGRAM_ENDED.format(code=state["exit"]), where
    return None, where


def _of_reply(reply: Reply, loaded: Loaded | None, mounts: tuple[str, ...]) -> str | None:
    if reply.status in (301, 308) and (reply.location or "").split("?")[0].endswith("/"):
        return words.SLASH_REDIRECT
    if loaded is None or not loaded.routes:
        return None
    found, other = _routes_for(reply.exchange, loaded, mounts)
    if reply.status == 404 and found is None:
        rules = ", ".join(dict.fromkeys(route.rule for route in loaded.routes if route.endpoint != "static"))
        return words.NO_ROUTE.format(routes=rules) if rules else words.NO_ROUTE_AT_ALL
    if reply.status == 405 and other is not None:
        allowed = reply.headers.get("Allow", "").split(", ") if reply.headers.get("Allow") else other.methods
        methods = ", ".join(sorted(set(allowed) - {"HEAD", "OPTIONS"}))
        return words.OTHER_METHOD.format(method=reply.exchange.request.method, methods=methods)
    return None


def _view_of(failure: Mismatch, loaded: Loaded | None, mounts: tuple[str, ...]) -> Where | None:
    if failure.exchange is None or loaded is None:
        return None
    found, other = _routes_for(failure.exchange, loaded, mounts)
    route = found or other
    return route.where if route else None


def _routes_for(exchange: Exchange, loaded: Loaded, mounts: tuple[str, ...]) -> tuple[Route | None, Route | None]:
    """The route that answers a request, and one of the same path that would answer another method."""
    from werkzeug.exceptions import HTTPException, MethodNotAllowed
    from werkzeug.routing import Map, RequestRedirect, Rule

    try:
        rules = Map([Rule(r.rule, methods=r.methods or None, endpoint=str(i)) for i, r in enumerate(loaded.routes)])
        adapter = rules.bind("127.0.0.1")
        method, path = exchange.request.method, unquote(urlsplit(exchange.request.url).path)
        for mount in mounts:
            path = path.removeprefix(mount) if path.startswith(f"{mount}/") else path
    except (LookupError, ValueError):  # a converter of the learner's own, or a report that is none
        return None, None
    for asked in (method, *sorted({name for route in loaded.routes for name in route.methods})):
        try:
            endpoint, _ = adapter.match(path, method=asked)
        except (MethodNotAllowed, RequestRedirect):
            continue
        except HTTPException:
            return None, None
        route = loaded.routes[int(endpoint)]
        return (route, None) if asked == method else (None, route)
    return None, None


def error_of(failure: Mismatch, evidence: Evidence) -> PythonError | None:
    """The Python error to show with a failed step."""
    if failure.error is not None:
        return failure.error
    # An error of an earlier request of the step explains nothing about a reply that is no 500.
    return evidence.error if failure.reply is None or failure.reply.status == 500 else None
