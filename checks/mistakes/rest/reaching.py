"""Lesson 01: mistakes in reaching the server: its address, and how long to wait for it."""

from __future__ import annotations

import ast

from mistakes.rest.tasks import OVER_HTTP
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    *OVER_HTTP,
    id="F38",
    says="서버가 답하지 않을 때 10초 안에 끝나지 않습니다. 요청을 보낼 때 10초보다 짧은 시간 제한을 주세요: "
    "`timeout=5`.",
)
def no_time_limit(failure):
    return failure.kind == "timeout"


@known(
    *OVER_HTTP,
    id="no-f",
    says="`base_url`이 값으로 바뀌지 않고 글자 그대로 남았습니다. 따옴표 앞에 `f`를 붙이고 `{base_url}`이라고 적어 "
    "주세요.",
)
def base_url_as_letters(error, server):
    return (
        not server.arrived
        and "base_url" in error.text
        and error.type in ("MissingSchema", "InvalidURL", "ConnectionError")
    )


@known(
    *OVER_HTTP,
    id="slash-missing",
    says="base_url과 `students`가 `/` 없이 붙었습니다. base_url의 끝에는 `/`가 없으므로 `/students`를 붙여야 합니다.",
)
def slash_missing(error, server):
    return not server.arrived and error.type == "InvalidURL" and "students" in error.text


@known(
    *OVER_HTTP,
    id="own-address",
    says="받은 base_url이 아니라 다른 주소로 요청을 보냈습니다. 서버의 주소는 바뀔 수 있습니다. "
    '`f"{base_url}/students"`처럼 base_url로 시작해 주세요.',
)
def own_address(server, source, result):
    if server.arrived:
        return False
    if result.raised("ConnectionError") or result.raised("URLError"):
        return True
    # on a computer without walls the learner's own server may have answered
    names = (function for function in source.functions("client.py") if result.call.startswith(f"{function.name}("))
    return result.value is not None and any(":5000" in ast.unparse(function) for function in names)
