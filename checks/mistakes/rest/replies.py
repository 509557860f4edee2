"""Lesson 01: mistakes in what is taken out of the server's reply and returned."""

from __future__ import annotations

from mistakes.client_calls import after_right_request
from mistakes.rest.tasks import (
    ADDING,
    LISTING,
    LISTING_A_CLASS,
    OVER_HTTP,
    READING_HEADERS,
    REMOVING,
    REPLACING,
    WITH_BODY,
)
from shared.checking import KnownMistakes

known = KnownMistakes()


def in_value(is_it):
    """Recognise by what the function returned after the right request."""

    def recognise(result, failure, server):
        return after_right_request(server, failure) and result.returned and is_it(result)

    return recognise


@known(
    ADDING,
    id="id-of-request",
    says="보낼 학생에는 id가 없습니다. 번호는 서버가 정해서 응답에 적습니다. 응답의 `json()`에서 `id`를 꺼내 주세요.",
)
def id_read_from_request(error):
    return error.type == "KeyError" and "id" in error.text and any("student[" in frame.code for frame in error.frames)


@known(
    REPLACING,
    id="request-returned",
    says="보낸 학생을 돌려주었습니다. 서버가 답한 것을 돌려주세요: 응답의 `json()`.",
)
def sent_student_returned(result):
    return isinstance(result.value, dict) and {"name", "class"} <= result.value.keys() <= {"id", "name", "class"}


@known(
    READING_HEADERS,
    id="request-header",
    says="요청의 헤더를 보았습니다. 응답의 헤더는 `request`를 거치지 않고 `response.headers`에 있습니다.",
)
def header_of_the_request(error):
    return error.type == "KeyError" and any("request.headers" in frame.code for frame in error.frames)


@known(
    READING_HEADERS,
    id="not-the-reply",
    says="응답의 Content-Type이 아닙니다. 서버가 다른 종류로 답할 수도 있습니다. 응답의 `headers`에서 꺼내 주세요.",
)
def fixed_type(result):
    return result.value == "application/json"


@known(
    LISTING,
    LISTING_A_CLASS,
    ADDING,
    id="whole-reply",
    says="응답의 JSON 전체를 돌려주었습니다. 그 안에서 과제가 바라는 값만 꺼내 돌려주세요.",
)
@in_value
def whole_reply_returned(result):
    return isinstance(result.value, dict) and bool({"students", "id"} & result.value.keys())


@known(
    LISTING,
    LISTING_A_CLASS,
    *WITH_BODY,
    id="text-returned",
    says="응답의 본문이 글자인 채로 돌아왔습니다. `text` 대신 `json()`을 쓰면 dict나 list가 됩니다.",
)
@in_value
def text_returned(result):
    return isinstance(result.value, str) and result.value.lstrip().startswith(("{", "["))


@known(
    ADDING,
    REMOVING,
    id="status-returned",
    says="상태 코드를 돌려주었습니다. 과제가 바라는 것은 상태 코드 자체가 아닙니다. 과제의 글을 다시 읽어 보세요.",
)
@in_value
def status_returned(result):
    return type(result.value) is int and result.value in (200, 201, 204, 404)


@known(
    *OVER_HTTP,
    id="response-returned",
    says="응답(Response) 객체를 그대로 돌려주었습니다. 그 안에서 과제가 바라는 값을 꺼내 돌려주세요.",
)
@in_value
def response_returned(result):
    return result.type in ("Response", "HTTPResponse")
