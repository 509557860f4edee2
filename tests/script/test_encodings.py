"""A console that cannot write Korean changes what is shown, never the verdict."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.verdict import Verdict, from_json
from tests.script.conftest import Project

ODD = """
from flask import Flask

app = Flask(__name__)
print("시작 \\u2013 \\U0001f600 \\u2713")


@app.get("/")
def index():
    return "Hello\\u2014World \\U0001f600 안녕"
"""


def judged(project: Project, path: Path, target: Path, encoding: str) -> tuple[int, bytes, Verdict]:
    done = project.run(path, "--seed", 3, "--json", target, env={"PYTHONIOENCODING": encoding})
    assert done.stderr == b"", done.stderr
    return done.returncode, done.stdout, from_json(target.read_text(encoding="utf-8"))


def facts(verdict: Verdict) -> list[tuple[object, ...]]:
    return [(step.task, step.status, step.mistake, step.got) for step in verdict.steps]


@pytest.mark.parametrize("passing", [True, False], ids=["passing", "failing"])
def test_verdict_and_exit_code_are_the_same_in_every_encoding(
    project: Project, handed: Callable[..., Path], tmp_path: Path, passing: bool
) -> None:
    path = project.solution if passing else handed(ODD)
    code, _, verdict = judged(project, path, tmp_path / "a.json", "utf-8")
    assert code == (0 if passing else 1)
    for encoding in ("cp949:strict", "ascii:strict"):
        other_code, shown, other = judged(project, path, tmp_path / "b.json", encoding)
        assert (other_code, facts(other)) == (code, facts(verdict))
        shown.decode(encoding.partition(":")[0])


def test_korean_is_readable_on_a_korean_windows(project: Project) -> None:
    done = project.run(project.solution, env={"PYTHONIOENCODING": "cp949:strict"})
    assert "7개 중 7개 통과" in done.stdout.decode("cp949")


def test_the_locale_of_the_computer_does_not_matter(project: Project) -> None:
    for more in ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONUTF8": "1"}):
        done = project.run(project.solution, env={**more, "PYTHONIOENCODING": ""})
        assert (done.returncode, done.stderr) == (0, b""), done.stdout
