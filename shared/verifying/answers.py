"""Whether the starter runs and passes nothing that asks for work, and whether the solution passes everything."""

from __future__ import annotations

from collections.abc import Iterator

from shared.checking import Check
from shared.checking.session import judge_path, new_seed
from shared.lessons import Lesson
from shared.messages import report as report_words
from shared.messages import verifying as words
from shared.submission import Refused, read
from shared.verdict import StepResult
from shared.verifying.finding import Finding
from shared.worker.runs import python_error
from shared.worker.worker import Worker

START_SECONDS = 15.0


def verify_answers(lesson: Lesson, check: Check, idle: set[int], worker: Worker) -> Iterator[Finding]:
    """Judge both. `idle` are the tasks that ask for no work."""
    yield from _starter_runs(lesson, check, worker)
    seed = new_seed()
    starter = judge_path(check, lesson.folder, worker=worker, seed=seed, walls_wanted=False)
    for step in starter.steps:
        if step.status == "unjudged":
            yield Finding(lesson.check, _line(check, step), words.unjudged(step.task, _last_line(step.message)))
        elif step.status == "pass" and step.task not in idle:
            yield Finding(lesson.check, _line(check, step), words.starter_passes(step.task, seed))
    if not lesson.solution.is_dir():
        return
    solution = judge_path(check, lesson.solution, worker=worker, seed=seed, walls_wanted=False)
    for step in solution.steps:
        if step.status == "unjudged":
            yield Finding(lesson.check, _line(check, step), words.unjudged(step.task, _last_line(step.message)))
        elif step.status != "pass" and step.counted:
            message = step.message or f"{report_words.EXPECTED}: {step.expected} / {report_words.GOT}: {step.got}"
            status = report_words.STATUS[step.status]
            file, line = (step.where.file, step.where.line or 1) if step.where else (check.app or check.client, 1)
            failure = words.solution_fails(step.task, status, message, seed)
            yield Finding(lesson.solution / file, line, failure)


def _starter_runs(lesson: Lesson, check: Check, worker: Worker) -> Iterator[Finding]:
    """`python app.py` ends without an error, or serves."""
    name = check.app or check.client
    try:
        files = read(lesson.folder, lesson).overlay(lesson)
    except Refused as refused:
        yield Finding(lesson.folder, 1, words.starter_fails(refused.message))
        return
    if name not in files:
        return
    with worker.open(lesson.slug, files) as job:
        run = job.program(name, {})
        said = run.wait_for(lambda report: report.get("event") in ("listening", "ended"), START_SECONDS)
    place = lesson.folder / name
    if said is None:
        yield Finding(place, 1, words.STARTER_HANGS)
    elif said["event"] == "ended" and (said.get("error") or said.get("code")):
        error = python_error(said.get("error"))
        line = error.where.line if error.where and error.where.line and error.where.file == name else 1
        yield Finding(place, line, words.starter_fails(str(error)))


def _last_line(message: str | None) -> str:
    lines = (message or report_words.UNKNOWN_CAUSE).strip().splitlines()
    return lines[-1]  # of a traceback, what it says


def _line(check: Check, result: StepResult) -> int:
    step = next(step for step in check.steps if step.task == result.task)
    return step.function.__code__.co_firstlineno
