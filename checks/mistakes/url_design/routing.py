"""Lesson 10: mistakes in the routes: whether they are there, under which address, and as which status they answer."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mistakes.url_design.evidence import in_code, is_empty, shape_of
from mistakes.url_design.tasks import LISTING_A_CLASS, OF_ONE, ROUTES
from probing.students import json_of
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    *ROUTES,
    id="not-registered",
    says="블루프린트의 라우트가 앱에 하나도 없습니다. `app.py`에 `app.register_blueprint(...)`가 있는지 보세요.",
)
def blueprint_not_registered(reply, loaded, source):
    return (
        reply.status == 404
        and all(route.endpoint == "static" for route in loaded.routes)
        and in_code(source, r"^\s*@\w+\.(get|post|put|delete|route)\(")
        and not in_code(source, r"\.register_blueprint\(")
    )


@known(
    *ROUTES,
    id="error-with-200",
    says="오류의 설명이 왔는데 상태 코드는 200(성공)입니다. 오류에는 상태 코드도 정하세요. 예: `return {...}, 404`",
)
def error_text_with_200(reply):
    value = json_of(reply)
    return reply.status == 200 and isinstance(value, dict) and "error" in value and "id" not in value


@known(
    *ROUTES,
    id="verb-in-url",
    says="이 주소의 라우트가 없고, 동사가 든 주소가 있습니다. 무엇을 할지는 메소드가 말합니다. 주소에는 명사 "
    "`students`만 쓰고, `@bp.get`, `@bp.post`, `@bp.put`, `@bp.delete`로 나누세요.",
)
def verb_in_a_rule(reply, loaded):
    verb = "get|show|list|view|find|add|create|make|new|edit|update|change|replace|put|delete|remove"
    return no_such_route(reply, loaded) and has_rule(loaded, rf"(?i)[/_-]({verb})($|[/_-]|student|class)")


@known(
    *ROUTES,
    id="singular",
    says="이 주소의 라우트가 없고, 단수로 쓴 주소가 있습니다. 모음의 이름은 복수로 씁니다: `/students`, `/classes`",
)
def singular_rule(reply, loaded):
    rules = "^/class/|^/classes/.*/student$" if "/classes/" in reply.url else "^/student(/|$)"
    return no_such_route(reply, loaded) and has_rule(loaded, rules)


@known(
    *ROUTES,
    id="url-prefix",
    says="라우트의 주소 앞에 다른 말이 붙어 있습니다. `url_prefix`와 규칙이 이어져서 주소가 됩니다. 이어진 주소가 "
    "과제의 주소와 같아야 합니다.",
)
def other_prefix(reply, loaded, source):
    prefixed = has_rule(loaded, r"^/.+/(students|classes)(/<|/?$)")
    return no_such_route(reply, loaded) and prefixed and in_code(source, r"\burl_prefix\b")


@known(
    *OF_ONE,
    id="no-int",
    says="`<int:...>`가 없어서 주소의 번호가 글자로 옵니다. 글자와 수는 다릅니다. 규칙에 `<int:student_id>`처럼 "
    "쓰세요.",
)
def id_comes_as_text(reply, loaded, failure):
    return reply.status == 404 and "404" not in (failure.expected or "") and has_rule(loaded, "^/students/<[^:>]+>$")


@known(
    LISTING_A_CLASS,
    id="no-int",
    says="`<int:...>`가 없어서 반 번호가 글자로 옵니다. 글자와 수는 다릅니다. 규칙에 `<int:class_no>`라고 쓰세요.",
)
def class_comes_as_text(reply, loaded):
    return is_empty(reply) and has_rule(loaded, "^/classes/<[^:>]+>/students$")


def no_such_route(reply, loaded):
    """Whether the app has no route for what was asked: neither for the address nor for the method."""
    method, path = reply.exchange.request.method, re.sub(r"\d+", "<>", urlsplit(reply.url).path)
    found = (route for route in loaded.routes if method in route.methods)
    return reply.status in (404, 405) and all(shape_of(route) != path for route in found)


def has_rule(loaded, pattern):
    """Whether a rule of the app matches."""
    return any(re.search(pattern, route.rule) for route in loaded.routes if route.endpoint != "static")
