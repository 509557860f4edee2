"""A small project with lessons of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

TITLES = {
    "01_rest": "요청과 응답",
    "04_routing": "라우팅과 URL 변수",
    "05_url_for": "URL 만들기",
    "10_url_design": "URL 디자인",
}

README = """# {number}. {title}

## 목표

```python title="hello.py"
# 과제 9. 이것은 제목이 아닙니다
```

## 주소에서 `int:` 값 받기

## 과제

### 과제 1. 인사하기

### 과제 2. `/hi/<name>` 만들기

## 용어
"""

HINTS = """# 힌트: {title}

## 과제 1. 인사하기

### 힌트 1

`return`을 보세요.

### 힌트 2

```python
### 힌트 3
```

#### 덧붙임

끝.

## 과제 2. `/hi/<name>` 만들기

### 힌트 1

하나뿐입니다.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for slug, title in TITLES.items():
        folder = tmp_path / "lessons" / slug
        folder.mkdir(parents=True)
        (folder / "README.md").write_text(README.format(number=slug[:2], title=title), encoding="utf-8")
        (folder / "hints.md").write_text(HINTS.format(title=title), encoding="utf-8")
        (folder / "app.py").write_text("", encoding="utf-8")
    return tmp_path
