"""Plain data of a judgement: what was asked, what came back, and what follows from it.

Nothing here talks to a server, a file or a screen, so a verdict can be built, compared and rendered in a test
without any of them.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

SCHEMA = 1
"""Version of the JSON form. It grows by one when a name is removed or changes its meaning."""

Status = Literal["pass", "fail", "skipped", "unjudged"]
Outcome = Literal["pass", "fail", "unjudged"]

EXIT_CODES: dict[Outcome, int] = {"pass": 0, "fail": 1, "unjudged": 2}


@dataclass(frozen=True)
class Where:
    """A place in the learner's own files: path relative to the lesson folder, and line (from 1) where known."""

    file: str
    line: int | None = None


@dataclass(frozen=True)
class Frame:
    """One line of a traceback that lies in the learner's own files."""

    file: str
    line: int
    function: str
    code: str = ""


@dataclass(frozen=True)
class PythonError:
    """An exception as the learner's program raised it, without our frames and those of libraries."""

    type: str
    text: str
    frames: tuple[Frame, ...] = ()

    @property
    def where(self) -> Where | None:
        """The last line of the learner's own that was running."""
        return Where(self.frames[-1].file, self.frames[-1].line) if self.frames else None

    def __str__(self) -> str:
        return f"{self.type}: {self.text}" if self.text else self.type


@dataclass(frozen=True)
class Request:
    """An HTTP request as it was sent. `body` is text; bytes that are not UTF-8 are shown escaped."""

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None


@dataclass(frozen=True)
class Response:
    """An HTTP response as it was received."""

    status: int
    reason: str
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""


@dataclass(frozen=True)
class Exchange:
    """A request, its response (None where none came), and two lines that repeat it by hand."""

    request: Request
    response: Response | None
    curl: str
    python: str


MomentKind = Literal[
    "asks",
    "connects",
    "refused",
    "sends",
    "hears",
    "unwanted",
    "acknowledged",
    "misses",
    "unacknowledged",
    "leaves",
    "drops",
    "lost",
]
"""`misses` and `unacknowledged`: what was awaited and has not come. `unwanted`: heard, and should not have come.
`drops`: the client has cut its line."""


@dataclass(frozen=True)
class Moment:
    """One thing that happened between a Socket.IO client and the server.

    `seconds` since the first moment of the step; `data` is JSON text.
    """

    seconds: float
    who: str
    kind: MomentKind
    event: str = ""
    data: str = ""


@dataclass(frozen=True)
class StepResult:
    """What became of one task.

    `mistake` is an errata id (`F7`) or a short slug; it is set only where the cause is certain. `counted` is False
    for a task that this machine cannot judge (no browser, say): it then counts neither for nor against.
    """

    task: int
    title: str
    status: Status
    mistake: str | None = None
    message: str | None = None
    expected: str | None = None
    got: str | None = None
    exchange: Exchange | None = None
    where: Where | None = None
    reread: str | None = None
    did: str | None = None
    error: PythonError | None = None
    timeline: tuple[Moment, ...] = ()
    seconds: float = 0.0
    counted: bool = True


@dataclass(frozen=True)
class Verdict:
    """All that was found out about one submission to one lesson.

    `walls` names what kept the submission apart (`bubblewrap`), or is None where nothing did. `output` is what the
    submission printed, cut to the limit; `notes` are facts about the run that a reader should know.
    """

    lesson: str
    seed: int
    steps: tuple[StepResult, ...]
    seconds: float = 0.0
    walls: str | None = None
    output: str = ""
    notes: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """`unjudged` if any step is, else `fail` if any counted step did not pass, else `pass`."""
        if not self.steps or any(step.status == "unjudged" for step in self.steps):
            return "unjudged"
        if all(step.status == "pass" for step in self.steps if step.counted):
            return "pass"
        return "fail"

    @property
    def exit_code(self) -> int:
        """0 all pass, 1 something fails, 2 the fault is ours or the machine's."""
        return EXIT_CODES[self.outcome]

    @property
    def earned(self) -> int:
        """Tasks passed."""
        return sum(step.status == "pass" for step in self.steps if step.counted)

    @property
    def possible(self) -> int:
        """Tasks that could have been passed on this machine."""
        return sum(step.counted for step in self.steps)


def to_dict(verdict: Verdict) -> dict[str, Any]:
    """The documented JSON form (see docs/verdict-json.md). Inverse of `from_dict`."""
    return {
        "schema": SCHEMA,
        "lesson": verdict.lesson,
        "outcome": verdict.outcome,
        "seed": verdict.seed,
        "points": {"earned": verdict.earned, "possible": verdict.possible},
        "seconds": round(verdict.seconds, 4),
        "walls": verdict.walls,
        "steps": [asdict(step) for step in verdict.steps],
        "output": verdict.output,
        "notes": list(verdict.notes),
    }


def from_dict(data: dict[str, Any]) -> Verdict:
    """Read a verdict back.

    Raises:
        ValueError: the data is of another schema version.
    """
    if data.get("schema") != SCHEMA:
        raise ValueError(f"verdict schema {data.get('schema')!r} is not {SCHEMA}")
    return Verdict(
        lesson=data["lesson"],
        seed=data["seed"],
        steps=tuple(_step(step) for step in data["steps"]),
        seconds=data["seconds"],
        walls=data["walls"],
        output=data["output"],
        notes=tuple(data["notes"]),
    )


def to_json(verdict: Verdict) -> str:
    """`to_dict` as text: Korean readable, indented by two."""
    return json.dumps(to_dict(verdict), ensure_ascii=False, indent=2)


def from_json(text: str) -> Verdict:
    """Inverse of `to_json`."""
    return from_dict(json.loads(text))


def _step(data: dict[str, Any]) -> StepResult:
    made = dict(data)
    if made["exchange"] is not None:
        exchange = made["exchange"]
        response = exchange["response"]
        made["exchange"] = Exchange(
            request=Request(**exchange["request"]),
            response=Response(**response) if response is not None else None,
            curl=exchange["curl"],
            python=exchange["python"],
        )
    if made["where"] is not None:
        made["where"] = Where(**made["where"])
    made["timeline"] = tuple(Moment(**moment) for moment in made.get("timeline", ()))
    if made["error"] is not None:
        error = made["error"]
        made["error"] = PythonError(error["type"], error["text"], tuple(Frame(**frame) for frame in error["frames"]))
    return StepResult(**made)
