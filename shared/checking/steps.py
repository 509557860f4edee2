"""What a check is made of: steps, one for each task, and the known mistakes of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Function = Callable[..., Any]

APP, CLIENT = "app", "client"
"""The two parts of a submission that are loaded: its app, and the file whose functions are called."""

BROWSER = "browser"
"""The probe that needs more of this machine than a worker."""

RESTS_ON_PART = {
    "http": APP,
    "sockets": APP,
    "loaded": APP,
    "calls": APP,
    "config": APP,
    "application": APP,
    "client": CLIENT,
}
"""The part that a probe needs."""


@dataclass(frozen=True)
class Mistake:
    """A mistake that is recognised with certainty, with the message for it."""

    id: str
    message: str
    recognise: Function

    def matches(self, evidence: Mapping[str, Any]) -> bool:
        """Whether it was made. A mistake that asks for evidence which there is not (None) was not."""
        names = parameters(self.recognise)
        if any(evidence.get(name) is None for name in names):
            return False
        return bool(self.recognise(**{name: evidence[name] for name in names}))


class KnownMistakes:
    """Mistakes that stand in a file of their own, because they are many; `Check.know` adds them to the tasks."""

    def __init__(self) -> None:
        self.mistakes: list[tuple[tuple[int, ...], Mistake]] = []

    def __call__(self, *tasks: int, id: str, says: str) -> Callable[[Function], Function]:
        """Declare a mistake of these tasks; as `Step.mistake`."""

        def add(recognise: Function) -> Function:
            self.mistakes.append((tasks, Mistake(id, says, recognise)))
            return recognise

        return add


@dataclass
class Step:
    """One task of a check: a function that raises `Mismatch` unless the task is done."""

    task: int
    function: Function
    reread: str | None = None
    rests_on: tuple[int, ...] = ()
    seconds: float | None = None
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The first paragraph of the function's docstring: the sentence that the learner reads."""
        text = self.function.__doc__ or self.function.__name__
        return " ".join(text.strip().split("\n\n")[0].split())

    @property
    def needs(self) -> tuple[str, ...]:
        """Names of the probes it asks for."""
        return parameters(self.function)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts without which it cannot be judged."""
        return tuple(dict.fromkeys(RESTS_ON_PART[name] for name in self.needs if name in RESTS_ON_PART))

    def mistake(self, id: str, message: str) -> Callable[[Function], Function]:
        """Declare a known mistake of this task. The decorated function tells whether it was made.

        `id` is an errata id (`F7`) or a short slug. The first mistake that matches is shown.
        """

        def add(recognise: Function) -> Function:
            self.mistakes.append(Mistake(id, " ".join(message.split(" ")), recognise))
            return recognise

        return add


def parameters(function: Function) -> tuple[str, ...]:
    """Names of a function's parameters."""
    code = function.__code__
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
