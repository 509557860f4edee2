"""Drives the browser in a process of its own, so that whatever a page does can be ended.

Orders come as lines of JSON on standard input, answers leave as lines of JSON: `{"value": ...}`, or `{"late": true}`
where something has not come true in time, or `{"gone": "..."}` where the page or the browser is lost.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, CDPSession, Dialog, Error, Page, TimeoutError, sync_playwright

FIELD, LIST = "#input-box", "#msg-container"
LOOK_MILLISECONDS = 15
MAX_TEXT, MAX_NOTES = 200_000, 20
OVER_THE_NET = ("http", "https", "ws", "wss")
BLANK = "about:blank"
ENTER = {"key": "Enter", "code": "Enter"}

LIST_TEXT = f"""(list) => {{
  const found = document.querySelector(list);
  return found ? found.innerText.slice(0, {MAX_TEXT}).replace(/\\s+/g, " ").trim() : null;
}}"""
CAN_TYPE = "(field) => { const found = document.querySelector(field); return !!found && !found.matches(':disabled'); }"
SIDE = """(list, text) => {
  const box = document.querySelector(list);
  if (box === null) return "";
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  let rect = null;
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const at = node.nodeValue.indexOf(text);
    if (at >= 0) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      rect = range.getBoundingClientRect();
    }
  }
  if (rect === null || rect.width === 0) return "";
  const around = box.getBoundingClientRect();
  const left = rect.left - around.left, right = around.right - rect.right;
  return Math.abs(left - right) < 2 ? "middle" : right < left ? "right" : "left";
}"""


class OpenPage:
    """A page of the browser. Looks at it from a world of its own, whose functions the page's script cannot replace."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialogs: list[str] = []
        self.errors: list[str] = []
        self.places: list[str] = []
        self._line: CDPSession = page.context.new_cdp_session(page)
        self._world: int | None = None
        page.on("dialog", self._dismiss)
        page.on("pageerror", lambda error: _note(self.errors, str(error)))
        page.on("request", lambda request: self._goes_to(request.url))
        page.on("websocket", lambda socket: self._goes_to(socket.url))
        page.on("framenavigated", lambda _: self._leave_world())

    def look(self, function: str, *arguments: Any) -> Any:
        """Call a JavaScript function in the page; gives what it returns."""
        if self._world is None:
            frame = self.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
            self._world = self.send("Page.createIsolatedWorld", frameId=frame)["executionContextId"]
        given = [{"value": argument} for argument in arguments]
        found = self.send(
            "Runtime.callFunctionOn",
            functionDeclaration=function,
            arguments=given,
            executionContextId=self._world,
            returnByValue=True,
        )
        return found["result"].get("value")

    def wait(self, is_so: Callable[[], bool], seconds: float) -> None:
        """Look again and again until it is so. Raises TimeoutError."""
        until = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > until:
                raise TimeoutError("never")
            self.page.wait_for_timeout(LOOK_MILLISECONDS)  # meanwhile events are handled

    def send(self, command: str, **values: Any) -> Any:
        """One command of the DevTools protocol."""
        return self._line.send(command, values)

    def _goes_to(self, url: str) -> None:
        place = urlsplit(url)
        outside = place.scheme in OVER_THE_NET and place.netloc != urlsplit(self.page.url).netloc
        if outside and self.page.url != BLANK and place.netloc not in self.places:
            _note(self.places, place.netloc)

    def _dismiss(self, dialog: Dialog) -> None:
        _note(self.dialogs, dialog.message)
        dialog.dismiss()

    def _leave_world(self) -> None:
        self._world = None


