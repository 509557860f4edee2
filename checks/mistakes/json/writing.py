"""Lesson 02: mistakes in making JSON of a value, as a text and as the body of a request."""

from __future__ import annotations

from mistakes.client_calls import argument, in_request, is_form, is_undeclared_json
from mistakes.json.evidence import NO_RETURN, json_or_none, returns_nothing
from mistakes.json.tasks import DUMPING, SENDING
from probing.profile import is_json_of
from shared.checking import KnownMistakes

known = KnownMistakes()

TEXT_OF_PYTHON = (
    "`str()`이나 f-문자열이 만든 Python의 글입니다. 작은따옴표, True, None은 JSON이 아닙니다. "
    "`json.dumps`로 바꾸어 주세요."
)
TWICE = "JSON으로 두 번 바꾸었습니다. `json.dumps`는 한 번만 부릅니다. `json=`을 쓰면 부르지 않습니다."


@known(
    DUMPING,
    id="ensure-ascii",
    says="한글이 `\\uXXXX`로 바뀌었습니다. 값은 같지만 읽기 어렵습니다. `ensure_ascii=False`를 적어 주세요.",
)
def korean_is_escaped(result):
    return "\\u" in str(result.value) and is_json_of(result.value, argument(result))


@known(DUMPING, id="H8", says=TEXT_OF_PYTHON)
def python_for_json(result):
    return result.value in (str(argument(result)), repr(argument(result)))


@known(DUMPING, id="twice", says=TWICE)
def dumped_twice(result):
    return is_json_of(json_or_none(result.value), argument(result))


known(DUMPING, id="no-return", says=NO_RETURN)(returns_nothing)


@known(
    SENDING,
    id="F35",
    says="본문이 폼(form)으로 갔습니다. `data=`에 dict를 주면 폼이 됩니다. `json=profile`을 쓰세요.",
)
@in_request
def form_for_json(request):
    return is_form(request)


@known(SENDING, id="twice", says=TWICE)
@in_request
def body_dumped_twice(request):
    return isinstance(json_or_none(request.json), dict)


@known(SENDING, id="H8", says=TEXT_OF_PYTHON)
@in_request
def python_in_the_body(request):
    return request.body.startswith(b"{'")


@known(
    SENDING,
    id="not-declared",
    says="본문은 JSON인데 Content-Type이 `application/json`이 아닙니다. `json=profile`을 쓰세요.",
)
@in_request
def json_not_declared(request):
    return is_undeclared_json(request)
