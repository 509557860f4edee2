"""Lesson 07: mistakes in reading what came as a form."""

from __future__ import annotations

import re

from mistakes.request_data.evidence import reads, request_body
from mistakes.request_data.tasks import READING_A_FORM
from probing.markup import runs_markup
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    READING_A_FORM,
    id="F36",
    says="`/hi`가 POST를 받지 않습니다. 브라우저는 GET 요청에 본문을 담지 못하므로 폼의 값은 POST로 옵니다. "
    '`@app.post("/hi")`라고 적어 주세요.',
)
def post_not_taken(reply, loaded):
    return reply.status == 405 and any(route.rule == "/hi" for route in loaded.routes)


@known(
    READING_A_FORM,
    id="F32",
    says="주소의 쿼리를 읽었습니다. 폼으로 온 값은 `request.args`가 아니라 `request.form`에 있습니다.",
)
def query_for_form(source, loaded):
    return reads(source, loaded, "/hi", {"args"}, but_not={"form", "values"})


@known(
    READING_A_FORM,
    id="F35",
    says="폼을 보냈는데 JSON을 읽으려고 했습니다. 폼으로 온 값은 `request.form`에 있습니다.",
)
def json_for_form(source, loaded):
    return reads(source, loaded, "/hi", {"get_json", "json"}, but_not={"form", "values"})


@known(
    READING_A_FORM,
    id="F9",
    says="이름에 든 태그가 브라우저에서 실행됩니다. 받은 글은 `escape()`로 이스케이프해 주세요.",
)
def name_not_escaped(reply):
    return runs_markup(reply)


@known(
    READING_A_FORM,
    id="no-name",
    says="`name`이 없는 요청을 거절하지 않았습니다. `name`이 없으면 `abort(400)`으로 거절해 주세요.",
)
def nameless_form_accepted(reply):
    return reply.status == 200 and not re.search(r"\bname=", request_body(reply))
