"""Where the project lies, where it is started from, and what the environment says must not matter."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from tests.script.conftest import Project, copied, environment

WALLS = ["--walls", "--no-walls"]


def test_started_from_another_folder_the_path_is_taken_from_there(project: Project, tmp_path: Path) -> None:
    assert project.run("solutions/04_routing", cwd=tmp_path).returncode == 2
    relative = os.path.relpath(project.solution, project.root / "checks")
    done = project.run(relative, cwd=project.root / "checks", script="04_routing.py")
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_path_with_a_blank_and_hangul_is_no_hindrance(tmp_path: Path, form: Literal["NFC", "NFD"]) -> None:
    name = unicodedata.normalize(form, "내 웹 서버 동아리")
    moved = copied(tmp_path / name)
    assert moved.run("--walls").returncode == 1
    for walls in WALLS:
        done = moved.run(moved.solution, walls)
        assert (done.returncode, done.stderr) == (0, b""), done.stdout.decode()


@pytest.mark.parametrize("walls", WALLS)
def test_proxies_of_the_environment_are_left_alone(project: Project, walls: str) -> None:
    nowhere = dict.fromkeys(("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    done = project.run(project.solution, walls, env={**nowhere, "NO_PROXY": "", "no_proxy": ""})
    assert done.returncode == 0, done.stdout.decode()


def test_two_checks_at_once_do_not_disturb_each_other(project: Project) -> None:
    commands = [project.command(project.solution), project.command(project.lesson, "--no-walls")]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
        for command in commands
    ]
    ended = [(process.communicate(timeout=60), process.returncode) for process in running]
    assert [code for _, code in ended] == [0, 1]
    assert all(err == b"" for (_, err), _ in ended)


@pytest.mark.skipif(sys.platform == "win32", reason="file permissions are another matter there")
def test_a_project_that_cannot_be_written_to_is_judged_all_the_same(tmp_path: Path) -> None:
    made = copied(tmp_path / "readonly")
    (made.root / ".workbook").write_text("in the way", encoding="utf-8")
    done = made.run()
    assert done.returncode == 1
    assert "7개 중 0개 통과" in done.stdout.decode()
    assert b"Traceback" not in done.stderr


PYTHONS = [path for path in os.environ.get("WORKBOOK_TEST_PYTHONS", "").split(os.pathsep) if path]


@pytest.mark.skipif(not PYTHONS, reason="WORKBOOK_TEST_PYTHONS names no other Python that has the packages")
@pytest.mark.parametrize("python", PYTHONS or [""])
def test_other_pythons_say_the_same(project: Project, python: str) -> None:
    other = Project(project.root, python)
    for walls in WALLS:
        done = other.run(project.solution, walls)
        assert (done.returncode, done.stderr) == (0, b""), done.stdout.decode()
        assert other.run(project.lesson, walls).returncode == 1
        assert other.run("--help").returncode == 0
        assert other.run("--seed", "x").returncode == 2
