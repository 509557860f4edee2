"""What stands around a worker host, and what becomes of it where bubblewrap cannot be used."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shared.worker import walls
from shared.worker.worker import FLASK, Worker
from tests.needs import needs_bubblewrap, needs_linux
from tests.worker.conftest import SECONDS, loaded

ROOT = Path(__file__).parents[2]
APP = b"from flask import Flask\napp = Flask(__name__)\n"


def test_nothing_private_is_named() -> None:
    words = walls.command("/usr/bin/bwrap", Path("/tmp/scratch"), [ROOT / "shared"])
    shown = [Path(words[at + 1]) for at, word in enumerate(words) if word in ("--ro-bind", "--bind", "--ro-bind-try")]
    private = [Path("/"), Path.home(), ROOT, *(ROOT / name for name in ("solutions", "checks", "lessons", "tests"))]
    private += [Path(name) for name in ("/home", "/root", "/var", "/run", "/tmp", "/etc", "/sys")]
    assert not set(shown) & set(private)
    assert [words[at + 1] for at, word in enumerate(words) if word == "--bind"] == ["/tmp/scratch"]
    assert {"--unshare-net", "--unshare-pid", "--unshare-ipc", "--die-with-parent", "--as-pid-1"} <= set(words)


@needs_bubblewrap
def test_environment_inside(warm: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"import os\nprint(sorted(os.environ), os.getcwd(), os.getppid())\n"
    with warm.open("lesson", {"app.py": text}) as job:
        loaded(job.module("app.py"))
    allowed = {"PATH", "LANG", "PYTHONUTF8", "WORKBOOK_JOB", "TMPDIR", "TEMP", "TMP", "HOME", "PWD", "TZ", "LC_CTYPE"}
    names, rest = job.output.strip().split("] ")
    assert set(names.strip("[").replace("'", "").split(", ")) <= allowed | {"LD_LIBRARY_PATH"}
    folder, parent = rest.split()
    assert folder.startswith(f"{walls.SCRATCH}/") and folder.endswith("/lesson") and parent == "1"


@needs_linux
@pytest.mark.parametrize("way", [True, False], ids=["walls", "no walls"])
def test_project_in_a_folder_with_blanks_and_hangul(tmp_path: Path, way: bool) -> None:
    home = tmp_path / "웹 서버 (내 것)"
    shutil.copytree(ROOT / "shared", home / "shared", ignore=shutil.ignore_patterns("__pycache__"))
    program = (
        "import sys; from shared.worker.worker import FLASK, Worker\n"
        f"with Worker(walled={way}, preload=FLASK) as worker, worker.open('한글 이름', {{'app.py': {APP!r}}}) as job:\n"
        f"    report = job.serve('app.py')[0].wait_for(lambda r: True, {SECONDS})\n"
        "    print(report['event'], worker.walls)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=home, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    stands = way and walls.installed() is not None
    assert ran.stdout.split() == ["loaded", "bubblewrap" if stands else "None"], ran.stderr


@needs_linux
@pytest.mark.parametrize("script", ["exit 1", "exec sleep 0", 'while [ $1 != -- ]; do shift; done; shift; exec "$@"'])
def test_unusable_bubblewrap_is_gone_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    fake = tmp_path / "bwrap"
    fake.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with Worker(walled=True, preload=FLASK) as worker, worker.open("lesson", {"app.py": APP}) as job:
        assert loaded(job.serve("app.py")[0])["event"] == "loaded"
        assert worker.walls is None


@needs_bubblewrap
def test_walls_that_have_stood_are_not_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from shared.worker.hosts import WorkerUnavailable

    with Worker(walled=True, preload=FLASK) as worker:
        with worker.open("lesson", {}):
            assert worker.walls == "bubblewrap"
        worker.lost()
        fake = tmp_path / "bwrap"
        fake.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        fake.chmod(0o755)
        with monkeypatch.context() as patched, pytest.raises(WorkerUnavailable):
            patched.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
            worker.open("lesson", {})
        with worker.open("lesson", {}):
            assert worker.walls == "bubblewrap"
