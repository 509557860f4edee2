"""Every command in the READMEs is one that exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.lessons import all_lessons, find

ROOT = Path(__file__).parents[2]
READMES = sorted(ROOT.glob("README*.md")) + [ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/*.md"))]
MAKES = {"new"}
"""Verbs whose lesson does not exist yet."""
VERBS = {path.stem for path in (ROOT / "shared" / "cli" / "verbs").glob("*.py")} - {"__init__", "help"}


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_verbs_and_lessons_exist(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    for verb, lesson in re.findall(r"python workbook\.py ?([a-z]*) ?(\d\d)?", text):
        assert not verb or verb in VERBS, f"{verb} is no verb"
        if lesson and int(lesson) <= len(all_lessons()) and verb not in MAKES:
            find(lesson)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_scripts_and_links_exist(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    for path in re.findall(r"python ((?:checks|benchmarks)/\w+\.py)", text):
        assert (ROOT / path).is_file(), path
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (readme.parent / target).exists(), target


def test_every_required_package_is_explained() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").lower()
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        name = re.match(r"[A-Za-z0-9-]+", line)
        if name:
            assert name[0].lower() in table, name[0]
