"""docs/verdict-json.md and the JSON form say the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from shared.verdict import SCHEMA, from_json, to_dict, to_json
from tests.report.verdicts import RAISED, VERDICTS, verdict

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "verdict-json.md").read_text(encoding="utf-8")


def names_in(value: Any) -> set[str]:
    if isinstance(value, dict):
        free = {"headers"}  # header names are the submission's
        return set(value) | {name for key, inner in value.items() if key not in free for name in names_in(inner)}
    if isinstance(value, list | tuple):
        return {name for inner in value for name in names_in(inner)}
    return set()


def test_every_name_is_documented() -> None:
    documented = set(re.findall(r"`(\w+)`", DOCUMENT))
    assert names_in(to_dict(verdict(RAISED))) <= documented


def test_version_in_the_heading_is_the_present_one() -> None:
    assert f"schema {SCHEMA}\n" in DOCUMENT


def test_example_is_a_verdict() -> None:
    example = re.search(r"```json\n(.*?)```", DOCUMENT, re.DOTALL)
    assert example is not None
    assert json.loads(to_json(from_json(example[1]))) == json.loads(example[1])


def test_every_verdict_comes_back_as_it_was() -> None:
    for one in VERDICTS.values():
        assert from_json(to_json(one)) == one
