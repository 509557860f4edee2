"""What an exception says about the learner's own files: runs inside the worker.

Frames of ours and of libraries are left out, because a beginner can change neither.
"""

from __future__ import annotations

import linecache
import os
import sys
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

MAX_FRAMES = 20
MAX_TEXT = 4000


def describe(error: BaseException, folder: str) -> dict[str, Any]:
    """An exception as plain data, in the shape of `shared.verdict.PythonError`."""
    frames = [
        _frame(summary.filename, summary.lineno or 0, summary.name, folder)
        for summary in traceback.extract_tb(error.__traceback__)
        if is_inside(summary.filename, folder)
    ]
    if isinstance(error, SyntaxError) and error.filename and is_inside(error.filename, folder):
        frames.append(_frame(error.filename, error.lineno or 0, "<module>", folder, error.text))
    text = error.msg if isinstance(error, SyntaxError) else _text(error)
    return {"type": type(error).__name__, "text": text[:MAX_TEXT], "frames": frames[-MAX_FRAMES:]}


def running_now(thread_id: int, folder: str) -> dict[str, Any] | None:
    """The innermost line of the learner's own that a thread is running, or None."""
    frame: FrameType | None = sys._current_frames().get(thread_id)
    while frame is not None:
        if is_inside(frame.f_code.co_filename, folder):
            return _frame(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, folder)
        frame = frame.f_back
    return None


def calling_line(folder: str) -> dict[str, Any] | None:
    """Where in the learner's own files the present call comes from: `{"file", "line"}` or None."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if is_inside(frame.f_code.co_filename, folder):
            return {"file": relative(frame.f_code.co_filename, folder), "line": frame.f_lineno}
        frame = frame.f_back
    return None


def is_inside(filename: str, folder: str) -> bool:
    """Whether a file is the learner's own."""
    # Code without a file has a name such as <string> or <frozen importlib._bootstrap>.
    return not filename.startswith("<") and os.path.abspath(filename).startswith(folder + os.sep)


def relative(filename: str, folder: str) -> str:
    """A path inside `folder`, relative to it, with forward slashes."""
    return Path(os.path.relpath(filename, folder)).as_posix()


def _frame(filename: str, line: int, function: str, folder: str, code: str | None = None) -> dict[str, Any]:
    text = code if code is not None else linecache.getline(filename, line)
    return {"file": relative(filename, folder), "line": line, "function": function, "code": text.strip()[:200]}


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception as broken:  # the submission's own exception class may fail in __str__
        return f"<{type(broken).__name__} in __str__>"
