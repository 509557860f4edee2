"""What a probe raises when the answer is not what the task asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from shared.verdict import Moment, PythonError, Where

if TYPE_CHECKING:
    from shared.probes.reply import Reply
    from shared.verdict import Exchange

Kind = Literal["wrong", "timeout", "refused", "broken", "too large"]
"""`wrong`: an answer came, and it is another one. The others say why no usable answer came."""


class Mismatch(Exception):
    """Expected one thing, got another: the only way in which a task fails. `broken` is a limit that was broken."""

    def __init__(
        self,
        message: str | None = None,
        *,
        expected: str | None = None,
        got: str | None = None,
        reply: Reply | None = None,
        exchange: Exchange | None = None,
        where: Where | None = None,
        error: PythonError | None = None,
        did: str | None = None,
        timeline: tuple[Moment, ...] = (),
        kind: Kind = "wrong",
        broken: str | None = None,
    ) -> None:
        super().__init__(message or f"expected {expected!r}, got {got!r}")
        self.message = writable(message)
        self.expected = writable(expected)
        self.got = writable(got)
        self.reply = reply
        self.exchange = exchange if exchange is not None else getattr(reply, "exchange", None)
        self.where = where
        self.error = error
        self.did = writable(did)
        self.timeline = timeline
        self.kind: Kind = kind
        self.broken = broken


class Skip(Exception):
    """The ground of a task is missing, so that it can be neither right nor wrong. `reason` is for the learner.

    `counted` False: it is this machine that lacks something, so the task counts neither for nor against.
    """

    def __init__(self, reason: str, *, counted: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.counted = counted


def writable(text: str | None) -> str | None:
    """Half of a surrogate pair, as JSON and file names can bring it, would fit into no file and on no screen."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