class Driver:
    """Each `do_...` is an order; `page` is the number of a page, `seconds` how long something may take."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.pages: list[OpenPage] = []
        self._opening = False
        context.on("page", self._close_stranger)

    def do_open(self, url: str, seconds: float) -> int:
        """A new page at this address; gives its number."""
        self._opening = True
        page = self.context.new_page()
        self._opening = False
        self.pages.append(OpenPage(page))
        page.goto(url, timeout=seconds * 1000, wait_until="domcontentloaded")
        return len(self.pages) - 1

    def do_close(self, page: int, seconds: float) -> None:
        """Close it."""
        self.pages[page].page.close()

    def do_can_type(self, page: int, seconds: float) -> None:
        """Wait until the field takes text."""
        self.pages[page].wait(lambda: bool(self.pages[page].look(CAN_TYPE, FIELD)), seconds)

    def do_write(self, page: int, text: str, seconds: float) -> None:
        """Put a text into the field, in place of what is there."""
        self.pages[page].page.fill(FIELD, text, timeout=seconds * 1000)

    def do_type(self, page: int, text: str, seconds: float) -> None:
        """Type on, behind what is in the field."""
        self.pages[page].page.locator(FIELD).press_sequentially(text, timeout=seconds * 1000)

    def do_enter(self, page: int, seconds: float) -> None:
        """Press Enter in the field."""
        self.pages[page].page.press(FIELD, "Enter", timeout=seconds * 1000)

    def do_compose(self, page: int, steps: list[str], seconds: float) -> None:
        """Compose a syllable, and press the Enter that ends the composition, as browsers report it."""
        one = self.pages[page]
        one.page.focus(FIELD, timeout=seconds * 1000)
        for text in steps:
            one.send("Input.imeSetComposition", text=text, selectionStart=len(text), selectionEnd=len(text))
        # 229: a key that the input method is dealing with (UI Events, section 7.3.1)
        one.send("Input.dispatchKeyEvent", type="rawKeyDown", windowsVirtualKeyCode=229, **ENTER)
        one.send("Input.insertText", text=steps[-1])
        one.send("Input.dispatchKeyEvent", type="keyUp", windowsVirtualKeyCode=13, **ENTER)

    def do_shows(self, page: int, text: str, seconds: float) -> None:
        """Wait until the list holds this text."""
        self.pages[page].wait(lambda: text in (self.do_list(page, seconds) or ""), seconds)

    def do_list(self, page: int, seconds: float) -> str | None:
        """The text of the list, or None where there is no list."""
        found: str | None = self.pages[page].look(LIST_TEXT, LIST)
        return found

    def do_side(self, page: int, text: str, seconds: float) -> str:
        """Where the last occurrence of this text stands in the list: left, right, middle; empty for nowhere."""
        return str(self.pages[page].look(SIDE, LIST, text))

    def do_dialogs(self, page: int, seconds: float) -> list[str]:
        """What `alert` and the like have said so far."""
        return self.pages[page].dialogs

    def do_places(self, page: int, seconds: float) -> list[str]:
        """The other hosts that the page has asked for so far, each once."""
        return self.pages[page].places

    def do_windows(self, seconds: float) -> list[str]:
        """The addresses of all windows that stand."""
        return [page.url for page in self.context.pages]

    def do_errors(self, page: int, seconds: float) -> list[str]:
        """What scripts of the page have raised so far."""
        return self.pages[page].errors

    def _close_stranger(self, page: Page) -> None:
        if not self._opening:
            page.close()


def main() -> None:
    """Start the browser that the first line names, and obey until the input ends."""
    given = json.loads(sys.stdin.readline())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=given["program"],
            args=given["arguments"],
            ignore_default_args=["--disable-popup-blocking"],
            chromium_sandbox=given["sandbox"],
        )
        context = browser.new_context(
            viewport={"width": 900, "height": 700}, locale="ko-KR", accept_downloads=False, service_workers="block"
        )
        driver = Driver(context)
        _say({"value": browser.version})
        for line in sys.stdin:
            _say(_obey(driver, json.loads(line)))
        browser.close()


def _obey(driver: Driver, order: dict[str, Any]) -> dict[str, Any]:
    do = order.pop("do")
    try:
        return {"value": getattr(driver, f"do_{do}")(**order)}
    except TimeoutError:
        return {"late": True}
    except Error as error:
        return {"gone": error.message.splitlines()[0]}


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _note(notes: list[str], text: str) -> None:
    if len(notes) < MAX_NOTES:
        notes.append(text[:500])


if __name__ == "__main__":
    main()
