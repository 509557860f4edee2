"""`results.json` as Gradescope's documentation has it."""

from __future__ import annotations

import json
from pathlib import Path

from shared.report import gradescope
from shared.report.classroom import Entry
from shared.report.gradescope import results
from tests.report.classes import made_up
from tests.report.verdicts import FIRST, KNOWN, NOT_COUNTED, SKIPPED, UNJUDGED, verdict

ENTRY = Entry("1", "가", "04_routing", "04. 라우팅", verdict(FIRST, KNOWN, SKIPPED, UNJUDGED, NOT_COUNTED), None, 123)


def test_points_are_given_for_what_was_judged() -> None:
    made = results(ENTRY)
    assert made["score"] == 1
    assert [test.get("score") for test in made["tests"]] == [1, 0, 0, None, None]
    assert [test.get("status") for test in made["tests"]] == ["passed", "failed", "failed", None, None]
    assert made["score"] == sum(test.get("score", 0) for test in made["tests"])
    assert made["extra_data"]["seed"] == 123


def test_a_failing_task_brings_its_evidence_and_its_mistake() -> None:
    test = results(ENTRY)["tests"][1]
    assert test["tags"] == ["F7"]
    assert "curl -i http://127.0.0.1:5000/hi/kim" in test["output"]


def test_names_are_those_of_the_specification() -> None:
    made = results(ENTRY)
    assert set(made) <= {
        "score",
        "execution_time",
        "output",
        "output_format",
        "test_output_format",
        "test_name_format",
        "visibility",
        "stdout_visibility",
        "extra_data",
        "tests",
        "leaderboard",
    }
    for test in made["tests"]:
        assert set(test) <= {
            "score",
            "max_score",
            "status",
            "name",
            "name_format",
            "number",
            "output",
            "output_format",
            "tags",
            "visibility",
            "extra_data",
        }


def test_a_file_for_each_submission(tmp_path: Path) -> None:
    report = made_up(20)
    gradescope.write(report, tmp_path)
    files = sorted(tmp_path.rglob("results.json"))
    handed_in = [entry for entry in report.entries() if entry.verdict is not None or entry.trouble is not None]
    assert len(files) == len(handed_in)
    broken = next(entry for entry in handed_in if entry.verdict is None)
    assert results(broken)["score"] == 0
    assert broken.trouble in results(broken)["output"]
    for file in files:
        assert json.loads(file.read_text(encoding="utf-8"))["output"]
