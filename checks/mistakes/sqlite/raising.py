"""Lesson 12: declaring mistakes that Python or SQLite itself notices."""

from __future__ import annotations

import re


def raised(known, *tasks, id, says, pattern):
    """Declare a mistake that ends in a Python error; `pattern` is searched in it and the line that raised it."""

    def fits(error):
        line = error.frames[-1].code if error.frames else ""
        return re.search(pattern, f"{error} {line}") is not None

    known(*tasks, id=id, says=says)(lambda load_error, error: fits(error))
    known(*tasks, id=id, says=says)(lambda failure, error: fits(error))
