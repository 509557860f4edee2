"""Each hostile answer gets the honest verdict in bounded time, and the next, correct one passes in the same worker."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from shared.checking.check import Check
from shared.report import terminal
from shared.verdict import from_json, to_json
from shared.worker.worker import Worker
from tests.hostile import judged
from tests.hostile.cases import CASES
from tests.hostile.judged import ALL, ANSWERS, RIGHT, ROOMY, SLACK_SECONDS
from tests.needs import needs_bubblewrap

pytestmark = needs_bubblewrap

SEED = 918273


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[int, list[str]]]:
    """A server on the loopback outside the walls, and what was said to it."""
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as sock:

        def accept() -> None:
            while True:
                try:
                    line, _ = sock.accept()
                except OSError:
                    return
                said.append("somebody came")
                line.close()

        threading.Thread(target=accept, daemon=True).start()
        yield sock.getsockname()[1], said
        sock.shutdown(socket.SHUT_RDWR)


def test_every_answer_has_a_case() -> None:
    assert sorted(CASES) == sorted(folder.name for folder in ANSWERS.iterdir())


@pytest.mark.parametrize("name", CASES)
def test_honest_verdict(name: str, check: Check, worker: Worker, listener: tuple[int, list[str]]) -> None:
    case = CASES[name]
    port, said = listener
    host, held = judged.host_pid(worker), judged.open_files(judged.host_pid(worker))
    files = judged.answer(name) | {"port.txt": str(port).encode(), "seed.txt": str(SEED)[::-1].encode()}

    found = judged.judge(check, worker, files, case.limits, SEED)

    assert case.passes <= found.passed <= case.passes | case.some_pass, found.words
    assert not [step for step in found.verdict.steps if step.status == "unjudged"], found.words
    assert found.verdict.outcome == ("pass" if found.passed == ALL else "fail")
    assert case.says in found.words
    assert not case.silent_about or case.silent_about not in found.words
    assert found.seconds < case.limits.submission_seconds + case.limits.step_seconds + SLACK_SECONDS
    assert said == []
    assert judged.processes_inside(worker) == [host]
    assert judged.open_files(host) == held
    assert list(worker._host.scratch.iterdir()) == []  # type: ignore[union-attr]
    written = to_json(found.verdict)
    written.encode("utf-8")
    assert to_json(from_json(written)) == written
    shown = terminal.render(found.verdict, lesson_title="04", colour=False, width=80)
    shown.encode("utf-8")
    assert "\x1b" not in shown

    after = judged.judge(check, worker, {"app.py": RIGHT}, ROOMY)
    assert after.passed == ALL, after.words
    assert after.verdict.output == ""
