"""Reports of any shape can be read without a surprise."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from shared.probes.loaded import loaded_of, runs_of, where_of
from shared.verdict import StepResult, Verdict, to_json
from shared.worker.reports import MAX_DEPTH, TYPES, cleaned
from shared.worker.runs import python_error

NAMES = st.sampled_from([*TYPES, "line", "code", "debug", "use_reloader", "x"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(alphabet=st.characters(), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(NAMES, VALUES, max_size=8))
def test_every_report_can_be_read_and_written(report: dict[str, Any]) -> None:
    safe = cleaned(report)
    loaded = loaded_of(safe)
    error = python_error(safe.get("error"))
    runs_of(safe)
    where_of(safe.get("where"))
    hash(safe.get("kind"))
    step = StepResult(1, "t", "fail", message=repr(loaded), error=error)
    to_json(Verdict("04", 1, (step,))).encode("utf-8")


def test_what_is_meant_stays() -> None:
    report = {
        "event": "loaded",
        "app_name": "앱",
        "routes": [{"rule": "/", "methods": ["GET"], "endpoint": "a", "where": {"file": "app.py", "line": 3}}],
        "runs": [{"kind": "app.run", "host": "h", "port": 5000, "debug": None, "use_reloader": False}],
    }
    assert cleaned(report) == report


def test_too_deep_is_cut() -> None:
    value: Any = "end"
    for _ in range(MAX_DEPTH + 5):
        value = [value]
    assert "end" not in repr(cleaned({"x": value}))
