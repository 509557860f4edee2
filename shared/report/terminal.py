"""A verdict on a screen: words beside every colour, one fact per line, values whole."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path

from shared.messages import report as words
from shared.report.difference import first_difference, first_different_line, is_single_line
from shared.report.folding import Details, output_end
from shared.report.layout import cells, lines_of, pad, visible, wrap
from shared.report.moments import moment_lines
from shared.verdict import Exchange, PythonError, StepResult, Verdict

# Colours of the 256 whose contrast with white and with black is about the same, 4 to 5 each.
_COLOURS = {"pass": "38;5;28", "fail": "38;5;160", "skipped": "38;5;31", "unjudged": "38;5;133"}
_LABEL_WIDTH = 9
_VALUE_AT = 2 + _LABEL_WIDTH + 2
_NARROW = 60
"""Below this width prose stands under its label, because beside it too few words fit on a line."""


def render(
    verdict: Verdict,
    *,
    lesson_title: str,
    width: int = 80,
    colour: bool = False,
    details_folder: Path | None = None,
    next_lesson: str | None = None,
    brief: bool = False,
) -> str:
    """The report of one verdict, ending with a line end.

    Args:
        lesson_title: the heading, such as `04. 라우팅과 URL 변수`.
        width: columns of the screen. Sentences are wrapped to it, values and lines to be pasted never are.
        details_folder: where very long values go, one file each. Without it everything is shown whole.
        next_lesson: title of the lesson that follows, named when all is passed.
        brief: of the tasks that have not passed, only the first is shown with its evidence.
    """
    page = _Page(width, colour)
    details = Details(details_folder)
    page.line(lesson_title, "1")
    page.gap()
    if _same_cause(verdict):
        page.fact(words.CAUSE, verdict.steps[0].message or words.UNKNOWN_CAUSE)
    else:
        steps = sorted(verdict.steps, key=lambda step: step.task)
        whole = [step for step in steps if step.status != "pass"]
        whole = [step for step in whole if step.status == "fail"][:1] or whole[:1] if brief else whole
        for step in steps:
            if step in whole:
                _step(page, step, details)
            else:
                page.heading(step)
    page.gap()
    if verdict.outcome != "pass" and verdict.output.strip():
        _output(page, verdict.output, details)
    page.prose(words.summary(verdict), style=f"1;{_COLOURS[verdict.outcome]}")
    page.prose(words.next_step(verdict, next_lesson), style="1")
    if any(step.status == "fail" for step in verdict.steps) and not brief:
        page.prose(words.same_values(verdict.seed))
    for note in verdict.notes:
        page.prose(words.note(note))
    return page.text()


def render_step(step: StepResult, *, width: int = 80) -> str:
    """One task as it stands in the report: without colours, with every value whole."""
    page = _Page(width, colour=False)
    _step(page, step, Details(None))
    return page.text()


def _same_cause(verdict: Verdict) -> bool:
    """Whether nothing could be judged, for one reason: it is then said once."""
    return len({(step.status, step.message) for step in verdict.steps}) == 1 and verdict.steps[0].status == "unjudged"


def _step(page: _Page, step: StepResult, details: Details) -> None:
    if step.status == "pass":
        page.heading(step)
        return
    page.gap()
    page.heading(step)
    if step.status == "skipped":
        page.fact(words.REASON, step.message or words.SKIPPED_BY_DEFAULT)
    elif step.status == "unjudged":
        page.fact(words.CAUSE, step.message or words.UNKNOWN_CAUSE)
    elif step.message:
        page.prose(step.message, indent=2, style="1")
    if not step.counted:
        page.prose(words.NOT_COUNTED, indent=2)
    _evidence(page, step, details)
    page.gap()


def _evidence(page: _Page, step: StepResult, details: Details) -> None:
    if step.did is not None:
        page.value(words.DID, step.did)
    _comparison(page, step, details)
    if step.timeline:
        page.block(words.TIMELINE, moment_lines(step.timeline, details, f"task-{step.task}-timeline"))
    if step.exchange is not None:
        _response(page, step, step.exchange, details)
    if step.where is not None:
        page.value(words.WHERE, words.place(step.where))
    if step.error is not None:
        _error(page, step.error, explained=step.message is not None)
    if step.exchange is not None and step.exchange.curl:
        page.block(words.TRY_CURL, lines_of(step.exchange.curl))
        page.block(words.TRY_PYTHON, lines_of(step.exchange.python))
    if step.reread is not None:
        page.value(words.REREAD, step.reread)


def _comparison(page: _Page, step: StepResult, details: Details) -> None:
    expected, got = step.expected, step.got
    both = expected is not None and got is not None
    beside = all(is_single_line(text) for text in (expected, got) if text is not None)
    difference = first_difference(expected, got) if both else None  # type: ignore[arg-type]
    columns = expected is not None and got is not None and not beside and _side_by_side(page, step, details)
    for label, name, text in ((words.EXPECTED, "expected", expected), (words.GOT, "got", got)):
        if text is None or columns:
            continue
        lines = details.fold(f"task-{step.task}-{name}", text) or [words.EMPTY]
        if difference is not None:
            lines = [line.replace("\t", "\\t") for line in lines]  # a tab would move the mark below
        if beside and len(lines) == 1:
            page.value(label, lines[0])
        else:
            page.block(label, lines)
    if difference is not None and got is not None:
        before = got[: difference.index].replace("\t", "\\t")
        page.mark(before, words.differs(difference.index, difference.expected, difference.got))
    elif both:
        line = first_different_line(expected, got)  # type: ignore[arg-type]
        if line is not None:
            page.prose(words.line_differs(line), indent=4)


def _side_by_side(page: _Page, step: StepResult, details: Details) -> bool:
    """Show values of several lines in two columns, where the screen is wide enough; tells whether it was."""
    columns = [
        [label, *(visible(line) for line in details.fold(f"task-{step.task}-{name}", text or "") or [words.EMPTY])]
        for label, name, text in ((words.EXPECTED, "expected", step.expected), (words.GOT, "got", step.got))
    ]
    left = max(map(cells, columns[0]))
    if any(len(column) < 3 for column in columns) or not page.fits(2 + left + 3 + max(map(cells, columns[1]))):
        return False
    page.exact((f"{pad(a, left)} | {b}".rstrip() for a, b in zip_longest(*columns, fillvalue="")), indent=2)
    return True


def _response(page: _Page, step: StepResult, exchange: Exchange, details: Details) -> None:
    response = exchange.response
    if response is None:
        page.value(words.STATUS_LINE, words.NO_RESPONSE)
        return
    status = f"{response.status} {response.reason}".rstrip()
    if (step.got or "").strip() not in (status, str(response.status)):
        page.value(words.STATUS_LINE, status)
    # Behind a Python error stands only the server's own error page, which says less than the error below it.
    if response.body.strip() in ("", (step.got or "").strip()) or (step.error is not None and response.status >= 500):
        return
    page.block(words.BODY, details.fold(f"task-{step.task}-body", response.body))


def _error(page: _Page, error: PythonError, *, explained: bool) -> None:
    from shared.messages.errors import explain

    page.block(words.ERROR, [*lines_of(str(error)), *(words.frame(frame) for frame in error.frames)])
    # The message above is an explanation already, and two of them would sound like two faults.
    meaning = None if explained else explain(error)
    if meaning is not None:
        page.fact(words.MEANING, meaning)


def _output(page: _Page, output: str, details: Details) -> None:
    lines, note, path = output_end(output, details)
    page.line(words.OUTPUT, "1")
    if note is not None:
        page.prose(note, indent=2)
    if path is not None:
        page.line("  " + path)
    page.exact(lines)
    page.gap()


class _Page:
    """Lines as they are collected. All text that reaches it is made harmless for a terminal."""

    def __init__(self, width: int, colour: bool) -> None:
        self._width = width
        self._colour = colour
        self._lines: list[str] = []

    def line(self, text: str, style: str = "") -> None:
        shown = visible(text)
        self._lines.append(f"\x1b[{style}m{shown}\x1b[0m" if style and self._colour and shown else shown)

    def gap(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def heading(self, step: StepResult) -> None:
        status = words.STATUS[step.status]
        indent = cells(status) + 2
        first, *rest = wrap(visible(words.task(step)), self._width - indent)
        painted = f"\x1b[1;{_COLOURS[step.status]}m{status}\x1b[0m" if self._colour else status
        self._lines.append(f"{painted}  {first}")
        for line in rest:
            self.line(" " * indent + line)

    def prose(self, text: str, *, indent: int = 0, style: str = "") -> None:
        for line in wrap(visible(text), self._width - indent):
            self.line(" " * indent + line, style)

    def fact(self, label: str, text: str) -> None:
        """A label and a sentence."""
        if self._width < _NARROW:
            self._label(label)
            self.prose(text, indent=4)
            return
        first, *rest = wrap(visible(text), self._width - _VALUE_AT)
        self.value(label, first)
        self.exact(rest, indent=_VALUE_AT)

    def value(self, label: str, text: str) -> None:
        """A label and one line that is not to be broken."""
        bold = f"\x1b[1m{pad(label, _LABEL_WIDTH)}\x1b[0m" if self._colour else pad(label, _LABEL_WIDTH)
        self._lines.append(f"  {bold}  {visible(text)}")

    def fits(self, columns: int) -> bool:
        """Whether a line of so many columns fits."""
        return columns <= self._width

    def block(self, label: str, lines: Iterable[str]) -> None:
        """A label and, below it, lines that are not to be broken."""
        self._label(label)
        self.exact(lines)

    def exact(self, lines: Iterable[str], indent: int = 4) -> None:
        for line in lines:
            self.line((" " * indent + line).rstrip(" ") if not line.strip() else " " * indent + line)

    def mark(self, before: str, note: str) -> None:
        """A caret under the column behind `before` in the value above, and what is to be seen there."""
        column = _VALUE_AT + cells(visible(before))
        first, _, rest = note.partition("\n")
        if column + 2 + cells(first) <= self._width:
            self.line(" " * column + "^ " + first)
            note = rest
        elif column < self._width:
            self.line(" " * column + "^")
        if note:
            self.prose(note, indent=_VALUE_AT if self._width >= _NARROW else 4)

    def text(self) -> str:
        return "\n".join(self._lines) + "\n"

    def _label(self, label: str) -> None:
        if self._colour:
            self._lines.append(f"  \x1b[1m{label}\x1b[0m")
        else:
            self.prose(label, indent=2)
