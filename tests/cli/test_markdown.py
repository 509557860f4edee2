"""Markdown on a terminal."""

from __future__ import annotations

from shared.cli.markdown import render
from shared.report.layout import cells

TEXT = """한 **문단**이 있고 `코드 조각`과 [링크](https://example.com/a)가
이어집니다.

- 첫째 항목은 길어서 좁은 화면에서는 두 줄이 됩니다
- 둘째
  1. 안쪽

```python
def red():
    return "아주 길어서 화면 밖으로 나가더라도 끊지 않는 줄입니다"

x = 1
```

| 가 | 나 |
|---|---|
| 1 | `2` |
"""


def test_prose_is_wrapped_and_code_is_not() -> None:
    lines = render(TEXT, 40)
    code = lines.index("    def red():")
    assert lines[code + 1] == '        return "아주 길어서 화면 밖으로 나가더라도 끊지 않는 줄입니다"'
    assert lines[code + 2 : code + 4] == ["", "    x = 1"]
    assert all(cells(line) <= 40 for line in lines[:code])


def test_marks_that_say_nothing_are_gone() -> None:
    text = "\n".join(render(TEXT, 200))
    assert "한 문단이 있고 `코드 조각`과 링크 (https://example.com/a)가 이어집니다." in text
    assert "- 첫째 항목은" in text and "- 둘째\n  1. 안쪽" in text
    assert "가 | 나\n1 | `2`" in text


def test_nothing_that_steers_a_terminal_gets_through() -> None:
    assert "\x1b" not in "\n".join(render("글 \x1b[31m\n\n```\n\x1b[2J\n```\n", 80))
