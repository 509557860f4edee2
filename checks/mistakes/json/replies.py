"""Lesson 02: mistakes in getting the server's reply, and in what is returned of it."""

from __future__ import annotations

import re

from mistakes.client_calls import after_right_request
from mistakes.json.evidence import NO_RETURN, body_of, json_or_none, returns_nothing
from mistakes.json.tasks import SENDING
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    SENDING,
    id="response-returned",
    says="응답(Response) 객체를 그대로 돌려주었습니다. `response.json()`을 돌려주세요.",
)
def response_returned(server, failure, result):
    return after_right_request(server, failure) and result.type == "Response"


@known(
    SENDING,
    id="text-returned",
    says="응답의 본문을 글자 그대로 돌려주었습니다. `response.json()`으로 값으로 바꾸어 돌려주세요.",
)
def text_returned(server, failure, result):
    return after_right_request(server, failure) and isinstance(json_or_none(result.value), dict)


@known(
    SENDING,
    id="request-returned",
    says="보낸 자기소개를 그대로 돌려주었습니다. 서버의 답인 `response.json()`을 돌려주세요.",
)
def sent_profile_returned(server, failure, result):
    return after_right_request(server, failure) and result.value == server.arrived[-1].json


@known(
    SENDING,
    id="own-address",
    says='다른 주소로 요청을 보냈습니다. `f"{base_url}/profiles"`처럼 받은 base_url로 시작해 주세요.',
)
def own_address(server, source):
    nodes = body_of(source, "send_profile")
    return not server.arrived and any(re.search(r":5\d{3}\b", str(getattr(node, "value", ""))) for node in nodes)


@known(SENDING, id="no-return", says=NO_RETURN)
def nothing_returned_after_request(result, server, source):
    return server.arrived and returns_nothing(result, source)
