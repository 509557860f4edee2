"""Lesson 12: mistakes in listing students, showing one, and finding them by name."""

from __future__ import annotations

import re

from mistakes.sqlite.evidence import asked_name, code_for, json_of
from mistakes.sqlite.tasks import FINDING, LISTING, LISTS, SHOWING
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    *LISTS,
    id="Q30",
    says="`fetchmany()`는 수를 주지 않으면 한 행만 꺼냅니다. `fetchone()`도 한 행입니다. 모두 꺼내려면 `fetchall()`을 "
    "쓰거나 `for row in cur:`로 도세요.",
)
def too_few_fetched(reply, loaded, source):
    code = code_for(reply, loaded, source)
    one_of_many = re.search(r"\.fetchmany\((size=)?1?\)", code) is not None and len(listed(reply)) == 1
    return one_of_many or (".fetchone()" in code and not re.search(r"\bfor\b|fetchall", code))


@known(
    *LISTS,
    SHOWING,
    id="rows-as-lists",
    says="학생이 객체가 아니라 배열로 갔습니다. 꺼낸 행은 튜플이고, 튜플은 JSON의 배열이 됩니다. 연결에 "
    "`con.row_factory = sqlite3.Row`를 정하고 `dict(row)`로 바꾸세요.",
)
def rows_are_arrays(reply):
    value = json_of(reply.text)
    items = value if isinstance(value, list) else listed(reply)
    of_one = re.search(r"/students/\d+$", reply.url) is not None
    return any(isinstance(item, list) for item in items) or (of_one and isinstance(value, list))


@known(
    *LISTS,
    id="bare-array",
    says='배열이 그대로 왔습니다. `{"students": 목록}`처럼 객체에 넣으세요.',
)
def array_without_object(reply):
    return reply.status == 200 and isinstance(json_of(reply.text), list)


@known(
    LISTING,
    id="not-by-id",
    says="모든 학생이 왔지만 번호 순서가 아닙니다. 순서는 SQL이 정하게 하세요: `ORDER BY id`",
)
def another_order(reply):
    found = listed(reply)
    ids = [item.get("id") for item in found if isinstance(item, dict)]
    numbers = [id for id in ids if isinstance(id, int)]
    return len(numbers) == len(found) == 5 and numbers != sorted(numbers)


@known(
    FINDING,
    id="anywhere",
    says="이름의 처음이 아니라 가운데나 끝에 그 말이 있는 학생도 찾았습니다. `LIKE`의 `%`는 값의 뒤에만 붙이세요.",
)
def found_in_the_middle(reply):
    text, names = asked_name(reply), names_in(reply)
    return bool(names) and all(text in name for name in names) and any(not name.startswith(text) for name in names)


@known(
    FINDING,
    id="no-filter",
    says="`?name=`을 보지 않습니다. 그 말로 시작하지 않는 학생도 목록에 있습니다.",
)
def name_in_query_ignored(reply, loaded, source):
    return len(names_in(reply)) == 5 and not re.search(r"\.(args|values)\b", code_for(reply, loaded, source))


@known(
    FINDING,
    id="whole-name",
    says="이름이 꼭 같은 학생만 찾았습니다. 그 말로 시작하는 이름을 모두 찾으려면 `LIKE ? || '%'`를 쓰세요.",
)
def only_the_whole_name(reply):
    return set(names_in(reply)) == {asked_name(reply)}


def listed(reply):
    """The items of a list of students, whatever they are; none where there is no such list."""
    value = json_of(reply.text)
    items = value.get("students") if isinstance(value, dict) else None
    return items if isinstance(items, list) else []


def names_in(reply):
    """The names of the students in a list."""
    return [str(item.get("name")) for item in listed(reply) if isinstance(item, dict)]
