"""The JSON of a real verdict has the names of docs/verdict-json.md, and can be read back."""

from __future__ import annotations

import json
import re
from pathlib import Path

from shared.checking.session import judge_path
from shared.verdict import from_json, to_dict, to_json
from shared.worker.worker import Worker
from tests.checking.conftest import CHECK, SOLUTION, Judge

DOCUMENT = (Path(__file__).parents[2] / "docs" / "verdict-json.md").read_text(encoding="utf-8")

TOP = {"schema", "lesson", "outcome", "seed", "points", "seconds", "walls", "steps"}
STEP = {"task", "title", "status", "mistake", "message", "expected", "got", "exchange", "where", "reread"}


def names_of(section: str) -> set[str]:
    part = DOCUMENT.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE))


def test_names_are_those_of_the_document(judge: Judge) -> None:
    verdict = judge(SOLUTION.replace('return "안녕"', "return nothing"), CHECK)
    data = to_dict(verdict)
    step = data["steps"][0]
    assert names_of("Verdict") == set(data) >= TOP
    assert names_of("Step") == set(step) >= STEP
    assert names_of("Exchange") == set(step["exchange"]) == {"request", "response", "curl", "python"}
    assert names_of("Error") == set(step["error"])
    assert set(data["points"]) == {"earned", "possible"}
    assert set(step["where"]) == {"file", "line"}
    assert set(step["exchange"]["request"]) == {"method", "url", "headers", "body"}
    assert set(step["exchange"]["response"]) == {"status", "reason", "headers", "body"}
    assert (data["lesson"], data["outcome"], data["points"]) == ("90_tiny", "fail", {"earned": 2, "possible": 3})
    assert (step["task"], step["status"], step["reread"]) == (1, "fail", "과제")


def test_a_verdict_reads_back_as_it_was(judge: Judge) -> None:
    for app in (SOLUTION, "1 / 0\n", SOLUTION.replace('return "안녕"', "return '\\ud800'")):
        verdict = judge(app)
        text = to_json(verdict)
        text.encode("utf-8")
        again = from_json(text)
        assert again.steps == verdict.steps
        assert (again.outcome, again.seed, again.notes) == (verdict.outcome, verdict.seed, verdict.notes)


def test_what_cannot_be_read_as_a_submission_gets_a_verdict_too(load: object, worker: Worker, tmp_path: Path) -> None:
    assert callable(load)
    verdict = judge_path(load(), tmp_path / "nowhere", worker=worker, seed=3)
    assert (verdict.outcome, verdict.exit_code, verdict.earned) == ("unjudged", 2, 0)
    assert len({step.message for step in verdict.steps}) == 1
    assert json.loads(to_json(verdict))["outcome"] == "unjudged"


def test_a_half_of_a_surrogate_pair_from_the_submission_can_be_written(judge: Judge) -> None:
    check = CHECK.replace('http.get("/").shows("안녕")', 'http.get("/").json_has(a=1)')
    answer = """app.response_class('{"a": "\\\\ud800"}', mimetype="application/json")"""
    verdict = judge(SOLUTION.replace('"안녕"', answer), check)
    assert verdict.steps[0].status == "fail"
    assert "ud800" in (verdict.steps[0].got or "")
    to_json(verdict).encode("utf-8")
