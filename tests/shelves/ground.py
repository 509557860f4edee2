"""What a lesson needs from this computer whose check opens a browser: import `browser_ground` and the fixtures of npm.

Without a browser the tasks it judges would be skipped, and the answers that must fail them would not: such tests are
skipped with the reason, and fail in CI.
"""

from __future__ import annotations

import pytest

from shared.checking.session import load_check
from shared.lessons import Lesson
from shared.probes.browser_program import can_be_driven, find
from tests.needs import IN_CI
from tests.npm import client, laid_client, package

__all__ = ["browser_ground", "client", "laid_client", "package"]


@pytest.fixture(autouse=True)
def browser_ground(request: pytest.FixtureRequest) -> None:
    """Lay the client script and look for a browser, where the lesson of this test needs them."""
    given = getattr(request.node, "callspec", None)
    lesson = next((found for value in (given.params if given else {}).values() if (found := _lesson(value))), None)
    if lesson is None or not any("browser" in step.needs for step in load_check(lesson).steps):
        return
    if not IN_CI and not (find() and can_be_driven()):
        pytest.skip("no Chromium, Chrome or Edge was found, or playwright is not installed")
    request.getfixturevalue("laid_client")


def _lesson(value: object) -> Lesson | None:
    found = getattr(value, "lesson", value)
    return found if isinstance(found, Lesson) else None
