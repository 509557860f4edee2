"""What a Python error means, in Korean: what happened, and what to write. Only where that is certain.

The sentences are rows of tables, one table per subject. Within a table the first row that fits speaks, so a special
case stands above the general one.
"""

from __future__ import annotations

from dataclasses import replace

from shared.messages.errors import (
    characters,
    flask_routes,
    flask_views,
    jinja,
    json_text,
    modules,
    names,
    sqlite,
    syntax,
    system,
    type_errors,
    values,
)
from shared.messages.errors.explanation import Explanation
from shared.verdict import PythonError

_TABLES = (
    characters.TABLE,
    syntax.TABLE,
    flask_routes.TABLE,
    flask_views.TABLE,
    jinja.TABLE,
    sqlite.TABLE,
    json_text.TABLE,
    modules.TABLE,
    names.TABLE,
    type_errors.TABLE,
    values.TABLE,
    system.TABLE,
)


def explain(error: PythonError) -> str | None:
    """What the error means and what to do, or None where no sentence is certain to be right.

    Lines that begin with blanks are code and are to be shown as they are.
    """
    if error.frames and error.frames[-1].code.startswith("raise "):
        return None  # the learner's own error: only they know what it means
    bare = replace(error, type=error.type.rpartition(".")[2])
    for row in _BY_TYPE.get(bare.type, ()):
        words = row.words_for(bare)
        if words is not None:
            return words
    return None


def _by_type() -> dict[str, list[Explanation]]:
    rows: dict[str, list[Explanation]] = {}
    for table in _TABLES:
        for row in table:
            for name in row.types.split():
                rows.setdefault(name, []).append(row)
    return rows


_BY_TYPE = _by_type()
