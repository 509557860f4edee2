"""The kept starters are those in the folders, and a solved folder does not help a stranger's submission."""

from __future__ import annotations

import shutil
from pathlib import Path

from shared.lessons import find, starters
from shared.submission import read

ROOT = Path(__file__).parents[2]
REBUILD = "run: python -m shared.lessons.starters"


def test_kept_starters_are_those_in_the_folders() -> None:
    for slug, files in starters.collect().items():
        kept = starters.kept(find(slug))
        assert kept is not None, REBUILD
        assert {name: text.encode("utf-8") for name, text in files.items()} == kept, f"{slug}: {REBUILD}"


def test_solved_folder_helps_nobody_else(tmp_path: Path) -> None:
    for part in ("lessons", "solutions", "checks"):
        shutil.copytree(ROOT / part, tmp_path / part)
    lesson = find("03", tmp_path)
    (lesson.folder / "static" / "hello.txt").write_text("solved", encoding="utf-8")
    answer = tmp_path / "answer"
    answer.mkdir()
    (answer / "app.py").write_text("from flask import Flask\n", encoding="utf-8")
    files = read(answer, find("03", tmp_path)).overlay(find("03", tmp_path))
    assert "static/hello.txt" not in files
