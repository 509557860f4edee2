"""JUnit XML as CI services read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest

from shared.report import junit
from shared.report.layout import visible
from tests.report.classes import made_up
from tests.report.verdicts import DIFFERENT, FIRST, KNOWN, SKIPPED, UNJUDGED, VERDICTS, verdict

MIXED = verdict(FIRST, KNOWN, SKIPPED, UNJUDGED, output="printed")


def test_four_outcomes_are_four_things() -> None:
    root = xml.fromstring(junit.render([MIXED]))
    suite = root[0]
    assert (root.tag, suite.tag) == ("testsuites", "testsuite")
    assert [suite.get(key) for key in ("tests", "failures", "skipped", "errors")] == ["4", "1", "1", "1"]
    assert [[child.tag for child in case] for case in suite.iter("testcase")] == [
        [],
        ["failure"],
        ["skipped"],
        ["error"],
    ]


def test_failure_names_mistake_place_and_holds_the_whole_report() -> None:
    case = xml.fromstring(junit.render([MIXED])).findall(".//testcase")[1]
    failure = case[0]
    assert failure.get("type") == "F7"
    assert (failure.get("message") or "").startswith("이름 자리가")
    assert "curl -i http://127.0.0.1:5000/hi/kim" in (failure.text or "")
    assert (case.get("classname"), case.get("file"), case.get("line")) == ("04_routing", "app.py", "12")
    assert (case.get("name") or "").startswith("과제 3. ")


def test_seed_and_output_are_kept() -> None:
    suite = xml.fromstring(junit.render([MIXED]))[0]
    assert {item.get("name"): item.get("value") for item in suite.iter("property")}["seed"] == "123"
    assert suite.findtext("system-out") == "printed"


def test_many_submissions_are_named_and_summed_up() -> None:
    root = xml.fromstring(junit.render([MIXED, verdict(FIRST)], ["10101_김하늘", "10102_이바다"]))
    assert [suite.get("name") for suite in root] == ["10101_김하늘", "10102_이바다"]
    assert [root.get(key) for key in ("tests", "failures", "skipped", "errors")] == ["5", "1", "1", "1"]


def test_names_that_do_not_match_are_refused() -> None:
    with pytest.raises(ValueError):
        junit.render([MIXED], ["one", "two"])


def test_characters_that_xml_forbids_are_written_as_text() -> None:
    evil = "\x00\x08\x0b\x1b[31m\ufffe\udcff\x7f]]>&<\"'"
    step = replace(DIFFERENT, title=evil, message=evil, got=evil, mistake=None)
    text = junit.render([replace(verdict(step), output=evil, lesson=evil)])
    root = xml.fromstring(text.encode("utf-8"))
    assert root.findtext(".//system-out") == "\\x00\\x08\\x0b\\x1b[31m\\ufffe\\udcff\\x7f]]>&<\"'"


@pytest.mark.parametrize("name", VERDICTS)
def test_every_verdict_is_well_formed(name: str) -> None:
    text = junit.render([VERDICTS[name]])
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    assert len(xml.fromstring(text.encode("utf-8")).findall(".//testcase")) == len(VERDICTS[name].steps)


def test_a_class_is_written_one_by_one_and_summed_up(tmp_path: Path) -> None:
    report = made_up(20)
    junit.write(report, tmp_path / "junit.xml")
    root = xml.parse(tmp_path / "junit.xml").getroot()
    entries = [entry for entry in report.entries() if entry.verdict is not None or entry.trouble is not None]
    assert [suite.get("name") for suite in root] == [
        visible(f"{entry.student_id} {entry.name} / {entry.lesson}") for entry in entries
    ]
    for key in ("tests", "failures", "errors", "skipped"):
        assert int(root.get(key, "")) == sum(int(suite.get(key, "")) for suite in root) > 0
    broken = next(entry for entry in entries if entry.verdict is None)
    assert broken.trouble in [error.get("message") for error in root.iter("error")]


def test_no_verdict_is_well_formed_too() -> None:
    assert xml.fromstring(junit.render([])).get("tests") == "0"
