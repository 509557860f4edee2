"""The files that say what is installed."""

import ast
import re
import sys
from pathlib import Path

import pytest

from shared.bootstrap.packages import extra_of

from .conftest import ROOT
from .lock import merge
from .lower_bounds import lowest

REQUIREMENTS = (ROOT / "requirements.txt").read_bytes().decode("ascii")
CONSTRAINTS = (ROOT / "constraints.txt").read_bytes().decode("ascii")
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def name_of(line: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=;\s]", line)[0]).lower()


def test_every_requirement_has_a_lower_bound_and_says_why_it_is_there() -> None:
    lines = [line for line in REQUIREMENTS.splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9-]+(\[\w+\])?>=[\d.]+ +# \S.+", line)] == []


def test_everything_that_can_be_asked_for_is_pinned() -> None:
    asked = [*lowest(REQUIREMENTS), *extra_of(PYPROJECT, "test"), *extra_of(PYPROJECT, "cluster")]
    pinned = {name_of(line) for line in CONSTRAINTS.splitlines()}
    assert {name_of(line) for line in asked} - pinned == set()


def test_what_only_one_system_needs_is_pinned_for_that_system_alone() -> None:
    for name in ("appnope", "colorama", "pywinpty"):
        assert re.search(rf"^{name}==\S+ ; sys_platform == ", CONSTRAINTS, re.MULTILINE)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="tomllib came with 3.11")
@pytest.mark.parametrize("name", ["test", "browser", "cluster"])
def test_an_extra_is_read_as_toml_reads_it(name: str) -> None:
    import tomllib

    assert list(extra_of(PYPROJECT, name)) == tomllib.loads(PYPROJECT)["project"]["optional-dependencies"][name]


def test_an_extra_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LookupError):
        extra_of(PYPROJECT, "nothing")


def test_the_lowest_versions_are_the_lower_bounds() -> None:
    assert lowest("# why\nFlask>=3.0   # servers\nx[client]>=5.11\n") == ["Flask==3.0", "x[client]==5.11"]


def test_pins_that_differ_between_pythons_carry_markers() -> None:
    frozen = {
        "3.10": {"a": "1", "b": "1", "old": "1"},
        "3.11": {"a": "1", "b": "2"},
        "3.12": {"a": "1", "b": "2", "new": "3"},
    }
    assert merge(frozen) == [
        "a==1",
        'b==1 ; python_version < "3.11"',
        'b==2 ; python_version >= "3.11"',
        "new==3",
        "old==1",
    ]


def test_the_bootstrap_imports_the_standard_library_alone() -> None:
    files = [*(ROOT / "shared" / "bootstrap").glob("*.py"), ROOT / "shared" / "messages" / "installing.py"]
    assert {name for path in files for name in imported(path)} - set(sys.stdlib_module_names) == {"shared"}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(str(node.module).split(".")[0])
    return names
