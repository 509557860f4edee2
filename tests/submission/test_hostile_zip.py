"""Zips made with bad intentions: bombs, names that lead outside, links, damaged bytes."""

from __future__ import annotations

import stat
import struct
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from shared.submission import Refused, read
from shared.submission.entries import MOST_BYTES


def peak_while_refused(path: Path, refused) -> tuple[str, int]:
    tracemalloc.start()
    try:
        return refused(path), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_bomb_is_never_unpacked(zipped, refused) -> None:
    path = zipped({"app.py": bytes(200 * 2**20)})
    assert path.stat().st_size < 2**20
    message, peak = peak_while_refused(path, refused)
    assert "너무 큽니다" in message
    assert peak < 4 * MOST_BYTES


def test_a_bomb_that_claims_to_be_small_is_never_unpacked(zipped, refused) -> None:
    path = zipped({"app.py": bytes(200 * 2**20)})
    content = path.read_bytes()
    path.write_bytes(content.replace(struct.pack("<L", 200 * 2**20), struct.pack("<L", 10)))
    message, peak = peak_while_refused(path, refused)
    assert "손상되어" in message or "너무 큽니다" in message
    assert peak < 4 * MOST_BYTES


def test_a_bomb_of_many_files_is_counted_as_a_whole(zipped, refused) -> None:
    path = zipped({f"static/{number}.bin": bytes(2**20) for number in range(100)} | {"app.py": "x"})
    message, peak = peak_while_refused(path, refused)
    assert "너무 큽니다" in message
    assert peak < 4 * MOST_BYTES


@pytest.mark.parametrize(
    "name", ["../app.py", "04_routing/../../app.py", "/app.py", "/etc/passwd", "C:/app.py", "c:app.py", "a/..", "//x/y"]
)
def test_a_name_that_leads_outside(name: str, zipped, refused) -> None:
    message = refused(zipped({"app.py": "x", name: "y"}))
    assert f"폴더 밖을 가리키는 이름이 있습니다: {name}." in message


def test_a_name_with_backslashes(renamed, zipped, refused) -> None:
    path = renamed(zipped({"app.py": "x", "a/b/c.txt": "y"}), b"a/b/c.txt", b"a\\..\\.txt")
    assert r"역슬래시(\)가 들어 있습니다: a\..\.txt" in refused(path)


def test_a_name_cut_by_a_zero_byte(renamed, zipped, refused) -> None:
    path = renamed(zipped({"app.py": "x", "static/a.txt.exe": "y"}), b"a.txt.exe", b"a.txt\0exe")
    assert r"a.txt\x00exe" in refused(path)


@pytest.mark.parametrize("name", ["con.txt", "static/NUL", "a\x1b[2J.txt", "a//b.txt", "끝."])
def test_a_name_that_not_every_system_can_store(name: str, zipped, refused) -> None:
    assert "Windows에서 쓸 수 없거나" in refused(zipped({"app.py": "x", name: "y"}))


@pytest.mark.parametrize("name", ["길" * 90, "/".join(["길게"] * 80)])
def test_a_name_that_is_too_long(name: str, zipped, refused) -> None:
    assert "너무 깁니다" in refused(zipped({"app.py": "x", name: "y"}))


@pytest.mark.parametrize(
    ("kind", "said"),
    [(stat.S_IFLNK, "링크"), (stat.S_IFIFO, "보통 파일이"), (stat.S_IFCHR, "보통 파일이")],
)
def test_an_entry_that_is_no_plain_file(kind: int, said: str, tmp_path: Path, refused) -> None:
    info = zipfile.ZipInfo("static/secret.txt")
    info.create_system = 3
    info.external_attr = (kind | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("app.py", "x")
        archive.writestr(info, "/etc/passwd")
    message = refused(tmp_path / "a.zip")
    assert said in message
    assert "static/secret.txt" in message


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("app.py", "app.py"),
        ("app.py", "APP.py"),
        ("Static/a.txt", "static/b.txt"),
        ("static/각.txt", "static/\u1100\u1161\u11a8.txt"),
        ("notes", "notes/a.txt"),
    ],
    ids=["the same", "case", "case of a folder", "unicode form", "file and folder"],
)
def test_two_names_that_are_one_on_some_system(first: str, second: str, tmp_path: Path, refused) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number, name in enumerate(("app.py", first, second)[first == "app.py" :]):
            archive.writestr(name, f"{number}")
    assert "같은 이름이 두 번 있습니다" in refused(tmp_path / "a.zip")


def test_a_zip_with_any_byte_damaged_is_taken_or_refused_but_never_breaks(zipped, lesson) -> None:
    path = zipped({"04_routing/app.py": "print('안녕')\n" * 9, "04_routing/소개.txt": "y"})
    sound, found = path.read_bytes(), lesson("04")
    for place in range(len(sound)):
        path.write_bytes(sound[:place] + bytes([sound[place] ^ (0xFF if place % 2 else 0x41)]) + sound[place + 1 :])
        with suppress(Refused):
            read(path, found)
