"""One row of the tables beside this file: which error it recognises, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template
from typing import Literal

from shared.verdict import PythonError


@dataclass(frozen=True)
class Explanation:
    """What is said about one kind of error.

    `types` are class names, separated by blanks. `text` and `code` are regular expressions searched in the error's text
    and in the learner's line that was running; their named groups may stand in `words` as `$name`. With `known` the
    row holds only where the group `name` is one of its keys, and `$known` stands for its value. `called_by` asks
    whether the error came up inside the learner's own lines, or in a call that a library made.
    """

    types: str
    text: str
    words: str
    code: str = ""
    known: Mapping[str, str] | None = None
    called_by: Literal["learner", "library"] | None = None

    def words_for(self, error: PythonError) -> str | None:
        """The sentence for this error, or None where the row does not speak about it."""
        if self.called_by is not None and self.called_by != ("learner" if error.frames else "library"):
            return None
        in_text = re.search(self.text, error.text)
        in_code = re.search(self.code, error.frames[-1].code if error.frames else "")
        if in_text is None or in_code is None:
            return None
        groups = in_code.groupdict("") | in_text.groupdict("")
        if self.known is not None:
            if groups["name"] not in self.known:
                return None
            groups["known"] = self.known[groups["name"]]
        return Template(self.words).substitute(groups)
