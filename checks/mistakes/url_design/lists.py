"""Lesson 10: mistakes in filtering a list and in cutting it into pages."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from mistakes.url_design.evidence import in_code, is_empty
from mistakes.url_design.tasks import LISTING, LISTING_A_CLASS, LISTS
from probing.students import is_student, json_of
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    LISTING,
    id="class-as-text",
    says='그 반에 학생이 있는데 빈 목록이 왔습니다. 쿼리의 값은 글자로 옵니다. 글자 "7"과 수 7은 같지 않습니다. '
    '`request.args.get("class", type=int)`처럼 수로 바꾸세요.',
)
def class_in_query_stays_text(reply, source):
    return set(asked(reply)) == {"class"} and is_empty(reply) and not in_code(source, r"""["']class["'].*\bint\b""")


@known(
    LISTING,
    id="no-filter",
    says="`?class=`를 보지 않습니다. 다른 반의 학생도 목록에 있습니다.",
)
def class_in_query_ignored(reply):
    return set(asked(reply)) == {"class"} and len({student["class"] for student in listed(reply)}) > 1


@known(
    *LISTS,
    id="bare-array",
    says='배열(array)이 그대로 왔습니다. `{"students": 목록}`처럼 객체(object)에 넣으세요.',
)
def bare_array(reply):
    return reply.status == 200 and isinstance(json_of(reply), list)


@known(
    LISTING,
    id="page-from-zero",
    says="첫 쪽의 번호는 0이 아니라 1입니다. `page`쪽을 보여 주려면 앞의 `(page - 1) * size`명을 건너뛰세요.",
)
def pages_count_from_zero(replies, reply, source):
    if asked(reply) == {"page": ["1"]}:
        first = next(listed(other) for other in reversed(replies) if not urlsplit(other.url).query)
        return not {student["id"] for student in listed(reply)} & {student["id"] for student in first}
    return not urlsplit(reply.url).query and in_code(source, r"\bpage\s*\*") and not in_code(source, r"\bpage\s*-\s*1")


@known(
    LISTING,
    id="over-100",
    says="`size`에 위쪽 끝이 없습니다. 100보다 크면 400으로 거절하거나, 많아도 100명까지만 보내세요.",
)
def size_without_limit(reply):
    return len(listed(reply)) > 100 and size_asked(reply) > 100


@known(
    *LISTS,
    id="no-pages",
    says="한 쪽에 들어갈 수보다 많은 학생이 왔습니다. `size`명까지만 잘라서 보내세요. `size`가 없으면 20명까지입니다.",
)
def list_not_cut(reply):
    return reply.status == 200 and 0 <= size_asked(reply) < len(listed(reply))


@known(
    *LISTS,
    id="page-ignored",
    says="다음 쪽을 물었는데 첫 쪽과 같은 학생이 왔습니다. 앞의 `(page - 1) * size`명을 건너뛰세요.",
)
def pages_all_alike(reply, replies):
    first = reply.url.replace(f"page={asked(reply).get('page', [''])[0]}", "page=1")
    return first != reply.url and any(other.url == first and listed(other) == listed(reply) != [] for other in replies)


@known(
    LISTING,
    id="cut-before-filter",
    says="쪽을 나눈 다음에 반을 골라서, 그 반의 학생이 빠졌습니다. 먼저 반을 고르고, 그다음에 쪽을 나누세요.",
)
def cut_before_filtered(reply):
    some = len(listed(reply))
    return "class" in asked(reply) and reply.status == 200 and (some < 2 if "size" in asked(reply) else 0 < some < 5)


@known(
    LISTING,
    id="past-the-end",
    says="마지막 쪽을 지나도 오류가 아닙니다. 200과 빈 목록으로 답하세요.",
)
def past_the_end_is_an_error(reply):
    page = asked(reply).get("page", [""])[0]
    return page.isdigit() and int(page) > 1 and reply.status in (400, 404)


@known(
    LISTING,
    id="below-1",
    says="1보다 작은 `page`나 `size`를 그대로 썼습니다. 400으로 거절하거나, 기본값 1과 20을 쓰세요.",
)
def number_below_1_taken(reply):
    values = [value for values in asked(reply).values() for value in values]
    is_list = reply.status == 200 and "students" in (json_of(reply) or ())
    return is_list and any(re.fullmatch(r"0|-\d+", value) for value in values)


@known(
    LISTING_A_CLASS,
    id="empty-class",
    says="아무도 없는 반은 오류가 아닙니다. 200과 빈 목록으로 답하세요.",
)
def empty_class_is_an_error(reply, replies):
    return reply.status == 404 and any("/classes/" in other.url and listed(other) for other in replies)


def asked(reply):
    """The query that was asked, as lists by name."""
    return parse_qs(urlsplit(reply.url).query)


def size_asked(reply):
    """The size in the query: 20 where there is none, below 0 where it is no number."""
    size = asked(reply).get("size", ["20"])[0]
    return int(size) if re.fullmatch(r"\d+", size, re.ASCII) else -1


def listed(reply):
    """The students of an answer that has the right shape, else nobody."""
    value = json_of(reply)
    students = value.get("students") if isinstance(value, dict) else None
    return students if isinstance(students, list) and all(is_student(student) for student in students) else []
