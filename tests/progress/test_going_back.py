"""Reset, undo and history lose nothing, whatever is done in which order."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from shared.lessons import Lesson, find
from shared.lessons.starters import write as write_starters
from shared.progress import NoWay, history, last_passing, present, remember, reset, state_at, undo
from tests import tiny_project

from .conftest import FAILED, PASSED


@pytest.fixture
def lesson(lesson: Lesson) -> Lesson:
    write_starters(lesson.folder.parents[1])
    return lesson


def app(lesson: Lesson) -> Path:
    return lesson.folder / "app.py"


def save(lesson: Lesson, text: str) -> None:
    tiny_project.write(app(lesson), text)


def judged(lesson: Lesson, text: str) -> None:
    save(lesson, text)
    remember(lesson, FAILED, present(lesson))


def test_reset_is_undone_by_undo_and_that_by_redo(lesson: Lesson) -> None:
    save(lesson, "mine")
    went = reset(lesson)
    assert app(lesson).read_text(encoding="utf-8") == tiny_project.STARTER
    assert went.moved.written == ("app.py",)
    undo(lesson)
    assert app(lesson).read_text(encoding="utf-8") == "mine"
    undo(lesson, redo=True)
    assert app(lesson).read_text(encoding="utf-8") == tiny_project.STARTER


def test_each_undo_goes_one_step_further_down_to_the_starter(lesson: Lesson) -> None:
    for text in "abc":
        judged(lesson, text)
    save(lesson, "not judged")
    seen = []
    for _ in range(4):
        undo(lesson)
        seen.append(app(lesson).read_text(encoding="utf-8"))
    assert seen == ["c", "b", "a", tiny_project.STARTER]
    with pytest.raises(NoWay):
        undo(lesson)
    for expected in ("a", "b", "c", "not judged"):
        undo(lesson, redo=True)
        assert app(lesson).read_text(encoding="utf-8") == expected
    with pytest.raises(NoWay):
        undo(lesson, redo=True)


def test_edits_after_going_back_come_from_where_they_were_made(lesson: Lesson) -> None:
    for text in "abc":
        judged(lesson, text)
    undo(lesson)
    undo(lesson)
    judged(lesson, "d")
    undo(lesson)
    assert app(lesson).read_text(encoding="utf-8") == "a"
    undo(lesson, to=4)
    assert app(lesson).read_text(encoding="utf-8") == "c"


def test_added_files_go_and_come_back(lesson: Lesson) -> None:
    judged(lesson, "a")
    tiny_project.write(lesson.folder / "templates" / "쪽.html", "page")
    went = undo(lesson)
    assert went.moved.removed == ("templates/쪽.html",)
    assert not (lesson.folder / "templates" / "쪽.html").exists()
    undo(lesson, redo=True)
    assert (lesson.folder / "templates" / "쪽.html").read_text(encoding="utf-8") == "page"


def test_what_is_no_part_of_an_answer_stays(lesson: Lesson) -> None:
    save(lesson, "mine")
    others = ["data.sqlite3", "uploads/cat.txt", "images/one.png", "README.md", "static/socket.io.esm.min.js"]
    for name in others:
        if name != "README.md":
            tiny_project.write(lesson.folder / name, "stays")
    (lesson.folder / "film.bin").write_bytes(b"x" * (5 * 1024 * 1024 + 1))
    reset(lesson)
    assert all((lesson.folder / name).is_file() for name in [*others, "film.bin"])


def test_line_ends_of_the_learners_file_are_kept(lesson: Lesson) -> None:
    app(lesson).write_bytes(b"a\r\nb\r\n")
    reset(lesson)
    assert app(lesson).read_bytes() == tiny_project.STARTER.replace("\n", "\r\n").encode()
    with pytest.raises(NoWay):
        reset(lesson)
    undo(lesson)
    assert app(lesson).read_bytes() == b"a\r\nb\r\n"


def test_a_file_keeps_its_mode_and_no_other_file_is_left(lesson: Lesson) -> None:
    save(lesson, "mine")
    app(lesson).chmod(0o640)
    reset(lesson)
    assert os.name == "nt" or app(lesson).stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in lesson.folder.iterdir()) == ["README.md", "app.py", "hints.md"]


def test_the_same_state_judged_again_is_one_moment_with_the_newer_result(lesson: Lesson) -> None:
    judged(lesson, "a")
    remember(lesson, PASSED, present(lesson))
    moments = [(one.why, one.passed, one.here) for one in history(lesson)]
    assert moments == [("starter", None, False), ("judged", 3, True)]
    judged(lesson, "b")
    assert last_passing(lesson) == {"app.py": b"a"}


def test_without_kept_starters_there_is_no_reset_but_an_undo(lesson: Lesson) -> None:
    (lesson.folder.parent / "starters.json").unlink()
    judged(lesson, "a")
    judged(lesson, "b")
    with pytest.raises(NoWay, match="시작 파일을 찾지 못했습니다"):
        reset(lesson)
    undo(lesson)
    assert app(lesson).read_text(encoding="utf-8") == "a"


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_number_that_is_not_in_the_history_changes_nothing(lesson: Lesson, number: int) -> None:
    judged(lesson, "a")
    with pytest.raises(NoWay):
        undo(lesson, to=number)
    assert app(lesson).read_text(encoding="utf-8") == "a"


def test_a_name_that_macos_has_stored_in_parts_is_not_doubled(lesson: Lesson) -> None:
    decomposed = "\u1112\u1161\u11ab.txt"  # 한.txt
    tiny_project.write(lesson.folder / decomposed, "one")
    judged(lesson, "a")
    tiny_project.write(lesson.folder / decomposed, "two")
    undo(lesson)
    names = [path.name for path in lesson.folder.glob("*.txt")]
    assert names == [decomposed] and (lesson.folder / decomposed).read_text(encoding="utf-8") == "one"


class Learner(RuleBasedStateMachine):
    """Saves, checks, resets and goes back in any order."""

    numbers = Bundle("numbers")

    @initialize()
    def begin(self) -> None:
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        root = tiny_project.make(Path(self.folder.name))
        write_starters(root)
        self.lesson = find("1", root)
        self.judged_texts: set[str] = set()

    @rule(text=st.text(st.characters(codec="utf-8"), max_size=4), name=st.sampled_from(["app.py", "b.py"]))
    def saves(self, text: str, name: str) -> None:
        (self.lesson.folder / name).write_bytes(text.encode())

    @rule(passes=st.booleans())
    def checks(self, passes: bool) -> None:
        files = present(self.lesson)
        remember(self.lesson, PASSED if passes else FAILED, files)
        self.note(files)

    @rule()
    def resets(self) -> None:
        before = present(self.lesson)
        try:
            reset(self.lesson)
        except NoWay:
            assert present(self.lesson) == before
        else:
            self.note(before)
            assert present(self.lesson)["app.py"].replace(b"\r\n", b"\n") == tiny_project.STARTER.encode()
            assert set(present(self.lesson)) == {"app.py"}

    @rule(redo=st.booleans())
    def goes(self, redo: bool) -> None:
        before = present(self.lesson)
        try:
            went = undo(self.lesson, redo=redo)
        except NoWay:
            assert present(self.lesson) == before
        else:
            self.note(before)
            assert state_at(self.lesson, went.number) == present(self.lesson)

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "lesson"):
            return
        moments = history(self.lesson)
        states = [state_at(self.lesson, moment.number) or {} for moment in moments]
        kept = {json.dumps({name: text.decode() for name, text in state.items()}) for state in states}
        assert self.judged_texts <= kept
        assert sum(moment.here for moment in moments) == bool(moments)

    def note(self, files: dict[str, bytes]) -> None:
        self.judged_texts.add(json.dumps({name: files[name].decode() for name in sorted(files)}))

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()


Learner.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
TestLearner = Learner.TestCase
