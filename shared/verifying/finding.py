"""One thing an author should mend."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    """A place and a sentence about it that says what to do. `line` counts from 1."""

    file: Path
    line: int
    message: str

    def text(self, root: Path) -> str:
        """One line, which an editor's terminal turns into a link."""
        path = self.file.relative_to(root) if self.file.is_relative_to(root) else self.file
        return f"{path.as_posix()}:{self.line}: {' '.join(self.message.split())}"
