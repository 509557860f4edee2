"""Drives the browser in a process of its own, so that whatever a page does can be ended.

Orders come as lines of JSON on standard input, answers leave as lines of JSON: `{"value": ...}`, or `{"late": true}` where
something has not come true in time, or `{"gone": "..."}` where the page or the browser is lost.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from playwright.sync_api import BrowserContext, Dialog, Error, Page, TimeoutError, sync_playwright

FIELD, LIST = "#input-box", "#msg-container"

LIST_TEXT = """(list) => {
  const found = document.querySelector(list);
  return found ? found.textContent.replace(/\\s+/g, " ").trim() : null;
}"""
SHOWS = f"([list, text]) => (({LIST_TEXT})(list) ?? '').includes(text)"
CAN_TYPE = "(field) => { const found = document.querySelector(field); return !!found && !found.matches(':disabled'); }"
SIDE = """([list, text]) => {
  const box = document.querySelector(list);
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
  if (rect === null) return "";
  const around = box.getBoundingClientRect();
  const left = rect.left - around.left, right = around.right - rect.right;
  return Math.abs(left - right) < 2 ? "middle" : right < left ? "right" : "left";
}"""


class Driver:
    """The pages that were opened, by number."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.pages: list[Page] = []
        self.dialogs: list[list[str]] = []
        self.errors: list[list[str]] = []
        context.on("page", self._close_stranger)

    def do_open(self, url: str, seconds: float) -> int:
        """A new page at this address; gives its number."""
        dialogs: list[str] = []
        errors: list[str] = []
        self.dialogs.append(dialogs)
        self.errors.append(errors)
        self.opening = True
        page = self.context.new_page()
        self.opening = False
        self.pages.append(page)

        def dismiss(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(url, timeout=seconds * 1000, wait_until="domcontentloaded")
        return len(self.pages) - 1

    def do_close(self, page: int, seconds: float) -> None:
        """Close it."""
        self.pages[page].close()

    def do_can_type(self, page: int, seconds: float) -> None:
        """Wait until the field takes text."""
        self.pages[page].wait_for_function(CAN_TYPE, arg=FIELD, timeout=seconds * 1000)

    def do_write(self, page: int, text: str, seconds: float) -> None:
        """Put a text into the field, in place of what is there."""
        self.pages[page].fill(FIELD, text, timeout=seconds * 1000)

    def do_type(self, page: int, text: str, seconds: float) -> None:
        """Type on, behind what is in the field."""
        self.pages[page].locator(FIELD).press_sequentially(text, timeout=seconds * 1000)

    def do_enter(self, page: int, seconds: float) -> None:
        """Press Enter in the field."""
        self.pages[page].press(FIELD, "Enter", timeout=seconds * 1000)

    def do_compose(self, page: int, steps: list[str], seconds: float) -> None:
        """Compose a syllable, and press the Enter that ends the composition, as browsers report it."""
        self.pages[page].focus(FIELD, timeout=seconds * 1000)
        line = self.context.new_cdp_session(self.pages[page])
        for text in steps:
            line.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        enter = {"key": "Enter", "code": "Enter"}
        # 229: a key that the input method is dealing with (UI Events, section 7.3.1)
        line.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, **enter})
        line.send("Input.insertText", {"text": steps[-1]})
        line.send("Input.dispatchKeyEvent", {"type": "keyUp", "windowsVirtualKeyCode": 13, **enter})
        line.detach()

    def do_shows(self, page: int, text: str, seconds: float) -> None:
        """Wait until the list holds this text."""
        self.pages[page].wait_for_function(SHOWS, arg=[LIST, text], timeout=seconds * 1000)

    def do_list(self, page: int, seconds: float) -> str | None:
        """The text of the list, or None where there is no list."""
        found: str | None = self.pages[page].evaluate(LIST_TEXT, LIST)
        return found

    def do_side(self, page: int, text: str, seconds: float) -> str:
        """Where the last occurrence of this text stands in the list: left, right, middle; empty for nowhere."""
        return str(self.pages[page].evaluate(SIDE, [LIST, text]))

    def do_dialogs(self, page: int, seconds: float) -> list[str]:
        """The messages of all `alert` and the like so far."""
        return self.dialogs[page]

    def do_errors(self, page: int, seconds: float) -> list[str]:
        """What scripts of the page have raised so far."""
        return self.errors[page]

    opening = False

    def _close_stranger(self, page: Page) -> None:
        if not self.opening:
            page.close()


def main() -> None:
    """Start the browser that the first line names, and obey until the input ends."""
    given = json.loads(sys.stdin.readline())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=given["program"], args=given["arguments"], chromium_sandbox=given["sandbox"]
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


if __name__ == "__main__":
    main()
