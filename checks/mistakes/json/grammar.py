"""Lesson 02: mistakes in the text of profile.json, which keep it from being JSON."""

from __future__ import annotations

import json
import re

from mistakes.json.tasks import PROFILE
from probing.profile import FILE, has_mark
from shared.checking import KnownMistakes

known = KnownMistakes()


def where_it_breaks(is_it):
    """Recognise by the place where the text stops being JSON: what stands before, what follows, what Python says."""

    def recognise(source):
        try:
            json.loads(source.text(FILE))
        except json.JSONDecodeError as error:
            return is_it(error.doc[: error.pos], error.doc[error.pos :], error.msg)
        except (ValueError, RecursionError):
            return False

    return recognise


@known(
    PROFILE,
    id="BOM",
    says="파일의 맨 앞에 보이지 않는 글자(BOM)가 있습니다. VS Code에서는 오른쪽 아래의 `UTF-8 with BOM`을 누르고, "
    "`인코딩하여 저장(Save with Encoding)`에서 `UTF-8`을 골라 주세요.",
)
def byte_order_mark(files):
    return has_mark(files)


@known(
    PROFILE,
    id="H8",
    says="작은따옴표 `'`가 있습니다. JSON의 문자열과 키는 큰따옴표 `\"`로만 감쌉니다.",
)
@where_it_breaks
def single_quote(before, rest, said):
    return rest.startswith("'")


@known(
    PROFILE,
    id="curly-quotes",
    says='둥근 따옴표가 있습니다. 다른 곳에서 복사하면 이렇게 되기도 합니다. 곧은 큰따옴표 `"`를 쓰세요.',
)
@where_it_breaks
def curly_quote(before, rest, said):
    return rest.startswith(("“", "”", "‘", "’"))


@known(
    PROFILE,
    id="H9",
    says="Python의 True, False, None이 있습니다. JSON에서는 `true`, `false`, `null`입니다. 모두 소문자입니다.",
)
@where_it_breaks
def word_of_python(before, rest, said):
    return re.match(r"(True|False|None)\b", rest)


@known(
    PROFILE,
    id="H9",
    says='키가 수입니다. JSON의 키는 언제나 문자열입니다. `"1"`처럼 큰따옴표로 감싸 주세요.',
)
@where_it_breaks
def key_is_a_number(before, rest, said):
    return "property name" in said and re.match(r"-?\d", rest)


LAST_COMMA = "마지막 값 뒤에 쉼표가 있습니다. JSON에서는 닫는 괄호 바로 앞의 쉼표를 지워야 합니다."


@known(PROFILE, id="H9", says=LAST_COMMA)
@where_it_breaks
def bracket_after_a_comma(before, rest, said):
    return rest[:1] in ("}", "]") and before.rstrip().endswith(",")


@known(PROFILE, id="H9", says=LAST_COMMA)
@where_it_breaks
def comma_before_a_bracket(before, rest, said):
    return said.startswith("Illegal trailing comma")  # since Python 3.13


@known(
    PROFILE,
    id="comment",
    says="주석이 있습니다. JSON에는 주석이 없습니다. 주석을 지워 주세요.",
)
@where_it_breaks
def comment(before, rest, said):
    return rest.startswith(("//", "/*", "#"))


@known(
    PROFILE,
    id="comma-missing",
    says="값과 값 사이에 쉼표가 빠졌습니다. 바로 앞 값의 뒤에 `,`를 적어 주세요.",
)
@where_it_breaks
def comma_is_missing(before, rest, said):
    return "','" in said and rest[:1] == '"' and before[-1:].isspace()


@known(
    PROFILE,
    id="key-unquoted",
    says='키를 큰따옴표로 감싸지 않았습니다. `"name"`처럼 감싸 주세요.',
)
@where_it_breaks
def key_without_quotes(before, rest, said):
    return "property name" in said and re.match(r"[^\W\d]", rest)
