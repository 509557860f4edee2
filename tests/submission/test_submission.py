"""The digest of a submission, and laying it over the starter."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from shared.lessons import ROOT
from shared.submission import Submission, read


def test_handed_in_files_lie_over_the_starter(handed, lesson, tmp_path: Path) -> None:
    found = read(handed({"app.py": "mine", "templates/hi.html": "hi"}), lesson("08"))
    found.lay(tmp_path / "scratch" / "한글 폴더", lesson("08"))
    scratch = tmp_path / "scratch" / "한글 폴더"
    laid = {path.relative_to(scratch).as_posix(): path.read_bytes() for path in scratch.rglob("*") if path.is_file()}
    assert laid == {
        "app.py": b"mine",
        "static/style.css": b"css",
        "templates/base.html": b"base",
        "templates/hi.html": b"hi",
    }
    assert laid == found.overlay(lesson("08"))


def test_files_holds_only_what_was_handed_in(handed, lesson) -> None:
    assert read(handed({"app.py": "mine"}), lesson("08")).files == {"app.py": b"mine"}


def test_what_a_learner_took_out_of_the_own_folder_does_not_come_back(project: Path, lesson) -> None:
    before = lesson("08")
    (before.folder / "static" / "style.css").unlink()
    assert sorted(read(before.folder, before).overlay(before)) == ["app.py", "templates/base.html"]


def test_a_starter_file_that_vanished_is_passed_over(handed, lesson) -> None:
    before = lesson("08")
    (before.folder / "static" / "style.css").unlink()
    assert "static/style.css" not in read(handed({"app.py": "x"}), before).overlay(before)


def test_a_folder_that_is_not_empty_is_not_written_to(handed, lesson, tmp_path: Path) -> None:
    found = read(handed({"app.py": "x"}), lesson("04"))
    with pytest.raises(FileExistsError):
        found.lay(handed({"app.py": "other"}, "full"), lesson("04"))


def test_a_folder_and_a_zip_of_it_have_one_digest(handed, zipped, lesson) -> None:
    files = {"app.py": "x", "static/a.txt": "y"}
    inside = {f"04_routing/{name}": content for name, content in reversed(files.items())}
    assert read(handed(files), lesson("04")).digest == read(zipped(inside), lesson("04")).digest


@pytest.mark.parametrize(
    ("one", "two"),
    [({"a": b"1"}, {"a": b"2"}), ({"a": b"1"}, {"b": b"1"}), ({"a": b"1", "b": b"2"}, {"a": b"1b2"}), ({}, {"a": b""})],
)
def test_other_names_or_contents_have_another_digest(one: dict[str, bytes], two: dict[str, bytes]) -> None:
    first, second = (Submission("04_routing", Path("x"), files) for files in (one, two))
    assert first.digest != second.digest
    assert len(first.digest) == 64


def test_contents_do_not_show_when_a_submission_is_printed(handed, lesson) -> None:
    assert "secret" not in repr(read(handed({"app.py": "secret"}), lesson("04")))


def test_a_folder_is_read_without_loading_what_only_zips_need() -> None:
    code = "import sys; before = set(sys.modules); import shared.submission; print(set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert not {"zipfile", "flask", "click"} & ast.literal_eval(done.stdout)
