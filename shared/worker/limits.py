"""How much a submission may use."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one submission. Times are seconds, sizes are bytes.

    `memory` is for all its processes together, counted from what they add to the empty worker. `files` is for all
    files it writes together.
    """

    step_seconds: float = 5.0
    submission_seconds: float = 20.0
    memory: int = 512 * MIB
    processes: int = 64
    output: int = 1 * MIB
    files: int = 16 * MIB
