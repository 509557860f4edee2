"""A lesson's text taken apart for a notebook: pieces of text, programs, and files that programs need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_FENCE = re.compile(r"(`{3,}|~{3,})\s*(.*)")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_HEADING = re.compile(r"#{1,6} ")


@dataclass(frozen=True)
class Piece:
    """Markdown up to the next heading or program."""

    source: str

    @property
    def heading(self) -> str:
        """Its first line, where that is a heading: without the marks."""
        first = self.source.split("\n", 1)[0]
        return first.lstrip("#").strip() if _HEADING.match(first) else ""


@dataclass(frozen=True)
class Program:
    """A titled fence. `output` is what it prints, as the text says; `predicted`: the reader shall guess it first."""

    title: str
    source: str
    output: str | None = None
    predicted: bool = False

    @property
    def runs(self) -> bool:
        """Whether it is a program, and not a file that one needs."""
        return self.title.endswith(".py")


Part = Piece | Program


def parts_of(text: str) -> list[Part]:
    """The parts in order. Output that a program cell will show is left out of the text, unless it is folded away."""
    found: list[Part] = []
    for part in _parts(text.split("\n")):
        if isinstance(part, _Output):
            index = next(i for i in reversed(range(len(found))) if _is_program(found[i], part.title))
            program = found[index]
            assert isinstance(program, Program)
            found[index] = replace(program, output=part.content, predicted=part.folded)
        else:
            found.append(part)
    return found


@dataclass(frozen=True)
class _Output:
    title: str
    content: str
    folded: bool


def _is_program(part: Part, title: str) -> bool:
    return isinstance(part, Program) and part.title == title


def _parts(lines: list[str]) -> Iterator[Part | _Output]:
    waiting: list[str] = []
    folded = False
    number = 0

    def flush() -> Iterator[Piece]:
        source = "\n".join(waiting).strip("\n")
        waiting.clear()
        if source.strip():
            yield Piece(source)

    while number < len(lines):
        line = lines[number]
        fence = _FENCE.match(line)
        if fence is None:
            if _HEADING.match(line) and not folded:
                yield from flush()
            folded = (folded or "<details" in line) and "</details" not in line
            waiting.append(line)
            number += 1
            continue
        end = _end_of_fence(lines, number, fence[1])
        content = "\n".join(lines[number + 1 : end]) + "\n"
        attributes = dict(_ATTRIBUTE.findall(fence[2]))
        if "output" in attributes:
            yield _Output(attributes["output"], content, folded)
        if "title" in attributes and not folded:
            yield from flush()
            yield Program(attributes["title"], content)
        elif "output" not in attributes or folded:
            waiting.extend(lines[number : end + 1])
        number = end + 1
    yield from flush()


def _end_of_fence(lines: list[str], start: int, mark: str) -> int:
    for number in range(start + 1, len(lines)):
        if lines[number].startswith(mark) and not lines[number].strip(mark[0] + " "):
            return number
    return len(lines) - 1
