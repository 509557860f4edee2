"""A class in a browser: numbers that are right, links that lead somewhere, and a page for each student alone."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest

from shared.messages import report_class as messages
from shared.report import class_page
from shared.report.classroom import ClassReport, Entry
from shared.report.tally import MAX_MISTAKES, Tally
from shared.verdict import StepResult
from tests.report.classes import EVIL, LESSONS, made_up
from tests.report.reading import of_class, page, words
from tests.report.verdicts import FIRST, KNOWN, NOT_COUNTED, SECOND, UNJUDGED, verdict

ONE = ("04_routing",)


@pytest.fixture(scope="module", params=[ONE, tuple(LESSONS)], ids=["one lesson", "three lessons"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ClassReport]:
    folder = tmp_path_factory.mktemp("class")
    report = made_up(26, request.param)
    class_page.write(report, folder)
    return folder, report


def pages(folder: Path) -> dict[Path, Element]:
    return {path: page(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.html"))}


def test_every_page_is_valid_and_needs_no_other_place(made: tuple[Path, ClassReport]) -> None:
    found = pages(made[0])
    assert len([path for path in found if path.parent.name == "students"]) == 26
    for root in found.values():
        assert [item.tag for item in root.iter("h1")] == ["h1"]
        for item in root.iter():
            assert item.tag not in ("script", "link", "img")
            assert not {key for key in item.attrib if key.startswith("on") or key in ("style", "src")}


def test_every_link_leads_to_a_file_and_a_place_in_it(made: tuple[Path, ClassReport]) -> None:
    found = pages(made[0])
    followed = 0
    for path, root in found.items():
        for link in root.iter("a"):
            file, _, place = unquote(link.get("href", "")).partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target in found, link.get("href")
            assert not place or place in {item.get("id") for item in found[target].iter()}
            followed += 1
    assert followed > 26


def test_every_cell_has_a_heading(made: tuple[Path, ClassReport]) -> None:
    for root in pages(made[0]).values():
        for table in root.iter("table"):
            if "lines" in (table.get("class") or ""):
                continue
            assert {item.get("scope") for item in table.findall("thead/tr/th")} == {"col"}
            columns = len(table.findall("thead/tr/th"))
            for row in table.findall("tbody/tr"):
                assert sum(int(cell.get("colspan", "1")) for cell in row) == columns
                assert row[0].tag == "td" or row[0].get("scope") == "row"


def test_ids_are_given_once(made: tuple[Path, ClassReport]) -> None:
    for root in pages(made[0]).values():
        ids = [item.get("id") for item in root.iter() if item.get("id")]
        assert len(ids) == len(set(ids))


def test_a_student_page_names_nobody_else_and_says_everything(made: tuple[Path, ClassReport]) -> None:
    folder, report = made
    entries = list(report.entries())
    names = {entry.name for entry in entries if len(entry.name) == 3 and entry.name != "con"}
    for path in (folder / "students").iterdir():
        text = words(page(path.read_text(encoding="utf-8")))
        own = [entry for entry in entries if path.name.startswith(entry.student_id)]
        assert not [name for name in names - {own[0].name} if name in text]
        for entry in own:
            assert entry.title in text
            assert (entry.trouble or "") in text
            if entry.verdict is None and entry.trouble is None:
                assert messages.NOT_HANDED_IN in text


def test_rows_show_points_or_why_there_are_none(tmp_path: Path) -> None:
    def entries() -> Iterator[Entry]:
        yield Entry("1", "가", "04_a", "04. A", verdict(FIRST, SECOND, KNOWN))
        yield Entry("2", "나", "04_a", "04. A", trouble="열 수 없는 zip입니다.")
        yield Entry("3", "다", "04_a", "04. A")
        yield Entry("4", "라", "04_a", "04. A", verdict(FIRST, UNJUDGED, NOT_COUNTED))

    class_page.write(ClassReport("반", entries), tmp_path)
    root = page((tmp_path / "index.html").read_text(encoding="utf-8"))
    rows = of_class(root, "class-table")[0].findall("tbody/tr")
    cells = [[words(cell) for cell in row] for row in rows]
    assert cells[0] == ["1 가", "○통과", "○통과", "✕실패", "", "2/3"]
    assert cells[1] == ["2 나", "열 수 없는 zip입니다."]
    assert cells[2] == ["3 다", messages.NOT_HANDED_IN]
    assert cells[3] == ["4 라", "○통과", "", "?판정 못 함", f"·{messages.NOT_COUNTED}", "1/2"]


def test_an_empty_class_is_a_page_too(tmp_path: Path) -> None:
    class_page.write(ClassReport("반", lambda: ()), tmp_path)
    page((tmp_path / "index.html").read_text(encoding="utf-8"))


def test_names_stay_text(made: tuple[Path, ClassReport]) -> None:
    root = page((made[0] / "index.html").read_text(encoding="utf-8"))
    name = next(words(link) for link in root.iter("a") if "script" in words(link))
    assert name == "10104 " + EVIL.replace("\x1b", "\\x1b").replace("\u202e", "\\u202e")


def test_the_class_is_counted() -> None:
    tally = Tally.of(made_up(40).entries())
    entries = list(made_up(40).entries())
    assert tally.students == 40
    assert tally.judged == sum(entry.verdict is not None for entry in entries)
    for slug, lesson in tally.lessons.items():
        assert sum(lesson.groups.values()) == 40
        verdicts = [entry.verdict for entry in entries if entry.lesson == slug and entry.verdict is not None]
        assert sum(lesson.points.values()) == len(verdicts)
        for number, task in lesson.tasks.items():
            steps = [step for judged in verdicts for step in judged.steps if step.task == number and step.counted]
            assert task.statuses["pass"] == sum(step.status == "pass" for step in steps)
            assert task.judged == sum(step.status != "unjudged" for step in steps)
    failed = sum(step.status == "fail" for entry in entries if entry.verdict for step in entry.verdict.steps)
    assert sum(mistake.count for mistake in tally.mistakes()) == failed
    counts = [mistake.count for mistake in tally.mistakes()]
    assert counts == sorted(counts, reverse=True)
    assert len(tally.mistakes()[0].who) <= 5


def test_a_lesson_without_an_entry_was_not_handed_in() -> None:
    entries = (Entry("1", "가", "04_a", "04. A", verdict(FIRST)), Entry("2", "나", "05_b", "05. B", verdict(FIRST)))
    assert [lesson.groups["absent"] for lesson in Tally.of(entries).lessons.values()] == [1, 1]


def test_messages_with_a_students_own_words_do_not_fill_the_memory() -> None:
    steps = (StepResult(number, "", "fail", message=f"{number}") for number in range(MAX_MISTAKES + 10))
    tally = Tally.of(Entry("1", "가", "04_a", "04. A", verdict(step)) for step in steps)
    assert len(tally.mistakes()) == MAX_MISTAKES


def test_verdicts_of_one_student_are_held_at_a_time(tmp_path: Path) -> None:
    alive: weakref.WeakSet[Entry] = weakref.WeakSet()
    most = 0

    class Watched(Entry):
        __hash__ = object.__hash__

    def entries() -> Iterator[Entry]:
        nonlocal most
        for entry in made_up(50).entries():
            watched = Watched(**vars(entry))
            alive.add(watched)
            most = max(most, len(alive))
            yield watched
            del watched

    class_page.write(ClassReport("반", entries), tmp_path)
    assert most <= 2 * len(LESSONS) + 1
