"""A new lesson runs, is judged, and lacks only what an author must write."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.checking.session import judge_path, load_check
from shared.cli.running import main
from shared.lessons import find, starters
from shared.scaffolding import LessonExists, NotASlug, scaffold
from shared.verifying import verify_all
from shared.worker.worker import Worker
from tests import tiny_project

SLUG = "16_cookies"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    tiny_project.make(tmp_path)
    shutil.copy(tiny_project.ROOT / "checks" / "home.py", tmp_path / "checks")
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("checks.") or name == "home"]:
        del sys.modules[name]


def test_only_the_shelf_is_to_be_filled(project: Path) -> None:
    scaffold(SLUG, "쿠키", project)
    starters.write(project)
    [(_, findings)] = verify_all([find("16", project)], project)
    assert [found.file.parent.name for found in findings] == [SLUG, SLUG], [f.text(project) for f in findings]


def test_its_answers_get_their_due(project: Path) -> None:
    scaffold(SLUG, "쿠키", project)
    lesson = find("16", project)
    shelf = project / "tests" / "answers" / SLUG
    check = load_check(lesson)
    with Worker(walled=False) as worker:
        right = judge_path(check, shelf / "right" / "named_view", worker=worker)
        wrong = judge_path(check, shelf / "wrong" / "printed_instead_of_returned", worker=worker)
        starter = judge_path(check, lesson.folder, worker=worker)
    assert right.outcome == "pass"
    assert [(step.status, step.mistake) for step in wrong.steps] == [("fail", "print")]
    assert starter.outcome == "fail"


@pytest.mark.parametrize("slug", ["cookies", "16", "16_", "16_쿠키", "16_Cookies", "../16_x", "16_a/b", ""])
def test_odd_names_are_refused(project: Path, slug: str) -> None:
    with pytest.raises(NotASlug):
        scaffold(slug, "쿠키", project)
    assert not (project / "lessons" / slug / "hints.md").exists() or not slug


def test_nothing_is_overwritten(project: Path) -> None:
    scaffold(SLUG, "쿠키", project)
    with pytest.raises(LessonExists):
        scaffold("16_other", "다른 것", project)
    (project / "checks" / "17_new.py").write_text("mine", encoding="utf-8")
    with pytest.raises(LessonExists):
        scaffold("17_new", "새것", project)
    assert not (project / "lessons" / "17_new").exists()
    assert (project / "checks" / "17_new.py").read_text(encoding="utf-8") == "mine"


def test_the_verb_names_what_follows(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", SLUG, "--title", "쿠키"], project) == 0
    assert "verify 16" in capsys.readouterr().out
    assert main(["new", SLUG], project) == 2
    assert SLUG in capsys.readouterr().err
