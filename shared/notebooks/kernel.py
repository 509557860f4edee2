"""What the cells of a notebook use, as `workbook.check(3)`, and magics that take a cell as a file.

Runs in the kernel. The verdict is not made from what the kernel has executed: `check` hands the text of the answer
cells to the same judge as a check script, which runs it in a worker of its own.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from shared.lessons import ROOT, Lesson, find
from shared.messages import notebooks as words
from shared.notebooks.judged import Judged
from shared.server import Server
from shared.server import serve as serve_anew

PROGRAM_SECONDS = 60.0


class Notebook:
    """The notebook that this kernel runs: its lesson, the answers so far, the servers it has started."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.answers: dict[str, str] = {}
        self.servers: dict[object, Server] = {}
        self.scratch = tempfile.TemporaryDirectory(prefix="workbook-", ignore_cleanup_errors=True)

    @property
    def folder(self) -> Path:
        """Where programs of the text run and leave their files."""
        return Path(self.scratch.name)

    def end(self) -> None:
        """Stop the servers and remove the scratch folder."""
        for server in self.servers.values():
            server.stop()
        os.chdir(ROOT)
        self.scratch.cleanup()


_notebook: Notebook | None = None


def start(number: str) -> None:
    """Prepare this kernel for a lesson. A second call begins anew."""
    from IPython.core.getipython import get_ipython

    global _notebook
    if _notebook is not None:
        _notebook.end()
    else:
        atexit.register(_end)
    _notebook = Notebook(find(number))
    os.chdir(_notebook.folder)
    if str(_notebook.folder) not in sys.path:
        sys.path.insert(0, str(_notebook.folder))
    shell = get_ipython()
    if shell is not None:
        register: Any = shell.register_magic_function
        for name, magic in (("answer", _answer), ("program", _program), ("save", _save)):
            register(magic, "cell", name)


def serve(app: Callable[..., Any], port: int = 0) -> Server:
    """Serve an app in a thread of this kernel. The server that the same cell has started before is stopped.

    `port` 0 takes any free port.
    """
    notebook = _started()
    key = _cell()
    for known, server in list(notebook.servers.items()):
        if known == key or (port and server.port == port):
            server.stop()
            del notebook.servers[known]
    server = notebook.servers[key] = serve_anew(app, port=port)
    return server


def app_of(file: str = "app.py") -> Any:
    """The app in a file of the answer as it is now, to serve it here and try it by hand."""
    from shared.notebooks.trying import lay, load_app

    notebook = _started()
    folder = notebook.folder / "answer"
    lay(notebook.lesson, notebook.answers, folder)
    return load_app(folder, file)


def show(server: Server, path: str = "/") -> Any:
    """The server's page, inside the notebook."""
    from IPython.display import IFrame

    return IFrame(f"{server.url}{path}", width="100%", height=480)


def check(task: int | None = None) -> Judged:
    """Judge the answer cells that were run; shows all tasks, or one.

    Raises:
        LookupError: there is no such task.
    """
    from shared.notebooks.answers import starters
    from shared.notebooks.judged import judge

    notebook = _started()
    numbers = [one.number for one in notebook.lesson.tasks]
    if task is not None and task not in numbers:
        raise LookupError(words.NO_TASK.format(number=task, numbers=", ".join(map(str, numbers))))
    begun = starters(notebook.lesson)
    waiting = [file for file, text in begun.items() if text and file not in notebook.answers]
    note = words.NOT_RUN.format(files=", ".join(waiting)) if waiting else None
    # An empty cell for a file that the learner makes: it is not made yet.
    answers = {file: text for file, text in notebook.answers.items() if text.strip() or begun.get(file)}
    return judge(notebook.lesson, answers, task=task, note=note)


def _answer(line: str, cell: str) -> None:
    """`%%answer app.py`: remember this cell's text as the file."""
    file = _name(line)
    _started().answers[file] = cell
    print(words.REMEMBERED.format(file=file))


def _save(line: str, cell: str) -> None:
    """`%%save templates/page.html`: write this cell's text to a file that the programs below need."""
    target = _started().folder / _name(line)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(cell, encoding="utf-8", newline="\n")


def _program(line: str, cell: str) -> None:
    """`%%program hello.py`: write this cell's text to a file and run it as a program of its own."""
    file = _name(line)
    _save(line, cell)
    ours = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        [sys.executable, file],
        cwd=_started().folder,
        env={**os.environ, **ours},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="backslashreplace",
        timeout=PROGRAM_SECONDS,
        check=False,
    )
    sys.stdout.write(ran.stdout)
    sys.stderr.write(ran.stderr if ran.returncode else "")
    if ran.returncode:
        raise SystemExit(words.PROGRAM_FAILED.format(file=file, code=ran.returncode))


def _name(line: str) -> str:
    file = line.strip().strip("'\"")
    if not file:
        raise ValueError(words.NO_NAME)
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts or "\\" in file or ":" in file:
        raise ValueError(words.OUTSIDE.format(file=file))
    return file


def _started() -> Notebook:
    if _notebook is None:
        raise RuntimeError(words.NOT_STARTED)
    return _notebook


def _cell() -> object:
    """What tells one cell from another: its id where the front end sends it, else its text."""
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is None:
        return None
    header = shell.get_parent() if hasattr(shell, "get_parent") else {}
    cell = (header.get("metadata") or {}).get("cellId") if isinstance(header, dict) else None
    return cell or shell.user_ns.get("_i") or None


def _end() -> None:
    if _notebook is not None:
        _notebook.end()
