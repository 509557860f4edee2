"""A memory that is damaged, closed, or in other hands costs the history alone, and one clear line."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.lessons import Lesson
from shared.progress import NotKept, get_ready, history, last, note_rung, present, remember, shown_rungs, undo
from tests import tiny_project
from tests.needs import needs_bubblewrap

from .conftest import PASSED, memory_of


def not_a_database(path: Path) -> None:
    path.write_bytes(b"\xff\xfe this is no database" * 100)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def overwritten_inside(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    path.write_bytes(content)


def somebody_elses(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (a)")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()


DAMAGES = [not_a_database, cut_short, overwritten_inside, somebody_elses]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_memory_is_put_aside_and_said_once(
    lesson: Lesson, said: list[str], damage: Callable[[Path], None]
) -> None:
    remember(lesson, PASSED, present(lesson))
    damage(memory_of(lesson))
    damaged = memory_of(lesson).read_bytes()
    assert last(lesson) is None
    assert history(lesson) == ()
    remember(lesson, PASSED, present(lesson))
    assert last(lesson) == PASSED
    assert len(said) == 1 and "broken-1.sqlite3" in said[0] and "여러분의 파일은 그대로입니다" in said[0]
    assert (memory_of(lesson).parent / "broken-1.sqlite3").read_bytes() == damaged


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_memory_takes_the_next_verdict(
    lesson: Lesson, said: list[str], damage: Callable[[Path], None]
) -> None:
    remember(lesson, PASSED, present(lesson))
    damage(memory_of(lesson))
    remember(lesson, PASSED, present(lesson))
    assert last(lesson) == PASSED and len(said) == 1


def test_an_empty_file_is_a_memory_that_begins(lesson: Lesson, said: list[str]) -> None:
    memory_of(lesson).parent.mkdir()
    memory_of(lesson).touch()
    note_rung(lesson, 1, 1)
    assert shown_rungs(lesson, 1) == 1 and said == []


def test_a_memory_of_a_newer_workbook_is_left_as_it_is(lesson: Lesson, said: list[str]) -> None:
    remember(lesson, PASSED, present(lesson))
    connection = sqlite3.connect(memory_of(lesson))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = memory_of(lesson).read_bytes()
    assert last(lesson) is None
    with pytest.raises(NotKept, match="더 새로운 워크북"):
        remember(lesson, PASSED, present(lesson))
    assert memory_of(lesson).read_bytes() == before and len(said) == 1


def test_one_damaged_content_costs_that_state_alone(lesson: Lesson) -> None:
    remember(lesson, PASSED, present(lesson))
    connection = sqlite3.connect(memory_of(lesson))
    connection.execute("UPDATE blob SET content = x'00'")
    connection.commit()
    connection.close()
    tiny_project.write(lesson.folder / "app.py", "new")
    with pytest.raises(NotKept):
        undo(lesson)
    assert (lesson.folder / "app.py").read_text(encoding="utf-8") == "new"
    assert last(lesson) == PASSED


def test_a_file_in_the_place_of_the_folder(lesson: Lesson) -> None:
    memory_of(lesson).parent.write_text("in the way", encoding="utf-8")
    assert last(lesson) is None
    with pytest.raises(NotKept, match=r"\.workbook 폴더에 쓸 수 없습니다"):
        remember(lesson, PASSED, present(lesson))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_read_all_the_same(lesson: Lesson, said: list[str]) -> None:
    remember(lesson, PASSED, present(lesson))
    folder = memory_of(lesson).parent
    memory_of(lesson).chmod(0o444)
    folder.chmod(0o555)
    try:
        assert last(lesson) == PASSED
        with pytest.raises(NotKept):
            remember(lesson, PASSED, present(lesson))
        with pytest.raises(NotKept):
            undo(lesson)
    finally:
        folder.chmod(0o755)
    assert len(said) == 1


@needs_bubblewrap
def test_a_medium_that_cannot_be_written_to_is_read_all_the_same(lesson: Lesson) -> None:
    remember(lesson, PASSED, present(lesson))
    program = (
        "import sys; from pathlib import Path; from shared.lessons import find; "
        "from shared.progress import history, last; "
        "lesson = find('1', Path(sys.argv[1])); print(last(lesson).earned, len(history(lesson)))"
    )
    command = ["bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", sys.executable, "-c", program]
    done = subprocess.run(
        [*command, str(lesson.folder.parents[1])], cwd=tiny_project.ROOT, capture_output=True, encoding="utf-8"
    )
    assert done.stdout == "3 1\n" and len(done.stderr.splitlines()) == 1, done.stderr


def test_a_python_without_sqlite_costs_the_history_alone(
    lesson: Lesson, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(lesson, PASSED, present(lesson))
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    get_ready()
    assert last(lesson) is None and len(said) == 1
    with pytest.raises(NotKept, match="sqlite3"):
        remember(lesson, PASSED, present(lesson))


def test_nothing_is_changed_where_nothing_can_be_kept(lesson: Lesson) -> None:
    memory_of(lesson).parent.write_text("in the way", encoding="utf-8")
    before = present(lesson)
    with pytest.raises(NotKept):
        undo(lesson)
    assert present(lesson) == before
