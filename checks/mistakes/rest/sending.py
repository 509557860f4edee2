"""Lesson 01: mistakes in the request that is sent: its method, address, query, headers and body."""

from __future__ import annotations

import re

from mistakes.client_calls import in_request, is_form, is_undeclared_json
from mistakes.rest.tasks import LISTING_A_CLASS, OVER_HTTP, READING_HEADERS, REPLACING, WITH_BODY
from probing.roster import HEADERS
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    *OVER_HTTP,
    id="no-f",
    says="중괄호 `{ }`가 값으로 바뀌지 않고 글자 그대로 서버에 도착했습니다. 따옴표 앞에 `f`를 붙여 주세요.",
)
@in_request
def braces_arrived(request):
    return re.search(r"\{\w+\}", request.line) is not None


@known(
    LISTING_A_CLASS,
    id="class-in-path",
    says='반 번호가 경로에 있습니다. 반은 학생을 고르는 조건이므로 쿼리로 보냅니다: `params={"class": class_no}`.',
)
@in_request
def class_in_the_path(request):
    return request.path.startswith("/students/")


@known(
    LISTING_A_CLASS,
    id="filtered-at-home",
    says='모든 학생을 받아 왔습니다. 고르는 일은 서버가 합니다. 쿼리를 붙여 주세요: `params={"class": class_no}`.',
)
@in_request
def asked_for_everybody(request):
    return (request.path, request.query) == ("/students", ())


@known(
    *WITH_BODY,
    id="in-query",
    says="학생이 쿼리에 있습니다. `params=`는 URL에 붙습니다. 학생은 본문에 담습니다: `json=student`.",
)
@in_request
def student_in_the_query(request):
    return "name" in dict(request.query)


@known(
    REPLACING,
    id="H6",
    says="있는 것을 통째로 바꾸는 메소드는 PUT입니다. POST는 새로 더하고 PATCH는 일부만 바꿉니다. "
    "`requests.put`을 쓰세요.",
)
@in_request
def not_put(request):
    return request.method in ("POST", "PATCH")


@known(
    *WITH_BODY,
    id="F35",
    says="본문이 폼(form)으로 갔습니다. `data=`에 dict를 주면 폼이 됩니다. JSON으로 보내려면 `json=student`를 쓰세요.",
)
@in_request
def form_for_json(request):
    return is_form(request)


@known(
    *WITH_BODY,
    id="not-declared",
    says="본문은 JSON인데 Content-Type이 `application/json`이 아닙니다. `json=student`를 쓰면 이 헤더가 저절로 "
    "붙습니다.",
)
@in_request
def json_not_declared(request):
    return is_undeclared_json(request)


@known(
    REPLACING,
    id="H6",
    says="학생의 일부만 보냈습니다. PUT은 전체를 바꾸므로 전체를 보냅니다: `json=student`.",
)
@in_request
def put_a_part(request):
    return isinstance(request.json, dict) and len({"name", "class"} & request.json.keys()) == 1


@known(
    READING_HEADERS,
    id="headers-in-query",
    says="헤더가 쿼리로 갔습니다. `requests.get`의 두 번째 값은 `params`입니다. `headers=`라고 이름을 적어 주세요.",
)
@in_request
def headers_in_the_query(request):
    return bool(HEADERS.keys() & dict(request.query).keys())


@known(
    READING_HEADERS,
    id="header-missing",
    says="헤더가 빠졌거나 값이 다릅니다. 요청에 넣어 주세요: "
    '`headers={"Accept": "application/json", "X-Club": "web"}`.',
)
@in_request
def header_is_missing(request):
    return any(request.headers.get(name) != value for name, value in HEADERS.items())
