"""pip's lines, told as a few short lines. Pure: time is passed in, nothing is printed here."""

import re

from shared.messages import installing as messages

_COLLECTING = re.compile(r"\s*Collecting ([A-Za-z0-9._-]+)")
_FETCHING = re.compile(r"\s*(?:Downloading|Using cached|Processing) .*?([A-Za-z0-9_.]+)-[^/\\]*\.(?:whl|tar\.gz)\b")
_INSTALLING = re.compile(r"Installing collected packages: (.+)")
_RETRYING = re.compile(r"\s*WARNING: Retrying")
EVERY = 5.0  # seconds between two lines; a line for each package would be over a hundred lines


class Progress:
    """Fed with lines, answers with what is worth printing now, or None."""

    def __init__(self, now: float) -> None:
        self._began = now
        self._last = now
        self._names: dict[str, None] = {}
        self.installing = False  # whether pip has begun to change .venv
        self._retried = False

    def line(self, text: str, now: float) -> str | None:
        """What to print after this line of pip."""
        if found := _INSTALLING.match(text):
            self.installing = True
            self._last = now
            return messages.unpacking(len(found.group(1).split(",")))
        if _RETRYING.match(text) and not self._retried:
            self._retried = True
            self._last = now
            return messages.RETRYING
        if found := _COLLECTING.match(text) or _FETCHING.match(text):
            self._names[found.group(1).lower().replace("_", "-")] = None
        return self.tick(now)

    def tick(self, now: float) -> str | None:
        """What to print after a while without a line."""
        if now - self._last < EVERY:
            return None
        self._last = now
        seconds = round(now - self._began)
        if self.installing or not self._names:
            return messages.still_working(seconds)
        return messages.fetching(len(self._names), next(reversed(self._names)), seconds)
