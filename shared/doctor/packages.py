"""Whether what requirements.txt asks for is installed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from shared.doctor.finding import Finding
from shared.messages import doctor as words

_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[\w,-]+\])?>=([\d.]+)")


def packages(root: Path) -> Finding:
    """Every package with a version that is new enough."""
    wanted = dict(requirements((root / "requirements.txt").read_text(encoding="utf-8")))
    faults = []
    for name, lowest in wanted.items():
        found = _version(name)
        if found is None or numbers(found) < numbers(lowest):
            faults.append(words.package(name, found, lowest))
    if faults:
        return Finding(words.PACKAGES, ", ".join(faults), words.PACKAGES_TO_DO, blocks=True)
    return Finding(words.PACKAGES, words.packages_fine(len(wanted)))


def requirements(text: str) -> Iterator[tuple[str, str]]:
    """Name and lowest version of each line."""
    for line in text.splitlines():
        match = _REQUIREMENT.match(line)
        if match:
            yield match[1], match[2]


def numbers(version: str) -> tuple[int, ...]:
    """The leading numbers of a version, without zeros at the end: enough to compare releases."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    parts = [int(part) for part in found[0].split(".")] if found else []
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
