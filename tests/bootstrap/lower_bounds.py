"""Install exactly the lower bounds of requirements.txt and try them: ``python tests/bootstrap/lower_bounds.py``.

With arguments, the test extra is installed as well and they are run as a module: ``... lower_bounds.py pytest tests``.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from shared.bootstrap import places  # noqa: E402
from shared.bootstrap.packages import extra_of  # noqa: E402


def lowest(requirements: str) -> list[str]:
    """``Flask>=3.0  # why`` becomes ``Flask==3.0``."""
    return re.findall(r"^[A-Za-z][^\s#]*", requirements.replace(">=", "=="), re.MULTILINE)


def main(arguments: list[str]) -> int:
    """Return 0 where everything works."""
    pins = lowest((ROOT / "requirements.txt").read_text(encoding="ascii"))
    extra = extra_of((ROOT / "pyproject.toml").read_text(encoding="utf-8"), "test") if arguments else ()
    trial = ["-m", *arguments] if arguments else [str(Path(__file__).with_name("smoke.py"))]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        python = places.venv_python(folder)
        subprocess.run([sys.executable, "-m", "venv", places.venv(folder)], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *pins, *extra], check=True)
        code = subprocess.run([python, *trial], cwd=ROOT).returncode
    print(f"{'worked' if code == 0 else 'failed'}: {' '.join(pins)}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
