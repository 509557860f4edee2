"""A verdict in a browser: the facts, the order and the words of the one on a screen.

Fragments are to stand inside an element of class `workbook`, to which `style.CSS` belongs; `verdict_html` brings its
own. They hold no script, no style of their own and no address, so the strictest Content-Security-Policy lets them be.
What is to be pasted stands in `<pre class="copyable">`.
"""

from __future__ import annotations

from markupsafe import Markup

from shared.messages import report as words
from shared.messages import report_html as html_words
from shared.report.comparison import comparison, value
from shared.report.diagram import sequence_html
from shared.report.document import document as document
from shared.report.layout import lines_of
from shared.report.markup import NOTHING, block, element, folded, inline, joined, prose, shown
from shared.verdict import Exchange, PythonError, Response, StepResult, Verdict


def verdict_html(verdict: Verdict, *, lesson_title: str, heading: int = 2, next_lesson: str | None = None) -> Markup:
    """All that a check found out, as one `<article>`.

    Args:
        lesson_title: the heading, such as `04. 라우팅과 URL 변수`.
        heading: level of the title, 1 to 5; tasks stand one below.
        next_lesson: title of the lesson that follows, named when all is passed.
    """
    steps = sorted(verdict.steps, key=lambda step: step.task)
    head = element(
        "header",
        element(f"h{heading}", inline(lesson_title)),
        element("p", words.summary(verdict), class_="summary"),
        element("p", words.next_step(verdict, next_lesson), class_="next"),
    )
    if _same_cause(verdict):
        middle = element("dl", _fact(words.CAUSE, prose(steps[0].message or words.UNKNOWN_CAUSE)), class_="facts")
    else:
        middle = joined(*(step_html(step, heading=heading + 1) for step in steps))
    return element(
        "article",
        head,
        middle,
        _output(verdict) if verdict.outcome != "pass" and verdict.output.strip() else NOTHING,
        _end(verdict),
        class_=f"workbook verdict {verdict.outcome}",
    )


def step_html(step: StepResult, *, heading: int = 2) -> Markup:
    """What became of one task, as one `<section>`.

    Args:
        heading: level of the task's heading, 1 to 6.
    """
    title = element(
        f"h{heading}", element("span", words.STATUS[step.status], class_="status"), " ", inline(words.task(step))
    )
    if step.status == "pass":
        return element("section", title, class_="step pass")
    facts = []
    if step.status == "skipped":
        facts.append(_fact(words.REASON, prose(step.message or words.SKIPPED_BY_DEFAULT)))
    elif step.status == "unjudged":
        facts.append(_fact(words.CAUSE, prose(step.message or words.UNKNOWN_CAUSE)))
    said = element("div", prose(step.message), class_="message") if step.message and not facts else NOTHING
    counted = NOTHING if step.counted else element("p", words.NOT_COUNTED, class_="note")
    return element("section", title, said, _facts(facts), counted, _evidence(step), class_=f"step {step.status}")


def _same_cause(verdict: Verdict) -> bool:
    return len({(step.status, step.message) for step in verdict.steps}) == 1 and verdict.steps[0].status == "unjudged"


def _fact(label: str, inside: Markup, *, is_wide: bool = False) -> Markup:
    return element("div", element("dt", label), element("dd", inside), class_="below" if is_wide else None)


def _facts(facts: list[Markup]) -> Markup:
    return element("dl", *facts, class_="facts") if facts else NOTHING


def _evidence(step: StepResult) -> Markup:
    did = [] if step.did is None else [_fact(words.DID, element("code", step.did))]
    after = []
    if step.exchange is not None:
        after += _response(step, step.exchange)
    if step.where is not None:
        after.append(_fact(words.WHERE, element("code", words.place(step.where))))
    if step.error is not None:
        after += _error(step.error, explained=step.message is not None)
    if step.exchange is not None and step.exchange.curl:
        after.append(_fact(words.TRY_CURL, block(step.exchange.curl, "copyable"), is_wide=True))
        after.append(_fact(words.TRY_PYTHON, block(step.exchange.python, "copyable"), is_wide=True))
    if step.reread is not None:
        after.append(_fact(words.REREAD, inline(step.reread)))
    timeline = sequence_html(step.timeline) if step.timeline else NOTHING
    return joined(_facts(did), comparison(step.expected, step.got), timeline, _facts(after))


def _response(step: StepResult, exchange: Exchange) -> list[Markup]:
    response = exchange.response
    if response is None:
        status = words.NO_RESPONSE
    else:
        status = f"{response.status} {response.reason}".rstrip()
    request = exchange.request
    parts = [(html_words.REQUEST, _head(f"{request.method} {request.url}", request.headers))]
    if request.body:
        parts.append((html_words.REQUEST_BODY, value(request.body)))
    if response is not None:
        parts.append((html_words.RESPONSE, _head(status, response.headers)))
        if response.body:
            parts.append((words.BODY, value(response.body)))
    listed = (joined(element("dt", label), element("dd", inside)) for label, inside in parts)
    whole = folded(html_words.EXCHANGE, element("dl", *listed), class_="exchange", is_open=_tells(step, response))
    return [_fact(words.STATUS_LINE, joined(shown(status), whole))]


def _tells(step: StepResult, response: Response | None) -> bool:
    """Whether the body says more than what stands above it."""
    if response is None or response.body.strip() in ("", (step.got or "").strip()):
        return False
    return step.error is None or response.status < 500


def _head(first: str, headers: dict[str, str]) -> Markup:
    return block("\n".join([first, *(f"{name}: {content}" for name, content in headers.items())]))


def _error(error: PythonError, *, explained: bool) -> list[Markup]:
    from shared.messages.errors import explain

    lines = [*lines_of(str(error)), *(words.frame(frame) for frame in error.frames)]
    made = [_fact(words.ERROR, block("\n".join(lines)), is_wide=True)]
    meaning = None if explained else explain(error)
    if meaning is not None:
        made.append(_fact(words.MEANING, prose(meaning)))
    return made


def _output(verdict: Verdict) -> Markup:
    return folded(words.OUTPUT, block(verdict.output), class_="output")


def _end(verdict: Verdict) -> Markup:
    lines = [inline(words.note(note)) for note in verdict.notes]
    if any(step.status == "fail" for step in verdict.steps):
        option = f"--seed {verdict.seed}"
        lines.insert(0, inline(words.same_values(verdict.seed).replace(option, f"`{option}`")))
    return element("footer", *(element("p", line) for line in lines)) if lines else NOTHING
