"""Files that may not be read, or change while they are: a sentence, never a traceback."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared.lessons import find
from shared.submission import Refused, disk, read

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files, or needs rights for them")


@pytest.fixture
def open_folder(project: Path) -> Iterator[Path]:
    """A folder that everybody may enter, with a copy of the project; pytest's own are for their maker alone."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(project, folder / "project")
    folder.chmod(0o755)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def rights_of_nobody() -> Generator[None, None, None]:
    """Root may read everything, so it becomes somebody else for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@posix_only
@pytest.mark.parametrize("closed", ["", "app.py", "static"])
def test_what_the_user_may_not_read(closed: str, open_folder: Path) -> None:
    top = write(open_folder / "top", "app.py", "static/a.txt")
    (top / closed).chmod(0)
    with rights_of_nobody(), pytest.raises(Refused) as refused:
        read(top, find("04", open_folder / "project"))
    assert refused.value.message.startswith(f"읽을 권한이 없습니다: {closed or top}.")


@posix_only
def test_a_closed_folder_beside_the_answer_does_no_harm(open_folder: Path) -> None:
    top = write(open_folder / "top", "04_routing/app.py", "closed/a.txt")
    (top / "closed").chmod(0)
    with rights_of_nobody():
        assert list(read(top, find("04", open_folder / "project")).files) == ["app.py"]


@posix_only
def test_an_answer_that_stands_in_a_closed_folder(open_folder: Path) -> None:
    top = write(open_folder / "top", "04_routing/app.py", "memo.txt")
    (top / "04_routing").chmod(0)
    with rights_of_nobody(), pytest.raises(Refused, match="읽을 권한이 없습니다: 04_routing"):
        read(top, find("04", open_folder / "project"))


def write(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def test_a_file_that_vanishes_while_it_is_read(handed, refused, monkeypatch: pytest.MonkeyPatch) -> None:
    path = handed({"app.py": "x"})
    really = os.open

    def vanishing(name: Path, *rest: int) -> int:
        (path / "app.py").unlink()
        return really(name, *rest)

    monkeypatch.setattr(disk.os, "open", vanishing)
    assert "읽는 동안 바뀌거나 사라졌습니다: app.py" in refused(path)


@posix_only
def test_a_file_that_becomes_a_pipe_is_not_waited_for(handed, refused, monkeypatch: pytest.MonkeyPatch) -> None:
    path = handed({"app.py": "x"})
    really = os.open

    def swapped(name: Path, *rest: int) -> int:
        if Path(name).name == "app.py":
            Path(name).unlink()
            os.mkfifo(name)
        return really(name, *rest)

    monkeypatch.setattr(disk.os, "open", swapped)
    assert "읽는 동안 바뀌거나 사라졌습니다: app.py" in refused(path)


@posix_only
def test_a_file_that_becomes_a_link_is_not_followed(handed, refused, tmp_path: Path, monkeypatch) -> None:
    path = handed({"app.py": "x"})
    really = os.open

    def swapped(name: Path, *rest: int) -> int:
        if Path(name).name == "app.py":
            Path(name).unlink()
            Path(name).symlink_to("/etc/passwd")
        return really(name, *rest)

    monkeypatch.setattr(disk.os, "open", swapped)
    assert "읽지 못했습니다: app.py" in refused(path)


def test_a_file_that_grows_while_it_is_read(handed, refused, monkeypatch: pytest.MonkeyPatch) -> None:
    path = handed({"app.py": "x"})
    really, seen = os.fstat, []

    def growing(descriptor: int) -> os.stat_result:
        seen.append(descriptor)
        if len(seen) == 3:
            with (path / "app.py").open("a", encoding="utf-8") as file:
                file.write("more")
        return really(descriptor)

    monkeypatch.setattr(disk.os, "fstat", growing)
    assert "읽는 동안 바뀌거나 사라졌습니다: app.py" in refused(path)


def test_a_folder_that_vanishes_while_it_is_listed(handed, refused, monkeypatch: pytest.MonkeyPatch) -> None:
    path = handed({"app.py": "x", "static/a.txt": "y"})
    really = Path.iterdir

    def vanishing(folder: Path) -> Iterator[Path]:
        if folder.name == "static":
            shutil.rmtree(folder)
        return really(folder)

    monkeypatch.setattr(Path, "iterdir", vanishing)
    assert "읽는 동안 바뀌거나 사라졌습니다: static" in refused(path)


def test_another_error_of_the_system_is_told_with_its_own_word(handed, refused, monkeypatch) -> None:
    path = handed({"app.py": "x"})

    def failing(*_: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(disk.os, "open", failing)
    assert "읽지 못했습니다: app.py (Input/output error)" in refused(path)
