"""What a probe raises when the answer is not what the task asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from shared.verdict import PythonError, Where

if TYPE_CHECKING:
    from shared.probes.reply import Reply
    from shared.verdict import Exchange

Kind = Literal["wrong", "timeout", "refused", "broken", "too large"]
"""`wrong`: an answer came, and it is another one. The others say why no usable answer came."""


class Mismatch(Exception):
    """Expected one thing, got another: the only way in which a task fails."""

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
        kind: Kind = "wrong",
    ) -> None:
        super().__init__(message or f"expected {expected!r}, got {got!r}")
        self.message = message
        self.expected = expected
        self.got = got
        self.reply = reply
        self.exchange = exchange if exchange is not None else getattr(reply, "exchange", None)
        self.where = where
        self.error = error
        self.did = did
        self.kind: Kind = kind
