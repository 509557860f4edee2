"""Columns, breaking of lines, and text made harmless."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.report.layout import cells, lines_of, pad, visible, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("Hello", 5),
        ("안녕", 4),
        (unicodedata.normalize("NFD", "안녕"), 4),
        ("e\u0301", 1),
        ("，（", 4),
        ("😀", 2),
        ("a\u200bb", 2),
        ("ㅎㅏ", 4),
    ],
)
def test_columns_are_counted_as_terminals_draw_them(text: str, columns: int) -> None:
    assert cells(text) == columns


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3) | st.sampled_from("abc 12")))
def test_either_unicode_form_of_hangul_takes_the_same_columns(text: str) -> None:
    assert cells(unicodedata.normalize("NFD", text)) == cells(text)


def test_padding_fills_up_to_the_width() -> None:
    assert pad("한 일", 9) == "한 일    "
    assert pad("기대한 것", 9) == "기대한 것"


def test_prose_is_broken_between_words() -> None:
    assert wrap("주소의 이름이 보이지 않습니다.", 15) == ["주소의 이름이", "보이지", "않습니다."]


def test_long_word_is_not_broken_so_that_it_can_be_copied() -> None:
    address = "http://127.0.0.1:5000/" + "a" * 60
    assert wrap(f"주소: {address} 입니다.", 40) == ["주소:", address, "입니다."]


def test_code_in_prose_keeps_its_indent() -> None:
    assert wrap("이렇게 쓰세요.\n    @app.route('/hello/very/long')", 20)[1] == "    @app.route('/hello/very/long')"


@given(st.text(alphabet="가나다 abc"), st.integers(5, 40))
def test_no_word_is_lost_and_lines_fit(text: str, width: int) -> None:
    lines = wrap(text.lstrip(" "), width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= width or " " not in line.strip() for line in lines)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("a\x00b\x07", "a\\x00b\\x07"),
        ("line\r", "line\\r"),
        ("\x9b31m", "\\x9b31m"),
        ("\udcff", "\\udcff"),
        ("\u202eevil", "\\u202eevil"),
        ("\ufffe", "\\ufffe"),
        ("줄\n바꿈\t탭", "줄\n바꿈\t탭"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_what_steers_a_terminal_is_shown_as_text(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_no_control_and_no_other_line_end_of_unicode_is_left_out() -> None:
    unseen = [chr(number) for number in range(0x10000) if unicodedata.category(chr(number)) in ("Cc", "Cs", "Zl", "Zp")]
    assert [character for character in unseen if visible(character) == character] == ["\t", "\n"]


def test_lines_are_those_of_a_screen() -> None:
    assert lines_of("a\r\nb\n") == ["a", "b"]
    assert lines_of("a\x0cb\u2028c") == ["a\x0cb\u2028c"]
    assert lines_of("") == []
    assert lines_of("\n\n") == ["", ""]
