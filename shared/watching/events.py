"""What a study tells its subscribers."""

from __future__ import annotations

from dataclasses import dataclass

from shared.verdict import Status, Verdict


@dataclass(frozen=True)
class Change:
    """A task whose status is another one than in the verdict before. `before` is None in a lesson's first verdict."""

    task: int
    before: Status | None
    after: Status


@dataclass(frozen=True)
class Judging:
    """A judgement of this lesson begins. A `Judged` or a `Trouble` with the same slug follows."""

    slug: str


@dataclass(frozen=True)
class SoFar:
    """What is known of a judgement whose rest takes seconds; `Judged` or `Trouble` follows. Nothing is stored yet."""

    slug: str
    verdict: Verdict
    asked: bool = False


@dataclass(frozen=True)
class Judged:
    """A lesson was judged, and the verdict is stored.

    `first_passes` are tasks that have passed for the first time ever in this workbook. `asked`: somebody asked for
    this judgement; otherwise a file was saved.
    """

    slug: str
    verdict: Verdict
    changes: tuple[Change, ...] = ()
    first_passes: tuple[int, ...] = ()
    asked: bool = False


@dataclass(frozen=True)
class Trouble:
    """Something of ours or of this computer goes wrong. `sentence` is Korean and says what to do.

    `slug`: the lesson whose judgement ended by it, if any.
    """

    sentence: str
    slug: str | None = None


Event = Judging | SoFar | Judged | Trouble
