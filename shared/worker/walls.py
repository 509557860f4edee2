"""The walls around a worker host: bubblewrap's command line. What only Linux has stays in this file.

Inside: a read-only system, Python and this engine; own process ids; no network but its own loopback; nothing writable
but the scratch folder and a small memory-backed /dev/shm. Outside the walls stay the lessons, solutions, checks,
other people's work and the home folder.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import cache_from_source
from pathlib import Path

NAME = "bubblewrap"
SCRATCH = "/scratch"
"""Where the scratch folder lies inside."""

SMALL_FOLDER_BYTES = 16 * 1024 * 1024

# Read by name look-ups, the dynamic loader and Python's own modules; nothing in them is private.
ETC = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "mime.types", "hosts", "nsswitch.conf", "alternatives")
SYSTEM = ("bin", "lib", "lib32", "lib64", "sbin")


def installed() -> str | None:
    """Path of bubblewrap, or None where this system has none."""
    return shutil.which("bwrap") if sys.platform.startswith("linux") else None


def command(bwrap: str, scratch: Path, readable: list[Path]) -> list[str]:
    """The words to put before a command so that it runs inside. `readable` is shown read-only, `scratch` writable."""
    words = [bwrap, "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    words += ["--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    words += ["--as-pid-1"]  # no signal from inside can end process 1: the host survives whatever it runs
    words += ["--unshare-cgroup-try", "--hostname", "workbook"]
    words += _system()
    words += ["--proc", "/proc"]
    # As root, files below /proc/sys would be writable through ownership alone, capabilities or not.
    for name in ("/proc/sys", "/proc/sysrq-trigger"):
        words += ["--ro-bind-try", name, name]
    words += ["--dev", "/dev", "--size", str(SMALL_FOLDER_BYTES), "--tmpfs", "/dev/shm"]
    words += ["--tmpfs", "/tmp"]
    for path in _without_nested([*_python(), *readable]):
        words += ["--ro-bind", str(path), str(path)]
    words += ["--bind", str(scratch), SCRATCH]
    for name in ("/dev", "/tmp", "/"):
        words += ["--remount-ro", name]
    return [*words, "--chdir", SCRATCH, "--"]


def compile_for_inside(engine: Path) -> None:
    """Compile what runs inside, where nothing can be written: else every start would compile it again."""
    for source in (*engine.glob("*.py"), *(engine / "worker").glob("*.py")):
        compiled = Path(cache_from_source(str(source)))
        try:
            stale = compiled.stat().st_mtime < source.stat().st_mtime
        except OSError:
            stale = True
        if stale:
            import py_compile

            with contextlib.suppress(OSError, py_compile.PyCompileError):
                py_compile.compile(str(source), doraise=True)


def _system() -> Iterator[str]:
    yield from ("--ro-bind", "/usr", "/usr")
    for name in SYSTEM:
        path = Path("/", name)
        if path.is_symlink():
            yield from ("--symlink", os.readlink(path), str(path))
        elif path.exists():
            yield from ("--ro-bind", str(path), str(path))
    for name in ETC:
        yield from ("--ro-bind-try", f"/etc/{name}", f"/etc/{name}")


def _python() -> list[Path]:
    """Every folder that this Python needs to start: its own, the one it was made from, and links on the way."""
    folders = [Path(sys.prefix), Path(sys.base_prefix), Path(sys.base_exec_prefix)]
    link = Path(sys.executable)
    while link.is_symlink():
        link = link.parent / os.readlink(link)
        folders.append(Path(os.path.normpath(link)).parent)
    return folders


def _without_nested(paths: list[Path]) -> list[Path]:
    """Each path once, without those that lie inside another one or inside /usr."""
    kept: list[Path] = [Path("/usr")]
    for path in sorted(set(paths), key=lambda path: len(path.parts)):
        if not any(path == other or path.is_relative_to(other) for other in kept):
            kept.append(path)
    return kept[1:]
