"""Lesson 02: mistakes in reading JSON, from a file and from a text."""

from __future__ import annotations

import ast

from mistakes.client_calls import argument
from mistakes.json.evidence import NO_RETURN, body_of, json_or_none, returns_nothing
from mistakes.json.tasks import LOADING, PARSING
from probing.profile import FILE
from shared.checking import KnownMistakes

known = KnownMistakes()

ENCODING = 'UTF-8로 읽지 않았습니다. 기본 인코딩은 컴퓨터마다 다릅니다. `open(path, encoding="utf-8")`로 여세요.'


@known(LOADING, id="encoding", says=ENCODING)
def not_decoded(result):
    return result.raised("UnicodeDecodeError")


@known(LOADING, id="encoding", says=ENCODING)
def another_encoding(source):
    return source.has("client.py", "(?i)cp949|euc.?kr")


@known(
    LOADING,
    id="own-path",
    says="받은 `path`가 아니라 정해진 파일을 읽습니다. 파일의 이름은 바뀔 수 있습니다. `path`를 여세요.",
)
def path_is_not_used(source):
    nodes = body_of(source, "load_profile")
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return "path" not in names and any(isinstance(node, ast.Constant) and node.value == FILE for node in nodes)


@known(
    PARSING,
    id="no-except",
    says="JSON이 아닌 글에서 예외가 났습니다. `except json.JSONDecodeError:`로 잡아서 None을 돌려주세요.",
)
def decoding_error_not_caught(result):
    return result.raised("JSONDecodeError")


known(LOADING, PARSING, id="no-return", says=NO_RETURN)(returns_nothing)


@known(
    PARSING,
    id="python-text",
    says="`eval`과 `literal_eval`은 JSON이 아니라 Python의 글을 읽습니다. `json.loads`를 쓰세요.",
)
def read_as_python(source):
    return source.has("client.py", r"\b(literal_)?eval\(")


@known(
    PARSING,
    id="falsy",
    says='`0`, `false`, `""`, `[]`, `{}`도 값입니다. `if not value`와 `or`는 이런 값도 없는 것으로 봅니다. '
    "값을 그대로 돌려주세요.",
)
def falsy_value_lost(result):
    return result.type == "NoneType" and json_or_none(argument(result)) in (0, "", [], {})


@known(
    PARSING,
    id="bare-except",
    says="값이 나와야 하는데 None입니다. `except:`와 `except Exception:`은 잘못 적은 이름 같은 다른 오류도 "
    "감춥니다. `except json.JSONDecodeError:`로 바꾸고 다시 실행해 보세요.",
)
def another_error_hidden(result, source):
    return result.type == "NoneType" and catches_all(source)


def catches_all(source):
    """Whether the function that parses catches every exception."""
    handlers = [n for n in body_of(source, "parse_or_none") if isinstance(n, ast.ExceptHandler)]
    return any(h.type is None or ast.unparse(h.type) in ("Exception", "BaseException") for h in handlers)
