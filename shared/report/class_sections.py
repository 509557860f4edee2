"""What stands above the table of students: where the class is, tasks by pass rate, the commonest mistakes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from markupsafe import Markup

from shared.messages import report_class as words
from shared.messages.report import STATUS
from shared.report.file_names import safe
from shared.report.markup import element, folded, inline, joined, prose
from shared.report.pictures import bars, strip
from shared.report.tally import LessonTally, Mistake, Tally

FIRST_MISTAKES, MAX_MISTAKES = 6, 30
"""So many are shown, and so many at all."""

Student = tuple[str, str]
Link = Callable[[Student], str]
"""The address of a student's page, relative to the page that it is for."""


def table(head: Sequence[str], rows: Sequence[Sequence[str]], class_: str = "numbers") -> Markup:
    """A table whose first column names the row."""
    titles = element("tr", *(element("th", title, scope="col") for title in head))
    body = [
        element("tr", element("th", row[0], scope="row"), *(element("td", value) for value in row[1:])) for row in rows
    ]
    made = element("table", element("thead", titles), element("tbody", *body), class_=class_)
    return element("div", made, class_="wide", tabindex=0, role="group", aria_label=head[0])


def section(title: str, *inside: str, heading: int = 2) -> Markup:
    """A part of the page under its heading."""
    return element("section", element(f"h{heading}", title), *inside, class_="part")


def stands(tally: Tally) -> Markup:
    """A picture of the class over all lessons, and each lesson in one row."""
    counts = [(words.share(10 * tenth, min(10 * tenth + 9, 100)), tally.tenths[tenth]) for tenth in range(10)]
    counts.append((words.share(100, 100), tally.tenths[10]))
    head = [words.LESSON, words.STANDS, *words.GROUPS.values()]
    rows = [
        [
            element("a", inline(lesson.title), href=f"lessons/{quote(safe(slug))}.html"),
            strip(lesson_groups(lesson)),
            *map(str, lesson_groups(lesson).values()),
        ]
        for slug, lesson in tally.lessons.items()
    ]
    return joined(
        section(words.STANDS, _picture(counts, words.BARS_OF_ALL)),
        section(words.BY_LESSON, table(head, rows)),
    )


def stands_in(lesson: LessonTally) -> Markup:
    """A picture of the class in one lesson."""
    counts = [(words.tasks(number), lesson.points[number]) for number in range(len(lesson.tasks) + 1)]
    groups = lesson_groups(lesson)
    said = [
        element("li", element("span", class_=f"key {group}"), f" {words.GROUPS[group]} {count}")
        for group, count in groups.items()
    ]
    return section(words.STANDS, element("ul", *said, class_="keys"), _picture(counts, words.BARS_OF_ONE))


def lesson_groups(lesson: LessonTally) -> dict[str, int]:
    """Students by where they stand, the best first."""
    return {
        "done": lesson.groups["done"],
        "partly": lesson.groups["partly"],
        "none": lesson.groups["none"],
        "unjudged": lesson.groups["unjudged"],
        "absent": lesson.groups["absent"],
    }


def rates(lesson: LessonTally) -> Markup:
    """Tasks by pass rate, in the order of the lesson."""
    rows = []
    for number, task in sorted(lesson.tasks.items()):
        counts = {name: task.statuses[name] for name in words.MARK}
        rows.append(
            [
                element("span", f"{words.TASK} {number}. ", inline(task.title), id=f"task-{number}"),
                joined(strip(counts), element("span", words.percent(counts["pass"], task.judged), class_="rate")),
                *map(str, counts.values()),
            ]
        )
    if not rows:
        return section(words.BY_TASK, element("p", words.NOTHING_JUDGED))
    head = [words.TASK, words.RATE, *(STATUS[name] for name in words.MARK)]
    return section(words.BY_TASK, table(head, rows))


def mistakes(found: Sequence[Mistake], lessons: dict[str, LessonTally], link: Link) -> Markup:
    """The commonest mistakes, with the words that their makers read."""
    if not found:
        return section(words.MISTAKES, element("p", words.NO_MISTAKES))
    items = [_mistake(mistake, lessons, link) for mistake in found[:MAX_MISTAKES]]
    shown = element("ol", *items[:FIRST_MISTAKES], class_="mistakes")
    if len(items) <= FIRST_MISTAKES:
        return section(words.MISTAKES, shown)
    rest = element("ol", *items[FIRST_MISTAKES:], class_="mistakes", start=FIRST_MISTAKES + 1)
    return section(words.MISTAKES, shown, folded(words.RARER.format(count=len(items) - FIRST_MISTAKES), rest))


def _mistake(mistake: Mistake, lessons: dict[str, LessonTally], link: Link) -> Markup:
    where = f"{words.TASK} {mistake.task}"
    if len(lessons) > 1:
        where = f"{lessons[mistake.lesson].title}, {where}"
    return element(
        "li",
        element("p", element("b", words.people(mistake.count)), " ", inline(where), class_="count"),
        prose(mistake.text),
        element("p", f"{words.WHO}: ", *_who(mistake, link), class_="who"),
    )


def _who(mistake: Mistake, link: Link) -> list[str]:
    said: list[str] = []
    for student in mistake.who:
        said += [", " if said else "", element("a", words.student(*student), href=link(student))]
    if mistake.count > len(mistake.who):
        said.append(" " + words.MORE.format(count=mistake.count - len(mistake.who)))
    return said


def _picture(counts: Sequence[tuple[str, int]], title: str) -> Markup:
    if not any(count for _, count in counts):
        return element("p", words.NOTHING_JUDGED)
    numbers = table([words.PASSED_TASKS, words.COUNT], [[label, str(count)] for label, count in counts])
    return element(
        "figure",
        element("figcaption", title),
        element("div", bars(counts, title), class_="wide", tabindex=0, role="group", aria_label=title),
        folded(words.IN_NUMBERS, numbers),
    )
