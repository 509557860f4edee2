"""Lesson 10: mistakes in answering every error as JSON of one shape."""

from __future__ import annotations

import re

from mistakes.url_design.evidence import in_code
from mistakes.url_design.tasks import ANSWERING_ERRORS
from probing.students import json_of
from shared.checking import KnownMistakes
from shared.messages.checking import status

known = KnownMistakes()


@known(
    ANSWERING_ERRORS,
    id="blueprint-only",
    says="블루프린트의 `errorhandler`는 그 블루프린트의 뷰에서 난 오류만 받습니다. 없는 주소의 404까지 받으려면 "
    "`app.errorhandler`나 `bp.app_errorhandler`를 쓰세요.",
)
def handler_of_a_blueprint(reply, source):
    names = re.findall(r"(?m)^(\w+)\s*=\s*Blueprint\(", whole_code(source))
    return reply.media_type == "text/html" and any(in_code(source, rf"^\s*@{name}\.errorhandler\(") for name in names)


@known(
    ANSWERING_ERRORS,
    id="some-errors",
    says="어떤 오류는 JSON인데 이 오류는 HTML 페이지입니다. 상태 코드마다 따로 등록하지 말고 "
    "`@app.errorhandler(HTTPException)` 하나로 모두 받으세요.",
)
def only_some_errors(reply, replies):
    in_json = [other for other in replies if other.status >= 400 and other.media_type == "application/json"]
    return bool(in_json) and reply.media_type == "text/html" and reply.status >= 400 and json_of(reply) is None


@known(
    ANSWERING_ERRORS,
    id="json-as-text",
    says="본문은 JSON인데 `Content-Type`이 `text/html`입니다. `json.dumps`로 만든 글 대신 딕셔너리(dict)를 돌려주세요.",
)
def json_sent_as_html(reply):
    return reply.media_type == "text/html" and isinstance(json_of(reply), dict)


@known(
    ANSWERING_ERRORS,
    id="F39",
    says="오류가 HTML 페이지로 갔습니다. `abort`와 Flask는 따로 정하지 않으면 HTML로 답합니다. "
    "`@app.errorhandler(HTTPException)`을 등록해서 JSON으로 바꾸세요.",
)
def error_as_html(reply):
    return reply.media_type == "text/html" and 400 <= reply.status < 500


@known(
    ANSWERING_ERRORS,
    id="status-lost",
    says='상태 코드가 바뀌었습니다. 오류 처리 함수에서 상태 코드도 돌려주세요: `return {"error": ...}, error.code`',
)
def status_of_the_error_lost(reply, failure):
    return failure.expected in (status(404), status(405)) and isinstance(json_of(reply), dict)


@known(
    ANSWERING_ERRORS,
    id="other-key",
    says="오류의 모양이 다릅니다. 키는 `error`이고, 값은 비어 있지 않은 글자입니다.",
)
def error_under_another_key(reply):
    return reply.media_type == "application/json" and 400 <= reply.status < 500


def whole_code(source):
    """All the learner's Python."""
    return "\n".join(source.text(name) for name in source.names() if name.endswith(".py"))
