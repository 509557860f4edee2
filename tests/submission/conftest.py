"""A small project, and hands that write folders and zips to hand in."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from shared.lessons import Lesson, find
from shared.submission import Refused, read

STARTERS: dict[str, dict[str, str]] = {
    "01_rest": {"client.py": "# TODO", "server.py": "given"},
    "03_first_server": {"app.py": "# TODO"},
    "04_routing": {"app.py": "# TODO"},
    "08_templates": {"app.py": "# TODO", "templates/base.html": "base", "static/style.css": "css"},
    "11_sql": {"queries.sql": "-- TODO", "server.py": "given"},
    "12_sqlite": {"app.py": "# TODO", "db.py": "# TODO db", "schema.sql": "-- TODO"},
}

Files = Mapping[str, str | bytes]


def write_files(folder: Path, files: Files) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for slug, files in STARTERS.items():
        write_files(root / "lessons" / slug, {"README.md": f"# {slug[:2]}. 제목", "hints.md": "# 힌트", **files})
        finished = {name: text.replace("TODO", "done") for name, text in files.items()}
        write_files(root / "solutions" / slug, finished)
    return root


@pytest.fixture
def lesson(project: Path) -> Callable[[str], Lesson]:
    return lambda query: find(query, project)


@pytest.fixture
def handed(tmp_path: Path) -> Callable[..., Path]:
    """Write a folder to hand in; its name may be given."""
    return lambda files, name="10101_김하늘": write_files(tmp_path / "handed" / name, files)


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """Write a zip to hand in."""

    def write(files: Files, name: str = "10101_김하늘.zip", method: int = zipfile.ZIP_DEFLATED) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", method) as archive:
            for entry, content in files.items():
                archive.writestr(entry, content)
        return path

    return write


@pytest.fixture
def taken(lesson: Callable[[str], Lesson]) -> Callable[..., dict[str, bytes]]:
    """The files read from a path, for lesson 04 if no other is named."""
    return lambda path, query="04": read(path, lesson(query)).files


@pytest.fixture
def refused(lesson: Callable[[str], Lesson]) -> Callable[..., str]:
    """The sentence with which a path is refused, for lesson 04 if no other is named."""

    def refusal(path: Path, query: str = "04") -> str:
        with pytest.raises(Refused) as caught:
            read(path, lesson(query))
        message = caught.value.message
        message.encode("cp949")  # a Korean Windows terminal can show it
        assert "\n" not in message
        assert message.isprintable()
        return message

    return refusal


@pytest.fixture
def renamed() -> Callable[[Path, bytes, bytes], Path]:
    """Change a name stored in a zip to one of the same length, which zipfile would not write itself."""

    def rename(path: Path, before: bytes, after: bytes) -> Path:
        content = path.read_bytes()
        assert len(before) == len(after)
        assert before in content
        path.write_bytes(content.replace(before, after))
        return path

    return rename
