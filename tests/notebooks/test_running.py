"""All notebooks run: as handed out, and with the solution filled in. An outside tool agrees."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from shared.lessons import Lesson, all_lessons, find
from shared.notebooks.building import build
from shared.notebooks.executing import run
from shared.notebooks.running import run_one
from tests.shelves.ground import browser_ground, client, laid_client, package  # noqa: F401

ROOT = Path(__file__).parents[2]
LESSONS = all_lessons()


@pytest.mark.parametrize("solved", [False, True], ids=["handed_out", "solved"])
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_it_runs(lesson: Lesson, solved: bool) -> None:
    trouble = run_one(lesson, solved).trouble
    assert trouble is None, f"{trouble.cell}\n{trouble.source}\n{trouble.text}"


def changed(cell_id: str, source: str) -> nbformat.NotebookNode:
    notebook = build(find("04"))
    place = next(i for i, cell in enumerate(notebook.cells) if cell.id == cell_id)
    notebook.cells[place].source = source
    notebook.cells = notebook.cells[: place + 1]
    return notebook


def test_a_cell_that_breaks_is_named_with_its_error() -> None:
    first = next(cell.id for cell in build(find("04")).cells if cell.id.startswith("program-"))
    trouble = run(changed(first, "1 / 0"), find("04")).trouble
    assert trouble is not None
    assert (trouble.cell, trouble.source) == (first, "1 / 0")
    assert "division by zero" in trouble.text


def test_a_cell_that_never_ends_is_named() -> None:
    trouble = run(changed("setup", "while True:\n    pass"), find("04"), seconds=3).trouble
    assert trouble is not None
    assert trouble.cell == "setup" and "3초" in trouble.text


def test_other_output_than_kept_is_told() -> None:
    first = next(cell for cell in build(find("04")).cells if cell.id.startswith("program-") and cell.outputs)
    trouble = run(changed(first.id, "print('다른 것')"), find("04")).trouble
    assert trouble is not None
    assert trouble.cell == first.id and "다른 것" in trouble.text


def test_a_cell_that_serves_again_replaces_its_server(tmp_path: Path) -> None:
    notebook = build(find("04"))
    serving = next(cell for cell in notebook.cells if cell.id == "try-serve")
    again = nbformat.from_dict(serving)
    again.source = (
        "import requests\n"
        "first = workbook.serve(workbook.app_of(), port=server.port)\n"
        "print(first.port == server.port, requests.get(first.url, timeout=5).status_code)"
    )
    again.id = "again"
    place = notebook.cells.index(serving) + 1
    notebook.cells = [*notebook.cells[:place], again]
    ran = run(notebook, find("04"))
    assert ran.trouble is None, ran.trouble
    assert ran.notebook.cells[-1].outputs[0].text == "True 404\n"


@pytest.mark.timeout(600)  # fifteen kernels, on a machine that runs other tests too
def test_nbmake_agrees(tmp_path: Path) -> None:
    """An outside tool runs the notebooks as they are handed out; those with clients in a browser take longest."""
    notebooks = [str(ROOT / "notebooks" / f"{lesson.slug}.ipynb") for lesson in LESSONS]
    command = [sys.executable, "-m", "pytest", "--nbmake", "-q", "-p", "no:cacheprovider", "-n", "2", "--timeout=0"]
    command += ["-W", "ignore", f"--basetemp={tmp_path / 'base'}", "--rootdir", str(tmp_path), *notebooks]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTEST_ADDOPTS", None)
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-1000:]
    assert f"{len(LESSONS)} passed" in ran.stdout
