"""A proof tells a good check from one that takes anything, or nothing."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.lessons import find
from shared.proving.proof import Proof, Prover
from shared.proving.table import put_into, rows
from tests import tiny_project

SLUG = tiny_project.SLUG
WRONG = tiny_project.SOLUTION.replace('"Hello"', '"Hallo"')


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    tiny_project.make(tmp_path)
    shutil.copy(tiny_project.ROOT / "checks" / "home.py", tmp_path / "checks")
    shelf = tmp_path / "tests" / "answers" / SLUG
    shutil.rmtree(shelf)
    for kind, text, fails in (("right", tiny_project.SOLUTION, {}), ("wrong", WRONG, {"1": None})):
        tiny_project.write(shelf / kind / "one" / "app.py", text)
        tiny_project.write(shelf / kind / "one" / "answer.json", json.dumps({"why": "one", "fails": fails}))
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("checks.") or name == "home"]:
        del sys.modules[name]


def proof_of(project: Path) -> Proof:
    with Prover(1) as prover:
        return prover.prove(find("01", project))


def test_a_good_check_is_proven(project: Path) -> None:
    proof = proof_of(project)
    assert (proof.right, proof.rejected, proof.wrong, proof.accepted) == (1, (), 1, ())
    assert proof.mutants >= 10 and proof.survivors == () and proof.holds


def test_a_check_that_takes_anything_is_found_out(project: Path) -> None:
    tiny_project.replace(project / "checks" / f"{SLUG}.py", 'http.get("/bye").shows("Bye")', 'http.get("/bye")')
    proof = proof_of(project)
    assert {mutant.before for mutant in proof.survivors} >= {'return "Bye"'}
    assert not proof.holds


def test_a_check_that_rejects_right_work_is_found_out(project: Path) -> None:
    tiny_project.replace(project / "checks" / f"{SLUG}.py", '.shows("Bye")', '.shows("Bye!")')
    proof = proof_of(project)
    assert [answer.name for answer in proof.rejected] == [f"{SLUG}/right/one"]
    assert [answer.name for answer in proof.accepted] == [f"{SLUG}/wrong/one"], "another task fails too"
    assert not proof.holds


def test_a_check_that_breaks_kills_nothing(project: Path) -> None:
    broken = '1 / (http.get("/bye").shown == "Bye")'
    tiny_project.replace(project / "checks" / f"{SLUG}.py", 'http.get("/bye").shows("Bye")', broken)
    proof = proof_of(project)
    assert {mutant.before for mutant in proof.survivors} >= {'return "Bye"'}
    assert proof.rejected == () and not proof.holds


def test_an_explained_mutant_counts_neither_way(project: Path) -> None:
    tiny_project.replace(project / "checks" / f"{SLUG}.py", 'http.get("/bye").shows("Bye")', 'http.get("/bye")')
    before = proof_of(project)
    marks = [
        {"file": one.file, "before": one.before, "after": one.after, "why": "for this test"} for one in before.survivors
    ]
    path = project / "tests" / "answers" / SLUG / "equivalent.json"
    tiny_project.write(path, json.dumps(marks))
    after = proof_of(project)
    assert after.survivors == () and after.explained == len(marks) and after.holds
    assert after.mutants == before.mutants
    tiny_project.write(path, json.dumps([*marks, {"file": "app.py", "before": "x", "after": "y", "why": "old"}]))
    assert [mark.before for mark in proof_of(project).stale] == ["x"]


def test_the_table_goes_between_the_markers(project: Path) -> None:
    readme = project / "README.md"
    readme.write_text("a\n<!-- prove -->\nold\n<!-- end prove -->\nb\n", encoding="utf-8")
    put_into(readme, [proof_of(project)])
    text = readme.read_text(encoding="utf-8")
    assert text.startswith("a\n<!-- prove -->\n| 레슨 |") and text.endswith("<!-- end prove -->\nb\n")
    assert f"| {SLUG} | 1 | 1 | 1 | 1 |" in text
    with pytest.raises(ValueError, match="missing"):
        put_into(project / "requirements.txt", [])


def test_lines_of_other_lessons_stay(project: Path) -> None:
    readme = project / "README.md"
    proof = proof_of(project)
    others = [f"| {slug} | 1 | 1 | 1 | 1 | 1 | 1 (100.0%) | 0 |" for slug in ("00_before", "99_behind")]
    table = rows([proof]).splitlines()
    readme.write_text("\n".join(["<!-- prove -->", *table[:2], *others, "<!-- end prove -->\n"]), encoding="utf-8")
    for _ in range(2):
        put_into(readme, [proof])
        assert readme.read_text(encoding="utf-8").splitlines()[3:6] == [others[0], table[2], others[1]]
