"""``python workbook.py test``: ruff, mypy, then pytest."""

from pathlib import Path

import pytest

from shared.cli import test_suite as suite

CLEAN = '"""Nothing to see."""\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one module and one test, which all three are content with."""
    (tmp_path / "pyproject.toml").write_text('[tool.mypy]\nfiles = ["module.py"]\n', encoding="utf-8")
    (tmp_path / "module.py").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "test_module.py").write_text("def test_it() -> None:\n    assert True\n", encoding="utf-8")
    return tmp_path


def test_it_runs_all_three_and_ends_with_the_summary_of_pytest(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert suite.main(["-n", "0"], project) == 0
    out = capfd.readouterr().out
    commands = [line.split(" --basetemp=")[0] for line in out.splitlines() if line.startswith("$ ")]
    assert commands == ["$ ruff check .", "$ mypy", f"$ {' '.join(suite.PYTEST)}"]
    assert "1 passed" in out.splitlines()[-1]


def test_a_fault_found_by_ruff_fails_the_whole_but_the_tests_still_run(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "module.py").write_text("import os\n", encoding="utf-8")
    assert suite.main(["-n", "0"], project) == 1
    assert "1 passed" in capfd.readouterr().out.splitlines()[-1]


def test_a_failing_test_fails_the_whole(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suite, "BEFORE", ())
    (project / "test_module.py").write_text("def test_it() -> None:\n    assert False\n", encoding="utf-8")
    assert suite.main(["-n", "0", "-q"], project) == 1
