"""A zip that is handed in, as Windows, macOS and Linux make them, and zips that cannot be read."""

from __future__ import annotations

import io
import random
import unicodedata
import zipfile
from pathlib import Path

import pytest

from shared.submission import read
from shared.submission.entries import MOST_BYTES, MOST_FILES


def set_flag(path: Path, flag: int) -> Path:
    """Set a general purpose flag in the local and the central header of the only entry."""
    content = bytearray(path.read_bytes())
    content[6] |= flag
    content[content.index(b"PK\1\2") + 8] |= flag
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("inside", ["", "04_routing/", "김하늘/04_routing/", "./"])
def test_files_are_taken_from_the_top_or_from_a_folder(inside: str, zipped, taken) -> None:
    path = zipped({f"{inside}app.py": "x", f"{inside}static/a.png": b"\xff"})
    assert taken(path) == {"app.py": b"x", "static/a.png": b"\xff"}


def test_the_name_of_the_zip_does_not_make_its_top_the_lessons_folder(zipped, taken) -> None:
    path = zipped({"old/app.py": "other", "work/04_routing/app.py": "this"}, "04_routing.zip")
    assert taken(path) == {"app.py": b"this"}


def test_folders_with_entries_of_their_own_are_no_files(zipped, taken) -> None:
    assert taken(zipped({"04_routing/": "", "04_routing/static/": "", "04_routing/app.py": "x"})) == {"app.py": b"x"}


def test_leftovers_are_left_out_and_never_unpacked(zipped, taken) -> None:
    big = bytes(MOST_BYTES)
    leftovers = [
        ".venv/lib/x.py",
        "환경/pyvenv.cfg",
        "환경/Lib/x.py",
        "__MACOSX/._app.py",
        "student.sqlite3",
        "uploads/a",
    ]
    assert taken(zipped(dict.fromkeys(leftovers, big) | {"app.py": "x"})) == {"app.py": b"x"}


def test_names_written_by_korean_windows_are_read(renamed, zipped, taken) -> None:
    path = zipped({"AAAA/app.py": "x", "AAAA/static/AAAAAA.txt": "y"})
    renamed(path, b"static/AAAAAA", b"static/" + "소개글".encode("cp949"))
    renamed(path, b"AAAA/", "답안".encode("cp949") + b"/")
    assert taken(path) == {"app.py": b"x", "static/소개글.txt": b"y"}


def test_names_written_by_macos_are_read(renamed, zipped, taken) -> None:
    stored = unicodedata.normalize("NFD", "소개").encode("utf-8")  # decomposed, and without the UTF-8 flag
    path = renamed(zipped({"app.py": "x", "A" * len(stored): "y"}), b"A" * len(stored), stored)
    assert taken(path) == {"app.py": b"x", "소개": b"y"}


def test_names_with_the_utf8_flag_become_composed(zipped, taken) -> None:
    assert "소개.txt" in taken(zipped({"app.py": "x", unicodedata.normalize("NFD", "소개.txt"): "y"}))


def test_names_in_an_encoding_nobody_knows_are_still_read(renamed, zipped, taken) -> None:
    path = renamed(zipped({"app.py": "x", "AAA.txt": "y"}), b"AAA.txt", b"A\x80\x80.txt")
    assert len(taken(path)) == 2


def test_stored_files_are_taken(zipped, taken) -> None:
    assert taken(zipped({"app.py": "x"}, method=zipfile.ZIP_STORED)) == {"app.py": b"x"}


def test_the_folder_that_was_read_is_noted(zipped, lesson) -> None:
    found = read(zipped({"work/app.py": "x"}), lesson("04"))
    assert found.notes == ("답을 읽은 폴더: work",)
    assert not found.own_folder


def test_an_empty_zip(zipped, refused) -> None:
    assert "비어 있습니다" in refused(zipped({}))


def test_a_zip_of_zero_bytes(tmp_path: Path, refused) -> None:
    (tmp_path / "a.zip").touch()
    assert "비어 있습니다" in refused(tmp_path / "a.zip")


def test_a_zip_without_the_needed_file(zipped, refused) -> None:
    assert "찾은 이름: app.py. 들어 있는 파일: main.py" in refused(zipped({"main.py": "x"}))


