"""Programs of a text, really run."""

from __future__ import annotations

from pathlib import Path

import psutil

from shared.verifying.programs import verify_programs
from shared.verifying.text import Text
from tests.tiny_project import write

SERVING = """# 글

```python title="ask.py"
import requests
from flask import Flask
from shared.server import serve

app = Flask(__name__)

with serve(app) as server:
    print(requests.get(server.url, timeout=5).status_code)
```

```text output="ask.py"
404
```
"""


def test_a_program_may_serve_with_the_engine(tmp_path: Path) -> None:
    write(tmp_path / "README.md", SERVING)
    assert list(verify_programs(Text(tmp_path / "README.md"))) == []


def test_programs_of_one_text_see_each_other_and_a_later_one_takes_a_name(tmp_path: Path) -> None:
    text = (
        '# 글\n\n```python title="door.py"\nprint(__name__)\n```\n\n'
        '```html title="templates/a.html"\n<p>가</p>\n```\n\n'
        '```python title="visit.py"\nimport door\nfrom pathlib import Path\n'
        'print(Path("templates/a.html").read_text(encoding="utf-8"))\n```\n\n'
        '```text output="visit.py"\ndoor\n<p>가</p>\n\n```\n\n'
        '```text output="door.py"\n__main__\n```\n\n'
        '```python title="door.py"\nprint("다시")\n```\n\n```text output="door.py"\n다시\n```\n'
    )
    write(tmp_path / "README.md", text)
    assert list(verify_programs(Text(tmp_path / "README.md"))) == []


def test_a_program_that_does_not_end_is_ended_with_all_it_started(tmp_path: Path) -> None:
    program = (
        "import subprocess, sys, time\n"
        'child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])\n'
        'open("child.txt", "w", encoding="utf-8").write(str(child.pid))\n'
        f'open({str(tmp_path / "pid.txt")!r}, "w", encoding="utf-8").write(str(child.pid))\n'
        "time.sleep(600)\n"
    )
    write(tmp_path / "README.md", f'# 글\n\n```python title="slow.py"\n{program}```\n')
    found = list(verify_programs(Text(tmp_path / "README.md"), seconds=2.0))
    assert len(found) == 1 and "slow.py 실행이 2초 안에 끝나지 않았습니다" in found[0].message
    psutil.wait_procs(processes(tmp_path), timeout=10)
    assert processes(tmp_path) == []


def processes(folder: Path) -> list[psutil.Process]:
    pid = int((folder / "pid.txt").read_text(encoding="utf-8"))
    return [one for one in psutil.process_iter() if one.pid == pid and one.status() != psutil.STATUS_ZOMBIE]
