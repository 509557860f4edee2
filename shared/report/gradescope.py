"""Marks as the `results.json` of Gradescope, one file for each submission.

https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from shared.messages import report as words
from shared.messages import report_class as class_words
from shared.report.classroom import ClassReport, Entry
from shared.report.file_names import FileNames, safe
from shared.report.layout import visible
from shared.report.terminal import render_step
from shared.verdict import StepResult, Verdict


def write(report: ClassReport, folder: Path) -> None:
    """`STUDENT/LESSON/results.json` in the folder, for everything that was handed in. Reads the class once."""
    names = FileNames()
    for entry in report.entries():
        if entry.verdict is None and entry.trouble is None:
            continue
        place = folder / names.of(*entry.student) / safe(entry.lesson)
        place.mkdir(parents=True, exist_ok=True)
        text = json.dumps(results(entry), ensure_ascii=False)
        (place / "results.json").write_text(text + "\n", encoding="utf-8")


def results(entry: Entry) -> dict[str, Any]:
    """One submission. A task that was not judged, or does not count, gives no points and takes none."""
    said = [entry.title, *([entry.trouble] if entry.trouble else [])]
    verdict = entry.verdict
    if verdict is None:
        return {"score": 0, "output": visible("\n".join(said)), "output_format": "text", "tests": []}
    said += [words.summary(verdict), *(words.note(note) for note in verdict.notes)]
    return {
        "score": verdict.earned,
        "execution_time": round(verdict.seconds, 3),
        "output": visible("\n".join(said)),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "stdout_visibility": "hidden",
        "tests": [_test(step) for step in verdict.steps],
        "extra_data": _extra(entry, verdict),
    }


def _test(step: StepResult) -> dict[str, Any]:
    made: dict[str, Any] = {"number": str(step.task), "name": visible(words.task(step)), "visibility": "visible"}
    if step.status == "unjudged" or not step.counted:
        made["name"] = visible(class_words.unjudged_test(step))
    else:
        passed = step.status == "pass"
        made |= {"score": int(passed), "max_score": 1, "status": "passed" if passed else "failed"}
    if step.status != "pass":
        made["output"] = render_step(step)
    if step.mistake is not None:
        made["tags"] = [visible(step.mistake)]
    return made


def _extra(entry: Entry, verdict: Verdict) -> dict[str, Any]:
    return {
        "lesson": entry.lesson,
        "outcome": verdict.outcome,
        "possible": verdict.possible,
        "seed": verdict.seed,
        "judged_at": entry.judged_at,
    }
