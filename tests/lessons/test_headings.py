"""Headings read out of Markdown, as a reader would see them."""

from __future__ import annotations

import unicodedata

import pytest

from shared.lessons.headings import plain, sections


def headings(text: str) -> list[tuple[int, str]]:
    return [(part.level, part.heading) for part in sections(text)]


def test_headings_have_their_levels() -> None:
    assert headings("# 하나\n글\n## 둘\n###### 여섯\n") == [(1, "하나"), (2, "둘"), (6, "여섯")]


@pytest.mark.parametrize(
    "line", ["#태그", "####### 일곱", "    # 들여쓴 코드", "글 # 아님", "\\# 아님"], ids=lambda line: line.strip()
)
def test_a_line_that_only_looks_like_a_heading_is_none(line: str) -> None:
    assert headings(line) == []


def test_closing_marks_and_spaces_are_not_part_of_a_heading() -> None:
    assert headings("  ##   이름   ##  ") == [(2, "이름")]


def test_an_empty_heading_is_a_heading_without_words() -> None:
    assert headings("#\n## \n") == [(1, ""), (2, "")]


def test_a_comment_in_a_code_fence_is_no_heading() -> None:
    text = "# 제목\n```python\n# 설명\n```\n## 다음\n"
    assert headings(text) == [(1, "제목"), (2, "다음")]


def test_a_longer_fence_holds_a_shorter_one() -> None:
    text = "````markdown\n```python\n# 안\n```\n# 아직 안\n````\n# 밖\n"
    assert headings(text) == [(1, "밖")]


def test_a_tilde_fence_is_closed_by_tildes_only() -> None:
    assert headings("~~~\n```\n# 안\n~~~\n# 밖\n") == [(1, "밖")]


def test_a_fence_in_a_list_item_is_seen() -> None:
    assert headings("1. 하나\n    ```text\n# 안\n    ```\n# 밖\n") == [(1, "밖")]


def test_code_on_one_line_does_not_open_a_fence() -> None:
    assert headings("```x```\n# 밖\n") == [(1, "밖")]


def test_a_fence_that_is_never_closed_goes_on_to_the_end() -> None:
    assert headings("# 밖\n```\n# 안\n") == [(1, "밖")]


def test_a_section_keeps_its_text_as_written() -> None:
    (part,) = sections("머리말\n# 제목\n\n글 `코드`\n\n```python\n# 설명\n```\n\n")
    assert part.body == "글 `코드`\n\n```python\n# 설명\n```"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("`url_for`로 만들기", "url_for로 만들기"),
        ("`__name__`이 하는 일", "__name__이 하는 일"),
        ("``a`b`` 보기", "a`b 보기"),
        ("**굵게** 그리고 *기울게*", "굵게 그리고 기울게"),
        ("[문서](https://example.com/a_b)", "문서"),
        ("`<name>`과 &lt;int:count&gt;", "<name>과 <int:count>"),
        (r"별표 \* 하나", "별표 * 하나"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("`*x*`", "*x*"),
    ],
)
def test_marks_of_markdown_become_plain_text(written: str, shown: str) -> None:
    assert plain(written) == shown


def test_decomposed_hangul_is_composed() -> None:
    assert headings(unicodedata.normalize("NFD", "# 라우팅")) == [(1, "라우팅")]
