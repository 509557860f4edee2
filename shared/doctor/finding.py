"""What one look found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """`what` was looked at, and `detail`, a sentence about it.

    `to_do` is set where something should be done; `blocks` where the workbook cannot be used before that.
    """

    what: str
    detail: str
    to_do: str | None = None
    blocks: bool = False

    @property
    def fine(self) -> bool:
        """Whether there is nothing to do."""
        return self.to_do is None
