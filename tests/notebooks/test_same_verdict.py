"""An answer gets the same verdict as files and as a notebook: every answer of every shelf."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.checking.session import judge_submission, load_check
from shared.notebooks.answers import texts
from shared.notebooks.building import build, text_of
from shared.notebooks.executing import filled
from shared.submission import Submission, read
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


@pytest.mark.parametrize("answer", one_of_each_kind(), ids=lambda answer: answer.name)
def test_the_verdict_is_the_same(answer: Answer, worker: Worker, tmp_path: Path) -> None:
    check = load_check(answer.lesson)
    ways = (as_files(answer), as_notebook(answer, cells_of(answer), tmp_path))
    first, second = (judge_submission(check, one, worker=worker, seed=SEED) for one in ways)
    assert [(s.task, s.status, s.mistake) for s in first.steps] == [(s.task, s.status, s.mistake) for s in second.steps]
    assert (first.earned, first.possible) == (second.earned, second.possible)
