"""Installing: one window at a time, every step told, the stamp written last."""

import time

from shared.bootstrap import diagnosis, environment, lock, places, stamp
from shared.bootstrap.diagnosis import Refused
from shared.bootstrap.packages import BASE, Packages
from shared.bootstrap.progress import Progress
from shared.bootstrap.running import Runner
from shared.bootstrap.screen import say
from shared.messages import installing as messages


def prepare(root: str, wanted: list[Packages], broken: bool) -> int:
    """Install what is not there yet; return 0, or the exit code to end with after a sentence was shown."""
    try:
        with (
            lock.held(places.lock(root), waiting=lambda: say(messages.WAITING)) as held,
            open(places.log(root), "wb") as log,
        ):
            _bring_up_to_date(root, wanted, broken, Runner(root, log, held))
    except Refused as refusal:
        say(str(refusal))
        return 2
    except KeyboardInterrupt:
        say(messages.stopped(places.command()))
        return 130
    except OSError as error:
        say(diagnosis.of_error(error, root))
        return 2
    return 0


def _bring_up_to_date(root: str, wanted: list[Packages], broken: bool, runner: Runner) -> None:
    states = {lot.name: stamp.state(root, lot.wanted, lot.name) for lot in wanted}
    missing = [state for state in states.values() if state != stamp.READY]
    if not missing and not broken:
        return  # another window has done it while this one waited
    began = time.monotonic()
    anew = _must_make(states) or states[BASE] == stamp.UNKNOWN and not environment.usable(root, runner)
    say(_opening(states, broken, anew))
    if broken or anew:
        say(messages.MAKING_VENV)
        environment.make(root, runner)
    python = environment.ask(root)
    if python is None:
        raise Refused(messages.venv_unusable(places.venv(root), places.command()))
    environment.let_find_engine(root)
    for lot in wanted:
        if stamp.state(root, lot.wanted, lot.name) != stamp.READY:
            _install(root, lot, runner)
            stamp.finish(root, lot.name, lot.wanted, *python)
    say(messages.done(round(time.monotonic() - began)))


def _must_make(states: dict[str, str]) -> bool:
    # pip may take a package for installed when it was stopped half-way: an interrupted lot spoils the whole .venv.
    return states[BASE] in (stamp.ABSENT, stamp.MOVED) or stamp.INTERRUPTED in states.values()


def _opening(states: dict[str, str], broken: bool, anew: bool) -> str:
    if broken:
        return messages.BROKEN
    if stamp.INTERRUPTED in states.values():
        return messages.AGAIN
    if states[BASE] == stamp.UNKNOWN:
        return messages.FIRST if anew else messages.ADOPTED
    if states[BASE] == stamp.READY:
        return messages.MORE[next(name for name in states if name != BASE)]
    return {stamp.ABSENT: messages.FIRST, stamp.CHANGED: messages.CHANGED, stamp.MOVED: messages.MOVED}[states[BASE]]


def _install(root: str, lot: Packages, runner: Runner) -> None:
    before = stamp.read(root, lot.name)
    stamp.begin(root, lot.name)
    say(messages.FETCHING)
    progress = Progress(time.monotonic())

    def show(sentence: str | None) -> None:
        if sentence:
            say(sentence)

    code = runner.run(
        [places.venv_python(root), *environment.ISOLATED, "-m", "pip", "install", *lot.pip_arguments],
        line=lambda text: show(progress.line(text, time.monotonic())),
        tick=lambda: show(progress.tick(time.monotonic())),
    )
    if code:
        if not progress.installing:  # pip ended by itself before it touched anything: .venv is as it was
            stamp.put_back(root, lot.name, before)
        raise Refused(diagnosis.of_log(runner.said(), root, places.log(root)))
