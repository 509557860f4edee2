"""What is not taken from a folder or a single file, and the sentence that says so."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from pathlib import Path

import pytest

from shared.submission.entries import MOST_BYTES, MOST_FILES

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files, or needs rights for them")


@pytest.mark.parametrize("name", ["nowhere", "nowhere/app.py", "app\0.py"])
def test_a_path_that_leads_nowhere(name: str, tmp_path: Path, refused) -> None:
    assert refused(tmp_path / name).startswith("제출물을 찾지 못했습니다")


def test_a_path_below_a_file(handed, refused) -> None:
    assert "찾지 못했습니다" in refused(handed({"app.py": "x"}) / "app.py" / "app.py")


@pytest.mark.parametrize("files", [{}, {"README.md": "x"}, {".DS_Store": "x", "__pycache__/app.pyc": "x"}])
def test_an_empty_folder(files: dict[str, str], handed, refused) -> None:
    assert "비어 있습니다: 10101_김하늘" in refused(handed(files))


def test_a_folder_without_the_needed_file_says_what_was_looked_for_and_found(handed, refused) -> None:
    message = refused(handed({"App.py": "x", "메모.txt": "y"}))
    assert "찾은 이름: app.py." in message
    assert "들어 있는 파일: App.py, 메모.txt." in message


def test_a_long_list_of_found_files_is_cut(handed, refused) -> None:
    assert "외 4개" in refused(handed({f"{number}.txt": "x" for number in range(9)}))


def test_a_folder_where_a_file_should_be(handed, refused) -> None:
    assert "파일이어야 하는데 폴더입니다: app.py" in refused(handed({"app.py/code.py": "x"}))


def test_an_empty_folder_where_a_file_should_be(handed, refused) -> None:
    path = handed({"db.py": "x"})
    (path / "app.py").mkdir()
    assert "파일이어야 하는데 폴더입니다: app.py" in refused(path, "12")


def test_a_file_where_a_folder_should_be(handed, refused) -> None:
    assert "폴더여야 하는데 파일입니다: templates" in refused(handed({"app.py": "x", "templates": "x"}), "08")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("print('안녕')".encode("cp949"), "cp949(EUC-KR)로 저장된 파일입니다: app.py"),
        ("print('안녕')".encode("utf-16"), "UTF-16으로 저장된 파일입니다: app.py"),
        ("print('안녕')".encode("utf-16-be"), "UTF-16으로 저장된 파일입니다: app.py"),
        ("print('é')".encode("latin-1"), "UTF-8로 읽을 수 없는 파일입니다: app.py"),
        ("안녕하세요".encode()[:-1], "UTF-8로 읽을 수 없는 파일입니다: app.py"),
    ],
    ids=["cp949", "utf-16 with mark", "utf-16 without mark", "latin-1", "cut utf-8"],
)
def test_text_that_is_not_utf8(content: bytes, said: str, handed, refused) -> None:
    path = handed({"app.py": content})
    assert said in refused(path)
    assert said in refused(path / "app.py")
    assert "UTF-8" in refused(path)


@pytest.mark.parametrize("name", ["a.html", "a.css", "a.js", "a.sql", "a.json", "a.txt", "a.MD"])
def test_every_type_of_text_must_be_utf8(name: str, handed, refused) -> None:
    assert name in refused(handed({"app.py": "x", name: "가나다".encode("cp949")}))


def test_other_types_may_hold_any_bytes(handed, taken) -> None:
    assert "a.png" in taken(handed({"app.py": "x", "a.png": "가".encode("cp949")}))


def test_exactly_the_limit_of_bytes_is_taken(handed, taken) -> None:
    assert len(taken(handed({"app.py": "x", "a.bin": b"x" * (MOST_BYTES - 1)}))) == 2


def test_too_many_bytes_name_the_largest_file(handed, refused) -> None:
    path = handed({"app.py": "x", "a.mp4": b"x" * MOST_BYTES})
    assert "5 MiB까지). 가장 큰 파일: a.mp4" in refused(path)


def test_a_single_file_that_is_too_big(handed, refused) -> None:
    assert "가장 큰 파일: app.py" in refused(handed({"app.py": b"#" * (MOST_BYTES + 1)}) / "app.py")


def test_exactly_the_limit_of_files_is_taken(handed, taken) -> None:
    files = {f"static/{number}.txt": "" for number in range(MOST_FILES - 1)}
    assert len(taken(handed({"app.py": "x", **files}))) == MOST_FILES


def test_too_many_files(handed, refused) -> None:
    files = {f"static/{number}.txt": "" for number in range(MOST_FILES)}
    assert "200개까지" in refused(handed({"app.py": "x", **files}))


def test_a_folder_too_full_to_look_through(handed, refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.submission.folder.MOST_ENTRIES", 20)
    assert "답을 찾지 못했습니다" in refused(handed({f"{number}.txt": "" for number in range(21)}))


@posix_only
def test_a_link_to_a_file(handed, refused, tmp_path: Path) -> None:
    path = handed({"secret.txt": "x"})
    (path / "app.py").symlink_to(tmp_path / "other.py")
    assert "링크(바로 가기)는 받지 않습니다: app.py" in refused(path)


@posix_only
def test_a_link_to_a_folder(handed, refused, tmp_path: Path) -> None:
    path = handed({"app.py": "x"})
    (path / "static").symlink_to(tmp_path)
    assert "링크(바로 가기)는 받지 않습니다: static" in refused(path)


@posix_only
def test_an_answer_that_stands_behind_a_link(handed, refused, tmp_path: Path) -> None:
    path = handed({"메모.txt": "x"})
    (path / "work").symlink_to(handed({"app.py": "x"}, "elsewhere"))
    assert "링크(바로 가기)는 받지 않습니다: work" in refused(path)


@posix_only
def test_a_path_that_is_itself_a_link(handed, refused, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(handed({"app.py": "x"}))
    assert "링크(바로 가기)는 받지 않습니다" in refused(link)


@posix_only
def test_a_pipe_is_never_opened(handed, refused) -> None:
    path = handed({"메모.txt": "x"})
    os.mkfifo(path / "app.py")
    assert "보통 파일이 아닙니다(장치, 파이프, 소켓): app.py" in refused(path)
    assert "보통 파일이 아닙니다" in refused(path / "app.py")


@posix_only
def test_a_device_is_never_opened(refused) -> None:
    assert "보통 파일이 아닙니다" in refused(Path("/dev/zero"))


@posix_only
def test_a_socket_is_never_opened(refused) -> None:
    folder = Path(tempfile.mkdtemp())  # the path of a socket has to be short
    try:
        (folder / "app.py").write_text("x", encoding="utf-8")
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(folder / "s"))
            assert "보통 파일이 아닙니다" in refused(folder)
    finally:
        shutil.rmtree(folder)


@posix_only
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("con.txt", "Windows에서 쓸 수 없거나"),
        ("NUL", "Windows에서 쓸 수 없거나"),
        ("com1.tar.gz", "Windows에서 쓸 수 없거나"),
        ("static/aux", "Windows에서 쓸 수 없거나"),
        ("a\nb.txt", r"a\nb.txt"),
        ("a\x1b[31mb.txt", r"a\x1b[31mb.txt"),
        ("a\u202etxt.exe", r"a\u202etxt.exe"),
        ("a:b.txt", "Windows에서 쓸 수 없거나"),
        ("질문?.txt", "Windows에서 쓸 수 없거나"),
        ("끝.", "Windows에서 쓸 수 없거나"),
        ("끝 ", "Windows에서 쓸 수 없거나"),
        ("a\\b.txt", "역슬래시"),
        ("/".join(["길" * 60] * 4), "너무 깁니다"),
    ],
)
def test_a_name_that_not_every_system_can_store(name: str, said: str, handed, refused) -> None:
    assert said in refused(handed({"app.py": "x", name: "y"}))


@posix_only
def test_a_name_that_is_no_text(handed, refused) -> None:
    path = handed({"app.py": "x"})
    try:
        (path / os.fsdecode(b"\xb0\xa1.txt")).write_bytes(b"")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert r"\udcb0\udca1.txt" in refused(path)


@pytest.mark.parametrize("name", ["console.txt", "nullable.py", "com.py", "화면 2024\u202fPM.png", "👩\u200d🎓.txt"])
def test_names_that_only_look_dangerous_are_taken(name: str, handed, taken) -> None:
    assert name in taken(handed({"app.py": "x", name: "y"}))


@pytest.mark.parametrize(
    ("first", "second"),
    [("static/A.txt", "static/a.txt"), ("Static/b.txt", "static/c.txt"), ("각.txt", "\u1100\u1161\u11a8.txt")],
    ids=["case of a file", "case of a folder", "unicode form"],
)
def test_names_that_are_one_on_some_systems(first: str, second: str, handed, refused) -> None:
    path = handed({"app.py": "x", first: "1", second: "2"})
    if len([found for found in path.rglob("*") if found.is_file()]) < 3 or (path / "static" / "b.txt").exists():
        pytest.skip("this file system holds them as one")
    assert "같은 이름이 두 번 있습니다" in refused(path)


def test_a_folder_that_holds_only_a_zip(handed, refused) -> None:
    assert "압축 파일이 또 들어 있습니다: 10101_김하늘 > 04_routing.zip" in refused(handed({"04_routing.zip": "PK"}))
