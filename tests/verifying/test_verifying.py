"""A good lesson has no findings; each fault is found once, at its place, with what to do."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.lessons import all_lessons
from shared.verifying import verify_all
from tests import tiny_project
from tests.tiny_project import replace, write

LESSON = Path("lessons", tiny_project.SLUG)
README = LESSON / "README.md"
HINTS = LESSON / "hints.md"
APP = LESSON / "app.py"
SOLUTION = Path("solutions", tiny_project.SLUG)
CHECK = Path("checks", f"{tiny_project.SLUG}.py")
SHELF = Path("tests", "answers", tiny_project.SLUG)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    yield tiny_project.make(tmp_path)
    for name in [name for name in sys.modules if name.startswith("checks.")]:
        del sys.modules[name]


def findings(root: Path) -> list[str]:
    return [found.text(root) for _, all_found in verify_all(all_lessons(root), root) for found in all_found]


def test_a_good_lesson_has_no_findings(project: Path) -> None:
    assert findings(project) == []


def line_of(path: Path, text: str) -> int:
    return next(n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if text in line)


Change = Callable[[Path], None]


def changed(path: Path, old: str, new: str) -> Change:
    return lambda root: replace(root / path, old, new)


def removed(path: Path) -> Change:
    return lambda root: (root / path).unlink()


def added(path: Path, text: str) -> Change:
    return lambda root: write(root / path, text)


FAULTS: dict[str, tuple[Change, Path, str, str]] = {
    # name: what is done, the file that is named, a text of the line that is named, a piece of the sentence
    "no hints": (removed(HINTS), HINTS, "", "파일이 없습니다"),
    "no check": (removed(CHECK), CHECK, "", "파일이 없습니다"),
    "no notebook": (
        added(Path("notebooks", "02_other.ipynb"), "{}"),
        Path("notebooks/01_greeting.ipynb"),
        "",
        "노트북",
    ),
    "too few right answers": (
        lambda root: shutil.rmtree(root / SHELF / "right/answer_0"),
        SHELF / "right",
        "",
        "맞는 답이 3개",
    ),
    "wrong answer unexplained": (
        lambda root: (root / SHELF / "wrong/answer_0/answer.json").rename(root / SHELF / "wrong/answer_0/app.py"),
        SHELF / "wrong/answer_0",
        "",
        "answer.json",
    ),
    "file only in the starter": (added(LESSON / "extra.py", ""), LESSON / "extra.py", "", "모범 답안에 없습니다"),
    "file only in the solution": (added(SOLUTION / "extra.py", ""), SOLUTION / "extra.py", "", "모범 답안에만"),
    "work left in the solution": (
        changed(SOLUTION / "app.py", "def bye", "# TODO 과제 2: 아직\ndef bye"),
        SOLUTION / "app.py",
        "TODO",
        "TODO가 남아",
    ),
    "hint heading differs": (changed(HINTS, "작별 인사", "작별인사"), HINTS, "## 과제 2", "README에 없는 과제"),
    "rungs not in order": (changed(HINTS, "### 힌트 2", "### 힌트 3"), HINTS, "### 힌트 3", "맞는 제목: 힌트 2"),
    "re-read heading is gone": (
        changed(CHECK, 'task(2, reread="인사하기")', 'task(2, reread="없는 절")'),
        CHECK,
        "task(2",
        "reread의 제목이 README에 없습니다: 없는 절",
    ),
    "task without a step": (
        lambda root: write(root / CHECK, tiny_project.CHECK.replace("@check.task(3)\n", "")),
        README,
        "### 과제 3",
        "검사가 없는 과제입니다: 3",
    ),
    "step without a task": (
        added(
            CHECK,
            tiny_project.CHECK.replace(
                "if __name__", '@check.task(4)\ndef more(files):\n    """더"""\n\n\nif __name__'
            ),
        ),
        CHECK,
        "task(4)",
        "README에 없는 과제입니다: 4",
    ),
    "work without a TODO": (
        changed(APP, "# TODO 과제 2:", "# 과제 2:"),
        README,
        "### 과제 2",
        "'# TODO 과제 2'가 없습니다",
    ),
    "TODO without work": (
        changed(APP, "# TODO 과제 2", "# TODO 과제 3: 없음\n# TODO 과제 2"),
        APP,
        "TODO 과제 3",
        "둘 중 하나를",
    ),
    "TODO of no task": (
        changed(APP, "# TODO 과제 2", "# TODO 과제 9: 없음\n# TODO 과제 2"),
        APP,
        "TODO 과제 9",
        "9. TODO의",
    ),
    "starter breaks": (
        changed(APP, "app = Flask(__name__)", "app = Flask(__name__)\nprint(nothing)"),
        APP,
        "nothing",
        "NameError",
    ),
    "starter passes": (added(APP, tiny_project.FIRST_DONE), CHECK, "task(1", "시작 파일이 이미 통과하는 과제입니다: 1"),
    "solution fails": (changed(SOLUTION / "app.py", '"Bye"', '"bye"'), SOLUTION / "app.py", "", "과제입니다: 2 (실패"),
    "check breaks": (changed(CHECK, 'http.get("/nothing")', "lost"), CHECK, "task(3)", "판정하지 못한 과제입니다: 3"),
    "check cannot be read": (
        changed(CHECK, "from shared.checking import Check", "from nowhere import Check"),
        CHECK,
        "",
        "nowhere",
    ),
    "two top headings": (changed(README, "## 인사하기", "# 인사하기"), README, "# 인사하기", "가장 큰 제목(#)이 2개"),
    "level skipped": (
        changed(README, "## 인사하기", "#### 인사하기"),
        README,
        "#### 인사",
        "제목의 단계를 건너뛰었습니다",
    ),
    "no language": (changed(HINTS, "```python\ndef", "```\ndef"), HINTS, "```", "언어가 없습니다"),
    "fence inside HTML": (changed(README, "</summary>\n\n", "</summary>\n"), README, "<details>", "빈 줄을 넣으세요"),
    "file of a link is gone": (
        changed(README, "](hints.md)", "](hint.md)"),
        README,
        "hint.md",
        "파일이 없습니다: hint.md",
    ),
    "heading of a link is gone": (
        changed(README, "(#인사하기)", "(#인사)"),
        README,
        "(#인사)",
        "제목이 없습니다: #인사",
    ),
    "heading in another file is gone": (
        changed(README, "(hints.md)", "(hints.md#과제-9)"),
        README,
        "과제-9",
        "제목이 없습니다",
    ),
    "link leads outside": (changed(README, "(hints.md)", "(../../../x.md)"), README, "../../../", "워크북 밖을"),
    "address without a host": (
        changed(README, "(https://flask.palletsprojects.com/", "(https:flask/"),
        README,
        "https:flask",
        "이상합니다",
    ),
    "picture without words": (
        changed(README, "인사합니다. ", "![](hints.md) "),
        README,
        "![]",
        "대체 글(alt)",
    ),
    "picture in HTML without words": (
        changed(README, "인사합니다. ", 'x <img src="hints.md"> '),
        README,
        "<img",
        "대체 글(alt)",
    ),
    "output differs": (
        changed(README, "안녕하세요\n2\n", "안녕하세요\n3\n"),
        README,
        "",
        "2번째 줄부터 다릅니다. 글: '3', 실제: '2'",
    ),
    "output lacks a line": (changed(README, "안녕하세요\n2\n", "안녕하세요\n"), README, "", "글: (줄 없음), 실제: '2'"),
    "program breaks": (changed(README, "print(1 + 1)", "print(1 / 0)"), README, "hello.py", "ZeroDivisionError"),
    "output of nothing": (
        changed(README, 'output="hello.py"', 'output="hallo.py"'),
        README,
        "hallo.py",
        "title과 output",
    ),
    "program outside": (changed(README, 'title="hello.py"', 'title="../hello.py"'), README, "../hello.py", "폴더 밖"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_at_its_place(project: Path, fault: str) -> None:
    change, file, at, sentence = FAULTS[fault]
    change(project)
    found = [line for line in findings(project) if line.startswith(f"{file.as_posix()}:") and sentence in line]
    assert len(found) == 1, findings(project)
    if at:
        assert found[0].startswith(f"{file.as_posix()}:{line_of(project / file, at)}: "), found


def test_a_gap_in_the_numbers_is_found_once(project: Path) -> None:
    for path in (README, HINTS):
        replace(project / path, "과제 3. 없는", "과제 4. 없는")
    assert [line for line in findings(project) if "맞는 번호: 3" in line] == [
        f"{README.as_posix()}:{line_of(project / README, '### 과제 4')}: "
        "과제의 번호: 4, 맞는 번호: 3. 1부터 빠짐없이 매기세요."
    ]


def test_a_file_that_a_task_asks_for_may_be_missing_in_the_starter(project: Path) -> None:
    write(project / SOLUTION / "static/hello.txt", "안녕")
    replace(project / README, "`Bye`가 보이게 하세요.", "`Bye`가 보이게 하고 `hello.txt`를 만드세요.")
    assert findings(project) == []


def test_every_lesson_is_looked_at_in_order(project: Path) -> None:
    tiny_project.make(project, "02_second", "둘째")
    write(project / "tests/answers/02_second/right/answer_0/answer.json", json.dumps({"why": "x"}))
    assert [lesson.slug for lesson, found in verify_all(all_lessons(project), project) if not found] == [
        "01_greeting",
        "02_second",
    ]
