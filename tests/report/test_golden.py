"""The whole screen, compared exactly. `REWRITE_GOLDEN=1 pytest tests/report` writes the files anew; read them aloud."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from shared.report import terminal
from tests.report.verdicts import TITLE, VERDICTS

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("name", VERDICTS)
def test_screen_is_as_it_was_read_and_approved(name: str, width: int, tmp_path: Path) -> None:
    shown = terminal.render(
        VERDICTS[name],
        lesson_title=TITLE,
        width=width,
        details_folder=tmp_path,
        next_lesson="05. url_for" if name == "all_pass" else None,
    )
    shown = shown.replace(str(tmp_path) + os.sep, "DETAILS/")
    file = GOLDEN / f"{name}_{width}.txt"
    if os.environ.get("REWRITE_GOLDEN"):
        file.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == file.read_text(encoding="utf-8")


def test_our_own_words_can_be_shown_on_a_korean_windows_console() -> None:
    for name, verdict in VERDICTS.items():
        shown = terminal.render(verdict, lesson_title=TITLE)
        assert shown.encode("cp949").decode("cp949") == shown, name
