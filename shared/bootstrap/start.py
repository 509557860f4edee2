"""The way from ``python workbook.py`` to the commands. Every start pays for what is imported here: os and sys alone."""

import os
import sys

from shared.bootstrap import places, stamp
from shared.bootstrap.packages import extra_for, lots

COMMANDS = "shared.cli"
TESTS = "shared.cli.test_suite"
_HANDED_OVER = "WORKBOOK_HANDED_OVER"


def main(root: str, arguments: "list[str]") -> int:
    """Install what is missing, then run the command on the workbook's own Python; return its exit code."""
    extra = extra_for(arguments)
    # workbook.py again, and not -m shared.cli: that would let a learner's flask.py in the current folder hide Flask.
    script = [os.path.join(root, "workbook.py"), *arguments]
    arrived = os.environ.pop(_HANDED_OVER, "")
    inside = places.inside_venv(root)
    broken = bool(arrived) and not inside  # .venv's python was started, and turned out to be some other Python
    if broken or any(stamp.state(root, lot.wanted, lot.name) != stamp.READY for lot in lots(root, extra)):
        return _prepare_and_hand_over(root, script, extra, broken, tried=arrived == "prepared")
    if not inside:
        return _hand_over(root, script, extra, prepared=False)
    return _run(root, TESTS, arguments[1:]) if arguments[:1] == ["test"] else _run(root, COMMANDS, arguments)


def run_script(root: str, script: "list[str]") -> int:
    """Run a script (its path, then its arguments) that lacked a package on the workbook's own Python, made ready.

    Returns the script's exit code.
    """
    arrived = os.environ.pop(_HANDED_OVER, "")
    inside = places.inside_venv(root)
    broken = bool(arrived) and not inside
    ready = all(stamp.state(root, lot.wanted, lot.name) == stamp.READY for lot in lots(root))
    if inside and ready:  # the stamp says that all is installed: starting once more would go on for ever
        return _give_up(root)
    if broken or not ready:
        return _prepare_and_hand_over(root, script, extra="", broken=broken, tried=arrived == "prepared")
    return _hand_over(root, script, extra="", prepared=False)


def _prepare_and_hand_over(root: str, script: "list[str]", extra: str, broken: bool, tried: bool) -> int:
    from shared.bootstrap.install import prepare

    if tried:  # installing again would change nothing, and go on for ever
        return _give_up(root)
    return prepare(root, lots(root, extra), broken) or _hand_over(root, script, extra, prepared=True)


def _give_up(root: str) -> int:
    from shared.bootstrap.screen import say
    from shared.messages.installing import venv_unusable

    say(venv_unusable(places.venv(root), places.command()))
    return 2


def _hand_over(root: str, script: "list[str]", extra: str, prepared: bool) -> int:
    command = [places.venv_python(root), *script]
    os.environ[_HANDED_OVER] = "prepared" if prepared else "ready"
    try:
        if os.name == "nt":
            return _wait_for(command)
        os.execv(command[0], command)
    except OSError:  # such as a .venv that was copied from another kind of computer
        return _prepare_and_hand_over(root, script, extra, broken=True, tried=prepared)


def _wait_for(command: "list[str]") -> int:
    # Windows has no exec: the console would take the next command while this one still runs.
    import subprocess

    process = subprocess.Popen(command)
    while True:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            continue  # the child got the same Ctrl+C, and it decides what that means
        return code - (1 << 32) if code > 0x7FFFFFFF else code  # sys.exit cannot take 0xC000013A as it is


def _run(root: str, module: str, arguments: "list[str]") -> int:
    import runpy

    others = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path and path != root]
    os.environ["PYTHONPATH"] = os.pathsep.join([root, *others])
    sys.argv[1:] = arguments
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except ModuleNotFoundError as error:
        if not error.name or error.name.split(".")[0] == "shared":
            raise
        from shared.bootstrap.screen import say
        from shared.messages.installing import package_lost

        say(package_lost(error.name, places.venv(root), places.command()))
        return 2
    return 0
