"""Lesson 07: mistakes in the client: in sending a form or JSON, and in what is made of the reply."""

from __future__ import annotations

from mistakes.client_calls import JSON, is_form
from mistakes.request_data.evidence import HTTP_ERROR
from mistakes.request_data.tasks import SENDING, SENDING_A_FORM, SENDING_JSON
from shared.checking import KnownMistakes

known = KnownMistakes()


def in_any_request(is_it):
    """Recognise by any of the requests that arrived."""
    return lambda server: any(map(is_it, server.arrived))


@known(
    *SENDING,
    id="F36",
    says="GET으로 보냈습니다. 본문이 있는 요청은 `requests.post`로 보내 주세요.",
)
@in_any_request
def sent_with_get(request):
    return request.method == "GET"


@known(
    *SENDING,
    id="F32",
    says="주소의 쿼리로 보냈습니다. `params=`가 아니라 `data=`나 `json=`으로 본문에 담아 주세요.",
)
@in_any_request
def sent_in_the_query(request):
    return request.query


@known(
    *SENDING,
    id="base-url",
    says="받은 `base_url`이 아니라 적어 둔 주소로 보냈습니다. `base_url`을 써 주세요.",
)
def address_written_down(server, error):
    return error.type == "ConnectionError" and "port=5000" in error.text and not server.arrived


@known(
    *SENDING,
    id="F38",
    says="서버가 거절하면 `requests.HTTPError`가 나야 합니다. 응답을 받은 다음에 `reply.raise_for_status()`를 부르고, "
    "그 예외를 감추지 마세요.",
)
def refusal_not_raised(failure):
    return failure.expected == HTTP_ERROR


@known(
    *SENDING,
    id="F38",
    says="답하지 않는 서버를 너무 오래 기다립니다. `timeout=5`처럼 시간 제한을 주세요.",
)
def no_time_limit(failure):
    return failure.kind == "timeout"


@known(
    *SENDING,
    id="response-returned",
    says="응답 객체를 그대로 돌려주었습니다. 글은 `reply.text`에 있고, JSON의 값은 `reply.json()`에 있습니다.",
)
def response_returned(result):
    return result.type == "Response"


@known(
    *SENDING,
    id="no-return",
    says="서버의 답을 받았지만 돌려주지 않았습니다. `return`으로 돌려주세요.",
)
def nothing_returned(server, result):
    return server.arrived and result.returned and result.value is None and result.type == "NoneType"


@known(
    SENDING_A_FORM,
    id="json-for-form",
    says="폼이 아니라 JSON으로 보냈습니다. `json=`이 아니라 `data=`를 써 주세요.",
)
@in_any_request
def json_for_form(request):
    return request.media_type == JSON


@known(
    SENDING_A_FORM,
    id="form-by-hand",
    says="본문이 폼의 모양이 아닙니다. `data=`에 글이 아니라 딕셔너리를 주면 requests가 폼으로 바꾸어 보냅니다.",
)
@in_any_request
def body_of_no_type(request):
    return request.body and not request.media_type


@known(
    SENDING_JSON,
    id="F35",
    says="JSON이 아니라 폼으로 보냈습니다. requests의 `data=`는 폼을 보냅니다. `json=`을 써 주세요.",
)
@in_any_request
def form_for_json(request):
    return is_form(request)


@known(
    SENDING_JSON,
    id="json-as-text",
    says="본문은 JSON이지만 `Content-Type`이 JSON이 아닙니다. `data=` 대신 `json=`을 쓰면 둘 다 맞게 보냅니다.",
)
@in_any_request
def json_not_declared(request):
    return request.json and request.media_type != JSON


@known(
    SENDING_JSON,
    id="whole-answer",
    says='JSON 전체를 돌려주었습니다. `reply.json()["message"]`처럼 `message`의 값만 돌려주세요.',
)
def whole_answer_returned(result):
    return isinstance(result.value, dict) or (result.type == "str" and result.value.startswith("{"))
