"""Writing the parts of a new lesson from the templates beside this file.

In comes a slug such as `16_cookies` and a title; out come `lessons/`, `solutions/`, `checks/` and `tests/answers/`
with one small task that runs. `verify` says what is still to be done.
"""

from __future__ import annotations

import re
from pathlib import Path

from shared.messages import scaffolding as words

TEMPLATE = Path(__file__).with_name("template")

PLACES = {
    "README.md": "lessons/{slug}/README.md",
    "hints.md": "lessons/{slug}/hints.md",
    "starter.py": "lessons/{slug}/app.py",
    "solution.py": "solutions/{slug}/app.py",
    "check.py": "checks/{slug}.py",
    "right.py": "tests/answers/{slug}/right/named_view/app.py",
    "right.json": "tests/answers/{slug}/right/named_view/answer.json",
    "wrong.py": "tests/answers/{slug}/wrong/printed_instead_of_returned/app.py",
    "wrong.json": "tests/answers/{slug}/wrong/printed_instead_of_returned/answer.json",
}
"""Where each template goes."""

_SLUG = re.compile(r"\d\d_[a-z][a-z0-9_]*")


class NotASlug(ValueError):
    """The name cannot be that of a lesson. `message` is a Korean sentence."""

    def __init__(self, slug: str) -> None:
        self.message = words.not_a_slug(slug)
        super().__init__(self.message)


class LessonExists(FileExistsError):
    """A part of that lesson is there already, or its number is taken. `message` is a Korean sentence."""

    def __init__(self, path: str) -> None:
        self.message = words.exists(path)
        super().__init__(self.message)


def parts(slug: str, title: str) -> dict[str, str]:
    """The files of a new lesson: posix path relative to the project -> text."""
    values = {"{{slug}}": slug, "{{number}}": slug[:2], "{{title}}": title}
    made = {}
    for name, place in PLACES.items():
        text = (TEMPLATE / f"{name}.txt").read_text(encoding="utf-8")
        for placeholder, value in values.items():
            text = text.replace(placeholder, value)
        made[place.format(slug=slug)] = text
    return made


def scaffold(slug: str, title: str, root: Path) -> list[Path]:
    """Write the parts below `root`; gives the files. Nothing that exists is touched.

    Raises:
        NotASlug: the name is not two digits, an underscore and small letters.
        LessonExists: there is such a lesson, or one of that number.
        OSError: a file cannot be written.
    """
    if not _SLUG.fullmatch(slug):
        raise NotASlug(slug)
    taken = sorted(path.name for path in (root / "lessons").glob(f"{slug[:2]}_*"))
    if taken:
        raise LessonExists(f"lessons/{taken[0]}")
    files = {root / path: text for path, text in parts(slug, title).items()}
    for path in files:
        if path.exists():
            raise LessonExists(path.relative_to(root).as_posix())
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(files)
