"""Lesson 07: mistakes in reading what came as JSON, and in refusing what did not."""

from __future__ import annotations

import json

from mistakes.request_data.evidence import reads, request_body
from mistakes.request_data.tasks import READING_JSON
from shared.checking import KnownMistakes

known = KnownMistakes()

JSON_PARTS = {"get_json", "json", "data", "get_data"}
TYPE_PARTS = {"get_json", "json", "is_json", "mimetype", "content_type", "headers"}


@known(
    READING_JSON,
    id="F35",
    says="JSON을 보냈는데 폼을 읽으려고 했습니다. JSON을 보내면 `request.form`은 비어 있습니다. "
    "`request.get_json()`으로 읽어 주세요.",
)
def form_for_json(source, loaded):
    return reads(source, loaded, "/api/hi", {"form", "values"}, but_not=JSON_PARTS)


@known(
    READING_JSON,
    id="text-answered",
    says="인사를 JSON이 아니라 글로 답했습니다. 딕셔너리를 `return`하면 Flask가 JSON으로 바꾸어 보냅니다.",
)
def answered_with_text(reply):
    return reply.status == 200 and reply.shown.startswith("Hello ")


@known(
    READING_JSON,
    id="force",
    says="`Content-Type`이 JSON이 아닌 요청도 받습니다. `force=True`를 지우면 Flask가 415로 거절합니다.",
)
def reading_is_forced(reply, source):
    return not sent_as_json(reply) and source.has("app.py", r"force\s*=\s*True")


@known(
    READING_JSON,
    id="silent",
    says="`silent=True`는 거절할 요청을 None으로 바꿉니다. `silent=True`를 지우면 Flask가 스스로 415나 400으로 "
    "거절합니다.",
)
def refusal_is_silenced(reply, source):
    return not sent_as_json(reply) and source.has("app.py", r"silent\s*=\s*True")


@known(
    READING_JSON,
    id="type-ignored",
    says="`Content-Type`을 보지 않고 본문을 읽었습니다. `request.get_json()`은 JSON이 아닌 요청을 스스로 415로 "
    "거절합니다.",
)
def content_type_ignored(reply, source, loaded):
    return not sent_as_json(reply) and reads(source, loaded, "/api/hi", {"data", "get_data"}, but_not=TYPE_PARTS)


@known(
    READING_JSON,
    id="no-object",
    says="JSON이 객체가 아닌 요청에서 오류가 났습니다. JSON은 배열이나 수일 수도 있습니다. "
    "`isinstance(data, dict)`가 아니면 400으로 거절해 주세요.",
)
def other_json_raises(reply, error):
    return error.type in ("TypeError", "AttributeError", "KeyError") and is_no_object(reply)


@known(
    READING_JSON,
    id="no-name",
    says="`name`이 없는 JSON에서 `KeyError`가 났습니다. 딕셔너리는 폼과 달리 스스로 400으로 답하지 않습니다. "
    '`"name" in data`를 확인해 주세요.',
)
def nameless_json_raises(reply, error):
    return reply.status == 500 and error.type == "KeyError"


@known(
    READING_JSON,
    id="no-name",
    says="`name`이 없는 JSON을 거절하지 않았습니다. 400으로 거절해 주세요.",
)
def nameless_json_accepted(reply):
    return reply.status == 200 and sent_as_json(reply) and '"name"' not in request_body(reply)


def sent_as_json(reply):
    """Whether the request said that its body is JSON."""
    return reply.exchange.request.headers.get("Content-Type") == "application/json"


def is_no_object(reply):
    """Whether what was sent is JSON, but no object."""
    try:
        return sent_as_json(reply) and not isinstance(json.loads(request_body(reply)), dict)
    except ValueError:
        return False
