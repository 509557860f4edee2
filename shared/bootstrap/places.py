"""Where things are. Strings instead of ``pathlib``: importing that would double the cost of every start."""

import os
import sys

VENV = ".venv"
STATE = ".workbook"


def venv(root: str) -> str:
    """The folder of the workbook's own Python environment."""
    return os.path.join(root, VENV)


def venv_python(root: str) -> str:
    """The Python inside that environment."""
    return os.path.join(venv(root), *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))


def venv_description(root: str) -> str:
    """The file that makes a folder an environment."""
    return os.path.join(venv(root), "pyvenv.cfg")


def inside_venv(root: str) -> bool:
    """Whether this very process runs on the workbook's own Python."""
    if sys.prefix == venv(root):
        return True
    try:
        return sys.prefix != sys.base_prefix and os.path.samefile(sys.prefix, venv(root))
    except OSError:
        return False


def log(root: str) -> str:
    """The file that keeps what the last installation printed."""
    return os.path.join(root, STATE, "install.log")


def lock(root: str) -> str:
    """The file that is locked while something is being installed."""
    return os.path.join(root, STATE, "install.lock")


def command() -> str:
    """What to type to start the workbook on this system."""
    return "python workbook.py" if os.name == "nt" else "python3 workbook.py"
