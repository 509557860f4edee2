"""From a lesson's text and starter to its notebook. The same lesson gives the same bytes.

In: `lessons/NN_slug/` (README.md, hints.md, starter). Out: `notebooks/NN_slug.ipynb`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from shared.lessons import Lesson
from shared.lessons.starters import kept
from shared.messages import notebooks as words
from shared.notebooks.answers import starters
from shared.notebooks.keeping import digest
from shared.notebooks.links import from_notebook
from shared.notebooks.parts import Part, Piece, Program, parts_of

READING, ANSWER, TRY, CHECK = "reading", "answer", "try", "check"
"""Tags of code cells: programs of the text, cells for answers, cells to try them by hand, cells that judge."""

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_TASK = re.compile(r"과제 (\d+)\. ")


def build(lesson: Lesson) -> nbformat.NotebookNode:
    """The notebook as it is handed out."""
    notebook = new_notebook(cells=list(_unique(_cells(lesson))))
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": KERNEL, "language_info": {"name": "python"}, "workbook": {"lesson": lesson.slug}}
    )
    nbformat.validate(notebook)
    return notebook


def text_of(notebook: nbformat.NotebookNode) -> str:
    """The file's text: JSON, one line for each line of source."""
    return nbformat.writes(notebook) + "\n"


def write(lesson: Lesson, target: Path | None = None) -> Path:
    """Write the notebook of a lesson; gives the file."""
    path = target or lesson.notebook
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text_of(build(lesson)), encoding="utf-8", newline="\n")
    return path


def is_stale(lesson: Lesson) -> bool:
    """Whether the file is not what would be built now."""
    try:
        return lesson.notebook.read_text(encoding="utf-8") != text_of(build(lesson))
    except (OSError, UnicodeDecodeError):
        return True


def answer_cell(file: str, text: str) -> nbformat.NotebookNode:
    """A cell in which a file of the answer is written."""
    source = f"%%answer {file}\n{text.rstrip(chr(10)) or chr(10)}"
    return _code(f"answer-{_safe(file)}", source, ANSWER, file=file, begun=digest(source))


def _cells(lesson: Lesson) -> Iterator[nbformat.NotebookNode]:
    text = (lesson.folder / "README.md").read_text(encoding="utf-8-sig")
    hints = lesson.hints()
    is_begun = False
    parts = parts_of(text)
    apart = _apart([part for part in parts if isinstance(part, Program)])
    for part, following in _with_next(parts):
        yield _cell(part, lesson, apart)
        if not is_begun:
            is_begun = True
            yield _code("setup", words.SETUP.format(number=lesson.number), READING)
        if isinstance(part, Piece) and part.heading == words.TASKS:
            yield _markdown("answers", words.ANSWERS_HERE)
            for file, begun in starters(lesson).items():
                yield answer_cell(file, begun)
            yield from _trying(lesson)
        task = _TASK.match(part.heading) if isinstance(part, Piece) else None
        if task and (following is None or isinstance(following, Piece)):
            number = int(task[1])
            if number in hints:
                yield _markdown(f"hints-{number}", _folded(hints[number], lesson))
            yield _code(f"check-{number}", f"workbook.check({number})", CHECK)
            if number == lesson.tasks[-1].number:
                yield _markdown("whole", words.WHOLE)
                yield _code("check-all", "workbook.check()", CHECK)


def _trying(lesson: Lesson) -> Iterator[nbformat.NotebookNode]:
    """Cells in which the answer, or the server that the lesson ships, is served and asked by hand."""
    given = kept(lesson) or {}
    file = next((name for name in ("app.py", "server.py") if b"Flask(" in given.get(name, b"")), None)
    if file is None:
        return  # there is no app to begin with
    yield _markdown("try", words.TRY)
    yield _code("try-serve", f'server = workbook.serve(workbook.app_of("{file}"))', TRY)
    has_page = any(name.endswith((".css", ".html")) for name in lesson.files)
    yield _code("try-ask", "workbook.show(server)" if has_page else words.ASK, TRY)


def _with_next(parts: list[Part]) -> Iterator[tuple[Part, Part | None]]:
    yield from zip(parts, [*parts[1:], None], strict=True)


def _apart(programs: list[Program]) -> set[str]:
    """Programs that need a file or a process of their own: others name them, or they ask where they stand."""
    others = "\n".join(program.source for program in programs)
    return {
        program.title
        for program in programs
        if "__file__" in program.source
        or re.search(rf"^\s*(?:from|import) {re.escape(program.title[:-3])}\b", others, re.MULTILINE)
        or re.search(rf"[\"']{re.escape(program.title)}[\"']", others)
    }


def _cell(part: Part, lesson: Lesson, apart: set[str]) -> nbformat.NotebookNode:
    if isinstance(part, Piece):
        source = from_notebook(part.source, lesson.slug)
        return _markdown(f"text-{_digest(part.heading or part.source)}", source)
    name = _safe(part.title)
    if not part.runs:
        return _code(f"file-{name}", f"%%save {part.title}\n{part.source}".rstrip("\n"), READING)
    magic = f"%%program {part.title}\n" if part.title in apart else ""
    cell = _code(f"program-{name}", f"{magic}{part.source}".rstrip("\n"), READING)
    if part.output is not None:
        cell.outputs = [new_output("stream", name="stdout", text=part.output)]
    if part.predicted:
        cell.metadata["jupyter"] = {"outputs_hidden": True}
        cell.metadata["collapsed"] = True
    return cell


def _folded(rungs: tuple[str, ...], lesson: Lesson) -> str:
    return "\n\n".join(
        words.FOLDED.format(title=words.RUNG.format(number=number), text=from_notebook(rung, lesson.slug))
        for number, rung in enumerate(rungs, 1)
    )


def _markdown(name: str, source: str) -> nbformat.NotebookNode:
    cell = new_markdown_cell(source)
    cell.id = name
    return cell


def _code(name: str, source: str, tag: str, **more: Any) -> nbformat.NotebookNode:
    cell = new_code_cell(source)
    cell.id = name
    cell.metadata = nbformat.from_dict({"tags": [tag], **({"workbook": more} if more else {})})
    return cell


def _unique(cells: Iterator[nbformat.NotebookNode]) -> Iterator[nbformat.NotebookNode]:
    """A name that comes again gets a number: two programs of one title, two headings of one text."""
    seen: dict[str, int] = {}
    for cell in cells:
        count = seen[cell.id] = seen.get(cell.id, 0) + 1
        if count > 1:
            cell.id = f"{cell.id}-{count}"
        yield cell


def _safe(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "-", name)[:40]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
