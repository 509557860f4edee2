"""One page of the learner's app: what a person would do in it, and what they would see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shared.messages import browser as words
from shared.probes.mismatch import Mismatch

if TYPE_CHECKING:
    from shared.probes.browser import Browser

MAX_TOLD = 3


class BrowserPage:
    """`host` is what it was opened as."""

    def __init__(self, browser: Browser, number: int, host: str) -> None:
        self.browser = browser
        self.host = host
        self._number = number

    def is_ready(self) -> None:
        """The field takes text.

        Raises:
            Mismatch: it never does.
        """
        self._ask("can_type", late=self._cannot_type)

    def sends(self, text: str) -> None:
        """Write a text into the field and press Enter."""
        self._did(words.SENT.format(host=self.host, text=text))
        self.is_ready()
        self._ask("write", text=text, late=self._cannot_type)
        self.presses_enter()

    def composes(self, steps: list[str]) -> None:
        """Compose a syllable in an empty field, and end it with Enter, which only ends it."""
        self._did(words.COMPOSED.format(host=self.host, text=steps[-1]))
        self.is_ready()
        self._ask("write", text="", late=self._cannot_type)
        self._ask("compose", steps=steps, late=self._cannot_type)

    def types(self, text: str) -> None:
        """Type on behind what is in the field."""
        self._ask("type", text=text, late=self._cannot_type)

    def presses_enter(self) -> None:
        """Press Enter in the field."""
        self._ask("enter", late=self._cannot_type)

    def shows(self, text: str, mark: str | None = None) -> None:
        """The list shows this text, as soon as it shows `mark`, a part of it that nothing could change.

        Raises:
            Mismatch: it does not.
        """
        expected = words.SHOWN.format(text=text)
        self._ask("shows", text=mark or text, late=lambda: self._mismatch(expected, self._list()))
        if not self.shows_now(text):
            raise self._mismatch(expected, self._list())

    def shows_now(self, text: str) -> bool:
        """Whether the list shows this text at this moment; a run of blanks counts as one."""
        return " ".join(text.split()) in (self._ask("list") or "")

    def shows_once(self, text: str) -> None:
        """The list shows this text one time.

        Raises:
            Mismatch: it shows it more than once, or not.
        """
        count = self._list().count(text)
        if count != 1:
            expected, got = (words.TIMES.format(text=text, count=number) for number in (1, count))
            raise self._mismatch(expected, got)

    def stands(self, text: str, side: str) -> None:
        """The text stands on this side of the list: `right`, or `not right`.

        Raises:
            Mismatch: it stands somewhere else.
        """
        found = self._ask("side", text=text)
        if (found == "right") != (side == "right"):
            expected, got = (words.STANDS.format(text=text, side=words.SIDES[one]) for one in (side, found))
            raise self._mismatch(expected, got)

    def has_run_nothing(self) -> None:
        """No script has opened a dialog.

        Raises:
            Mismatch: one has.
        """
        dialogs = self._ask("dialogs")
        if dialogs:
            raise self._mismatch(words.NO_SCRIPT, words.SCRIPT_RAN.format(text=dialogs[0]))

    def close(self) -> None:
        """Close it."""
        self._ask("close")

    def _ask(self, do: str, **order: Any) -> Any:
        return self.browser.ask(do, page=self._number, **order)

    def _did(self, text: str) -> None:
        self.browser.did = text

    def _list(self) -> str:
        shown = self._ask("list")
        return words.NO_LIST if shown is None else str(shown)

    def _cannot_type(self) -> Mismatch:
        return self._mismatch(words.CAN_TYPE, words.CANNOT_TYPE)

    def _mismatch(self, expected: str, got: str) -> Mismatch:
        lines = [got or words.EMPTY]
        lines += [words.SCRIPT_ERROR.format(error=error) for error in self._ask("errors")[:MAX_TOLD]]
        lines += [words.WANTED_OUTSIDE.format(place=place) for place in self._ask("places")[:MAX_TOLD]]
        return Mismatch(expected=expected, got="\n".join(lines), did=self.browser.did)
