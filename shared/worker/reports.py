"""Reports as they come out of a worker, made safe to read: the submission shares the process that sends them.

Whoever reads a report finds a value of the type that belongs to its name, or none at all.
"""

from __future__ import annotations

from typing import Any

MAX_DEPTH = 12

TYPES: dict[str, type] = {
    **dict.fromkeys(("event", "kind", "app_name", "rule", "endpoint", "host", "type", "text", "file", "function"), str),
    **dict.fromkeys(("method", "path", "repr"), str),
    **dict.fromkeys(("routes", "runs", "methods", "frames", "bases", "timeouts"), list),
    **dict.fromkeys(("where", "error"), dict),
    **dict.fromkeys(("port", "real_port", "id", "written"), int),
}


def cleaned(report: dict[str, Any]) -> dict[str, Any]:
    """The report without what cannot be meant."""
    made = _cleaned(report, 0)
    assert isinstance(made, dict)
    return made


def _cleaned(value: Any, depth: int) -> Any:
    if depth > MAX_DEPTH:
        return None
    if isinstance(value, dict):
        return {
            _text(name): _cleaned(item, depth + 1)
            for name, item in value.items()
            if item is None or isinstance(item, TYPES.get(name, object))
        }
    if isinstance(value, list):
        return [_cleaned(item, depth + 1) for item in value]
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str:
    # Half a surrogate pair can be sent as JSON, and can then be written to no file and no screen.
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
