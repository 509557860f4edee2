"""Judging one submission: every step in its order, from a process that never imports the submission."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace

from shared.checking import diagnosis
from shared.checking.check import Check
from shared.checking.evidence import Evidence
from shared.checking.ground import Ground, Part
from shared.checking.steps import BROWSER, Step
from shared.messages import checking as words
from shared.probes.deadline import Deadline
from shared.probes.loaded import LoadError
from shared.probes.mismatch import Mismatch, Skip
from shared.verdict import StepResult, Verdict
from shared.worker.hosts import WorkerUnavailable
from shared.worker.worker import Worker


def judge(
    check: Check,
    files: Mapping[str, bytes],
    *,
    worker: Worker,
    seed: int,
    until_first_failure: bool = False,
    so_far: Callable[[Verdict], None] | None = None,
) -> Verdict:
    """The verdict on `files` (a whole submission: handed in over starter).

    `until_first_failure`: for somebody who only wants to know whether all pass; later tasks are left out.
    `so_far`: gets what is known before a browser is started, which takes seconds; what is not known yet is skipped.
    """
    began = time.monotonic()
    steps = sorted(check.steps, key=lambda step: step.task)

    def verdict(results: list[StepResult], output: str = "", notes: tuple[str, ...] = ()) -> Verdict:
        seconds = time.monotonic() - began
        return Verdict(check.file.stem, seed, tuple(results), seconds, walls=worker.walls, output=output, notes=notes)

    try:
        with worker.open(check.file.stem, files) as job:
            ground = Ground(job, check, files)
            judgement = _Judgement(check, ground, worker, seed)
            if so_far is not None:
                ground.before_browser = lambda: so_far(verdict(judgement.so_far(steps)))
            results = judgement.results(steps, until_first_failure)
    except WorkerUnavailable as error:
        return verdict([_unjudged(step, words.UNJUDGED_WORKER.format(detail=error)) for step in steps])
    notes = (words.OUTPUT_CUT.format(bytes=job.output_cut),) if job.output_cut else ()
    return verdict(results, job.output, notes)


def refused(check: Check, sentence: str, *, seed: int) -> Verdict:
    """The verdict on something that could not even be read as a submission."""
    steps = sorted(check.steps, key=lambda step: step.task)
    return Verdict(check.file.stem, seed, tuple(_unjudged(step, sentence) for step in steps))


class _Judgement:
    def __init__(self, check: Check, ground: Ground, worker: Worker, seed: int) -> None:
        self.check = check
        self.ground = ground
        self.limits = worker.limits
        self.seed = seed
        self.whole = Deadline(worker.limits.submission_seconds)
        self.done: dict[int, StepResult] = {}

    def so_far(self, steps: list[Step]) -> list[StepResult]:
        """The results there are, and in place of the others that they will come."""
        return [self.done.get(step.task) or _skipped(step, words.SKIPPED_NOT_YET) for step in steps]

    def results(self, steps: list[Step], until_first_failure: bool) -> list[StepResult]:
        self.ground.wait_until_loaded(self.limits.step_seconds)
        blamed = {name: self._blamed(name, part, steps) for name, part in self.ground.parts.items()}
        for step in _in_order(steps):
            began = time.monotonic()
            result = self._judged(step, blamed)
            self.done[step.task] = replace(result, seconds=round(time.monotonic() - began, 4))
            if until_first_failure and result.status == "fail":
                break
        return [self.done[step.task] for step in steps if step.task in self.done]

    def _blamed(self, name: str, part: Part, steps: list[Step]) -> Step | None:
        """The task under which a failure to load is shown: the one that knows this mistake, else the first."""
        if part.load_error is None:
            return None
        needing = [step for step in steps if name in step.parts]
        evidence = self._load_evidence(part.load_error)
        return next((step for step in needing if self._claims(step, evidence)), needing[0] if needing else None)

    def _claims(self, step: Step, evidence: Mapping[str, object]) -> bool:
        try:
            return self._known(step, evidence) is not None
        except Exception:  # shown under its own task, as a fault of the check
            return True

    def _load_evidence(self, failure: LoadError) -> dict[str, object]:
        source, files = self.ground.source, self.ground.files
        return {"load_error": failure, "error": failure.error, "source": source, "files": files}

    def _known(self, step: Step, evidence: Mapping[str, object]) -> tuple[str, str] | None:
        found = next((mistake for mistake in step.mistakes if mistake.matches(evidence)), None)
        return (found.id, found.message) if found else None

    def _judged(self, step: Step, blamed: Mapping[str, Step | None]) -> StepResult:
        try:
            return self._result(step, blamed)
        except WorkerUnavailable as error:
            return _unjudged(step, words.UNJUDGED_WORKER.format(detail=error))
        except Exception:  # a fault in the check itself is ours, and is shown as ours
            return _unjudged(step, words.UNJUDGED_CHECK.format(detail=traceback.format_exc()))

    def _result(self, step: Step, blamed: Mapping[str, Step | None]) -> StepResult:
        broken = [(name, self.ground.parts[name]) for name in step.parts if self.ground.parts[name].load_error]
        for name, part in broken:
            if blamed[name] is step and part.load_error is not None:
                return self._failed_to_load(step, part, part.load_error)
        missing = [task for task in step.rests_on if self.done[task].status != "pass"]
        if missing:
            tasks = ", ".join(str(task) for task in missing)
            return _skipped(step, words.SKIPPED_RESTS_ON.format(tasks=tasks))
        for name, part in broken:
            first = blamed[name]
            if first is not None:
                return _skipped(step, words.SKIPPED_NO_APP.format(file=part.file, task=first.task))
        if self.whole.over():
            return _skipped(step, words.SKIPPED_NO_TIME.format(seconds=self.whole.seconds))
        return self._asked(step)

    def _asked(self, step: Step) -> StepResult:
        seconds = step.seconds or self.limits.step_seconds
        # A browser is this machine's own, and slow where the machine is: that is not taken off the submission's time.
        deadline = Deadline(seconds if BROWSER in step.needs else min(seconds, self.whole.left()))
        evidence = Evidence(self.ground, step.task, self.seed, deadline)
        try:
            step.function(**evidence.probes(step.needs))
        except Mismatch as failure:
            return self._failed(step, failure, evidence)
        except Skip as skip:
            return replace(_skipped(step, skip.reason), counted=skip.counted)
        finally:
            evidence.end()
        return StepResult(step.task, step.title, "pass")

    def _failed(self, step: Step, failure: Mismatch, evidence: Evidence) -> StepResult:
        sentence, where = diagnosis.of_mismatch(failure, evidence, self.limits)
        error = diagnosis.error_of(failure, evidence)
        facts = evidence.for_mistakes()
        known = self._known(
            step, {**facts, "failure": failure, "reply": failure.reply or facts["reply"], "error": error}
        )
        return StepResult(
            task=step.task,
            title=step.title,
            status="fail",
            mistake=known[0] if known else None,
            message=known[1] if known else sentence,
            expected=failure.expected,
            got=failure.got,
            exchange=failure.exchange,
            where=where,
            reread=step.reread,
            did=failure.did or (failure.reply.did if failure.reply else None),
            error=error,
            timeline=failure.timeline or evidence.timeline(),
        )

    def _failed_to_load(self, step: Step, part: Part, failure: LoadError) -> StepResult:
        known = self._known(step, self._load_evidence(failure))
        return StepResult(
            task=step.task,
            title=step.title,
            status="fail",
            mistake=known[0] if known else None,
            message=known[1] if known else diagnosis.of_load_error(failure, part.file, self.limits),
            expected=words.LOAD_EXPECTED.format(file=part.file),
            got=str(failure.error) if failure.kind == "error" and failure.error else None,
            where=failure.where,
            reread=step.reread,
            did=words.LOADED_FILE.format(file=part.file),
            error=failure.error if failure.kind == "error" else None,
        )


def _in_order(steps: list[Step]) -> list[Step]:
    """By number, but each step behind those that it rests on."""
    ordered: list[Step] = []
    waiting = list(steps)
    while waiting:
        known = {step.task for step in ordered}
        step = next((step for step in waiting if known.issuperset(step.rests_on)), waiting[0])
        waiting.remove(step)
        ordered.append(step)
    return ordered


def _skipped(step: Step, message: str) -> StepResult:
    return StepResult(step.task, step.title, "skipped", message=message)


def _unjudged(step: Step, message: str) -> StepResult:
    return StepResult(step.task, step.title, "unjudged", message=message)
