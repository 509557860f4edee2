"""A tiny lesson, made for each test, and judged in process by a warm worker."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.checking.check import Check
from shared.checking.session import judge_path
from shared.verdict import StepResult, Verdict
from shared.worker.limits import Limits
from shared.worker.worker import Worker

README = """# 90. 시험용 레슨

## 과제

### 과제 1. 인사하기

### 과제 2. 이름 부르기

### 과제 3. 더하기
"""
STARTER = "from flask import Flask\n\napp = Flask(__name__)\n"
SOLUTION = """from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    return "안녕"


@app.get("/hi/<name>")
def hi(name):
    return f"안녕 {name}"


@app.get("/sum/<int:a>/<int:b>")
def add(a, b):
    return str(a + b)
"""
CHECK = '''"""90 시험용 레슨"""

from shared.checking import Check
from shared.probes import Mismatch

check = Check(__file__)


@check.task(1, reread="과제")
def greets(http):
    """`/`는 `안녕`이라고 답합니다."""
    http.get("/").shows("안녕")


@check.task(2)
def greets_by_name(http, fresh):
    """`/hi/<name>`은 이름을 부릅니다."""
    name = fresh.word()
    http.get(f"/hi/{name}").shows(f"안녕 {name}")


@check.task(3)
def adds(http, fresh):
    """`/sum/<a>/<b>`는 더합니다."""
    a, b = fresh.integer(1, 99), fresh.integer(1, 99)
    http.get(f"/sum/{a}/{b}").shows(str(a + b))
'''

LIMITS = Limits(step_seconds=1.5, submission_seconds=5, memory=128 * 1024 * 1024)

Judge = Callable[..., Verdict]


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    with Worker(walled=True, limits=LIMITS) as worker:
        yield worker


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Check]:
    """Write the lesson's files and load its check."""

    def make(check: str = CHECK, files: dict[str, str] | None = None) -> Check:
        texts = {
            "lessons/90_tiny/README.md": README,
            "lessons/90_tiny/app.py": STARTER,
            "solutions/90_tiny/app.py": SOLUTION,
            "checks/90_tiny.py": check,
            **(files or {}),
        }
        for name, text in texts.items():
            path = tmp_path / "project" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        spec = importlib.util.spec_from_file_location("tiny_check", tmp_path / "project/checks/90_tiny.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        made = module.check
        assert isinstance(made, Check)
        return made

    return make


@pytest.fixture
def judge(load: Callable[..., Check], worker: Worker, tmp_path: Path) -> Judge:
    """The verdict on an `app.py` (by default the solution), by a check of this text."""

    def run(
        app: str | None = SOLUTION, check: str = CHECK, *, seed: int | None = 7, files: dict[str, str] | None = None
    ) -> Verdict:
        made = load(check, files)
        handed = tmp_path / "handed"
        handed.mkdir(exist_ok=True)
        for name, text in ({} if app is None else {"app.py": app}).items():
            (handed / name).write_text(text, encoding="utf-8")
        return judge_path(made, handed, worker=worker, seed=seed)

    return run


@pytest.fixture
def step(judge: Judge) -> Callable[..., StepResult]:
    """The first step of that verdict that did not pass."""

    def first(*arguments: object, **options: object) -> StepResult:
        verdict = judge(*arguments, **options)
        return next(step for step in verdict.steps if step.status != "pass")

    return first


def statuses(verdict: Verdict) -> list[str]:
    """What became of each task."""
    return [step.status for step in verdict.steps]
