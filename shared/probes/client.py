"""Calling the learner's functions, which run in the worker and nowhere else."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from shared.messages import calling as words
from shared.probes.deadline import Deadline
from shared.probes.mismatch import Mismatch
from shared.probes.parsing import value_of
from shared.probes.silence import Silence
from shared.verdict import PythonError, Where
from shared.worker.runs import Run, python_error
from shared.worker.worker import Job

MAX_LITERAL = 100_000
"""A longer repr is not read back: a forged one of a million signs can exhaust the parser's stack."""

HURRY = 100.0
"""Sockets of a hurried run give up this many times sooner than they were told to."""

GIVES_UP_AFTER = 1.5
"""Seconds of waiting after which a function without any word of a time limit will not give up any more."""


OUTPUT_SECONDS = 0.1

MAX_STRUCTURE = 100_000
"""Characters of a value outside its strings."""

_STRINGS = re.compile(r"""'[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*\"""")


@dataclass(frozen=True)
class Result:
    """How one call ended. `value` is set only where `returned`; `shown` is the beginning of its repr.

    `literal`: the value is made of plain values alone, and could be taken over. `cut`: it could not, being too long.
    """

    call: str
    returned: bool
    value: Any = None
    type: str = ""
    shown: str = ""
    error: PythonError | None = None
    bases: tuple[str, ...] = ()
    printed: str = ""
    literal: bool = True
    timeouts: tuple[float, ...] = ()
    cut: bool = False

    def raised(self, name: str) -> bool:
        """Whether it raised this exception or one derived from it (`requests.exceptions.HTTPError`, `ValueError`)."""
        return any(base == name or base.rpartition(".")[2] == name for base in self.bases)


class Calls:
    """Calls functions of one file of the submission."""

    def __init__(self, run: Run, file: str, deadline: Deadline, results: list[Result] | None = None) -> None:
        self._run = run
        self._file = file
        self._deadline = deadline
        self._results: list[Result] = results if results is not None else []

    @property
    def last(self) -> Result | None:
        """The last call that came to an end."""
        return self._results[-1] if self._results else None

    def try_call(self, function: str, *arguments: Any) -> Result:
        """Call and tell how it ended, also where it raised.

        Raises:
            Mismatch: there is no such function, or it has not come to its end in time.
        """
        before = len(self._run.output.text)
        shown = f"{function}({', '.join(repr(argument) for argument in arguments)})"
        number, report = self._run.call(function, arguments, self._deadline.left())
        if report is None:
            raise self._never(shown, number)
        if report.get("kind") == "missing":
            raise self._missing(self._run, function, shown)
        result = _result(shown, report, self._printed(before, report))
        self._results.append(result)
        return result

    def call(self, function: str, *arguments: Any) -> Any:
        """Call and give the value back.

        Raises:
            Mismatch: it raised, did not end in time, or returned something that is no plain value.
        """
        result = self.try_call(function, *arguments)
        if not result.returned:
            raise Mismatch(
                words.RAISED.format(error=result.error), got=str(result.error), error=result.error, did=result.call
            )
        if not result.literal:
            message = words.TOO_LONG if result.cut else words.STRANGE_TYPE
            got = f"{result.type}: {result.shown}"
            raise Mismatch(message.format(type=result.type), got=got, did=result.call)
        return result.value

    def returns(self, expected: Any, function: str, *arguments: Any) -> Any:
        """Call and compare, types included (`True` is not `1`, a tuple is no list, `1.0` is not `1`).

        Raises:
            Mismatch: something else came back.
        """
        value = self.call(function, *arguments)
        if not same(value, expected):
            result = self._results[-1]
            message = words.PRINTED if value is None and result.printed.strip() else None
            raise Mismatch(message, expected=described(expected), got=described(value), did=result.call)
        return value

    def where(self, function: str) -> Where:
        """The learner's file, for a finding about a function."""
        return Where(self._file)

    def _printed(self, before: int, report: dict[str, Any]) -> str:
        # The output comes another way than the report, and may be a moment late; it matters where nothing came back.
        until = time.monotonic() + OUTPUT_SECONDS
        written = report.get("written") or 0
        while report.get("repr") == "None" and self._run.output.taken < written and time.monotonic() < until:
            time.sleep(0.001)
        return self._run.output.text[before:]

    def _missing(self, run: Run, function: str, shown: str) -> Mismatch:
        for report in run.reports("load_failed"):  # it could be loaded elsewhere, but not in this locale, say
            error = python_error(report.get("error"))
            return Mismatch(words.RAISED.format(error=error), got=str(error), error=error, did=shown)
        expected = words.FUNCTION.format(name=function, file=self._file)
        return Mismatch(words.MISSING.format(name=function, file=self._file), expected=expected, did=shown)

    def _never(self, shown: str, number: int) -> Mismatch:
        if self._run.gone:
            return self._died(self._run, shown)
        line = self._run.busy_line(call=number)
        where = Where(line.file, line.line) if line else None
        message = words.NEVER_LINE.format(line=line.line) if line else words.NEVER
        expected = words.IN_TIME.format(seconds=round(self._deadline.seconds, 1))
        return Mismatch(message, expected=expected, got=words.NO_END, where=where, did=shown)

    def _died(self, run: Run, shown: str) -> Mismatch:
        broken = run.state()["broken"]
        message = None if broken else words.DIED  # which limit it was is said where limits are known
        return Mismatch(message, expected=words.AN_END, got=words.PROGRAM_GONE, did=shown, kind="broken", broken=broken)


