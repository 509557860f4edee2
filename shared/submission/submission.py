"""The files of one submission, and how they are laid over a lesson's starter."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from shared.lessons import Lesson
from shared.lessons.starters import kept


@dataclass(frozen=True)
class Submission:
    """What was handed in for a lesson.

    `files` holds only what was handed in: relative posix path (NFC) -> content. `own_folder` is True where it is the
    learner's own lesson folder in this project. `notes` are sentences for the reader of the verdict.
    """

    lesson: str
    source: Path
    files: dict[str, bytes] = field(repr=False)
    notes: tuple[str, ...] = ()
    own_folder: bool = False

    @property
    def digest(self) -> str:
        """SHA-256 over names and contents, in hex; the same for a folder and a zip of it."""
        return digest_of(self.files)

    def overlay(self, lesson: Lesson) -> dict[str, bytes]:
        """The lesson's starter files with the handed-in ones over them."""
        # The learner's own folder is the starter, so what is missing there was taken away by the learner.
        return dict(self.files) if self.own_folder else {**_starter(lesson), **self.files}

    def lay(self, folder: Path, lesson: Lesson) -> None:
        """Write the overlay into `folder`, which is made if need be.

        Raises:
            FileExistsError: the folder is not empty.
        """
        folder.mkdir(parents=True, exist_ok=True)
        if next(folder.iterdir(), None) is not None:
            raise FileExistsError(f"scratch folder is not empty: {folder}")
        for name, content in self.overlay(lesson).items():
            target = folder.joinpath(*name.split("/"))
            if "/" in name:
                target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def digest_of(files: Mapping[str, bytes]) -> str:
    """SHA-256 over names and contents, in hex."""
    total = hashlib.sha256()
    for name in sorted(files):
        for part in (name.encode("utf-8"), files[name]):
            total.update(len(part).to_bytes(8, "big"))
            total.update(part)
    return total.hexdigest()


def _starter(lesson: Lesson) -> dict[str, bytes]:
    handed_out = kept(lesson)
    if handed_out is not None:
        return handed_out
    contents = {}
    for name in lesson.files:
        for form in ("NFC", "NFD"):  # macOS may have stored the name decomposed
            path = lesson.folder.joinpath(*normalize(form, name).split("/"))
            if path.is_file():
                contents[name] = path.read_bytes()
                break
    return contents
