"""A workbook with one lesson that has everything a lesson needs, small enough to be judged in a moment."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

SLUG = "01_greeting"
ROOT = Path(__file__).resolve().parents[1]

README = """# 01. 인사하는 서버

## 목표

인사합니다. [인사하기](#인사하기)부터 읽으세요. 막히면 [힌트](hints.md)를 보세요.

## 인사하기

```python title="hello.py"
print("안녕하세요")
print(1 + 1)
```

<details><summary>예상해 보기: 무엇이 나올까요?</summary>

```text output="hello.py"
안녕하세요
2
```

</details>

## 과제

### 과제 1. 인사말 보이기

`/`를 열면 `Hello`가 보이게 하세요.

### 과제 2. 작별 인사 보이기

`/bye`를 열면 `Bye`가 보이게 하세요.

### 과제 3. 없는 주소 열어 보기

이 과제에서는 코드를 쓰지 않습니다. `/nothing`을 열어 보세요.

## 더 알아보기

- [Flask 문서](https://flask.palletsprojects.com/en/stable/)
"""

HINTS = """# 힌트: 01. 인사하는 서버

## 과제 1. 인사말 보이기

### 힌트 1

`return`을 쓰세요.

### 힌트 2

다른 예입니다.

```python
def red():
    return "빨강"
```

## 과제 2. 작별 인사 보이기

### 힌트 1

과제 1과 같습니다.

## 과제 3. 없는 주소 열어 보기

### 힌트 1

브라우저로 엽니다.
"""

STARTER = '''"""인사하는 서버"""

from flask import Flask

app = Flask(__name__)

# TODO 과제 1: "/"를 열면 "Hello"가 보이게 하세요.

# TODO 과제 2: "/bye"를 열면 "Bye"가 보이게 하세요.
'''

FIRST_DONE = STARTER + '\n\n@app.get("/")\ndef index():\n    return "Hello"\n'

SOLUTION = '''"""인사하는 서버"""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    return "Hello"


@app.get("/bye")
def bye():
    return "Bye"
'''

CHECK = '''"""01 인사하는 서버"""

from shared.checking import Check

check = Check(__file__)


@check.task(1, reread="인사하기")
def says_hello(http):
    """`/`는 인사합니다."""
    http.get("/").shows("Hello")


@check.task(2, reread="인사하기")
def says_bye(http):
    """`/bye`는 작별합니다."""
    http.get("/bye").shows("Bye")


@check.task(3)
def knows_no_more(http):
    """다른 주소는 404입니다."""
    http.get("/nothing").has_status(404)


if __name__ == "__main__":
    check.main()
'''


def make(root: Path, slug: str = SLUG, title: str = "인사하는 서버") -> Path:
    """Write the lesson below `root`, which may hold others already. Returns `root`."""
    texts = {
        f"lessons/{slug}/README.md": README.replace("인사하는 서버", title).replace("# 01.", f"# {slug[:2]}."),
        f"lessons/{slug}/hints.md": HINTS,
        f"lessons/{slug}/app.py": STARTER,
        f"solutions/{slug}/app.py": SOLUTION,
        f"checks/{slug}.py": CHECK,
    }
    for count, kind in ((4, "right"), (8, "wrong")):
        for number in range(count):
            answer = {"why": "one of many", "fails": {"1": None} if kind == "wrong" else {}}
            texts[f"tests/answers/{slug}/{kind}/answer_{number}/answer.json"] = json.dumps(answer)
    for name, text in texts.items():
        write(root / name, text)
    shutil.copy(ROOT / "requirements.txt", root)
    return root


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def replace(path: Path, old: str, new: str) -> None:
    """Replace a piece of a file that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    write(path, text.replace(old, new))
