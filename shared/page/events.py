"""Server-sent events: each open page hears of every judgement, as HTML that is ready to be put in place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any

from flask import Blueprint, Response, current_app

from shared.lessons import Lesson
from shared.messages import page as words
from shared.page.tasks import panel
from shared.watching import Event, Judged, Judging, SoFar, Study, Trouble

HEARTBEAT_SECONDS = 20.0
"""How often a comment is sent: only by writing does a server learn that its reader has left."""

views = Blueprint("events", __name__)


class Streams:
    """The streams that are open now, so that the page can be closed while browsers still listen."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._open: set[SimpleQueue[Any]] = set()
        self._lock = Lock()
        self._closed = False

    def listen(self) -> Iterator[Event | None]:
        """Events as they come; None where none came for a while. Ends when the page or the study is closed."""
        queue: SimpleQueue[Any] = SimpleQueue()
        with self._lock:
            if self._closed:
                return
            self._open.add(queue)
        subscription = self._study.subscribe(queue)
        try:
            yield None
            while True:
                try:
                    event = queue.get(timeout=HEARTBEAT_SECONDS)
                except Empty:
                    yield None
                    continue
                if event is None:
                    return
                yield event
        finally:
            subscription.close()
            with self._lock:
                self._open.discard(queue)

    def close(self) -> None:
        """End them all."""
        with self._lock:
            self._closed = True
            for queue in self._open:
                queue.put(None)


@views.get("/lessons/<slug>/events")
def stream(lesson: Lesson) -> Response:
    """The lesson's tasks as they are now, and again after each judgement."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    listening = app.config["STREAMS"].listen()
    study: Study = app.config["STUDY"]
    next(listening, None)  # subscribed before the state is read: nothing between the two is missed

    def written() -> Iterator[str]:
        with app.test_request_context():
            yield _message("tasks", html=panel(lesson, study.verdict(lesson.slug)), said="")
            for event in listening:
                yield _written(event, lesson)

    return Response(written(), mimetype="text/event-stream", headers={"X-Accel-Buffering": "no"})


def _written(event: Event | None, lesson: Lesson) -> str:
    if event is None:
        return ":\n\n"
    if isinstance(event, Trouble):
        return _message("trouble", said=event.sentence)
    if event.slug != lesson.slug:
        return _message("elsewhere", slug=event.slug)
    if isinstance(event, Judging):
        return _message("judging", said=words.JUDGING)
    if isinstance(event, SoFar):
        return _message("tasks", html=panel(lesson, event.verdict), said=words.JUDGING_ON, so_far=True)
    assert isinstance(event, Judged)
    said = words.said(event.verdict, [(one.task, one.after) for one in event.changes if one.before is not None])
    return _message("tasks", html=panel(lesson, event.verdict), said=said, seconds=round(event.verdict.seconds, 3))


def _message(event: str, **data: object) -> str:
    return f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
