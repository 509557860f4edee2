"""`notebooks build` and `notebook`: what is stale is told, and a learner's own copy is never written over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from shared.lessons import find
from shared.messages import notebooks as words
from shared.notebooks.building import build
from shared.notebooks.executing import Ran, Trouble
from shared.notebooks.running import Result
from tests import tiny_project
from tests.cli.conftest import Run, project, run  # noqa: F401

BUILT = f"notebooks/{tiny_project.SLUG}.ipynb"
OWN = f"notebooks/my_{tiny_project.SLUG}.ipynb"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands by which JupyterLab would have been started."""
    commands: list[list[str]] = []

    def start(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("shared.cli.verbs.notebook.subprocess.run", start)
    return commands


def test_what_is_stale_is_told_and_built(run: Run, project: Path) -> None:  # noqa: F811
    stale = run("notebooks", "build", "--check")
    assert stale.code == 1 and BUILT in stale.out
    assert not (project / BUILT).exists()
    assert run("notebooks", "build").code == 0
    assert run("notebooks", "build", "--check").code == 0
    text = project / "lessons" / tiny_project.SLUG / "README.md"
    text.write_text(f"{text.read_text(encoding='utf-8')}\n한 줄 더.\n", encoding="utf-8")
    assert run("notebooks", "build", "--check").code == 1


def test_an_unknown_action_names_those_there_are(run: Run) -> None:  # noqa: F811
    said = run("notebooks", "bild")
    assert said.code == 2
    assert "bild" in said.err and "build" in said.err and "run" in said.err


def test_the_own_copy_is_made_once_and_kept(run: Run, project: Path, opened: list[list[str]]) -> None:  # noqa: F811
    run("notebooks", "build")
    first = run("notebook", "01")
    assert first.code == 0 and OWN in first.out
    assert (project / OWN).read_bytes() == (project / BUILT).read_bytes()
    (project / OWN).write_text("내 답", encoding="utf-8")
    run("notebooks", "build")
    assert words.GO_ON.format(path=OWN) in " ".join(run("notebook", "01").out.split())
    assert (project / OWN).read_text(encoding="utf-8") == "내 답"
    assert all(f"--LabApp.default_url=/lab/tree/{OWN}" in command for command in opened)


def test_it_opens_for_this_computer_alone_on_this_python(run: Run, opened: list[list[str]]) -> None:  # noqa: F811
    run("notebook", "01", "--no-browser")
    [command] = opened
    assert command[:3] == [sys.executable, "-m", "jupyterlab"]
    assert "--ServerApp.ip=127.0.0.1" in command and "--no-browser" in command
    assert "--LabApp.news_url=None" in command  # it asks the Internet nothing
    assert not [part for part in command if "token" in part or "password" in part]


def test_without_jupyterlab_it_says_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setattr("shared.cli.verbs.notebook.importlib.util.find_spec", lambda name: None)
    said = run("notebook", "01")
    assert said.code == 2 and "doctor" in said.err


def test_a_run_shows_the_lesson_the_cell_its_source_and_its_error(
    run: Run,  # noqa: F811
    project: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lesson = find(tiny_project.SLUG, project)
    notebook = build(lesson)
    broken = Ran(notebook, 2.0, Trouble("program-hello-py", "1 / 0", "division by zero"))
    results = [Result(lesson, words.AS_HANDED_OUT, Ran(notebook, 1.0)), Result(lesson, words.SOLVED, broken)]
    monkeypatch.setattr("shared.notebooks.running.run_all", lambda lessons: iter(results))
    said = run("notebooks", "run")
    assert said.code == 1
    for part in (tiny_project.SLUG, words.AS_HANDED_OUT, words.SOLVED, "program-hello-py", "1 / 0", "division by zero"):
        assert part in said.out


def test_a_notebook_that_was_handed_out_anew_is_not_put_aside(run: Run, project: Path) -> None:  # noqa: F811
    run("notebooks", "build")
    starter = project / "lessons" / tiny_project.SLUG / "app.py"
    starter.write_text("# 새 시작 파일\n", encoding="utf-8")
    assert run("notebooks", "build").code == 0
    assert not (project / OWN).exists()


@pytest.mark.parametrize("used", ["written", "run", "broken"])
def test_a_built_notebook_somebody_has_used_is_put_aside(run: Run, project: Path, used: str) -> None:  # noqa: F811
    run("notebooks", "build")
    text = (project / BUILT).read_text(encoding="utf-8")
    changed = {
        "written": text.replace("# TODO", "# 내 답", 1),
        "run": text.replace('"execution_count": null', '"execution_count": 3', 1),
        "broken": text[:100],
    }[used]
    assert changed != text
    for own in (OWN, f"notebooks/my_{tiny_project.SLUG}_2.ipynb"):
        (project / BUILT).write_text(changed, encoding="utf-8")
        said = run("notebooks", "build")
        assert said.code == 0 and own in said.out
        assert (project / own).read_text(encoding="utf-8") == changed
        assert (project / BUILT).read_text(encoding="utf-8") == text
