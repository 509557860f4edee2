"""`offline` lays the Socket.IO client beside the pages that ask for it, and believes no file without its hash."""

from __future__ import annotations

import io
import stat
import sys
import tarfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from shared.lessons import client_script
from shared.lessons.local_copies import local_copy
from shared.server import Server, serve
from tests import tiny_project

from .conftest import Run

SCRIPT = "export const io = () => '한글';\n".encode()
LESSON, SOLUTION = (f"{room}/{tiny_project.SLUG}/static/{client_script.NAME}" for room in ("lessons", "solutions"))

Cdn = Callable[[bytes, str], None]


@pytest.fixture
def page(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny workbook, with a page that asks for the client; no source is reached unless a test lets it."""
    text = f'import {{ io }} from "./{client_script.NAME}";\n'
    tiny_project.write(project / "lessons" / tiny_project.SLUG / "static" / "page.js", text)
    monkeypatch.setattr(client_script, "INTEGRITY", client_script.integrity(SCRIPT))
    closed = partial(client_script.from_cdn, "http://127.0.0.1:9/client.js")
    monkeypatch.setattr(client_script, "from_cdn", closed)
    monkeypatch.setenv("PATH", str(project / "programs"))
    return project


@pytest.fixture
def cdn(page: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cdn]:
    """A CDN of our own, which gives what it is told."""
    given: dict[str, bytes | str] = {}
    asked = client_script.from_cdn.func  # type: ignore[attr-defined]

    def app(environ: dict[str, object], start: Callable[..., object]) -> list[bytes]:
        start(str(given["status"]), [("Content-Type", "text/javascript")])
        return [bytes(given["content"])]  # type: ignore[arg-type]

    def gives(server: Server, content: bytes, status: str) -> None:
        given.update(content=content, status=status)
        monkeypatch.setattr(client_script, "from_cdn", partial(asked, f"{server.url}/client.js"))

    with serve(app) as server:
        yield partial(gives, server)


def npm_gives(page: Path, content: bytes, *, code: int = 0) -> None:
    """An npm of our own: `pack` leaves a package with this content in the folder it is called in."""
    package = page / "package.tgz"
    with tarfile.open(package, "w:gz") as tar:
        entry = tarfile.TarInfo(f"package/dist/{client_script.NAME}")
        entry.size = len(content)
        tar.addfile(entry, io.BytesIO(content))
    program = page / "programs" / "npm"
    script = page / "npm.py"
    tiny_project.write(program, f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')  # both may hold blanks
    tiny_project.write(
        script,
        "import shutil, sys\n"
        f"assert sys.argv[1:3] == ['pack', {client_script.PACKAGE!r}], sys.argv\n"
        f"if {code}:\n    print('npm error: no such package', file=sys.stderr)\n    sys.exit({code})\n"
        f"shutil.copy({str(package)!r}, 'socket.io-client.tgz')\n",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_from_the_cdn_and_the_second_time_nothing_is_asked(
    run: Run, page: Path, cdn: Cdn, monkeypatch: pytest.MonkeyPatch
) -> None:
    cdn(SCRIPT, "200 OK")
    said = run("offline")
    assert said.code == 0 and "새로 둔 파일" in said.out and "client.js" in said.out
    assert [(page / name).read_bytes() for name in (LESSON, SOLUTION)] == [SCRIPT, SCRIPT]
    monkeypatch.setattr(client_script, "from_cdn", lambda: pytest.fail("asked again"))
    again = run("offline")
    assert again.code == 0 and "이미 준비되어 있습니다" in again.out


def test_one_copy_on_this_machine_is_enough(run: Run, page: Path) -> None:
    (page / LESSON).write_bytes(SCRIPT)
    said = run("offline")
    assert said.code == 0 and "이 컴퓨터에 있던 파일" in said.out
    assert (page / SOLUTION).read_bytes() == SCRIPT


def test_another_file_of_that_name_is_exchanged(run: Run, page: Path, cdn: Cdn) -> None:
    cdn(SCRIPT, "200 OK")
    (page / LESSON).write_bytes(b"an older one")
    said = run("offline")
    assert said.code == 0 and "바꾼 파일" in said.out
    assert (page / LESSON).read_bytes() == SCRIPT


@pytest.mark.parametrize(
    ("content", "status", "sentence"),
    [
        (SCRIPT + b"//", "200 OK", "받은 파일이 정해 둔 파일과 다릅니다"),
        (SCRIPT[:-1], "200 OK", "받은 파일이 정해 둔 파일과 다릅니다"),
        (b"x" * (client_script.MOST_BYTES + 1), "200 OK", "받은 파일이 정해 둔 파일과 다릅니다"),
        (SCRIPT, "404 Not Found", "상태 코드 404"),
    ],
    ids=["tampered", "cut", "huge", "404"],
)
def test_what_is_not_the_file_is_thrown_away(
    run: Run, page: Path, cdn: Cdn, content: bytes, status: str, sentence: str
) -> None:
    cdn(content, status)
    said = run("offline")
    assert said.code == 2
    assert sentence in said.out and "npm이 설치되어 있지 않습니다" in said.out and LESSON in said.out
    assert not (page / LESSON).exists() and not (page / SOLUTION).exists()


def test_without_the_internet_or_npm_it_says_what_to_do(run: Run, page: Path) -> None:
    said = run("offline")
    assert said.code == 2
    assert "연결되지 않습니다" in said.out and "인터넷에 연결한 다음 다시" in said.out


@pytest.mark.skipif(sys.platform == "win32", reason="the npm of this test is a program with a #! line")
def test_through_npm(run: Run, page: Path) -> None:
    npm_gives(page, SCRIPT)
    said = run("offline")
    assert said.code == 0 and client_script.PACKAGE in said.out
    assert (page / LESSON).read_bytes() == SCRIPT


@pytest.mark.skipif(sys.platform == "win32", reason="the npm of this test is a program with a #! line")
def test_npm_with_another_file_or_an_error(run: Run, page: Path) -> None:
    npm_gives(page, b"something else")
    assert "정해 둔 파일과 다릅니다" in run("offline").out
    npm_gives(page, SCRIPT, code=1)
    said = run("offline")
    assert said.code == 2 and "no such package" in said.out and not (page / LESSON).exists()


def test_a_folder_that_cannot_be_written(run: Run, page: Path, cdn: Cdn) -> None:
    cdn(SCRIPT, "200 OK")
    (page / LESSON).mkdir()
    said = run("offline")
    assert said.code == 2 and "파일을 쓸 수 없습니다" in said.out and LESSON in said.out
    assert not list((page / LESSON).parent.glob("*.part"))


def test_only_the_real_script_counts_as_this_machines_copy(page: Path) -> None:
    assert local_copy(client_script.NAME, page) is None
    (page / LESSON).write_bytes(SCRIPT + b"//")
    assert local_copy(client_script.NAME, page) is None
    (page / LESSON).write_bytes(SCRIPT)
    assert local_copy(client_script.NAME, page) == page / LESSON


def test_without_such_a_page_there_is_nothing_to_do(run: Run) -> None:
    assert run("offline").code == 0
