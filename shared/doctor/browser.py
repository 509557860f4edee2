"""Whether a browser of the Chromium family is here: some tasks are judged with one."""

from __future__ import annotations

from pathlib import Path

from shared.doctor.finding import Finding
from shared.messages import doctor as words
from shared.probes.browser_program import find


def browser(_: Path) -> Finding:
    """Where it is."""
    found = find()
    if found is None:
        return Finding(words.BROWSER, words.BROWSER_MISSING, words.BROWSER_TO_DO)
    return Finding(words.BROWSER, str(found))
