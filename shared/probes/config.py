"""Changing the configuration of the learner's app while it runs, as whoever installs it would."""

from __future__ import annotations

from shared.messages import checking as words
from shared.probes.mismatch import Mismatch
from shared.worker.runs import Run


class Config:
    """`app.config` of the running app. Values are plain: text, numbers, lists and the like."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def set(self, name: str, value: object) -> None:
        """Set `app.config[name]`.

        Raises:
            Mismatch: the app cannot be configured any more, because it is gone or no Flask app.
        """
        if not self._run.configure(name, value):
            raise Mismatch(words.NOT_CONFIGURED.format(name=name), kind="broken")
