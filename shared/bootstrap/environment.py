"""Making ``.venv``, and looking at one that is there."""

import importlib.util
import os
import shutil
import subprocess
import sys

from shared.bootstrap import diagnosis, places, stamp
from shared.bootstrap.diagnosis import Refused
from shared.bootstrap.packages import BASE
from shared.bootstrap.running import Runner
from shared.messages import installing as messages

ISOLATED = ("-I", "-X", "utf8")  # the current folder hides nothing; file names and output are UTF-8 on Windows too
# Written without the folder's name: whatever letters it has, and wherever the workbook is moved to.
_WRITE_PTH = """
import os, sysconfig
path = os.path.join(sysconfig.get_path("purelib"), "workbook.pth")
with open(path, "w", encoding="ascii") as file:
    file.write("import os, sys; sys.path.append(os.path.dirname(sys.prefix))\\n")
"""
_ASK = """
import sys
print("%d.%d" % sys.version_info[:2])
print(sys._base_executable)
sys.exit(sys.version_info < (3, 10))
"""


def make(root: str, runner: Runner) -> None:
    """Remove what is there, make ``.venv`` anew with pip in it; raise ``Refused`` where that cannot be done."""
    base = _python_outside(root)
    _require_modules()
    _clear(root)
    stamp.begin(root, BASE)
    # Two commands, because venv swallows what ensurepip says.
    made = runner.run([base, *ISOLATED, "-m", "venv", "--without-pip", places.venv(root)])
    if made or add_pip(root, runner):
        raise Refused(diagnosis.of_venv(runner.said(), root, runner.log.name))
    stamp.put_back(root, BASE, None)  # whole, though empty: if pip fails before it changes anything, this can stay


def add_pip(root: str, runner: Runner) -> int:
    """Put pip into ``.venv``; return the exit code."""
    return runner.run([places.venv_python(root), *ISOLATED, "-m", "ensurepip", "--upgrade", "--default-pip"])


def usable(root: str, runner: Runner) -> bool:
    """Whether a ``.venv`` that somebody else made can be used; one of uv's gets its pip."""
    if not os.path.isfile(places.venv_description(root)) or ask(root) is None:
        return False
    has_pip = runner.run([places.venv_python(root), *ISOLATED, "-m", "pip", "--version"]) == 0
    return has_pip or add_pip(root, runner) == 0


def ask(root: str) -> "tuple[str, str] | None":
    """Version and base executable of ``.venv``'s Python, or None where it does not run or is too old."""
    try:
        answer = subprocess.run(
            [places.venv_python(root), *ISOLATED, "-c", _ASK], stdin=subprocess.DEVNULL, capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    version, base = os.fsdecode(answer.stdout).splitlines()
    return version, base


def let_find_engine(root: str) -> None:
    """Let every program that runs on ``.venv``'s Python import ``shared``: the programs of the lessons do."""
    subprocess.run([places.venv_python(root), *ISOLATED, "-c", _WRITE_PTH], stdin=subprocess.DEVNULL, check=True)


def _clear(root: str) -> None:
    path = places.venv(root)
    if not os.path.lexists(path):
        return
    ours = stamp.read(root, BASE) is not None if os.path.isdir(path) else False
    if os.path.islink(path) or not os.path.isdir(path):
        raise Refused(messages.venv_in_the_way(path))
    if not ours and os.listdir(path) and not os.path.isfile(places.venv_description(root)):
        raise Refused(messages.venv_in_the_way(path))
    stamp.begin(root, BASE)  # half removed is not ready
    try:
        shutil.rmtree(path)
    except OSError as error:
        raise Refused(messages.venv_in_use(path)) from error


def _python_outside(root: str) -> str:
    # When .venv's own Python runs this, the one that makes the next .venv is the Python below it.
    python = getattr(sys, "_base_executable", sys.executable) if places.inside_venv(root) else sys.executable
    return os.path.realpath(python) if python.startswith(places.venv(root)) else python


def _require_modules() -> None:
    for name in ("venv", "ensurepip"):
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:  # Debian keeps both in a package of their own
            version = f"{sys.version_info[0]}.{sys.version_info[1]}"
            raise Refused(messages.no_venv(version, apt=shutil.which("apt-get") is not None))