def test_two_equally_good_folders(zipped, refused) -> None:
    assert "one, two" in refused(zipped({"one/app.py": "x", "two/app.py": "x"}))


def test_a_folder_where_a_file_should_be(zipped, refused) -> None:
    assert "파일이어야 하는데 폴더입니다: app.py" in refused(zipped({"app.py/code.py": "x"}))
    assert "파일이어야 하는데 폴더입니다: app.py" in refused(zipped({"app.py/": ""}))


def test_text_that_is_not_utf8(zipped, refused) -> None:
    assert "cp949" in refused(zipped({"app.py": "# 안녕".encode("cp949")}))


def test_a_zip_in_a_zip(zipped, refused) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("app.py", "x")
    message = refused(zipped({"제출/04_routing.zip": inner.getvalue()}))
    assert "압축 파일이 또 들어 있습니다: 10101_김하늘.zip > 제출/04_routing.zip" in message


def test_an_encrypted_zip(zipped, refused) -> None:
    assert "암호가 걸린 zip입니다" in refused(set_flag(zipped({"app.py": "x"}), 0x1))


@pytest.mark.parametrize("cut", [10, 40, 100, -1, -10, -30])
def test_a_zip_that_was_cut_off(cut: int, zipped, refused) -> None:
    path = zipped({"app.py": "print(1)\n" * 20})
    path.write_bytes(path.read_bytes()[:cut])
    assert "손상되어 읽을 수 없습니다" in refused(path)


def test_a_zip_with_damaged_content(renamed, zipped, refused) -> None:
    path = renamed(zipped({"app.py": "print(1)"}, method=zipfile.ZIP_STORED), b"print(1)", b"print(2)")
    assert "손상되어 읽을 수 없습니다" in refused(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_zip_packed_by_another_method(method: int, zipped, refused) -> None:
    assert "보통과 다른 방식으로 압축한 zip" in refused(zipped({"app.py": "x" * 100}, method=method))


@pytest.mark.parametrize(
    ("start", "name", "said"),
    [
        (b"Rar!\x1a\x07\x01\x00", "a.zip", "zip이 아니라 RAR 파일"),
        (b"Rar!\x1a\x07\x01\x00", "a.rar", "zip이 아니라 RAR 파일"),
        (b"7z\xbc\xaf\x27\x1c", "a.7z", "zip이 아니라 7z 파일"),
        (b"ALZ\x01", "a.alz", "zip이 아니라 ALZ 파일"),
        (b"EGGA", "a.egg", "zip이 아니라 EGG 파일"),
        (b"\x1f\x8b\x08", "a.tar.gz", "zip이 아니라 gzip 파일"),
        (bytes(257) + b"ustar\x0000", "a.tar", "zip이 아니라 tar 파일"),
        (b"<!doctype html>", "a.zip", "내용은 zip이 아닙니다"),
        (b"from flask import Flask", "A.ZIP", "내용은 zip이 아닙니다"),
    ],
)
def test_a_zip_that_is_really_something_else(start: bytes, name: str, said: str, tmp_path: Path, refused) -> None:
    (tmp_path / name).write_bytes(start + bytes(100))
    assert said in refused(tmp_path / name)


def test_too_many_bytes(zipped, refused) -> None:
    message = refused(zipped({"app.py": "x", "a.mp4": random.Random(1).randbytes(MOST_BYTES)}))
    assert "가장 큰 파일: a.mp4" in message


def test_too_many_files(zipped, refused) -> None:
    assert "200개까지" in refused(zipped({"app.py": "x"} | {f"static/{n}": "" for n in range(MOST_FILES)}))


def test_a_zip_too_full_to_look_through(zipped, refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.submission.archive.MOST_ENTRIES", 20)
    assert "답을 찾지 못했습니다" in refused(zipped({f"{number}.txt": "" for number in range(21)}))


def test_a_table_of_contents_too_large_to_read(zipped, refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.submission.archive.MOST_DIRECTORY_BYTES", 1000)
    assert "답을 찾지 못했습니다" in refused(zipped({f"{number}.txt": "" for number in range(50)}))
