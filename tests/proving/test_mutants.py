"""Mutants are small, all different, and never of what is only read by people."""

from __future__ import annotations

import ast
import json

import pytest

from shared.lessons import Lesson, all_lessons
from shared.proving.equivalent import Mark, stale
from shared.proving.mutants import Mutant, finished, mutants_of

APP = '''"""Says hello."""

import re
from flask import Flask

app = Flask(__name__)


@app.get("/half/<int:n>")
def half(n: int) -> tuple[str, int]:
    """Half of it."""
    if n > 1 and not n == 7:
        return f"half: {n / 2}", 200
    return dict(a=1), 201


if __name__ == "__main__":
    app.run(debug=True)
'''


def changes(text: str, file: str = "app.py") -> list[tuple[str, str]]:
    return [(mutant.before, mutant.after) for mutant in mutants_of({file: text})]


def test_each_kind_of_change_is_made() -> None:
    found = changes(APP)
    for before, after in [
        ("if n > 1 and not n == 7:", "if n >= 1 and not n == 7:"),
        ("if n > 1 and not n == 7:", "if n > 1 or not n == 7:"),
        ("if n > 1 and not n == 7:", "if n > 1 and n == 7:"),
        ("if n > 1 and not n == 7:", "if n > 1 and not n != 7:"),
        ("if n > 1 and not n == 7:", "if not (n > 1 and not n == 7):"),
        ('@app.get("/half/<int:n>")', '@app.get("/half/<int:n>x")'),
        ('@app.get("/half/<int:n>")', ""),
        ('return f"half: {n / 2}", 200', 'return f"half: {n * 2}", 200'),
        ('return f"half: {n / 2}", 200', 'return f"half: {n / 2}", 201'),
        ('return f"half: {n / 2}", 200', 'return f"half: {n / 2}"'),
        ('return f"half: {n / 2}", 200', "pass"),
        ("return dict(a=1), 201", "return dict(), 201"),
        ("app.run(debug=True)", "app.run()"),
    ]:
        assert (before, after) in found


def test_what_people_read_is_left_alone() -> None:
    touched = "\n".join(before for before, _ in changes(APP))
    for text in ("Says hello", "Half of it", "import", "__name__ ==", "tuple[str, int]"):
        assert text not in touched


@pytest.mark.parametrize("lesson", all_lessons(), ids=lambda lesson: lesson.slug)
def test_every_solution_has_mutants_that_can_be_read(lesson: Lesson) -> None:
    files = finished(lesson)
    found = list(mutants_of(files))
    assert len(found) >= 4
    assert len({(mutant.file, mutant.text) for mutant in found}) == len(found)
    for mutant in found:
        assert mutant.text != files[mutant.file]
        assert mutant.diff(files[mutant.file]) or mutant.text == ""
        if mutant.file.endswith(".py"):
            ast.parse(mutant.text)


@pytest.mark.parametrize(
    ("file", "text", "before", "after"),
    [
        ("queries.sql", "SELECT id FROM t WHERE id = :id;\n", "SELECT id FROM t WHERE id = :id;", "SELECT id FROM t;"),
        ("page.html", "<h1>{{ name }}</h1>\n", "<h1>{{ name }}</h1>", "<h1></h1>"),
        ("index.js", "line.textContent = text;\n", "line.textContent = text;", "line.innerHTML = text;"),
        ("profile.json", '{"a": true}\n', '{"a": true}', '{"a": "true"}'),
    ],
)
def test_other_languages_are_changed_too(file: str, text: str, before: str, after: str) -> None:
    assert (before, after) in changes(text, file)


def test_a_mark_that_fits_no_mutant_is_stale() -> None:
    mutant = Mutant("app.py", "x = 2\n", "x = 1", "x = 2", 1)
    fits = Mark("app.py", "x = 1", "x = 2", "nobody looks at x")
    old = Mark("app.py", "y = 1", "y = 2", "nobody looks at y")
    assert stale([fits, old], [mutant]) == [old]


def test_a_mark_below_a_line_fits_what_stands_under_it_alone() -> None:
    guard = 'if __name__ == "__main__":'
    text = f"x = 1\n\n\n{guard}\n    print(x)\n"
    mark = Mark("app.py", below=guard, why="loaded, not run")
    assert [mutant.line for mutant in mutants_of({"app.py": text}) if mark.fits(mutant)] == [5]
    assert not any(mark.fits(mutant) for mutant in mutants_of({"other.py": text}))


@pytest.mark.parametrize("lesson", all_lessons(), ids=lambda lesson: lesson.slug)
def test_committed_marks_fit_and_have_reasons(lesson: Lesson) -> None:
    from shared.proving.equivalent import marks
    from shared.proving.shelf import shelf

    path = shelf(lesson) / "equivalent.json"
    if path.exists():
        assert json.loads(path.read_text(encoding="utf-8")), "an empty file says nothing"
    assert stale(marks(lesson), mutants_of(finished(lesson))) == []
