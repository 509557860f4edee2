"""Verdicts as JUnit XML, which GitLab, Jenkins and most other CI services read.

There is no official schema; the names are those of https://github.com/testmoapp/junitxml.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as xml

from shared.messages import report as words
from shared.report.layout import visible
from shared.report.terminal import render_step
from shared.verdict import StepResult, Verdict


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
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    root.set("time", f"{sum(verdict.seconds for verdict in verdicts):.3f}")
    xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"


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
