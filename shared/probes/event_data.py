"""What comes with an event: any number of values, each of them JSON."""

from __future__ import annotations

import json
from typing import Any

from shared.probes.client import same

MAX_DATA = 2000


def as_text(*data: Any) -> str:
    """The values as JSON a person can read; empty for nothing."""
    text = ", ".join(json.dumps(item, ensure_ascii=False, default=repr) for item in data)
    return text if len(text) <= MAX_DATA else text[:MAX_DATA] + "..."


def has(data: Any, wanted: dict[str, Any]) -> bool:
    """Whether this is an object with these keys and values, types included; it may have more."""
    return isinstance(data, dict) and all(key in data and same(data[key], wanted[key]) for key in wanted)


def one(values: tuple[Any, ...]) -> Any:
    """A single value as it is, several as a tuple, none as None."""
    return values[0] if len(values) == 1 else (values or None)
