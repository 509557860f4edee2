"""`browser`: which browser was found and whether it starts; one way out where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.lessons import local_copies
from shared.messages import browser as words
from shared.probes import browser as probe
from shared.probes import browser_program
from tests.cli.conftest import Run
from tests.needs import needs_chromium


@needs_chromium
def test_the_browser_is_started_once_and_named_with_its_version(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_copies, "is_genuine", lambda content: True)
    without = run("browser")
    assert (without.code, without.err) == (0, "")
    assert str(browser_program.find()) in without.out.replace("\n", "")
    assert "python workbook.py offline" in without.out
    copy = next((project / "lessons").iterdir()) / "static" / "socket.io.esm.min.js"
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(b"")
    assert words.READY in run("browser").out


def test_without_a_browser_there_is_one_way_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_program, "find", lambda: None)
    said = run("browser")
    assert said.code == 2
    assert "Chrome을 설치하고" in said.err.replace("\n", " ") and "Traceback" not in said.err


def test_without_the_package_that_drives_it_there_is_one_way_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_program, "can_be_driven", lambda: False)
    said = run("browser")
    assert said.code == 2 and "playwright" in said.err


def test_a_browser_that_does_not_start_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "chrome"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    program.chmod(0o700)
    for module in (browser_program, probe):
        monkeypatch.setattr(module, "find", lambda: program)
        monkeypatch.setattr(module, "can_be_driven", lambda: True)
    said = run("browser")
    assert said.code == 2 and "시작하지 못했습니다" in said.err


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_the_usual_places_of_other_systems_are_known(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser_program.sys, "platform", system)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path / "Program Files"))
    monkeypatch.setattr(browser_program.Path, "home", lambda: tmp_path)
    places = [str(place) for place in browser_program._usual_places()]
    assert any("Chrome" in place for place in places) and any("Edge" in place for place in places)
