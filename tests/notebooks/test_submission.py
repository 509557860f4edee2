"""A filled-in notebook is a submission: moved, split, copied, stripped and broken ones too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

from shared.checking.session import judge_path, load_check
from shared.lessons import find
from shared.notebooks.building import ANSWER, build, text_of
from shared.notebooks.executing import filled
from shared.submission import Refused, read
from shared.worker.worker import Worker

LESSON = find("04")
APP = 'from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get("/")\ndef index():\n    return "Hello World!"\n'


def notebook_with(app: str = APP) -> Any:
    return filled(build(LESSON), {"app.py": app})


def answer_of(notebook: Any) -> Any:
    return next(cell for cell in notebook.cells if ANSWER in cell.metadata.get("tags", []))


def handed_in(tmp_path: Path, notebook: Any, name: str = "10101_김하늘.ipynb") -> Path:
    path = tmp_path / name
    path.write_text(text_of(notebook), encoding="utf-8")
    return path


def app_in(path: Path) -> str:
    return read(path, LESSON).files["app.py"].decode("utf-8")


def test_the_answer_cell_is_the_file(tmp_path: Path) -> None:
    assert app_in(handed_in(tmp_path, notebook_with())) == APP


def test_as_handed_out_it_is_the_starter(tmp_path: Path) -> None:
    path = handed_in(tmp_path, build(LESSON))
    assert app_in(path) == (LESSON.folder / "app.py").read_text(encoding="utf-8")


def test_a_moved_cell_without_metadata_is_known_by_its_first_line(tmp_path: Path) -> None:
    notebook = notebook_with()
    cell = answer_of(notebook)
    notebook.cells.remove(cell)
    cell.metadata, cell.id = nbformat.from_dict({}), "other"
    notebook.cells.insert(0, cell)
    assert app_in(handed_in(tmp_path, notebook)) == APP


def test_a_cell_that_lost_its_first_line_is_known_by_its_metadata(tmp_path: Path) -> None:
    notebook = notebook_with()
    answer_of(notebook).source = APP
    assert app_in(handed_in(tmp_path, notebook)) == APP


def test_a_split_cell_is_joined(tmp_path: Path) -> None:
    notebook = notebook_with()
    cell = answer_of(notebook)
    head, tail = APP.split("\n\n\n")
    second = nbformat.from_dict({**cell, "id": "second", "source": tail})
    cell.source = f"%%answer app.py\n{head}"
    notebook.cells.insert(notebook.cells.index(cell) + 1, second)
    assert [line for line in app_in(handed_in(tmp_path, notebook)).splitlines() if line] == [
        line for line in APP.splitlines() if line
    ]


@pytest.mark.parametrize("first_is_left", [True, False])
def test_of_a_copy_left_as_it_was_the_other_counts(tmp_path: Path, first_is_left: bool) -> None:
    notebook = notebook_with()
    cell = answer_of(notebook)
    copy = nbformat.from_dict({**cell, "id": "copy", "source": answer_of(build(LESSON)).source})
    notebook.cells.insert(notebook.cells.index(cell) + (0 if first_is_left else 1), copy)
    assert app_in(handed_in(tmp_path, notebook)) == APP


def test_two_different_answers_for_one_file_are_refused(tmp_path: Path) -> None:
    notebook = notebook_with()
    cell = answer_of(notebook)
    notebook.cells.append(nbformat.from_dict({**cell, "id": "copy", "source": "%%answer app.py\nprint(1)"}))
    with pytest.raises(Refused, match="app.py: 답을 쓴 칸이 둘"):
        read(handed_in(tmp_path, notebook), LESSON)


def test_a_foreign_notebook_is_refused_and_says_which_cell_is_missing(tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print(1)")])
    with pytest.raises(Refused, match="%%answer app.py"):
        read(handed_in(tmp_path, notebook), LESSON)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b'{"nbformat": 4}', b'{"nbformat": 3, "worksheets": []}', b"\xff\xfe", b"[" * 100_000],
)
def test_a_broken_notebook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.ipynb"
    path.write_bytes(content)
    with pytest.raises(Refused, match="broken.ipynb"):
        read(path, LESSON)


ODD: list[Any] = [None, 1, {}, {"cell_type": "code", "source": 1}, {"cell_type": "code", "metadata": []}]


@pytest.mark.parametrize("cell", ODD)
def test_odd_cells_are_passed_over(tmp_path: Path, cell: Any) -> None:
    notebook = json.loads(text_of(notebook_with()))
    notebook["cells"].insert(0, cell)
    path = tmp_path / "odd.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert app_in(path) == APP


@pytest.mark.parametrize("file", ["../app.py", "/etc/passwd", "..\\app.py"])
def test_a_name_that_leads_outside_is_no_answer(tmp_path: Path, file: str) -> None:
    notebook = notebook_with()
    notebook.cells.append(nbformat.v4.new_code_cell(f"%%answer {file}\nprint(1)"))
    assert set(read(handed_in(tmp_path, notebook), LESSON).files) == {"app.py"}


def test_nothing_in_it_is_run_outside_the_worker(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    notebook = notebook_with(APP + f"\nopen({str(trace)!r}, 'w').close()\n")
    notebook.cells.insert(0, nbformat.v4.new_code_cell(f"open({str(trace)!r}, 'w').close()"))
    with Worker(walled=True) as worker:
        verdict = judge_path(load_check(LESSON), handed_in(tmp_path, notebook), worker=worker)
    assert verdict.seed >= 0
    assert not trace.exists() or worker.walls is None
