"""SQL from outside: on a fresh database in memory, or on a file that the learner's program has written.

All of it runs in the worker, in a process that holds nothing of the submission.
"""

from __future__ import annotations

from typing import Any

from shared.messages import sql as words
from shared.probes.deadline import Deadline
from shared.probes.mismatch import Mismatch
from shared.probes.parsing import value_of
from shared.sql.running import TOO_LARGE, TOO_SLOW, Parameters, Result
from shared.worker.runs import Run
from shared.worker.worker import Job


class Sql:
    """Runs statements on a fresh database in memory."""

    file: str | None = None

    def __init__(self, job: Job, deadline: Deadline) -> None:
        self._job = job
        self._deadline = deadline
        self._run: Run | None = None

    def run(
        self,
        sql: str,
        parameters: Parameters = (),
        *,
        setup: str = "",
        then: tuple[str, ...] = (),
        seconds: float = 2.0,
    ) -> list[Result]:
        """Run `setup`, then `sql` under guard, then each of `then`; gives the results of `sql` and of `then`."""
        if self._run is None:
            self._run = self._job.sql()
        more = {"setup": setup, "then": then, "seconds": seconds}
        question = {"ask": "sql", "database": self.file, "sql": sql, "parameters": repr(parameters), **more}
        answer = self._run.query(question, self._deadline.left())
        if answer is None:
            raise Mismatch(words.NO_ANSWER.format(seconds=self._deadline.seconds), did=sql, kind="timeout")
        if "broken" in answer:
            sentence = words.NO_DATABASE if "FileNotFound" in answer["broken"] else words.BROKEN_DATABASE
            raise Mismatch(sentence.format(file=self.file, error=answer["broken"]), did=sql)
        return [_result(data) for data in answer["results"]]


class Database(Sql):
    """One database file in the submission's folder. `run` runs on this file, and changes stay."""

    def __init__(self, job: Job, deadline: Deadline, file: str = "student.sqlite3") -> None:
        super().__init__(job, deadline)
        self.file: str = file

    def at(self, file: str) -> Database:
        """Another file."""
        return Database(self._job, self._deadline, file)

    def rows(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """Rows of a query, or an empty list for a statement without any.

        Raises:
            Mismatch: there is no such file, or SQLite refuses.
        """
        result = self.run(sql, parameters)[0]
        if result.error is not None:
            raise Mismatch(words.BROKEN_DATABASE.format(file=self.file, error=result.error), did=sql)
        return list(result.rows)


def refusal(result: Result, seconds: float) -> str | None:
    """Why a guarded statement was not allowed to go on, or None."""
    if result.refused is None:
        return None
    if result.refused == TOO_SLOW:
        return words.TOO_SLOW.format(seconds=seconds)
    if result.refused == TOO_LARGE:
        return words.TOO_LARGE
    return words.REFUSED.format(what=result.refused)


def _result(data: dict[str, Any]) -> Result:
    rows = value_of(data["rows"])
    return Result(
        columns=tuple(data["columns"]),
        rows=tuple(rows),
        changed=data["changed"],
        cut=data["cut"],
        error=data["sql_error"],
        error_type=data["error_type"],
        refused=data["refused"],
    )
