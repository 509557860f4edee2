"""All that is verified of one lesson, and of several side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from shared.checking import Check
from shared.checking.session import load_check
from shared.lessons import Lesson
from shared.messages import verifying as words
from shared.verifying.answers import verify_answers
from shared.verifying.finding import Finding
from shared.verifying.parts import verify_parts
from shared.verifying.programs import verify_programs
from shared.verifying.tasks import verify_hints, verify_steps, verify_tasks, without_work
from shared.verifying.text import Text
from shared.verifying.texts import verify_text
from shared.worker.worker import Worker

AT_ONCE = 2


def verify_all(lessons: Sequence[Lesson], root: Path) -> Iterator[tuple[Lesson, list[Finding]]]:
    """The findings of each lesson, sorted, in the lessons' order, as soon as they are known."""
    checks = [_load(lesson) for lesson in lessons]  # one after another: loading a script changes sys.path
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from zip(lessons, pool.map(lambda pair: _verify(pair[0], pair[1], root), checks), strict=True)


def _verify(lesson: Lesson, check: Check | Finding | None, root: Path) -> list[Finding]:
    readme = Text(lesson.folder / "README.md")
    hints_path = lesson.folder / "hints.md"
    texts = [readme, *([Text(hints_path)] if hints_path.is_file() else [])]
    found = [check] if isinstance(check, Finding) else []

    def look(where: Path, verifier: Callable[[], Iterable[Finding]]) -> None:
        try:
            found.extend(verifier())
        except Exception as error:  # one verifier that breaks hides nothing that the others find
            found.append(Finding(where, 1, words.crashed(lesson.slug, f"{type(error).__name__}: {error}")))

    look(lesson.folder, lambda: verify_parts(lesson, readme, root))
    look(readme.path, lambda: verify_tasks(lesson, readme))
    for text in texts:
        look(text.path, lambda text=text: verify_text(text, root))  # type: ignore[misc]
        look(text.path, lambda text=text: verify_programs(text))  # type: ignore[misc]
    if len(texts) == 2:
        look(hints_path, lambda: verify_hints(*texts))
    if isinstance(check, Check):
        look(lesson.check, lambda: verify_steps(lesson, readme, check))
        look(lesson.check, lambda: _answers(lesson, check, without_work(readme)))
    return sorted(set(found))


def _answers(lesson: Lesson, check: Check, idle: set[int]) -> list[Finding]:
    with Worker(walled=False) as worker:
        return list(verify_answers(lesson, check, idle, worker))


def _load(lesson: Lesson) -> tuple[Lesson, Check | Finding | None]:
    if not lesson.check.is_file():
        return lesson, None  # verify_parts says so
    try:
        return lesson, load_check(lesson)
    except Exception as error:
        line = getattr(error, "lineno", None) or 1
        return lesson, Finding(lesson.check, line, words.crashed(lesson.slug, f"{type(error).__name__}: {error}"))
