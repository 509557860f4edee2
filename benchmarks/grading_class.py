"""The class that the graders are compared on: a routing exercise with four questions, in the form that each needs."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.four_probes import ANSWER

SLUG = "04_routing"
TASKS = (
    "`/`는 Hello World!를 보입니다",
    "`/hi/<name>`은 인사합니다",
    "`/cookie/<int:count>`는 셉니다",
    "수가 아니면 404입니다",
)

CHECK = '''"""04 라우팅"""

from shared.checking import Check

check = Check(__file__)


@check.task(1)
def index(http):
    """`/`는 Hello World!를 보입니다."""
    http.get("/").shows("Hello World!")


@check.task(2)
def hi(http):
    """`/hi/<name>`은 인사합니다."""
    http.get("/hi/Ada").shows("Hello Ada")


@check.task(3)
def cookie(http):
    """`/cookie/<int:count>`는 셉니다."""
    http.get("/cookie/3").shows("Here are 3 cookies")


@check.task(4)
def no_word(http):
    """수가 아니면 404입니다."""
    http.get("/cookie/abc").has_status(404)
'''

ENDLESS = b"while True:\n    pass\n"
UNGUARDED = ANSWER + b"\n\napp.run()\n"
LEAVES = b"import sys\n\nsys.exit(0)\n"
BROKEN = {5: ENDLESS, 10: UNGUARDED, 15: LEAVES}
"""A loop at import, `app.run()` without a guard, and a file that ends the program: by the number of the student."""

MARKS = {5: 0, 15: 0}
"""The right marks of those, of four; all others have four. The unguarded file serves all four pages."""


def write_root(folder: Path) -> Path:
    """A workbook with this one lesson."""
    tasks = "\n\n".join(f"### 과제 {number}. {title}" for number, title in enumerate(TASKS, 1))
    texts = {
        f"lessons/{SLUG}/README.md": f"# 04. 라우팅\n\n## 과제\n\n{tasks}\n",
        f"lessons/{SLUG}/app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
        f"solutions/{SLUG}/app.py": ANSWER.decode("utf-8"),
        f"checks/{SLUG}.py": CHECK,
    }
    for name, text in texts.items():
        _write(folder / name, text.encode("utf-8"))
    return folder


def write_class(folder: Path, size: int, broken: dict[int, bytes] | None = None) -> Path:
    """`10001/04_routing/app.py` and so on. Each answer differs from the others, so that none is graded only once."""
    for number in range(1, size + 1):
        answer = (broken or {}).get(number, ANSWER) + f"# {number}\n".encode("ascii")
        _write(folder / f"{10_000 + number}" / SLUG / "app.py", answer)
    return folder


def write_flat(folder: Path, size: int) -> Path:
    """`s00001/app.py` and so on, for tools that know no lessons."""
    for number in range(1, size + 1):
        _write(folder / f"s{number:05}" / "app.py", ANSWER)
    return folder


def notebook(answer: str, tests: dict[str, str] | None) -> str:
    """The exercise as nbgrader wants it: an answer cell and four test cells, with hidden tests in the teacher's."""
    cells = [_cell("app", answer, solution=True, grade=False)]
    for name, body in (tests or dict.fromkeys(PYTHON_TESTS, "")).items():
        hidden = f"### BEGIN HIDDEN TESTS\n{body}\n### END HIDDEN TESTS" if tests else ""
        cells.append(_cell(name, f"# {name}\n{hidden}", solution=False, grade=True))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


PYTHON_TESTS = {
    "index": "assert app.test_client().get('/').text == 'Hello World!'",
    "hi": "assert app.test_client().get('/hi/Ada').text == 'Hello Ada'",
    "cookie": "assert app.test_client().get('/cookie/3').text == 'Here are 3 cookies'",
    "no_word": "assert app.test_client().get('/cookie/abc').status_code == 404",
}


def _cell(name: str, source: str, *, solution: bool, grade: bool) -> dict[str, object]:
    about = {
        "schema_version": 3,
        "grade_id": name,
        "grade": grade,
        "solution": solution,
        "locked": grade,
        "task": False,
    }
    if grade:
        about["points"] = 1
    return {
        "cell_type": "code",
        "id": name.replace("_", "-"),
        "metadata": {"nbgrader": about},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
