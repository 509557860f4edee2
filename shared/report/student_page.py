"""One student's results, to hand back: nothing of the others, every failing task with its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from shared.messages import report_class as words
from shared.report.class_style import CLASS_CSS
from shared.report.classroom import Entry
from shared.report.document import document
from shared.report.html import verdict_html
from shared.report.markup import NOTHING, element, inline, joined, prose
from shared.report.pictures import strip


def render(student: tuple[str, str], entries: Sequence[Entry]) -> str:
    """The whole page. `entries` are all of one student."""
    name = words.student(*student)
    contents = _contents(entries) if len(entries) > 1 else NOTHING
    header = element("header", element("h1", name), contents)
    lessons = (_lesson(entry, place) for place, entry in enumerate(entries, 1))
    return document(name, joined(header, *lessons), style=CLASS_CSS)


def _contents(entries: Sequence[Entry]) -> Markup:
    rows = []
    for place, entry in enumerate(entries, 1):
        verdict = entry.verdict
        if verdict is None:
            result: tuple[str, str] = (NOTHING, words.NOT_HANDED_IN if entry.trouble is None else words.UNJUDGED)
        else:
            counts = {
                status: sum(step.status == status for step in verdict.steps if step.counted) for status in words.MARK
            }
            result = (strip(counts), words.points(verdict.earned, verdict.possible))
        link = element("a", inline(entry.title), href=f"#lesson-{place}")
        rows.append(element("tr", element("th", link, scope="row"), *(element("td", part) for part in result)))
    titles = element("tr", *(element("th", title, scope="col") for title in (words.LESSON, words.TASK, words.POINTS)))
    table = element("table", element("thead", titles), element("tbody", *rows), class_="numbers")
    return element("div", table, class_="wide", tabindex=0, role="group", aria_label=words.LESSON)


def _lesson(entry: Entry, place: int) -> Markup:
    trouble = element("div", prose(entry.trouble), class_="trouble") if entry.trouble is not None else NOTHING
    if entry.verdict is not None:
        judged = (
            element("p", f"{words.JUDGED_AT}: {words.moment(entry.judged_at)}", class_="note")
            if entry.judged_at
            else NOTHING
        )
        inside = joined(verdict_html(entry.verdict, lesson_title=entry.title), judged)
    elif entry.trouble is not None:
        inside = joined(element("h2", inline(entry.title)), element("p", words.UNJUDGED, class_="summary"))
    else:
        inside = joined(element("h2", inline(entry.title)), element("p", words.NOT_HANDED_IN, class_="summary"))
    return element("section", inside, trouble, class_="part", id=f"lesson-{place}")
