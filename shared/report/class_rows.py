"""The table of students: by lessons, or by the tasks of one lesson."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup

from shared.messages import report_class as words
from shared.report.classroom import Entry
from shared.report.file_names import safe
from shared.report.markup import NOTHING, element, inline, joined
from shared.report.tally import LessonTally, group_of

TABLE_END = Markup("</tbody></table></div></section>")


def table_start(titles: Iterable[Markup], note: str | None = None) -> Markup:
    """The part with the table, up to where the rows begin. `TABLE_END` ends it."""
    head = element("tr", element("th", words.STUDENT, scope="col"), *titles)
    start = joined(element("h2", words.STUDENTS), element("p", note, class_="note") if note is not None else NOTHING)
    return Markup(
        '<section class="part">{}<div class="wide tall" tabindex="0" role="group" aria-label="{}">'
        '<table class="class-table"><thead>{}</thead><tbody>\n'
    ).format(start, words.STUDENTS, head)


def titles_of_all(lessons: Mapping[str, LessonTally]) -> list[Markup]:
    """A column for each lesson, and one for all."""
    return [
        *(
            element("th", element("a", inline(lesson.title), href=f"lessons/{quote(safe(slug))}.html"), scope="col")
            for slug, lesson in lessons.items()
        ),
        element("th", words.TOTAL, scope="col"),
    ]


def titles_of_one(lesson: LessonTally) -> list[Markup]:
    """A column for each task, and one for all."""
    return [
        *(
            element(
                "th",
                element("a", element("span", f"{words.TASK} ", class_="unseen"), str(number), href=f"#task-{number}"),
                scope="col",
            )
            for number in sorted(lesson.tasks)
        ),
        element("th", words.POINTS, scope="col"),
    ]


def cells_of_all(entries: Mapping[str, Entry], lessons: Sequence[str]) -> Markup:
    """Points in each lesson."""
    cells = []
    earned = possible = 0
    for lesson in lessons:
        entry = entries.get(lesson)
        if entry is None or entry.verdict is None:
            cells.append(_no_verdict(entry))
            continue
        verdict = entry.verdict
        earned, possible = earned + verdict.earned, possible + verdict.possible
        cells.append(element("td", words.points(verdict.earned, verdict.possible), class_=group_of(entry)))
    return joined(*cells, element("td", words.points(earned, possible), class_="total"))


def cells_of_one(entry: Entry | None, tasks: Sequence[int]) -> Markup:
    """A sign for each task."""
    if entry is None or entry.verdict is None:
        return _no_verdict(entry, columns=len(tasks) + 1)
    steps = {step.task: step for step in entry.verdict.steps}
    cells = []
    for task in tasks:
        if task not in steps:
            cells.append(element("td"))
            continue
        sign, said = words.mark(steps[task])
        seen = joined(element("span", sign, aria_hidden="true"), element("span", said, class_="unseen"))
        cells.append(element("td", seen, class_=steps[task].status if steps[task].counted else "uncounted"))
    points = words.points(entry.verdict.earned, entry.verdict.possible)
    return joined(*cells, element("td", points, class_="total"))


def _no_verdict(entry: Entry | None, columns: int = 1) -> Markup:
    span = columns if columns > 1 else None
    if entry is None or entry.trouble is None:
        return element("td", words.NOT_HANDED_IN, class_="absent", colspan=span)
    if span is None:
        return element("td", words.UNJUDGED, class_="unjudged")
    return element("td", inline(entry.trouble), class_="unjudged", colspan=span)
