"""Whether every program in a text runs, and prints what the text says.

The titled fences of one text share a scratch folder, in the order of the text. A program runs where its output block
stands; one without such a block runs where the text ends, or where a later fence takes its name.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from shared.lessons import ROOT
from shared.messages import verifying as words
from shared.verifying.finding import Finding
from shared.verifying.text import Fence, Text

SECONDS = 20.0


@dataclass(frozen=True)
class Ran:
    """A program at its end. `code` is None where it had to be ended."""

    code: int | None
    output: str
    errors: str


def verify_programs(text: Text, seconds: float = SECONDS) -> Iterator[Finding]:
    """Run them all."""
    if not any(fence.title for fence in text.fences):
        return
    with tempfile.TemporaryDirectory(prefix="workbook-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        waiting: dict[str, Fence] = {}
        known: dict[str, Fence] = {}
        for fence in text.fences:
            if fence.output is not None:
                program = known.get(fence.output)
                if program is None:
                    yield Finding(text.path, fence.line, words.output_without_program(fence.output))
                    continue
                waiting.pop(fence.output, None)
                yield from _run(text, program, fence, folder, seconds)
            if fence.title is not None:
                if fence.title in waiting:
                    yield from _run(text, waiting.pop(fence.title), None, folder, seconds)
                target = (folder / fence.title).resolve()
                if not target.is_relative_to(folder):
                    yield Finding(text.path, fence.line, words.title_outside(fence.title))
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(fence.content, encoding="utf-8", newline="\n")
                known[fence.title] = fence
                if target.suffix == ".py":
                    waiting[fence.title] = fence
        for program in waiting.values():
            yield from _run(text, program, None, folder, seconds)


def run(command: list[str], folder: Path, seconds: float) -> Ran:
    """Run to its end, or to the end of its time; nothing that it started is left."""
    ours = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    # Files and not pipes: a grandchild that holds a pipe open would make us wait for it.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **ours},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
        code: int | None = None
        try:
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = process.wait(seconds)
        finally:
            _end(process)
        return Ran(code, *(_read(stream) for stream in (output, errors)))


def _run(text: Text, program: Fence, wanted: Fence | None, folder: Path, seconds: float) -> Iterator[Finding]:
    title = program.title or ""
    ran = run([sys.executable, title], folder, seconds)
    if ran.code is None:
        yield Finding(text.path, program.line, words.program_hangs(title, seconds))
    elif ran.code != 0:
        said = ran.errors.strip().splitlines()
        yield Finding(text.path, program.line, words.program_failed(title, ran.code, said[-1] if said else ""))
    elif wanted is not None:
        yield from _compare(text, title, wanted, ran.output)


def _compare(text: Text, title: str, wanted: Fence, output: str) -> Iterator[Finding]:
    written, printed = (whole.rstrip("\n").split("\n") for whole in (wanted.content, output))
    for number in range(max(len(written), len(printed))):
        lines = [side[number] if number < len(side) else None for side in (written, printed)]
        if lines[0] != lines[1]:
            message = words.output_differs(title, number + 1, *lines)
            yield Finding(text.path, wanted.line + min(number + 1, len(written)), message)
            return


def _end(process: subprocess.Popen[bytes]) -> None:
    left: list[psutil.Process] = []
    with contextlib.suppress(psutil.Error):
        left = psutil.Process(process.pid).children(recursive=True)
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)  # whoever outlived its parent is still in its group
    for one in left:
        with contextlib.suppress(psutil.Error):
            one.kill()
    if process.poll() is None:
        process.kill()
        process.wait()


def _read(stream: object) -> str:
    stream.seek(0)  # type: ignore[attr-defined]
    content: bytes = stream.read()  # type: ignore[attr-defined]
    return content.decode("utf-8", "backslashreplace").replace("\r\n", "\n")
