"""Lesson 10's solution against requests that schemathesis makes up from the lesson's openapi.yaml, over real HTTP."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
import schemathesis
from hypothesis import settings
from schemathesis.config import SchemathesisConfig

from shared.lessons import find
from shared.server import serve

LESSON = find("10_url_design")

# A PUT whose body names another id than its path is refused with 400. OpenAPI has no words for "the same as".
CONFIG = SchemathesisConfig.from_dict(
    {
        "operations": [
            {"include-operation-id": "replace_student", "checks": {"positive_data_acceptance": {"enabled": False}}}
        ]
    }
)

schema = schemathesis.openapi.from_path(LESSON.solution / "openapi.yaml", config=CONFIG)


@pytest.fixture(scope="module")
def students() -> Iterator[ModuleType]:
    """The solution's `students` module. Other lessons have files of the same names, so these are forgotten again."""
    names = ("app", "students")
    kept = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    sys.path.insert(0, str(LESSON.solution))
    try:
        yield importlib.import_module("students")
    finally:
        sys.path.remove(str(LESSON.solution))
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(kept)


@pytest.fixture(scope="module")
def url(students: ModuleType) -> Iterator[str]:
    """The address of the running solution."""
    with serve(importlib.import_module("app").app) as server:
        yield server.url


@schema.parametrize()
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_every_operation_keeps_what_the_file_promises(case: schemathesis.Case, url: str) -> None:
    """Valid requests are taken, broken ones refused, and every answer is one that the file describes."""
    case.call_and_validate(base_url=url)


def test_requests_that_build_on_one_another_keep_it_too(students: ModuleType, url: str) -> None:
    """A student who was added can be shown, replaced, listed and removed, and is gone afterwards."""
    at_first = dict(students.STUDENTS)

    class Visitor(schema.as_state_machine()):  # type: ignore[misc]
        def setup(self) -> None:
            # the same requests must have the same answers when hypothesis repeats them
            students.STUDENTS.clear()
            students.STUDENTS.update(at_first)

        def get_call_kwargs(self, case: schemathesis.Case) -> dict[str, object]:
            return {"base_url": url}

    few = settings(max_examples=30, stateful_step_count=8, deadline=None, derandomize=True, database=None)
    Visitor.run(settings=few)


def test_learners_get_the_same_file() -> None:
    """The lesson and the solution carry one and the same description."""
    of_learner, of_solution = (folder / "openapi.yaml" for folder in (LESSON.folder, LESSON.solution))
    assert of_learner.read_bytes() == of_solution.read_bytes()