class Client(Calls):
    """The learner's client file: its functions, also in another locale and against a server that never answers."""

    def __init__(self, job: Job, run: Run, file: str, deadline: Deadline, source: str) -> None:
        super().__init__(run, file, deadline)
        self._job = job
        self._source = source

    def in_plain_locale(self) -> Calls:
        """The same file loaded where text is not UTF-8 unless somebody says so."""
        return Calls(self._job.module(self._file, locale="C"), self._file, self._deadline, self._results)

    def gives_up(self, function: str, *arguments: Any, seconds: float) -> None:
        """Call against a server that accepts and never answers; the base address is put before `arguments`.

        Raises:
            Mismatch: after `seconds` the function has not raised anything.
        """
        did = words.SILENT_DID.format(call=f"{function}({', '.join(['base_url', *map(repr, arguments)])})")
        expected = words.GIVES_UP.format(seconds=seconds)
        run = self._job.module(self._file, hurry=HURRY)
        try:
            with Silence(self._job) as silence:
                report, waits = self._against(silence, run, function, arguments, seconds)
            if report is None and run.gone:
                raise self._died(run, did)
        finally:
            run.stop()
        if waits > seconds:
            got = words.WAITS.format(seconds=waits)
            raise Mismatch(words.TIMEOUT_TOO_LONG, expected=expected, got=got, did=did, kind="timeout")
        if report is None:
            raise Mismatch(words.NO_TIMEOUT, expected=expected, got=words.STILL_WAITING, did=did, kind="timeout")
        if report.get("kind") == "missing":
            raise self._missing(run, function, did)
        if report.get("kind") == "value":
            got = words.RETURNED.format(value=report.get("repr"))
            raise Mismatch(words.SILENCE_HIDDEN, expected=expected, got=got, did=did)

    def _against(
        self, silence: Silence, run: Run, function: str, arguments: tuple[Any, ...], seconds: float
    ) -> tuple[dict[str, Any] | None, float]:
        """The result of a hurried call, and how long it would have waited for answers without the hurry."""
        given = (silence.base_url, *arguments)
        number, report = run.call(function, given, min(GIVES_UP_AFTER, self._deadline.left()))
        waits = silence.waited_for(run)
        # A longer wait can only help where some limit is set, or where something else than a socket keeps time.
        if report is None and waits <= seconds and (waits or self._keeps_time()):
            left = min(self._deadline.left(), max(0.0, seconds - GIVES_UP_AFTER))
            report = run.wait_for(lambda r: r.get("event") == "result" and r.get("id") == number, left)
            waits = silence.waited_for(run)
        return report, waits

    def _keeps_time(self) -> bool:
        return (
            re.search(r"alarm|Timer|Thread|concurrent|async|select|setdefaulttimeout|httpx", self._source) is not None
        )


def same(value: Any, expected: Any) -> bool:
    """Equal, and of the same types all the way down."""
    if type(value) is not type(expected):
        return False
    if isinstance(expected, dict):
        return _typed(value) == _typed(expected) and all(same(value[key], expected[key]) for key in expected)
    if isinstance(expected, (list, tuple)):
        return len(value) == len(expected) and all(same(a, b) for a, b in zip(value, expected, strict=True))
    if isinstance(expected, (set, frozenset)):
        return _typed(value) == _typed(expected)
    return bool(value == expected)


def _typed(values: Iterable[Any]) -> set[tuple[type, Any]]:
    return {(type(value), value) for value in values}


def described(value: Any) -> str:
    """A value as Python writes it, with its type where that is not obvious."""
    return "None" if value is None else f"{value!r}  ({type(value).__name__})"


def _read_back(text: str) -> Any:
    # What comes may be made up: a chain of 300,000 calls instead of a value crashes the parser of Python 3.10.
    if len(_STRINGS.sub("", text)) > MAX_STRUCTURE:
        raise ValueError("too long")
    return value_of(text)


def _result(shown: str, report: dict[str, Any], printed: str) -> Result:
    timeouts = tuple(value for value in report.get("timeouts") or () if isinstance(value, (int, float)))
    if report.get("kind") != "value":
        bases = tuple(str(base) for base in report.get("bases") or ())
        error = python_error(report.get("error"))
        return Result(shown, False, error=error, bases=bases, printed=printed, timeouts=timeouts)
    text = str(report.get("repr"))
    if len(text) > MAX_LITERAL:
        report = {**report, "literal": False}
    value, literal, cut = None, bool(report.get("literal")), False
    if literal:
        try:
            value = _read_back(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            literal, cut = False, True
    return Result(shown, True, value, str(report.get("type")), text[:1000], None, (), printed, literal, timeouts, cut)
