"""A class in a browser: `index.html`, a page for each lesson and one for each student, with relative links.

Rows and pages are written as the entries come; only numbers and file names of the whole class are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from shared.messages import report_class as words
from shared.report import student_page
from shared.report.class_rows import TABLE_END, cells_of_all, cells_of_one, table_start, titles_of_all, titles_of_one
from shared.report.class_sections import Link, Student, mistakes, rates, stands, stands_in
from shared.report.class_style import CLASS_CSS
from shared.report.classroom import ClassReport, Entry
from shared.report.document import CLOSING, opening
from shared.report.file_names import FileNames, safe
from shared.report.markup import element, inline, joined
from shared.report.tally import Tally


@dataclass(frozen=True)
class _Page:
    """A file with a table of students: what stands before the rows, and the cells of one row."""

    path: str
    start: Markup
    cells: Callable[[Mapping[str, Entry]], Markup]
    link: Link


def write(report: ClassReport, folder: Path) -> None:
    """Write all pages into the folder. Reads the class twice: numbers stand above the rows that they count."""
    tally = Tally.of(report.entries())
    names = FileNames()

    def student_file(student: Student) -> str:
        return f"students/{names.of(*student)}.html"

    (folder / "students").mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        tables = []
        for page in _pages(report, tally, student_file):
            path = folder / page.path
            path.parent.mkdir(exist_ok=True)
            file = stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))
            file.write(page.start)
            tables.append((page, file))
        for student, group in groupby(report.entries(), key=lambda entry: entry.student):
            entries = {entry.lesson: entry for entry in sorted(group, key=lambda entry: entry.lesson)}
            text = student_page.render(student, list(entries.values()))
            (folder / student_file(student)).write_text(text, encoding="utf-8", newline="\n")
            for page, file in tables:
                name = element("th", element("a", words.student(*student), href=page.link(student)), scope="row")
                file.write(element("tr", name, page.cells(entries)) + "\n")
        for _, file in tables:
            file.write(TABLE_END + CLOSING)


def _pages(report: ClassReport, tally: Tally, student_file: Callable[[Student], str]) -> Iterator[_Page]:
    def link(student: Student) -> str:
        return quote(student_file(student))

    def link_up(student: Student) -> str:
        return "../" + link(student)

    size = element("p", words.size(tally.students, tally.judged, report.made_at), class_="summary")
    if len(tally.lessons) == 1:
        slug, lesson = next(iter(tally.lessons.items()))
        head = _header(report.title, element("p", inline(lesson.title)), size)
        yield _lesson_page("index.html", report.title, head, slug, tally, link)
        return
    body = joined(
        _header(report.title, size),
        stands(tally),
        mistakes(tally.mistakes(), tally.lessons, link),
        table_start(titles_of_all(tally.lessons)),
    )
    slugs = list(tally.lessons)
    yield _Page("index.html", _opened(report.title, body), lambda entries: cells_of_all(entries, slugs), link)
    for slug, lesson in tally.lessons.items():
        up = element("p", element("a", words.TO_CLASS, href="../index.html"))
        head = _header(lesson.title, element("p", report.title), up)
        yield _lesson_page(f"lessons/{safe(slug)}.html", f"{lesson.title} - {report.title}", head, slug, tally, link_up)


def _lesson_page(path: str, title: str, head: Markup, slug: str, tally: Tally, link: Link) -> _Page:
    lesson = tally.lessons[slug]
    tasks = sorted(lesson.tasks)
    body = joined(
        head,
        stands_in(lesson),
        rates(lesson),
        mistakes(tally.mistakes(slug), {slug: lesson}, link),
        table_start(titles_of_one(lesson), note=words.LEGEND),
    )
    return _Page(path, _opened(title, body), lambda entries: cells_of_one(entries.get(slug), tasks), link)


def _header(title: str, *lines: Markup) -> Markup:
    return element("header", element("h1", inline(title)), *lines)


def _opened(title: str, body: Markup) -> Markup:
    return opening(title, style=CLASS_CSS, kind="page broad") + body + "\n"
