"""Classes as schools collect them, on a tiny workbook with two lessons."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from shared.grading.intake import Intake, take_in
from shared.grading.mapping import Said
from shared.grading.tree import Archives
from shared.lessons import all_lessons
from tests import tiny_project

RIGHT = tiny_project.SOLUTION.encode("utf-8")
HALF = tiny_project.FIRST_DONE.encode("utf-8")
FIRST, SECOND = "01_greeting", "02_farewell"

Files = Mapping[str, bytes]


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    made = tiny_project.make(tmp_path / "workbook", FIRST)
    tiny_project.make(made, SECOND, "작별하는 서버")
    yield made
    for name in [name for name in sys.modules if name.startswith("checks.")]:
        del sys.modules[name]  # the next test has a check of the same name


@pytest.fixture
def handed_in(tmp_path: Path) -> Callable[[Files], Path]:
    """Write a class's folder."""

    def write(files: Files) -> Path:
        folder = tmp_path / "class"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return folder

    return write


@pytest.fixture
def taken(root: Path, handed_in: Callable[[Files], Path]) -> Callable[..., Intake]:
    """Look through a class's folder."""

    def take(files: Files, default: str | None = None, said: Mapping[str, Said] | None = None) -> Intake:
        with Archives() as archives:
            return take_in(handed_in(files), all_lessons(root), archives, default=default, said=said)

    return take


def zipped(files: Files, encoding: str | None = None) -> bytes:
    """A zip; with `encoding` its names are stored as Windows does, without the mark for UTF-8."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            if encoding is not None:
                info = _Marked(name.encode(encoding).decode("cp437"))
            archive.writestr(info, content)
    return made.getvalue()


class _Marked(zipfile.ZipInfo):
    """A name that is stored byte by byte."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # zipfile's own name
        return self.filename.encode("cp437"), self.flag_bits & ~0x800


def who(intake: Intake) -> list[tuple[str, str, str]]:
    """Id, name and lesson of all that was found."""
    return [(piece.student_id, piece.name, piece.lesson) for piece in intake.pieces]
