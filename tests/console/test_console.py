"""Programs that write to real pipes, closed streams and consoles of other encodings, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from shared import console

ROOT = Path(__file__).resolve().parents[2]
SAID = "통과 — 다음 → ✓ · “값” 😀 e\u0301 \udcff \u1112\u1161\u11ab"
PROGRAM = f"""
import sys
from shared import console
console.prepare()
print({ascii(SAID)})
print({ascii(SAID)}, file=sys.stderr)
sys.exit(0)
"""


def run(program: str, encoding: str | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    if encoding is not None:
        kept["PYTHONIOENCODING"] = encoding
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env={**kept, **environment}, capture_output=True, timeout=60
    )


def test_utf8_stays_as_it_is() -> None:
    done = run(PROGRAM, "utf-8")
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").rstrip() == SAID.replace("\udcff", "?")


@pytest.mark.parametrize("encoding", ["cp949", "cp949:strict", "euc_kr:strict"])
def test_korean_windows_console_gets_look_alikes(encoding: str) -> None:
    done = run(PROGRAM, encoding)
    assert done.returncode == 0, done.stderr
    shown = done.stdout.decode("cp949").rstrip()
    assert shown == "통과 - 다음 → V · “값” ? e ? 한"
    assert done.stderr.decode("cp949").rstrip() == shown


def test_ascii_console_gets_question_marks_for_hangul_and_never_an_error() -> None:
    done = run(PROGRAM, "ascii:strict")
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("ascii").rstrip() == '?? - ?? -> V * "?" ? e ? ?'


@pytest.mark.parametrize("look_alike", sorted(set(console.LOOK_ALIKES.values())))
def test_every_look_alike_is_ascii(look_alike: str) -> None:
    assert look_alike.isascii()


@pytest.mark.skipif(os.name == "nt", reason="streams are closed by the shell in another way")
@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_leave_the_exit_code_alone(closing: str) -> None:
    program = (
        "import sys\nfrom shared import console\nconsole.prepare()\nprint('x')\nsys.stderr.write('y')\nsys.exit(1)"
    )
    done = subprocess.run(
        f'exec "{sys.executable}" -c "$PROGRAM" {closing}',
        shell=True,
        cwd=ROOT,
        timeout=60,
        env={**os.environ, "PROGRAM": program},
    )
    assert done.returncode == 1


@pytest.mark.parametrize("code", [0, 1, 2])
@pytest.mark.parametrize("lines", [1, 100_000])
def test_reader_that_leaves_changes_neither_exit_code_nor_stderr(code: int, lines: int) -> None:
    program = (
        "import sys\nfrom shared import console\nconsole.prepare()\nsys.stdin.readline()\n"
        f"for number in range({lines}): print('line', number)\nsys.exit({code})"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdin is not None and child.stdout is not None and child.stderr is not None
        child.stdout.close()  # before the child writes its first line
        child.stdin.write(b"\n")
        child.stdin.close()
        assert child.stderr.read() == b""
        assert child.wait(timeout=60) == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_not_hidden() -> None:
    program = "from shared import console\nconsole.prepare()\nprint('x')"
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode != 0


def test_data_for_programs_is_utf8_on_every_console() -> None:
    program = 'from shared import console\nconsole.prepare()\nconsole.write_utf8(\'{"이름": "김—"}\')'
    assert run(program, "cp949:strict").stdout.decode("utf-8") == '{"이름": "김—"}'


def test_preparing_twice_wraps_once() -> None:
    program = (
        "import sys\nfrom shared import console\nconsole.prepare()\nfirst = sys.stdout\nconsole.prepare()\n"
        "sys.exit(0 if sys.stdout is first else 3)"
    )
    assert run(program).returncode == 0


@pytest.mark.parametrize(
    ("environment", "plain", "coloured"),
    [
        ({}, False, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, False, True),
        ({"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour_is_decided_by_the_user_first(environment: dict[str, str], plain: bool, coloured: bool) -> None:
    program = f"from shared import console\nprint(console.prepare(plain={plain}).colour)"
    assert run(program, **environment).stdout.split() == [str(coloured).encode()]


@pytest.mark.skipif(os.name == "nt", reason="pseudo terminals")
@pytest.mark.parametrize(
    ("environment", "plain", "coloured"),
    [
        ({"TERM": "xterm-256color"}, False, True),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, False),
        ({"TERM": "xterm"}, True, False),
    ],
)
def test_terminal_gets_colour_unless_it_was_declined(environment: dict[str, str], plain: bool, coloured: bool) -> None:
    import fcntl
    import pty
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 57, 0, 0))
    program = f"from shared import console\nprint(console.prepare(plain={plain}))"
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env={**kept, **environment}, stdout=follower, timeout=60)
    os.close(follower)
    shown = os.read(leader, 10_000).decode("utf-8")
    os.close(leader)
    assert shown.strip() == f"Screen(colour={coloured}, width=57, terminal=True)"


def test_width_is_taken_from_columns_or_eighty() -> None:
    program = "from shared import console\nprint(console.prepare().width)"
    assert run(program).stdout.split() == [b"80"]
    assert run(program, COLUMNS="120").stdout.split() == [b"120"]
    assert run(program, COLUMNS="wide").stdout.split() == [b"80"]


def test_importing_it_does_not_import_what_is_slow() -> None:
    program = (
        "import sys\nbefore = set(sys.modules)\nfrom shared import console\n"
        "print(sorted((set(sys.modules) - before) & {'rich', 'unicodedata', 'ctypes', 'pathlib'}))"
    )
    assert run(program).stdout.strip() == b"[]"
