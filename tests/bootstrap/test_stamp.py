"""Whether what is installed is what is wanted."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from shared.bootstrap import places, stamp

VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"


@pytest.fixture
def root(tmp_path: Path) -> str:
    """A folder with what looks like an environment for ``flask`` in it."""
    root = str(tmp_path / "가나다")
    python = Path(places.venv_python(root))
    python.parent.mkdir(parents=True)
    python.touch()
    Path(places.venv_description(root)).touch()
    stamp.finish(root, "base", b"flask\n", VERSION, sys.executable)
    return root


def test_the_same_list_is_ready_and_another_is_changed(root: str) -> None:
    assert stamp.state(root, b"flask\n", "base") == stamp.READY
    assert stamp.state(root, b"flask\n# why\n", "base") == stamp.CHANGED


def test_a_list_that_was_never_installed_is_unknown(root: str) -> None:
    assert stamp.state(root, b"pytest\n", "test") == stamp.UNKNOWN


@pytest.mark.parametrize("content", [b"", b"installing\n", b"/somewhere\n3.12\n"])
def test_half_a_stamp_is_an_interruption(content: bytes, root: str) -> None:
    stamp.put_back(root, "base", content)
    assert stamp.state(root, b"flask\n", "base") == stamp.INTERRUPTED


def test_an_installation_is_interrupted_until_it_is_finished(root: str) -> None:
    stamp.begin(root, "base")
    assert stamp.state(root, b"flask\n", "base") == stamp.INTERRUPTED


def test_no_folder_is_absent(tmp_path: Path) -> None:
    assert stamp.state(str(tmp_path), b"", "base") == stamp.ABSENT


def test_another_folder_is_moved(root: str) -> None:
    Path(root).rename(root + "2")
    assert stamp.state(root + "2", b"flask\n", "base") == stamp.MOVED


def test_the_same_folder_in_the_other_unicode_form_is_not_moved(root: str) -> None:
    stamp.put_back(root, "base", _stamp(unicodedata.normalize("NFD", root)))
    assert stamp.state(root, b"flask\n", "base") == stamp.READY


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_the_same_folder_by_a_link_is_not_moved(root: str) -> None:
    Path(root + "-link").symlink_to(root)
    assert stamp.state(root + "-link", b"flask\n", "base") == stamp.READY


def test_a_python_that_another_version_took_the_place_of_is_moved(root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp.put_back(root, "base", _stamp(root, version="3.9"))
    assert stamp.state(root, b"flask\n", "base") == stamp.READY  # another Python than this one may have any version
    monkeypatch.setattr(sys, "executable", places.venv_python(root))
    assert stamp.state(root, b"flask\n", "base") == stamp.MOVED


@pytest.mark.skipif(os.name != "nt", reason="elsewhere .venv links to the Python itself")
def test_on_windows_a_launcher_without_its_python_is_moved(root: str) -> None:
    stamp.put_back(root, "base", _stamp(root, base="C:\\gone\\python.exe"))
    assert stamp.state(root, b"flask\n", "base") == stamp.MOVED


def _stamp(root: str, version: str = VERSION, base: str = sys.executable) -> bytes:
    return b"\n".join([os.fsencode(root), version.encode(), os.fsencode(base), b"flask\n"])
