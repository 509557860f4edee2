"""A check: the tasks of one lesson as functions that an instructor can read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from shared.checking.steps import Function, KnownMistakes, Step

if TYPE_CHECKING:
    from shared.lessons import Lesson


class Check:
    """The steps of one lesson's check, found by the name of the check's file.

    `app` is the learner's file that holds the server (None where the lesson has none); `mounts` are prefixes under
    which the app is served as well. `client` is the learner's file whose functions are called, and `server` the file
    of the solution that they talk to.
    """

    def __init__(
        self,
        file: str | Path,
        *,
        app: str | None = "app.py",
        mounts: tuple[str, ...] = (),
        client: str = "client.py",
        server: str = "server.py",
    ) -> None:
        self.file = Path(file).resolve()
        self.app = app
        self.mounts = mounts
        self.client = client
        self.server = server
        self.steps: list[Step] = []

    @property
    def folder(self) -> Path:
        """The learner's own folder of the lesson, known without reading the lesson."""
        return self.file.parents[1] / "lessons" / self.file.stem

    @property
    def lesson(self) -> Lesson:
        """The lesson that this check belongs to."""
        from shared.lessons import of_check

        return of_check(self.file)

    def task(
        self, number: int, *, reread: str | None = None, rests_on: tuple[int, ...] = (), seconds: float | None = None
    ) -> Callable[[Function], Step]:
        """Declare the step of one task. The decorated function's parameters name the probes it wants.

        `reread` is a heading of the lesson's text. The step is skipped unless the tasks in `rests_on` have passed.
        `seconds` is a time limit of its own, for a step that has to wait for something.

        Raises:
            ValueError: the task has a step already.
        """

        def add(function: Function) -> Step:
            if any(step.task == number for step in self.steps):
                raise ValueError(f"task {number} has two steps")
            step = Step(number, function, reread, rests_on, seconds)
            self.steps.append(step)
            return step

        return add

    def know(self, known: KnownMistakes) -> None:
        """Add mistakes to the tasks that they name.

        Raises:
            KeyError: one names a task that has no step.
        """
        steps = {step.task: step for step in self.steps}
        for tasks, mistake in known.mistakes:
            for task in tasks:
                steps[task].mistakes.append(mistake)

    def main(self) -> None:
        """Run as a script: judge what the command line names, show the verdict, exit with 0, 1 or 2."""
        from shared.checking.script import main

        raise SystemExit(main(self))
