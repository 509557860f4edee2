"""A study judges what is saved and what is asked for, and tells everybody."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import pytest

from shared import progress
from shared.checking.ground import Ground
from shared.lessons import find
from shared.messages import checking as words
from shared.messages.report import WAIT, next_step
from shared.watching import Change, Judged, Judging, SoFar, Study, Subscription, Trouble
from tests import tiny_project
from tests.needs import needs_chromium

from .conftest import app, save, until, verdict

SLUG = tiny_project.SLUG


def test_a_save_is_judged_and_the_verdict_says_what_changed(study: Study, events: Subscription, project: Path) -> None:
    study.judge(SLUG)
    first = verdict(events)
    assert first.asked and first.first_passes == (3,)
    assert first.changes == (Change(1, None, "fail"), Change(2, None, "fail"), Change(3, None, "pass"))
    save(project, tiny_project.FIRST_DONE)
    seen = until(events, lambda event: isinstance(event, Judged))
    assert seen[0] == Judging(SLUG)
    judged = seen[-1]
    assert isinstance(judged, Judged) and not judged.asked
    assert (judged.changes, judged.first_passes) == ((Change(1, "fail", "pass"),), (1,))
    stored = progress.last(find("1", project))
    assert stored is not None and stored.steps == judged.verdict.steps and study.verdict(SLUG) == stored
    assert study.standings()[0].passed == 2


def test_what_changed_is_told_across_two_studies(project: Path) -> None:
    for text, changes in ((tiny_project.FIRST_DONE, 3), (tiny_project.SOLUTION, 1)):
        save(project, text)
        with Study(project) as study, study.subscribe() as events:
            study.judge(SLUG)
            assert len(verdict(events).changes) == changes


def test_a_burst_of_saves_ends_with_the_last_state(study: Study, events: Subscription, project: Path) -> None:
    study.judge(SLUG)
    verdict(events)
    for number in range(20):
        save(project, tiny_project.STARTER + f"# {number}\n")
    save(project, tiny_project.SOLUTION)
    seen = until(events, lambda event: isinstance(event, Judged) and event.verdict.outcome == "pass")
    # One, unless the machine was so busy that the burst took longer than the quiet that ends it.
    assert sum(isinstance(event, Judged) for event in seen) <= 3
    assert events.get(timeout=0.5) is None


def test_saves_during_a_judgement_give_one_more(study: Study, events: Subscription, project: Path) -> None:
    gate = project / "gate"
    check = project / "checks" / f"{SLUG}.py"
    waiting = f"    while not Path({str(gate)!r}).exists():\n        time.sleep(0.01)\n"
    tiny_project.replace(check, "from shared", "import time\nfrom pathlib import Path\n\nfrom shared")
    tiny_project.replace(check, '    http.get("/").shows', waiting + '    http.get("/").shows')
    study.judge(SLUG)
    until(events, lambda event: isinstance(event, Judging))
    for number in range(5):
        save(project, tiny_project.STARTER + f"# {number}\n")
        time.sleep(0.1)  # each of them is a save of its own
    study.judge(SLUG)
    save(project, tiny_project.SOLUTION)
    time.sleep(0.3)
    gate.touch()
    assert verdict(events).verdict.outcome == "fail"
    last = verdict(events)
    assert last.verdict.outcome == "pass" and last.asked
    assert events.get(timeout=0.5) is None


@needs_chromium
def test_what_is_known_before_a_browser_starts_is_told_at_once(
    study: Study, events: Subscription, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ground, "_lay_local_copies", lambda _: True)  # a page that needs none
    check = project / "checks" / f"{SLUG}.py"
    tiny_project.replace(check, "def says_bye(http):", "def says_bye(browser):")
    tiny_project.replace(check, 'http.get("/bye").shows("Bye")', "browser.open()")
    study.judge(SLUG)
    seen = until(events, lambda event: isinstance(event, Judged))
    assert [type(event) for event in seen] == [Judging, SoFar, Judged]
    _, known, judged = seen
    assert isinstance(known, SoFar) and known.asked and isinstance(judged, Judged)
    assert [step.status for step in known.verdict.steps] == ["fail", "skipped", "skipped"]
    assert known.verdict.steps[1].message == words.SKIPPED_NOT_YET
    passing = tuple(replace(step, status="pass") for step in known.verdict.steps[:1])
    waiting = replace(known.verdict, steps=passing + known.verdict.steps[1:])
    assert next_step(known.verdict, None).startswith("다음 할 일: 과제 1 고치기")
    assert next_step(waiting, None) == WAIT != next_step(judged.verdict, None)
    assert [step.status for step in judged.verdict.steps] == ["fail", "pass", "pass"]
    assert judged.changes == (Change(1, None, "fail"), Change(2, None, "pass"), Change(3, None, "pass"))


def test_what_is_no_answer_is_not_judged(study: Study, events: Subscription, project: Path) -> None:
    study.judge(SLUG)
    verdict(events)
    names = ("README.md", "hints.md", "data.sqlite3", "__pycache__/app.pyc", "uploads/a.txt", "._app.py", ".vscode/x")
    time.sleep(0.6)  # what comes sooner may be taken for an echo of a save
    for name in names:
        tiny_project.write(app(project).parent / name, "x")
        (app(project).parent / "4913").write_bytes(b"")  # an editor tries whether it may write here
        (app(project).parent / "4913").unlink()
    assert events.get(timeout=0.5) is None


def test_a_file_that_was_saved_unchanged_is_judged_again(study: Study, events: Subscription, project: Path) -> None:
    study.judge(SLUG)
    verdict(events)
    time.sleep(0.6)
    save(project, tiny_project.STARTER)
    assert verdict(events).changes == ()


def test_everybody_is_told_until_they_leave(study: Study, events: Subscription) -> None:
    own: SimpleQueue[object] = SimpleQueue()
    other = study.subscribe()
    study.subscribe(own)
    other.close()
    study.judge(SLUG)
    verdict(events)
    assert list(other) == []
    assert [type(own.get(timeout=5)) for _ in range(2)] == [Judging, Judged]


def test_a_closed_study_wakes_whoever_waits(project: Path) -> None:
    study = Study(project)
    events = study.subscribe()
    study.close()
    study.close()
    assert list(events) == [] and events.get(timeout=5) is None


def test_a_fault_of_ours_is_told_and_the_next_judgement_goes_on(
    study: Study, events: Subscription, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    with monkeypatch.context() as patched:
        patched.setattr("shared.checking.session.judge_path", broken)
        study.judge(SLUG)
        trouble = until(events, lambda event: isinstance(event, Trouble))[-1]
    assert isinstance(trouble, Trouble) and trouble.slug == SLUG
    assert "여러분의 코드 때문이 아닙니다" in trouble.sentence and "broken" in trouble.sentence
    study.judge(SLUG)
    assert verdict(events).verdict.outcome == "fail"


def test_a_history_that_cannot_be_kept_is_told_once_and_stops_nobody(project: Path) -> None:
    progress.notices.forget()
    (project / ".workbook").write_text("in the way", encoding="utf-8")
    with Study(project) as study, study.subscribe() as events:
        study.judge(SLUG)
        seen = until(events, lambda event: isinstance(event, Judged))
        save(project, tiny_project.SOLUTION)
        seen += until(events, lambda event: isinstance(event, Judged))
    troubles = [event for event in seen if isinstance(event, Trouble)]
    assert len(troubles) == 1 and "기억하지 못했습니다" in troubles[0].sentence
    last = seen[-1]
    assert isinstance(last, Judged) and [change.task for change in last.changes] == [1, 2]


@pytest.mark.parametrize("code", ["while True: pass\n", "import time\ntime.sleep(60)\n"])
def test_a_submission_that_hangs_does_not_keep_a_study_from_closing(project: Path, code: str) -> None:
    save(project, code)
    study = Study(project)
    with study.subscribe() as events:
        study.judge(SLUG)
        until(events, lambda event: isinstance(event, Judging))
        time.sleep(0.5)  # it runs by now
        began = time.monotonic()
        study.close()
        assert time.monotonic() - began < 4  # the limit of a step is 5
        assert list(events) == []
    assert progress.last(find("1", project)) is None


def test_a_lesson_that_is_not_there_is_nobodys_trouble(study: Study, events: Subscription) -> None:
    study.judge("77_nothing")
    study.judge(SLUG)
    assert verdict(events).slug == SLUG
    assert study.verdict("77_nothing") is None
