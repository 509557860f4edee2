"""Verdicts as JUnit XML, which GitLab, Jenkins and most other CI services read.

There is no official schema; the names are those of https://github.com/testmoapp/junitxml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as xml

from shared.messages import report as words
from shared.messages import report_class as class_words
from shared.report.classroom import ClassReport
from shared.report.layout import visible
from shared.report.terminal import render_step
from shared.verdict import StepResult, Verdict

TOTALS = ("tests", "failures", "errors", "skipped")


def render(verdicts: Sequence[Verdict], names: Sequence[str] | None = None) -> str:
    """One `testsuite` for each verdict, one `testcase` for each task. An unjudged task is an `error`.

    Args:
        names: a name for each suite, such as the submission's; else the lesson's.
    """
    root = xml.Element("testsuites")
    if names is None:
        names = [verdict.lesson for verdict in verdicts]
    for verdict, name in zip(verdicts, names, strict=True):
        root.append(_suite(verdict, name))
    for key in TOTALS:
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    root.set("time", f"{sum(verdict.seconds for verdict in verdicts):.3f}")
    xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"


def write(report: ClassReport, path: Path) -> None:
    """A class, one `testsuite` for each submission, written one by one. What could not be judged is an `error` too.

    Reads the class twice: the numbers of all stand in the first line.
    """
    totals = Counter[str]()
    for suite in _suites(report):
        for key in TOTALS:
            totals[key] += int(suite.get(key, "0"))
    numbers = "".join(f' {key}="{totals[key]}"' for key in TOTALS)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{numbers}>\n')
        for suite in _suites(report):
            xml.indent(suite)
            file.write(xml.tostring(suite, encoding="unicode") + "\n")
        file.write("</testsuites>\n")


def _suites(report: ClassReport) -> Iterator[xml.Element]:
    for entry in report.entries():
        name = f"{class_words.student(*entry.student)} / {entry.lesson}"
        if entry.verdict is not None:
            yield _suite(entry.verdict, name)
        elif entry.trouble is not None:
            suite = xml.Element("testsuite", name=visible(name), tests="1", failures="0", errors="1", skipped="0")
            case = xml.SubElement(suite, "testcase", classname=visible(entry.lesson), name=visible(entry.title))
            xml.SubElement(case, "error", message=visible(entry.trouble), type="unjudged")
            yield suite


def _suite(verdict: Verdict, name: str) -> xml.Element:
    counts = {status: sum(step.status == status for step in verdict.steps) for status in words.STATUS}
    suite = xml.Element(
        "testsuite",
        name=visible(name),
        tests=str(len(verdict.steps)),
        failures=str(counts["fail"]),
        errors=str(counts["unjudged"]),
        skipped=str(counts["skipped"]),
        time=f"{verdict.seconds:.3f}",
    )
    properties = xml.SubElement(suite, "properties")
    for key, value in (("seed", str(verdict.seed)), ("walls", verdict.walls or "")):
        xml.SubElement(properties, "property", name=key, value=visible(value))
    for step in verdict.steps:
        suite.append(_case(verdict, step))
    if verdict.output:
        xml.SubElement(suite, "system-out").text = visible(verdict.output)
    return suite


def _case(verdict: Verdict, step: StepResult) -> xml.Element:
    case = xml.Element(
        "testcase", classname=visible(verdict.lesson), name=visible(words.task(step)), time=f"{step.seconds:.3f}"
    )
    if step.where is not None:
        case.set("file", visible(step.where.file))
        if step.where.line is not None:
            case.set("line", str(step.where.line))
    if step.status == "skipped":
        xml.SubElement(case, "skipped", message=visible(step.message or words.SKIPPED_BY_DEFAULT))
    elif step.status == "unjudged":
        problem = xml.SubElement(case, "error", message=visible(step.message or words.UNKNOWN_CAUSE), type="unjudged")
        problem.text = render_step(step)
    elif step.status == "fail":
        message = step.message or f"{words.EXPECTED}: {step.expected} / {words.GOT}: {step.got}"
        problem = xml.SubElement(case, "failure", message=visible(message), type=visible(step.mistake or "mismatch"))
        problem.text = render_step(step)
    return case
