"""The scratch folder is looked at while somebody's program may still change it: nothing leads out of it or blocks."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from shared.probes import files as probe
from shared.probes.files import Files
from shared.worker.removing import empty

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes with names are POSIX here")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "lesson"
    (place / "uploads" / "안").mkdir(parents=True)
    (place / "app.py").write_bytes(b"x = 1\r\n")
    (place / "uploads" / "안" / "a b.png").write_bytes(b"\x00\r\n")
    (tmp_path / "secret").write_bytes(b"secret")
    return place


def test_regular_files_are_found_and_read_as_they_are(folder: Path) -> None:
    files = Files(folder)
    assert files.names() == ["app.py", "uploads/안/a b.png"]
    assert files.exists("app.py")
    assert files.read_bytes("uploads/안/a b.png") == b"\x00\r\n"


@pytest.mark.parametrize(
    "path",
    ["", ".", "uploads", "missing", "app.py/x", "../secret", "uploads/../app.py", "a\0b", "x" * 300, "{outside}"],
)
def test_anything_else_is_not_there(folder: Path, path: str) -> None:
    path = path.format(outside=folder.parent / "secret")
    files = Files(folder)
    assert not files.exists(path)
    with pytest.raises(FileNotFoundError):
        files.read_bytes(path)


@POSIX
def test_links_are_never_followed_nor_are_links_on_the_way(folder: Path) -> None:
    (folder / "file_link").symlink_to(folder.parent / "secret")
    (folder / "inner_link").symlink_to("app.py")
    (folder / "folder_link").symlink_to(folder.parent)
    (folder / "circle").symlink_to("circle")
    files = Files(folder)
    assert files.names() == ["app.py", "uploads/안/a b.png"]
    for path in ("file_link", "inner_link", "folder_link/secret", "circle"):
        assert not files.exists(path)
        with pytest.raises(FileNotFoundError):
            files.read_bytes(path)


@POSIX
def test_a_link_put_there_at_the_last_moment_is_not_followed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "swapped").mkdir()
    (folder / "swapped" / "secret").write_bytes(b"mine")
    files = Files(folder)
    looked = files._regular

    def look_and_swap(path: str) -> Path | None:
        found = looked(path)
        (folder / "swapped").rename(folder / "away")
        (folder / "swapped").symlink_to(folder.parent)
        return found

    monkeypatch.setattr(files, "_regular", look_and_swap)
    with pytest.raises(FileNotFoundError):
        files.read_bytes("swapped/secret")


def test_a_new_file_is_put_in(folder: Path) -> None:
    files = Files(folder)
    files.write("profile.json", b"{}\r\n")
    files.write("uploads/profile.json", b"[]")
    assert files.read_bytes("profile.json") == b"{}\r\n"
    assert files.read_bytes("uploads/profile.json") == b"[]"


def test_what_stands_there_is_not_written_over(folder: Path) -> None:
    with pytest.raises(FileExistsError):
        Files(folder).write("app.py", b"y = 2")
    assert Files(folder).read_bytes("app.py") == b"x = 1\r\n"


@pytest.mark.parametrize("path", ["", ".", "../new", "uploads/../../new", "missing/new", "app.py/new", "{outside}"])
def test_nothing_is_written_outside_nor_into_what_is_no_folder(folder: Path, path: str) -> None:
    with pytest.raises(OSError):
        Files(folder).write(path.format(outside=folder.parent / "new"), b"out")
    assert not (folder.parent / "new").exists()


@POSIX
def test_nothing_is_written_through_a_link(folder: Path) -> None:
    (folder / "file_link").symlink_to(folder.parent / "secret")
    (folder / "dangling").symlink_to(folder.parent / "new")
    (folder / "folder_link").symlink_to(folder.parent)
    for path in ("file_link", "dangling", "folder_link/new"):
        with pytest.raises(OSError):
            Files(folder).write(path, b"out")
    assert (folder.parent / "secret").read_bytes() == b"secret"
    assert not (folder.parent / "new").exists()


@POSIX
@pytest.mark.timeout(5)
def test_a_pipe_with_a_name_never_blocks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(folder / "pipe")
    files = Files(folder)
    assert files.names() == ["app.py", "uploads/안/a b.png"]
    monkeypatch.setattr(files, "_regular", lambda path: folder / path)  # it became a pipe after we looked
    with pytest.raises(FileNotFoundError):
        files.read_bytes("pipe")


def test_a_file_is_read_up_to_the_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "MAX_BYTES", 100)
    (folder / "large").write_bytes(b"x" * 1000)
    assert len(Files(folder).read_bytes("large")) == 100


def test_names_of_a_flood_of_files_come_to_an_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "MAX_NAMES", 10)
    for number in range(5):
        (folder / f"d{number}").mkdir()
        for other in range(10):
            (folder / f"d{number}" / str(other)).touch()
    assert 10 <= len(Files(folder).names()) <= 30


@POSIX
def test_folders_nested_deeper_than_python_can_are_walked(folder: Path) -> None:
    deep = os.open(folder, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=deep)
        below = os.open("d", os.O_RDONLY, dir_fd=deep)
        os.close(deep)
        deep = below
    os.close(deep)
    try:
        assert Files(folder).names() == ["app.py", "uploads/안/a b.png"]
    finally:
        empty(folder)  # pytest could not
