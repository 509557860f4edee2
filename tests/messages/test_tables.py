"""The rows of the tables, whatever they say."""

from __future__ import annotations

import re
from string import Template

import pytest

from shared.messages import errors
from shared.messages.errors.explanation import Explanation

ROWS = [row for table in errors._TABLES for row in table]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.types}-{row.text[:40]}")
def test_every_placeholder_is_filled(row: Explanation) -> None:
    groups = {*re.compile(row.text).groupindex, *re.compile(row.code).groupindex}
    if row.known is not None:
        assert "name" in groups
        groups.add("known")
    assert {match["named"] or match["braced"] for match in Template.pattern.finditer(row.words)} <= groups


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.types}-{row.text[:40]}")
def test_sentences_are_polite_and_can_be_shown_on_a_korean_windows_console(row: Explanation) -> None:
    sentences = [row.words.replace("$name", ""), *(row.known or {}).values()]
    for sentence in sentences:
        sentence.encode("cp949")
        for line in sentence.splitlines():
            assert not re.search(r"[가-힣](다|요|해|음|함)$", line), f"unfinished: {line}"
            assert not re.search(r"(은\(는\)|이\(가\)|을\(를\)|\(으\)로)", line)
