"""Tasks that are done in a browser: the machine's copies of libraries, and what becomes of a task without them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from shared.lessons import local_copies
from shared.messages import browser as words
from shared.probes import browser as probe
from shared.verdict import StepResult
from tests.checking.conftest import CHECK, SOLUTION, Judge

Files = dict[str, str]

NAME = "socket.io.esm.min.js"
BROWSES = CHECK.replace("adds(http, fresh)", "adds(browser, http)").replace(
    '    a, b = fresh.integer(1, 99), fresh.integer(1, 99)\n    http.get(f"/sum/{a}/{b}").shows(str(a + b))\n',
    f'    http.get("/static/{NAME}").shows("the copy")\n',
)
COPY = {f"lessons/91_other/static/{NAME}": "the copy"}


@pytest.fixture(autouse=True)
def any_copy_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The genuine client is in no repository."""
    monkeypatch.setattr(local_copies, "is_genuine", lambda content: True)


@pytest.fixture
def third(judge: Judge) -> Callable[..., StepResult]:
    """The result of task 3, which asks for a browser."""

    def of(app: str = SOLUTION, project: Files | None = None) -> StepResult:
        return judge(app, check=BROWSES, files=project).steps[2]

    return of


def test_the_copy_of_any_lesson_is_laid_beside_the_submission(
    third: Callable[..., StepResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "Browser", lambda dial, deadline: SimpleNamespace(end=lambda: None))
    assert third(project=COPY).status == "pass"


def test_without_a_copy_the_task_is_skipped_and_not_counted(third: Callable[..., StepResult]) -> None:
    found = third()
    assert (found.status, found.counted, found.message) == ("skipped", False, words.NO_COPY)


def test_without_a_browser_the_task_is_skipped_and_not_counted(
    third: Callable[..., StepResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "find", lambda: None)
    found = third(project=COPY)
    assert (found.status, found.counted, found.message) == ("skipped", False, words.NO_BROWSER)


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators alone")
def test_a_link_that_the_submission_makes_leads_nothing_of_ours_outside(
    third: Callable[..., StepResult], tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    links = f"import os, shutil\nshutil.rmtree('static', True)\nos.symlink({str(outside)!r}, 'static')\n"
    third(links + SOLUTION, project=COPY)
    assert list(outside.iterdir()) == []
