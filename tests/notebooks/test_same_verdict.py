"""An answer gets the same verdict as files, as a notebook that is handed in, and from the notebook's own `check`.

That the files are the same is shown for every answer of every shelf; the three verdicts for two of each lesson, and for
all of them where `WORKBOOK_EVERY_ANSWER=1` is set, which takes some minutes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.checking.session import judge_submission, load_check
from shared.notebooks.answers import starters, texts
from shared.notebooks.building import build, text_of
from shared.notebooks.executing import filled
from shared.notebooks.judged import judge
from shared.submission import Submission, read
from shared.verdict import Verdict
from shared.worker.worker import Worker
from tests.shelves.answer import Answer, all_answers
from tests.shelves.ground import browser_ground, client, laid_client, package  # noqa: F401

ANSWERS = all_answers()
SEED = 4


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(walled=True) as worker:
        yield worker


def as_files(answer: Answer) -> Submission:
    return read(answer.folder, answer.lesson)


def cells_of(answer: Answer) -> dict[str, str]:
    """The files of the answer as texts for cells."""
    try:
        files = {name: content.decode("utf-8") for name, content in as_files(answer).files.items()}
    except UnicodeDecodeError:
        pytest.skip("a file that is no text fits into no cell")
    if not all(text.strip() for text in files.values()):
        pytest.skip("a cell without text stands for a file that is not made yet")
    begun = {part for name in starters(answer.lesson) for part in name.split("/")}
    parts = {part for name in files for part in name.split("/")} - begun
    if {part.casefold() for part in parts} & {part.casefold() for part in begun}:
        pytest.skip("a name that differs from that of a cell in capital letters alone cannot stand beside it")
    return files


def as_notebook(answer: Answer, files: dict[str, str], folder: Path) -> Submission:
    path = folder / "my.ipynb"
    path.write_text(text_of(filled(build(answer.lesson), files)), encoding="utf-8")
    return read(path, answer.lesson)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.name)
def test_the_notebook_holds_the_same_files(answer: Answer, tmp_path: Path) -> None:
    files = cells_of(answer)
    taken = as_notebook(answer, files, tmp_path).files
    starter = build_starter(answer)
    for name, text in files.items():
        assert taken.get(name, b"").decode("utf-8").rstrip("\n") == text.rstrip("\n"), name
    assert set(taken) <= {*files, *starter}


def build_starter(answer: Answer) -> set[str]:
    return set(answer.lesson.files) | set(texts(answer.lesson.solution))


def one_of_each_kind() -> list[Answer]:
    """A right and a wrong answer of each lesson: that the files are the same is shown above for all of them."""
    found = {(answer.lesson.slug, bool(answer.fails)): answer for answer in reversed(ANSWERS)}
    return [found[key] for key in sorted(found)]


JUDGED = ANSWERS if os.environ.get("WORKBOOK_EVERY_ANSWER") == "1" else one_of_each_kind()


@pytest.mark.parametrize("answer", JUDGED, ids=lambda answer: answer.name)
def test_the_verdict_is_the_same(answer: Answer, worker: Worker, tmp_path: Path) -> None:
    check = load_check(answer.lesson)
    files = cells_of(answer)
    script = judge_submission(check, as_files(answer), worker=worker, seed=SEED)
    handed_in = judge_submission(check, as_notebook(answer, files, tmp_path), worker=worker, seed=SEED)
    assert said(handed_in) == said(script)
    assert said(judge(answer.lesson, files).verdict) == said(script)


def said(verdict: Verdict) -> object:
    """Steps, statuses, mistakes and points."""
    steps = [(step.task, step.title, step.status, step.mistake, step.counted) for step in verdict.steps]
    return steps, verdict.earned, verdict.possible, verdict.outcome
