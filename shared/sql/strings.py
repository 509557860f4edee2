"""Text in double quotes. SQL keeps double quotes for names; SQLite takes an unknown name for text, which hides typos.

The tokenizer tells where double quotes stand, and SQLite itself tells what is a name there: between backticks it never
falls back to text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Quoted:
    """One piece in double quotes: its content, and its place in the statement (`end` is behind the last quote)."""

    content: str
    start: int
    end: int
    is_default: bool
    """Whether it is what a column holds by default: SQLite takes a name for text there, whatever its quotes."""


def in_double_quotes(sql: str) -> list[Quoted]:
    """All pieces in double quotes, in their order; none where the statement cannot be read."""
    if '"' not in sql:
        return []
    from sqlglot import tokenize  # a slow import, and few statements hold such quotes
    from sqlglot.errors import TokenError

    try:
        tokens = tokenize(sql, read="sqlite")
    except TokenError:
        return []
    words = [token.text.upper() for token in tokens]
    found = []
    for place, token in enumerate(tokens):
        if sql[token.start] == '"':
            before = words[max(0, place - 2) : place]
            is_default = before[-1:] == ["DEFAULT"] or before == ["DEFAULT", "("]
            found.append(Quoted(token.text, token.start, token.end + 1, is_default))
    return found


def with_names_only(sql: str) -> str:
    """The same statement with every `"..."` between backticks, where SQLite takes it for a name and nothing else."""
    parts, end = [], 0
    for quoted in in_double_quotes(sql):
        parts += [sql[end : quoted.start], "`", quoted.content.replace("`", "``"), "`"]
        end = quoted.end
    return "".join([*parts, sql[end:]])


def text_in_double_quotes(sql: str, error_of: Callable[[str], str | None]) -> str | None:
    """The content of the first text in double quotes, or None. Quoted names of what there is are no text.

    `error_of` asks SQLite, on the database that the statement is for, why it could not run a statement.
    """
    found = in_double_quotes(sql)
    default = next((quoted.content for quoted in found if quoted.is_default), None)
    if default is not None or not found:
        return default
    unknown = _unknown_column(error_of(with_names_only(sql)))
    if unknown is None or unknown not in [quoted.content for quoted in found]:
        return None
    error = error_of(sql)
    # Where SQLite refuses the statement as it stands, and sees no text in it either, a name is misspelt.
    return None if _unknown_column(error) == unknown and "string literal" not in (error or "") else unknown


def _unknown_column(error: str | None) -> str | None:
    found = re.fullmatch(r'no such column: (?:"(.*)" - should this be a string literal.*|(.*))', error or "", re.DOTALL)
    return (found[2] if found[1] is None else found[1]) if found else None
