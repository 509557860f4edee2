"""`python checks/04_routing.py`: what can be handed in, where the verdict goes, and what is said to a wrong command."""

from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import html5lib
import pytest

from shared.verdict import from_json
from tests.script.conftest import WRONG, Project


def test_without_a_path_the_learners_own_folder_is_judged(project: Project) -> None:
    done = project.run()
    assert done.returncode == 1
    assert "7개 중 0개 통과" in done.stdout.decode()
    assert done.stderr == b""


def test_the_solution_passes_as_folder_zip_and_file(project: Project, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "10101.zip", "w") as archive:
        archive.write(project.solution / "app.py", "내 폴더/app.py")
    shutil.copy(project.solution / "app.py", tmp_path / "app.py")
    for path in (project.solution, tmp_path / "10101.zip", tmp_path / "app.py"):
        done = project.run(path)
        assert (done.returncode, done.stderr) == (0, b""), done.stdout.decode()
        assert "7개 중 7개 통과" in done.stdout.decode()


def test_a_wrong_answer_fails_and_tells_how_to_see_the_same_again(project: Project) -> None:
    done = project.run(sorted(WRONG.iterdir())[0], "--seed", 41)
    assert done.returncode == 1
    assert "--seed 41" in done.stdout.decode()


def test_a_path_that_is_not_there_is_one_sentence(project: Project) -> None:
    done = project.run("nowhere/at/all")
    assert done.returncode == 2
    assert b"Traceback" not in done.stdout + done.stderr
    assert "nowhere" in done.stdout.decode()
    told = project.run("nowhere/at/all", "--json", "-")
    assert told.returncode == 2
    assert b"Traceback" not in told.stdout + told.stderr
    assert json.loads(told.stdout)["outcome"] == "unjudged"


def test_json_goes_to_a_file_or_alone_to_the_screen(project: Project, tmp_path: Path) -> None:
    done = project.run(project.solution, "--json", tmp_path / "판정.json")
    assert "7개 통과" in done.stdout.decode()
    verdict = from_json((tmp_path / "판정.json").read_text(encoding="utf-8"))
    assert (verdict.outcome, verdict.lesson) == ("pass", "04_routing")
    alone = project.run(project.solution, "--json", "-", env={"PYTHONIOENCODING": "cp949"})
    assert from_json(alone.stdout.decode("utf-8")).outcome == "pass"


def test_junit_goes_to_a_file(project: Project, tmp_path: Path) -> None:
    assert project.run(project.lesson, "--junit", tmp_path / "out.xml").returncode == 1
    suite = ElementTree.parse(tmp_path / "out.xml").getroot()
    assert len(list(suite.iter("testcase"))) == 7
    assert len(list(suite.iter("failure"))) == 7


def test_html_goes_to_a_file_that_needs_no_other(project: Project, tmp_path: Path) -> None:
    assert project.run(project.lesson, "--html", tmp_path / "out.html").returncode == 1
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    assert len([item for item in page.iter("section") if item.get("class") == "step fail"]) == 7
    assert not [item for item in page.iter() if item.get("src") or item.get("href") or item.tag == "script"]


def test_a_seed_repeats_the_values(project: Project, tmp_path: Path) -> None:
    wrong = WRONG / "F7_percent_d"
    path = wrong if wrong.is_dir() else sorted(WRONG.iterdir())[0]
    seen = []
    for seed in (5, 5, 6):
        done = project.run(path, "--seed", seed, "--json", "-")
        seen.append([step["got"] or step["did"] for step in json.loads(done.stdout)["steps"]])
    assert seen[0] == seen[1]


@pytest.mark.parametrize("target", ["missing/folder/a.json", "."])
def test_a_target_that_cannot_be_written_is_told_and_the_verdict_still_shown(project: Project, target: str) -> None:
    for option in ("--json", "--junit", "--html"):
        done = project.run(project.solution, option, target)
        assert done.returncode == 2
        assert "7개 통과" in done.stdout.decode()
        assert done.stderr.decode().startswith("파일에 쓸 수 없습니다")
        assert b"Traceback" not in done.stderr


def test_plain_output_has_no_colours_even_where_they_are_wanted(project: Project) -> None:
    colourful = project.run(project.lesson, env={"FORCE_COLOR": "1"})
    assert b"\x1b[" in colourful.stdout
    plain = project.run(project.lesson, "--plain", env={"FORCE_COLOR": "1"})
    assert b"\x1b[" not in plain.stdout


def test_help_is_korean(project: Project) -> None:
    done = project.run("--help")
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    for english in ("usage", "positional", "options", "default", "show this"):
        assert english not in text
    for option in ("--json", "--junit", "--html", "--seed", "--plain", "--no-walls", "사용법"):
        assert option in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--seed", "x"], "--seed 뒤에는 정수"),
        (["--seed"], "--seed 뒤에 값이 없습니다"),
        (["--sed", "3"], "모르는 인자"),
        (["a", "b"], "모르는 인자 b"),
        (["--plain=3"], "--plain 뒤에는 값을"),
        (["--step-seconds", "0"], "0보다 크고"),
        (["--step-seconds", "nan"], "0보다 크고"),
        (["--submission-seconds", "길게"], "0보다 크고"),
    ],
)
def test_a_command_that_makes_no_sense_is_told_in_korean(project: Project, arguments: list[str], said: str) -> None:
    done = project.run(*arguments)
    text = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in text
    assert "--help" in text
    for english in ("argument", "invalid", "expected", "unrecognized", "error:", "Traceback"):
        assert english not in text
