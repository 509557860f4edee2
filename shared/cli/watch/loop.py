"""One queue of happenings, one `match`: whatever happens is answered here, and nothing happens by itself."""

from __future__ import annotations

import contextlib
import os
import sys
import webbrowser
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import Thread

from shared.cli.state import State
from shared.cli.watch.answers import Answers
from shared.cli.watch.events import Hangup, Happenings, Key, Redraw
from shared.cli.watch.keys import keyboard
from shared.cli.watch.view import View
from shared.messages import watching as words
from shared.watching import Judged, Judging, SoFar, Study, Trouble

CALM_SECONDS = 0.3
"""A judgement that is over sooner is not announced: the screen would flicker."""

# On Windows Ctrl+C is noticed only between two waits.
WAKE_SECONDS = 0.2 if sys.platform == "win32" else None


def watch(state: State, *, browser: bool) -> int:
    """Judge what is saved until somebody has had enough. Returns the exit code."""
    happenings: Happenings = SimpleQueue()
    view = View(state.plain)
    with contextlib.ExitStack() as open_things:
        open_things.callback(view.end)
        study = open_things.enter_context(Study(state.root))
        study.subscribe(happenings)
        answers = Answers(state, study, view)
        answers.welcome(open_things.enter_context(_page(study, browser, happenings)))
        open_things.enter_context(keyboard(happenings))
        return _loop(happenings, answers, view)


def _loop(happenings: Happenings, answers: Answers, view: View) -> int:
    waiting: str | None = None  # the lesson that is being judged and was not announced yet
    view.foot()
    while True:
        try:
            happening = happenings.get(timeout=CALM_SECONDS if waiting else WAKE_SECONDS)
        except Empty:
            if waiting:
                view.foot(words.judging(waiting))
                waiting = None
            continue
        match happening:
            case Judging(slug=slug):
                waiting = slug
                continue
            case SoFar(slug=slug):
                waiting = None
                answers.so_far(happening)
                view.foot(words.judging_on(slug))
                continue
            case Judged():
                waiting = None
                answers.verdict(happening)
            case Trouble():
                waiting = None
                answers.trouble(happening)
            case Key(name="q") | Hangup() | None:
                return 0
            case Key(name=name):
                if not answers.key(name):
                    continue
            case Redraw(after_others=after_others):
                if after_others:
                    view.forget_foot()
        view.foot()


@contextlib.contextmanager
def _page(study: Study, browser: bool, happenings: Happenings) -> Iterator[str | None]:
    """The study page, and the browser on it. Gives its address; None where there is no page to be had."""
    from shared.page import start

    try:
        page = start(study)
    except OSError as error:
        happenings.put(Trouble(words.no_page(error.strerror or str(error))))
        yield None
        return
    try:
        if browser and _has_windows():
            Thread(target=webbrowser.open, args=(page.url,), name="browser", daemon=True).start()
        yield page.url
    finally:
        page.close()


def _has_windows() -> bool:
    """Whether a browser would open a window: a browser made of text would take this terminal away."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
