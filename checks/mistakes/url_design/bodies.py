"""Lesson 10: mistakes in reading and checking the body of POST and PUT, and in what becomes of it."""

from __future__ import annotations

import json

from mistakes.url_design.evidence import in_code
from mistakes.url_design.tasks import ADDING, REPLACING
from shared.checking import KnownMistakes
from shared.messages.checking import status

known = KnownMistakes()


@known(
    ADDING,
    REPLACING,
    id="F35",
    says="`request.form`은 폼(form)만 읽습니다. JSON으로 온 본문은 `request.get_json()`으로 읽으세요.",
)
def form_read(failure, source):
    return failure.expected in (status(201), status(200)) and in_code(source, r"request\.(form|values)\b")


@known(
    ADDING,
    id="no-location",
    says="응답에 `Location` 헤더가 없습니다. 더한 학생의 주소를 `url_for`로 만들어 201과 함께 보내세요.",
)
def location_missing(reply):
    return reply.status == 201 and "Location" not in reply.headers


@known(
    ADDING,
    id="bool-is-int",
    says="`true`를 정수로 받았습니다. Python에서 `isinstance(True, int)`는 True입니다. bool인지도 확인하세요.",
)
def true_taken_as_number(reply, failure):
    value = sent_json(reply)
    is_true = isinstance(value, dict) and value.get("id") is True
    return is_true and reply.status < 300 and failure.expected == status(400)


@known(
    ADDING,
    id="any-media-type",
    says="`Content-Type`이 JSON이 아닌 본문도 받았습니다. `get_json()`에서 `force=True`를 지우면 Flask가 415로 "
    "답합니다.",
)
def media_type_ignored(reply, source):
    other = reply.exchange.request.headers.get("Content-Type") != "application/json"
    return other and reply.status < 300 and in_code(source, r"\bforce\s*=\s*True")


@known(
    REPLACING,
    id="put-merges",
    says="필드가 빠졌는데 받았습니다. PUT은 통째로 바꾸므로 세 필드가 모두 있어야 합니다. 빠지면 400으로 답하세요.",
)
def put_merges(reply, failure):
    return (
        reply.status < 300
        and failure.expected == status(400)
        and not {"id", "name", "class"} <= set(sent_json(reply) or ())
    )


@known(
    REPLACING,
    id="id-ignored",
    says="본문의 `id`가 주소의 번호와 다른데 받았습니다. 두 번호가 다르면 400으로 답하세요.",
)
def id_in_body_ignored(reply, failure):
    other = sent_json(reply).get("id") != int(reply.url.rsplit("/", 1)[1]) if sent_json(reply) else False
    return other and reply.status < 300 and failure.expected == status(400)


@known(
    REPLACING,
    id="put-not-kept",
    says="200으로 답했지만 학생이 바뀌지 않았습니다. 받은 학생을 저장하세요.",
)
def put_not_kept(reply):
    return reply.exchange.request.method == "GET" and reply.status == 200


def sent_json(reply):
    """What was sent as JSON, or None."""
    try:
        return json.loads(reply.exchange.request.body or "")
    except ValueError:
        return None
