"""All looks, one after another. One that breaks says so, and the next one follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from shared.doctor.browser import browser
from shared.doctor.characters import file_names, screen, settings
from shared.doctor.engine import walls, worker
from shared.doctor.finding import Finding
from shared.doctor.folder import place, writable
from shared.doctor.network import loopback, port_5000, proxy
from shared.doctor.packages import packages
from shared.doctor.python import python, venv
from shared.messages import doctor as words

Examination = Callable[[Path], Finding]

EXAMINATIONS: tuple[tuple[str, Examination], ...] = (
    (words.PYTHON, python),
    (words.VENV, venv),
    (words.PACKAGES, packages),
    (words.SCREEN, screen),
    (words.FILE_NAMES, file_names),
    (words.UTF8_MODE, settings),
    (words.WRITABLE, writable),
    (words.PLACE, place),
    (words.LOOPBACK, loopback),
    (words.PROXY, proxy),
    (words.PORT, port_5000),
    (words.WORKER, worker),
    (words.WALLS, walls),
    (words.BROWSER, browser),
)


def examine(root: Path, examinations: tuple[tuple[str, Examination], ...] = EXAMINATIONS) -> Iterator[Finding]:
    """Look at everything, giving each finding as soon as there is one."""
    for what, look in examinations:
        try:
            yield look(root)
        except Exception as error:  # whatever is wrong with one look, the others still help
            yield Finding(what, words.crashed(f"{type(error).__name__}: {error}"), words.SHOW_TEACHER)
