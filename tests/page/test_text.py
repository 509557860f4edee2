"""A lesson's text on the page: its links lead somewhere, its programs are named, its markup is its own."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from shared.lessons import Lesson, all_lessons
from shared.page.text import anchor, markdown, rendered

LESSONS = all_lessons()
PROSE = {"h1", "h2", "h3", "h4", "p", "a", "ul", "ol", "li", "code", "pre", "span", "strong", "em", "img", "br", "hr"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
ALLOWED = PROSE | TABLES | {"blockquote", "div", "details", "summary"}


class Seen(HTMLParser):
    """Which elements, addresses and names there are."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.targets: set[str] = set()
        self.ids: list[str] = []
        self.scripts: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        for name, value in attrs:
            if name in ("href", "src"):
                self.targets.add(value or "")
            if name == "id":
                self.ids.append(value or "")
            if name.startswith("on") or name == "style":
                self.scripts.add(name)


def seen(lesson: Lesson) -> Seen:
    return Seen(rendered(lesson, lambda slug: f"/lessons/{slug}/", f"/lessons/{lesson.slug}/images/"))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_every_link_of_a_text_leads_somewhere(lesson: Lesson) -> None:
    found = seen(lesson)
    slugs = {one.slug for one in LESSONS}
    for target in found.targets:
        if target.startswith("#"):
            assert target == "#tasks" or unquote(target[1:]) in found.ids, target
        elif match := re.fullmatch(r"/lessons/(\w+)/images/(.+)", target):
            assert (lesson.folder / "images" / match[2]).is_file(), target
        elif match := re.fullmatch(r"/lessons/(\w+)/(#.*)?", target):
            assert match[1] in slugs, target
        else:
            assert target.startswith("https://"), target


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_a_text_brings_no_markup_that_the_page_forbids(lesson: Lesson) -> None:
    found = seen(lesson)
    assert found.names <= ALLOWED
    assert not found.scripts
    assert len(found.ids) == len(set(found.ids))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_every_task_is_found_in_the_text(lesson: Lesson) -> None:
    assert {anchor(task.heading) for task in lesson.tasks} <= set(seen(lesson).ids)


def test_a_program_and_its_output_carry_their_names() -> None:
    made = markdown('```python title="a.py"\nprint(1 < 2)\n```\n\n```text output="a.py"\nTrue <b>\n```\n')
    assert '<p class="file">a.py</p>' in made and '<p class="file">출력: a.py</p>' in made
    assert "&lt;b&gt;" in made and "<b>" not in made


def test_an_empty_corner_of_a_table_is_no_heading() -> None:
    made = markdown("| | 하나 |\n|---|---|\n| 둘 | 셋 |\n")
    assert "<td></td>" in made and "<th>하나</th>" in made
