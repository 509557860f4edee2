"""A scratch folder is emptied whatever a submission has made of it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from shared.worker.removing import empty
from shared.worker.supervising import written
from tests.needs import needs_fork


def test_plain_tree(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "file").write_text("x", encoding="utf-8")
    (tmp_path / "한글").write_text("x", encoding="utf-8")
    empty(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_read_only_file_and_folder(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked" / "file").write_text("x", encoding="utf-8")
    (tmp_path / "locked" / "file").chmod(0o400)
    (tmp_path / "locked").chmod(0)
    tmp_path.chmod(0o500)
    empty(tmp_path)
    assert list(tmp_path.iterdir()) == []


@needs_fork
def test_five_thousand_levels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(5000):
        os.mkdir("d")  # noqa: PTH102
        os.chdir("d")
    os.chdir("/")
    assert written([str(tmp_path)]) > 10**12
    empty(tmp_path)
    assert list(tmp_path.iterdir()) == []


@needs_fork
def test_links_are_removed_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    for folder in (outside, inside):
        folder.mkdir()
    (outside / "precious").write_text("x" * 10**6, encoding="utf-8")
    (inside / "folder").symlink_to(outside)
    (inside / "file").symlink_to(outside / "precious")
    (inside / "loop").symlink_to(".")
    (inside / "nowhere").symlink_to("/nowhere")
    os.mkfifo(inside / "pipe")
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind(os.path.relpath(inside / "socket"))
    assert written([str(inside)]) < 10**5
    empty(inside)
    assert list(inside.iterdir()) == []
    assert (outside / "precious").stat().st_size == 10**6


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        empty(tmp_path / "none")
