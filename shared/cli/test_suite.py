"""``python workbook.py test``: lint, types, then every test; pytest last, so that its summary ends the output."""

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BEFORE = (("ruff", "check", "."), ("mypy",))
# Two for each core: most tests wait for a server, a limit or another process more than they compute.
PYTEST = ("pytest", "-n", str(2 * (os.cpu_count() or 1)), "--dist", "worksteal")


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Run all three whatever the others say, pytest with ``arguments``; return the first exit code that is not 0."""
    codes = [_run(command, root) for command in BEFORE]
    failed = [command[0] for command, code in zip(BEFORE, codes, strict=True) if code]
    if failed:
        print(f"실패: {', '.join(failed)}. 위의 내용을 고치세요. 이어서 테스트를 실행합니다.", flush=True)
    # A folder of its own: pytest would else clear up what other runs have left, and fail on what it cannot clear.
    with contextlib.suppress(RecursionError), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        codes.append(_run((*PYTEST, f"--basetemp={Path(folder, 'tests')}", *arguments), root))
    return next((code for code in codes if code), 0)


def _run(command: tuple[str, ...], root: Path) -> int:
    print(f"$ {' '.join(command)}", flush=True)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")]))}
    return subprocess.run([sys.executable, "-m", *command], cwd=root, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
