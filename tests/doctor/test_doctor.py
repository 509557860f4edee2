"""Each look at this computer, on real files, ports, servers and environments."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from shared.doctor import examine
from shared.doctor.browser import browser
from shared.doctor.characters import screen, settings, shows_hangul
from shared.doctor.engine import walls, worker
from shared.doctor.finding import Finding
from shared.doctor.folder import place, service_of, writable
from shared.doctor.network import loopback, port_5000, proxy
from shared.doctor.packages import numbers, packages, requirements
from shared.doctor.python import python, venv
from shared.messages import doctor as words
from shared.worker.walls import installed

ROOT = Path(__file__).resolve().parents[2]
PROXIES = ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy", "REQUEST_METHOD")


@pytest.fixture
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def test_this_python_is_new_enough(tmp_path: Path) -> None:
    found = python(tmp_path)
    assert not found.blocks and "3." in found.detail


def test_an_old_python_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 1, "final", 0))
    found = python(tmp_path)
    assert found.blocks and found.to_do is not None and "python.org" in found.to_do


def test_another_python_than_the_workbooks_own_is_told(tmp_path: Path) -> None:
    assert words.VENV_NOT_MADE in venv(tmp_path).detail
    (tmp_path / ".venv").mkdir()
    assert sys.executable in venv(tmp_path).detail
    assert not venv(tmp_path).fine and not venv(tmp_path).blocks


def test_packages_that_are_there_are_fine_and_others_are_named(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("# words\nFlask>=3.0  # why\nrich>=13\n", encoding="utf-8")
    assert packages(tmp_path).fine
    (tmp_path / "requirements.txt").write_text("Flask>=99\nno-such-thing[client]>=1.2\n", encoding="utf-8")
    found = packages(tmp_path)
    assert found.blocks
    assert "(필요한 버전: 99 이상)" in found.detail and "no-such-thing 없음 (필요한 버전: 1.2 이상)" in found.detail


def test_every_line_of_requirements_is_understood() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert len(list(requirements(text))) == len(lines)


@pytest.mark.parametrize(
    ("older", "newer"), [("3.0", "3.0.1"), ("3.9", "3.10"), ("8.1.7", "8.2"), ("", "1"), ("2", "2.0.post1")]
)
def test_versions_are_compared_as_numbers(older: str, newer: str) -> None:
    assert numbers(older) <= numbers(newer)


def test_hangul_encodings() -> None:
    assert all(map(shows_hangul, ("utf-8", "cp949", "utf-16")))
    assert not any(map(shows_hangul, ("ascii", "cp437", "latin-1", "no such encoding")))


def test_a_screen_without_hangul_blocks_and_says_so_in_english_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "out").open("w", encoding="ascii", errors="replace") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        found = screen(tmp_path)
    assert found.blocks and "Set PYTHONUTF8=1" in (found.to_do or "")


def test_settings_that_lose_hangul_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONUTF8", raising=False)
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    assert settings(tmp_path).fine
    monkeypatch.setenv("PYTHONIOENCODING", "cp437:strict")
    assert "cp437" in settings(tmp_path).detail and not settings(tmp_path).fine
    monkeypatch.setenv("PYTHONUTF8", "0")
    assert settings(tmp_path).to_do == words.UTF8_TO_DO


def test_a_folder_that_takes_files_is_fine_and_one_that_does_not_blocks(tmp_path: Path) -> None:
    assert writable(tmp_path).fine
    (tmp_path / ".workbook").rmdir()
    (tmp_path / ".workbook").write_text("in the way", encoding="utf-8")
    assert writable(tmp_path).blocks


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (r"C:\Users\kim\OneDrive\workbook", "OneDrive"),
        (r"C:\Users\kim\OneDrive - School\바탕 화면\workbook", "OneDrive"),
        ("/Users/kim/Library/Mobile Documents/com~apple~CloudDocs/workbook", "iCloud"),
        ("/home/kim/Dropbox/workbook", "Dropbox"),
        ("/Users/kim/Library/CloudStorage/GoogleDrive-kim@example.com/My Drive/workbook", "Google Drive"),
        (r"C:\workbook", None),
        ("/home/kim/onedrive-notes/workbook", None),
    ],
)
def test_folders_that_are_synchronised_are_known(
    monkeypatch: pytest.MonkeyPatch, path: str, service: str | None
) -> None:
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        monkeypatch.delenv(name, raising=False)
    assert service_of(path) == service


def test_the_place_of_a_renamed_onedrive_is_taken_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place(tmp_path).fine
    monkeypatch.setenv("OneDrive", str(tmp_path))
    assert "OneDrive" in place(tmp_path / "workbook").detail


@pytest.mark.usefixtures("no_proxy")
def test_a_server_here_can_be_reached(tmp_path: Path) -> None:
    assert loopback(tmp_path).fine
    assert proxy(tmp_path) == Finding(words.PROXY, words.PROXY_NONE)


@pytest.mark.usefixtures("no_proxy")
def test_a_proxy_in_the_way_blocks_until_it_is_bypassed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
    assert proxy(tmp_path).blocks and "NO_PROXY" in (proxy(tmp_path).to_do or "")
    assert loopback(tmp_path).fine
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    assert proxy(tmp_path) == Finding(words.PROXY, words.PROXY_BYPASSED)


@contextmanager
def server_named(name: str) -> Iterator[int]:
    """A server that calls itself so; gives its port."""

    class Handler(BaseHTTPRequestHandler):
        server_version, sys_version = name, ""

        def do_GET(self) -> None:
            self.send_error(403)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_who_has_the_port_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert port_5000(tmp_path, port).fine
    with server_named("AirTunes/595.13.1") as port:
        assert port_5000(tmp_path, port).detail == words.PORT_BY_AIRPLAY
    with server_named("Werkzeug/3.1 Python/3.11") as port:
        assert port_5000(tmp_path, port).to_do == words.PORT_FLASK_TO_DO
    with server_named("nginx") as port:
        found = port_5000(tmp_path, port)
        assert found.detail == words.PORT_BY_OTHER and not found.blocks


def test_a_tiny_app_is_really_run(tmp_path: Path) -> None:
    assert worker(tmp_path).fine


def test_walls_are_really_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not sys.platform.startswith("linux"):
        assert walls(tmp_path).detail == words.WALLS_ELSEWHERE
        return
    if installed() is not None:
        assert walls(tmp_path).detail in (words.WALLS_FINE, words.WALLS_REFUSED)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert walls(tmp_path).detail == words.WALLS_MISSING


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="walls are for Linux")
def test_a_bubblewrap_that_may_not_be_used_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusing = tmp_path / "bwrap"
    refusing.write_text("#!/bin/sh\necho 'No permissions to create a new namespace' >&2\nexit 1\n", encoding="utf-8")
    refusing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    found = walls(tmp_path)
    assert (found.detail, found.blocks) == (words.WALLS_REFUSED, False)


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="there the usual places are looked at too")
def test_a_browser_is_found_by_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser(tmp_path).to_do == words.BROWSER_TO_DO
    command = tmp_path / "google-chrome"
    command.write_text("#!/bin/sh\n", encoding="utf-8")
    command.chmod(0o755)
    assert browser(tmp_path).detail == str(command)


def test_a_look_that_breaks_hides_no_other(tmp_path: Path) -> None:
    def broken(_: Path) -> Finding:
        raise RuntimeError("lost")

    found = list(examine(tmp_path, (("첫째", broken), (words.PYTHON, python))))
    assert [one.what for one in found] == ["첫째", words.PYTHON]
    assert "RuntimeError: lost" in found[0].detail and not found[0].fine and not found[0].blocks
