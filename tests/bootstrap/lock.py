"""Write constraints.txt from clean installations: ``python tests/bootstrap/lock.py python3.10 python3.11 ...``.

Each Python given gets a fresh environment with everything the project can ask for; what pip chose there is pinned.
Where the Pythons differ, a pin carries a marker. Run on Linux; what only Windows or macOS needs is listed below.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from shared.bootstrap.packages import extra_of  # noqa: E402

ELSEWHERE = (
    ("appnope", "1.0.0", 'sys_platform == "darwin"'),  # ipykernel
    ("colorama", "0.4.6", 'sys_platform == "win32"'),  # click, ipython, pytest
    ("pywinpty", "3.1.2", 'sys_platform == "win32"'),  # terminals of Jupyter
)
HEAD = """\
# The newest versions that were tested together, on Python {first} to {last}. Written by tests/bootstrap/lock.py.
# pip takes this with -c: it says which version, requirements.txt and pyproject.toml say what is needed at all.
"""


def merge(frozen: dict[str, dict[str, str]]) -> list[str]:
    """Lines for constraints.txt from {"3.10": {"flask": "3.1.3"}}; the Pythons in ascending order."""
    names = sorted({name for packages in frozen.values() for name in packages})
    return [line for name in names for line in _pins(name, frozen)]


def _pins(name: str, frozen: dict[str, dict[str, str]]) -> list[str]:
    runs: list[tuple[str, str]] = []  # first Python with this version, version
    for python, packages in frozen.items():
        if name in packages and (not runs or runs[-1][1] != packages[name]):
            runs.append((python, packages[name]))
    pins = []
    for index, (python, version) in enumerate(runs):
        bounds = [f'python_version >= "{python}"'] if index else []
        bounds += [f'python_version < "{runs[index + 1][0]}"'] if index + 1 < len(runs) else []
        pins.append(f"{name}=={version}" + (" ; " + " and ".join(bounds) if bounds else ""))
    return pins


def freeze(python: str) -> tuple[str, dict[str, str]]:
    """Install everything for this Python in a clean environment; return its version and what is there then."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([python, "-m", "venv", folder], check=True)
        inside = str(Path(folder, "bin", "python"))
        pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        wanted = ["-r", str(ROOT / "requirements.txt"), *extra_of(pyproject, "test"), *extra_of(pyproject, "cluster")]
        subprocess.run([inside, "-m", "pip", "install", "--quiet", *wanted], check=True)
        listed = subprocess.check_output([inside, "-m", "pip", "freeze"], encoding="utf-8")
        version = subprocess.check_output([inside, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
    pins = dict(line.split("==") for line in listed.split() if "==" in line)
    return version.decode("ascii").strip(), {_normal(name): pin for name, pin in pins.items()}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main(pythons: list[str]) -> None:
    """Freeze for each Python, merge, write."""
    frozen = dict(freeze(python) for python in pythons)
    frozen = dict(sorted(frozen.items(), key=lambda item: int(item[0].split(".")[1])))
    versions = list(frozen)
    lines = [*merge(frozen), *(f"{name}=={version} ; {marker}" for name, version, marker in ELSEWHERE)]
    text = HEAD.format(first=versions[0], last=versions[-1]) + "\n".join(sorted(lines)) + "\n"
    (ROOT / "constraints.txt").write_text(text, encoding="ascii", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
