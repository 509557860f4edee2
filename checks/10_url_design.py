"""10 URL 디자인"""

from __future__ import annotations

import contextlib
import json
import re
from urllib.parse import parse_qs, urlsplit

import home  # noqa: F401
from shared.checking import Check
from shared.messages.checking import status
from shared.probes import Mismatch, Skip, as_json

check = Check(__file__)

NOBODY = "확인에 쓸 학생을 더할 수 없어서 건너뛰었습니다. 과제 2부터 해 보세요."


@check.task(1, reread="거르기와 나누기는 쿼리로")
def lists_students(http, fresh):
    """`GET /students`는 학생 목록이고, `?class=`로 거르고 `?page=`와 `?size=`로 나눕니다."""
    students_in(http.get("/students"))
    class_no = fresh.integer(30, 500)
    added = enrol(http, fresh, [class_no] * 5 + [1] + [fresh.integer(501, 999) for _ in range(17)])
    default = http.get("/students")
    if len(students_in(default)) > 20 or (added and len(students_in(default)) < 20):
        raise Mismatch(expected="20명", got=f"{len(students_in(default))}명", reply=default)
    known = added or students_in(default)
    if not known:
        raise Skip(NOBODY)
    for short, whole in (("?page=1", ""), ("?page=2", "?page=2&size=20"), ("?size=3", "?page=1&size=3")):
        is_same_list(http.get(f"/students{short}"), http.get(f"/students{whole}"))
    lists_a_class(http, f"/students?class={known[0]['class']}", known[0]["class"], known)
    everyone = turn_pages(http, "/students", 100, known)
    turn_pages(http, "/students", max(fresh.integer(3, 8), len(everyone) // 20), known)
    nobody = http.get(f"/students?page={len(everyone) + fresh.integer(2, 99)}")
    if students_in(nobody):
        raise Mismatch(expected=said([]), got=said(students_in(nobody)), reply=nobody)
    for name in ("page", "size"):
        for bad in (0, -fresh.integer(1, 9), fresh.word()):
            reply = http.get(f"/students?{name}={bad}").has_status(200, 400)
            if reply.status == 200:
                is_same_list(reply, default)
    holds_at_most_100(http, fresh, len(everyone))


@check.task(2, reread="만들면 201과 Location")
def adds_a_student(http, fresh):
    """`POST /students`는 학생을 더하고 201, 그 학생, `Location`으로 답합니다. 잘못된 요청은 거절합니다."""
    student = new_student(http, fresh)
    reply = http.post("/students", json=student).has_status(201)
    reply.json_has(student)
    reply.redirects_to(f"/students/{student['id']}", status=201)
    http.post("/students", json={**student, "name": fresh.word()}).has_status(409)
    another = new_student(http, fresh)
    for wrong in (*without_one_field(another), *with_a_wrong_field(another), [another]):
        http.post("/students", json=wrong).has_status(400)
    http.post("/students", data='{"id": 1, "name": ', headers={"Content-Type": "application/json"}).has_status(400)
    http.post("/students", data=json.dumps(another), headers={"Content-Type": "text/plain"}).has_status(400, 415)
    http.post("/students", data=another).has_status(400, 415)


@check.task(3, reread="자원과 주소")
def shows_a_student(http, fresh):
    """`GET /students/<int:id>`는 그 학생이고, 없는 학생은 404입니다."""
    http.get(path_of(new_student(http, fresh))).has_status(404)
    for student in some_students(http, fresh, 2):
        http.get(path_of(student)).has_status(200).json_has(student)


@check.task(4, reread="같은 요청을 다시 보내면")
def replaces_a_student(http, fresh):
    """`PUT /students/<int:id>`는 학생을 통째로 바꾸고 200, 없는 학생은 404, 잘못된 필드는 400입니다."""
    student, stranger = some_students(http, fresh, 1)[0], new_student(http, fresh)
    changed = {"id": student["id"], "name": fresh.word(), "class": fresh.integer(21, 29)}
    http.put(path_of(student), json=changed).has_status(200)
    shown = http.get(path_of(student))
    value = json_of(shown)
    if isinstance(value, dict) and value.get("id") == student["id"] and not holds(value, changed):
        raise Mismatch(expected=as_json(changed), got=as_json(value), reply=shown)
    http.put(path_of(stranger), json=stranger).has_status(404)
    for wrong in (*without_one_field(changed), {**changed, "name": ""}, {**changed, "class": 0}):
        http.put(path_of(student), json=wrong).has_status(400)
    http.put(path_of(student), json={**changed, "id": stranger["id"]}).has_status(400)


@check.task(5, reread="같은 요청을 다시 보내면")
def removes_a_student(http, fresh):
    """`DELETE /students/<int:id>`는 학생을 지우고 204, 없는 학생은 404입니다."""
    http.delete(path_of(new_student(http, fresh))).has_status(404)
    for student in some_students(http, fresh, 2):
        http.delete(path_of(student)).has_status(204)
        http.delete(path_of(student)).has_status(404)


@check.task(6, reread="안에 든 자원")
def lists_students_of_a_class(http, fresh):
    """`GET /classes/<int:class_no>/students`는 그 반의 학생 목록이고, 아무도 없는 반은 빈 목록입니다."""
    class_no = fresh.integer(1000, 4999)
    known = enrol(http, fresh, [class_no] * 5 + [class_no + 1] * 2) or students_there(http)
    if not known:
        raise Skip(NOBODY)
    for class_no in dict.fromkeys(student["class"] for student in known):
        lists_a_class(http, f"/classes/{class_no}/students", class_no, known)
    nobody = http.get(f"/classes/{fresh.integer(5001, 9999)}/students")
    if students_in(nobody):
        raise Mismatch(expected=said([]), got=said(students_in(nobody)), reply=nobody)


@check.task(7, reread="오류는 한 모양으로")
def answers_errors_as_json(http, fresh, loaded):
    """모든 오류는 `{"error": "<설명>"}` 모양의 JSON이고, 상태 코드는 그대로입니다."""
    is_json_error(http.get(f"/{fresh.word()}").has_status(404))
    path = path_that_refuses_patch(loaded, fresh)
    if path:
        is_json_error(http.patch(path).has_status(405))
    student = new_student(http, fresh)
    broken = {"data": "{", "headers": {"Content-Type": "application/json"}}
    for reply in (
        http.get(path_of(student)),
        http.put(path_of(student), json=student),
        http.delete(path_of(student)),
        http.post("/students", **broken),
        http.post("/students", json={}),
        http.post("/students", data=student),
        http.post("/students", json=student),
        http.post("/students", json=student),
    ):
        # a wrong status, or a fault in a view, is a matter of the tasks above
        if 400 <= reply.status < 500:
            is_json_error(reply)


# What the tasks are made of


def students_in(reply):
    """The students of a list, which must have the right shape."""
    value = reply.has_status(200).is_json()
    students = value.get("students") if isinstance(value, dict) else None
    if not isinstance(students, list) or not all(is_student(student) for student in students):
        raise Mismatch(
            expected='{"students": [{"id": 정수, "name": 글자, "class": 정수}, ...]}', got=reply.text, reply=reply
        )
    return students


def is_student(value):
    """Whether this is a student. A class may be text: it may have been sent so."""
    return (
        isinstance(value, dict)
        and type(value.get("id")) is int
        and isinstance(value.get("name"), str)
        and isinstance(value.get("class"), (int, str))
    )


def lists_a_class(http, path, class_no, known):
    """This address lists the students of a class and nobody else, and page by page too."""
    wanted = [student for student in known if student["class"] == class_no]
    reply = http.get(path)
    found = students_in(reply)
    if any(student["class"] != class_no for student in found) or missing(wanted, found):
        raise Mismatch(expected=said(wanted), got=said(found), reply=reply)
    turn_pages(http, path, 2, wanted)


def turn_pages(http, path, size, wanted):
    """All students of a list, page by page. None of those wanted is missing, and nobody comes twice."""
    found = []
    for page in range(1, 500):
        reply = http.get(f"{path}{'&' if '?' in path else '?'}page={page}&size={size}")
        students = students_in(reply)
        if len(students) > size:
            raise Mismatch(expected=f"{size}명까지", got=f"{len(students)}명", reply=reply)
        if any(student["id"] in {other["id"] for other in found} for student in students):
            raise Mismatch(expected="앞의 쪽에 없던 학생", got=said(students), reply=reply)
        found += students
        if len(students) < size:
            break
    if missing(wanted, found):
        raise Mismatch(expected=said(wanted), got=said(found), reply=reply)
    return found


def is_same_list(reply, wanted):
    """Two answers list the same students in the same order."""
    if students_in(reply) != students_in(wanted):
        raise Mismatch(expected=said(students_in(wanted)), got=said(students_in(reply)), reply=reply)


def holds_at_most_100(http, fresh, count):
    """A size over 100 is refused, or gives 100 students at most although there are more."""
    path = "/students?size=101"
    if http.get(path).has_status(200, 400).status == 200:
        enrol(http, fresh, [fresh.integer(1, 20) for _ in range(101 - count)])
        reply = http.get(path)
        if len(students_in(reply)) > 100:
            raise Mismatch(expected="400 또는 100명까지", got=f"{len(students_in(reply))}명", reply=reply)


def enrol(http, fresh, classes):
    """Add a student to each of these classes. Gives nobody where adding does not work."""
    students = []
    for class_no in classes:
        for _ in range(5):
            student = {"id": fresh.integer(100_000, 999_999), "name": fresh.name(), "class": class_no}
            status_code = http.post("/students", json=student).status
            if status_code != 409:
                break
        if status_code not in (200, 201) or not (students or is_there(http, student)):
            break
        students.append(student)
    return students


def some_students(http, fresh, count):
    """Students who are there: newly added, or of those at the start where adding does not work."""
    added = enrol(http, fresh, [fresh.integer(1, 20) for _ in range(count)])
    students = added or students_there(http)[:count]
    if not students:
        raise Skip(NOBODY)
    return students


def students_there(http):
    """The students of the first page, or nobody where listing them does not work."""
    with contextlib.suppress(Mismatch):
        return students_in(http.get("/students"))
    return []


def is_there(http, student):
    """Whether a student was kept: shown, listed, or refused when added again. One of the three routes may do."""
    shown = json_of(http.get(path_of(student)))
    if isinstance(shown, dict) and shown.get("id") == student["id"]:
        return True
    with contextlib.suppress(Mismatch):
        if not missing([student], students_in(http.get("/students?size=100"))):
            return True
    return http.post("/students", json=student).status == 409


def new_student(http, fresh):
    """A student whose id nobody has yet."""
    for _ in range(9):
        student = {"id": fresh.integer(1000, 99_999), "name": fresh.name(), "class": fresh.integer(1, 20)}
        if http.get(path_of(student)).status == 404:
            break
    return student


def without_one_field(student):
    """The student three times, each time without one of the fields."""
    return [{key: student[key] for key in student if key != left_out} for left_out in student]


def with_a_wrong_field(student):
    """The student with one field that is clearly wrong. A class sent as text is not among them."""
    wrong = {"id": (0, -1, 1.5, True, "abc", None, []), "name": ("", 7, None, []), "class": (0, -1, None, [])}
    return [{**student, key: value} for key, values in wrong.items() for value in values]


def is_json_error(reply):
    """An error has the one shape."""
    value = reply.has_type("application/json").has_status(reply.status).is_json()
    text = value.get("error") if isinstance(value, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise Mismatch(expected='{"error": "<설명>"}', got=reply.text, reply=reply)


def path_that_refuses_patch(loaded, fresh):
    """An address of the app that surely answers PATCH with 405, or None."""
    number = fresh.integer(1000, 9999)
    paths = {
        "/students": "/students",
        "/students/<>": f"/students/{number}",
        "/classes/<>/students": f"/classes/{number}/students",
    }
    for shape, path in paths.items():
        routes = [route for route in loaded.routes if shape_of(route) == shape]
        if routes and not any("PATCH" in route.methods for route in routes):
            return path
    return None


def shape_of(route):
    """The rule of a route without names and converters: `/students/<>`."""
    return re.sub("<[^>]*>", "<>", route.rule)


def path_of(student):
    """The address of a student."""
    return f"/students/{student['id']}"


def holds(value, student):
    """Whether a student that came back is this one."""
    return all(value.get(key) == student[key] for key in student)


def missing(wanted, found):
    """Whether somebody who must be there is not."""
    return any(not any(holds(value, student) for value in found) for student in wanted)


def said(students):
    """A list in one line, for expected and got."""
    return ", ".join(f"{student['id']} ({student['class']}반)" for student in students) or "빈 목록"


def json_of(reply):
    """The decoded body, or None where it is no JSON."""
    try:
        return json.loads(reply.text)
    except (ValueError, RecursionError):
        return None


# Known mistakes. Of several that match, the first is told.


def mistake_of(tasks, slug, message):
    """Like `mistake`, for several tasks at once."""

    def add(recognise):
        for task in tasks:
            task.mistake(slug, message)(recognise)
        return recognise

    return add


LISTS = (lists_students, lists_students_of_a_class)
OF_ONE = (shows_a_student, replaces_a_student, removes_a_student)
ROUTES = (lists_students, adds_a_student, *OF_ONE, lists_students_of_a_class)


@mistake_of(
    ROUTES,
    "not-registered",
    "블루프린트의 라우트가 앱에 하나도 없습니다. `app.py`에 `app.register_blueprint(...)`가 있는지 보세요.",
)
def blueprint_not_registered(reply, loaded, source):
    return (
        reply.status == 404
        and all(route.endpoint == "static" for route in loaded.routes)
        and in_code(source, r"^\s*@\w+\.(get|post|put|delete|route)\(")
        and not in_code(source, r"\.register_blueprint\(")
    )


@mistake_of(
    ROUTES,
    "error-with-200",
    "오류의 설명이 왔는데 상태 코드는 200(성공)입니다. 오류에는 상태 코드도 정하세요. 예: `return {...}, 404`",
)
def error_text_with_200(reply):
    value = json_of(reply)
    return reply.status == 200 and isinstance(value, dict) and "error" in value and "id" not in value


@mistake_of(
    ROUTES,
    "verb-in-url",
    "이 주소의 라우트가 없고, 동사가 든 주소가 있습니다. 무엇을 할지는 메소드가 말합니다. 주소에는 명사 "
    "`students`만 쓰고, `@bp.get`, `@bp.post`, `@bp.put`, `@bp.delete`로 나누세요.",
)
def verb_in_a_rule(reply, loaded):
    verb = "get|show|list|view|find|add|create|make|new|edit|update|change|replace|put|delete|remove"
    return no_such_route(reply, loaded) and has_rule(loaded, rf"(?i)[/_-]({verb})($|[/_-]|student|class)")


@mistake_of(
    ROUTES,
    "singular",
    "이 주소의 라우트가 없고, 단수로 쓴 주소가 있습니다. 모음의 이름은 복수로 씁니다: `/students`, `/classes`",
)
def singular_rule(reply, loaded):
    rules = "^/class/|^/classes/.*/student$" if "/classes/" in reply.url else "^/student(/|$)"
    return no_such_route(reply, loaded) and has_rule(loaded, rules)


@mistake_of(
    ROUTES,
    "url-prefix",
    "라우트의 주소 앞에 다른 말이 붙어 있습니다. `url_prefix`와 규칙이 이어져서 주소가 됩니다. 이어진 주소가 과제의 "
    "주소와 같아야 합니다.",
)
def other_prefix(reply, loaded, source):
    prefixed = has_rule(loaded, r"^/.+/(students|classes)(/<|/?$)")
    return no_such_route(reply, loaded) and prefixed and in_code(source, r"\burl_prefix\b")


@mistake_of(
    OF_ONE,
    "no-int",
    "`<int:...>`가 없어서 주소의 번호가 글자로 옵니다. 글자와 수는 다릅니다. 규칙에 `<int:student_id>`처럼 쓰세요.",
)
def id_comes_as_text(reply, loaded, failure):
    return reply.status == 404 and "404" not in (failure.expected or "") and has_rule(loaded, "^/students/<[^:>]+>$")


@mistake_of(
    (lists_students_of_a_class,),
    "no-int",
    "`<int:...>`가 없어서 반 번호가 글자로 옵니다. 글자와 수는 다릅니다. 규칙에 `<int:class_no>`라고 쓰세요.",
)
def class_comes_as_text(reply, loaded):
    return is_empty(reply) and has_rule(loaded, "^/classes/<[^:>]+>/students$")


@lists_students.mistake(
    "class-as-text",
    '그 반에 학생이 있는데 빈 목록이 왔습니다. 쿼리의 값은 글자로 옵니다. 글자 "7"과 수 7은 같지 않습니다. '
    '`request.args.get("class", type=int)`처럼 수로 바꾸세요.',
)
def class_in_query_stays_text(reply, source):
    return set(asked(reply)) == {"class"} and is_empty(reply) and not in_code(source, r"""["']class["'].*\bint\b""")


@lists_students.mistake("no-filter", "`?class=`를 보지 않습니다. 다른 반의 학생도 목록에 있습니다.")
def class_in_query_ignored(reply):
    return set(asked(reply)) == {"class"} and len({student["class"] for student in listed(reply)}) > 1


@mistake_of(LISTS, "bare-array", '배열(array)이 그대로 왔습니다. `{"students": 목록}`처럼 객체(object)에 넣으세요.')
def bare_array(reply):
    return reply.status == 200 and isinstance(json_of(reply), list)


@lists_students.mistake(
    "page-from-zero",
    "첫 쪽의 번호는 0이 아니라 1입니다. `page`쪽을 보여 주려면 앞의 `(page - 1) * size`명을 건너뛰세요.",
)
def pages_count_from_zero(replies, reply, source):
    if asked(reply) == {"page": ["1"]}:
        first = next(listed(other) for other in reversed(replies) if not urlsplit(other.url).query)
        return not {student["id"] for student in listed(reply)} & {student["id"] for student in first}
    return not urlsplit(reply.url).query and in_code(source, r"\bpage\s*\*") and not in_code(source, r"\bpage\s*-\s*1")


@lists_students.mistake(
    "over-100", "`size`에 위쪽 끝이 없습니다. 100보다 크면 400으로 거절하거나, 많아도 100명까지만 보내세요."
)
def size_without_limit(reply):
    return len(listed(reply)) > 100 and size_asked(reply) > 100


@mistake_of(
    LISTS,
    "no-pages",
    "한 쪽에 들어갈 수보다 많은 학생이 왔습니다. `size`명까지만 잘라서 보내세요. `size`가 없으면 20명까지입니다.",
)
def list_not_cut(reply):
    return reply.status == 200 and 0 <= size_asked(reply) < len(listed(reply))


@mistake_of(
    LISTS, "page-ignored", "다음 쪽을 물었는데 첫 쪽과 같은 학생이 왔습니다. 앞의 `(page - 1) * size`명을 건너뛰세요."
)
def pages_all_alike(reply, replies):
    first = reply.url.replace(f"page={asked(reply).get('page', [''])[0]}", "page=1")
    return first != reply.url and any(other.url == first and listed(other) == listed(reply) != [] for other in replies)


@lists_students.mistake(
    "cut-before-filter",
    "쪽을 나눈 다음에 반을 골라서, 그 반의 학생이 빠졌습니다. 먼저 반을 고르고, 그다음에 쪽을 나누세요.",
)
def cut_before_filtered(reply):
    some = len(listed(reply))
    return "class" in asked(reply) and reply.status == 200 and (some < 2 if "size" in asked(reply) else 0 < some < 5)


@lists_students.mistake("past-the-end", "마지막 쪽을 지나도 오류가 아닙니다. 200과 빈 목록으로 답하세요.")
def past_the_end_is_an_error(reply):
    page = asked(reply).get("page", [""])[0]
    return page.isdigit() and int(page) > 1 and reply.status in (400, 404)


@lists_students.mistake(
    "below-1", "1보다 작은 `page`나 `size`를 그대로 썼습니다. 400으로 거절하거나, 기본값 1과 20을 쓰세요."
)
def number_below_1_taken(reply):
    values = [value for values in asked(reply).values() for value in values]
    is_list = reply.status == 200 and "students" in (json_of(reply) or ())
    return is_list and any(re.fullmatch(r"0|-\d+", value) for value in values)


@mistake_of(
    (adds_a_student, replaces_a_student),
    "F35",
    "`request.form`은 폼(form)만 읽습니다. JSON으로 온 본문은 `request.get_json()`으로 읽으세요.",
)
def form_read(failure, source):
    return failure.expected in (status(201), status(200)) and in_code(source, r"request\.(form|values)\b")


@adds_a_student.mistake(
    "no-location",
    "응답에 `Location` 헤더가 없습니다. 더한 학생의 주소를 `url_for`로 만들어 201과 함께 보내세요.",
)
def location_missing(reply):
    return reply.status == 201 and "Location" not in reply.headers


@adds_a_student.mistake(
    "bool-is-int",
    "`true`를 정수로 받았습니다. Python에서 `isinstance(True, int)`는 True입니다. bool인지도 확인하세요.",
)
def true_taken_as_number(reply, failure):
    value = sent_json(reply)
    is_true = isinstance(value, dict) and value.get("id") is True
    return is_true and reply.status < 300 and failure.expected == status(400)


@adds_a_student.mistake(
    "any-media-type",
    "`Content-Type`이 JSON이 아닌 본문도 받았습니다. `get_json()`에서 `force=True`를 지우면 Flask가 415로 답합니다.",
)
def media_type_ignored(reply, source):
    other = reply.exchange.request.headers.get("Content-Type") != "application/json"
    return other and reply.status < 300 and in_code(source, r"\bforce\s*=\s*True")


@replaces_a_student.mistake(
    "put-merges",
    "필드가 빠졌는데 받았습니다. PUT은 통째로 바꾸므로 세 필드가 모두 있어야 합니다. 빠지면 400으로 답하세요.",
)
def put_merges(reply, failure):
    return (
        reply.status < 300
        and failure.expected == status(400)
        and not {"id", "name", "class"} <= set(sent_json(reply) or ())
    )


@replaces_a_student.mistake(
    "id-ignored", "본문의 `id`가 주소의 번호와 다른데 받았습니다. 두 번호가 다르면 400으로 답하세요."
)
def id_in_body_ignored(reply, failure):
    other = sent_json(reply).get("id") != int(reply.url.rsplit("/", 1)[1]) if sent_json(reply) else False
    return other and reply.status < 300 and failure.expected == status(400)


@replaces_a_student.mistake("put-not-kept", "200으로 답했지만 학생이 바뀌지 않았습니다. 받은 학생을 저장하세요.")
def put_not_kept(reply):
    return reply.exchange.request.method == "GET" and reply.status == 200


@lists_students_of_a_class.mistake("empty-class", "아무도 없는 반은 오류가 아닙니다. 200과 빈 목록으로 답하세요.")
def empty_class_is_an_error(reply, replies):
    return reply.status == 404 and any("/classes/" in other.url and listed(other) for other in replies)


@answers_errors_as_json.mistake(
    "blueprint-only",
    "블루프린트의 `errorhandler`는 그 블루프린트의 뷰에서 난 오류만 받습니다. 없는 주소의 404까지 받으려면 "
    "`app.errorhandler`나 `bp.app_errorhandler`를 쓰세요.",
)
def handler_of_a_blueprint(reply, source):
    names = re.findall(r"(?m)^(\w+)\s*=\s*Blueprint\(", whole_code(source))
    return reply.media_type == "text/html" and any(in_code(source, rf"^\s*@{name}\.errorhandler\(") for name in names)


@answers_errors_as_json.mistake(
    "some-errors",
    "어떤 오류는 JSON인데 이 오류는 HTML 페이지입니다. 상태 코드마다 따로 등록하지 말고 "
    "`@app.errorhandler(HTTPException)` 하나로 모두 받으세요.",
)
def only_some_errors(reply, replies):
    in_json = [other for other in replies if other.status >= 400 and other.media_type == "application/json"]
    return bool(in_json) and reply.media_type == "text/html" and reply.status >= 400 and json_of(reply) is None


@answers_errors_as_json.mistake(
    "json-as-text",
    "본문은 JSON인데 `Content-Type`이 `text/html`입니다. `json.dumps`로 만든 글 대신 딕셔너리(dict)를 돌려주세요.",
)
def json_sent_as_html(reply):
    return reply.media_type == "text/html" and isinstance(json_of(reply), dict)


@answers_errors_as_json.mistake(
    "F39",
    "오류가 HTML 페이지로 갔습니다. `abort`와 Flask는 따로 정하지 않으면 HTML로 답합니다. "
    "`@app.errorhandler(HTTPException)`을 등록해서 JSON으로 바꾸세요.",
)
def error_as_html(reply):
    return reply.media_type == "text/html" and 400 <= reply.status < 500


@answers_errors_as_json.mistake(
    "status-lost",
    '상태 코드가 바뀌었습니다. 오류 처리 함수에서 상태 코드도 돌려주세요: `return {"error": ...}, error.code`',
)
def status_of_the_error_lost(reply, failure):
    return failure.expected in (status(404), status(405)) and isinstance(json_of(reply), dict)


@answers_errors_as_json.mistake(
    "other-key", "오류의 모양이 다릅니다. 키는 `error`이고, 값은 비어 있지 않은 글자입니다."
)
def error_under_another_key(reply):
    return reply.media_type == "application/json" and 400 <= reply.status < 500


TAKEN_AGAIN = "이미 있는 번호인데 다시 받았습니다. 더하기 전에 그 번호가 있는지 보고, 있으면 409로 답하세요."
NOT_CHECKED = "잘못된 학생을 받았습니다. 세 필드가 모두 있고 알맞은지 먼저 확인하고, 아니면 400으로 답하세요."
PUT_CREATES = "없는 학생에게 PUT을 보냈는데 받았습니다. 이 API의 PUT은 있는 학생만 바꿉니다. 없으면 404로 답하세요."
NOT_FOUND = "없는 학생은 400이 아니라 404(Not Found)로 답합니다. 400은 요청의 모양이 잘못되었다는 뜻입니다."
STATUS_FORGOTTEN = "없는 학생인데 200으로 답했습니다. 오류에는 상태 코드도 정하세요: `abort(404)`"
DELETED = '지웠을 때는 200이 아니라 204(No Content)이고, 본문이 없습니다. `return "", 204`처럼 쓰세요.'

STATUS_MISTAKES = (
    (adds_a_student, 201, 200, "status-200", "새로 만들었을 때의 상태 코드는 200이 아니라 201(Created)입니다."),
    (adds_a_student, 409, 200, "overwrites", TAKEN_AGAIN),
    (adds_a_student, 409, 201, "overwrites", TAKEN_AGAIN),
    (adds_a_student, 409, 400, "F31", "이미 있는 번호는 400이 아니라 409(Conflict)로 답합니다."),
    (adds_a_student, 400, 200, "not-checked", NOT_CHECKED),
    (adds_a_student, 400, 201, "not-checked", NOT_CHECKED),
    (replaces_a_student, 200, 201, "put-201", "바꾸었을 때는 200입니다. 201은 새로 만들었을 때 씁니다."),
    (replaces_a_student, 404, 201, "put-creates", PUT_CREATES),
    (replaces_a_student, 404, 200, "put-creates", PUT_CREATES),
    (replaces_a_student, 404, 400, "F31", NOT_FOUND),
    (replaces_a_student, 400, 200, "not-checked", NOT_CHECKED),
    (shows_a_student, 404, 200, "error-with-200", STATUS_FORGOTTEN),
    (shows_a_student, 404, 400, "F31", NOT_FOUND),
    (removes_a_student, 204, 200, "delete-200", DELETED),
    (removes_a_student, 404, 200, "error-with-200", STATUS_FORGOTTEN),
    (removes_a_student, 404, 204, "delete-nobody", "없는 학생인데 204로 답했습니다. 없으면 404로 답하세요."),
    (removes_a_student, 404, 400, "F31", NOT_FOUND),
)
"""Mistakes that the status alone gives away: task, expected, got, id, message."""


def tell_by_status(task, expected, got, slug, message):
    """Add a mistake that is known by the status that came for the one expected."""

    @task.mistake(slug, message)
    def status_came(reply, failure):
        return reply.status == got and failure.expected == status(expected)


for mistake in STATUS_MISTAKES:
    tell_by_status(*mistake)


def no_such_route(reply, loaded):
    """Whether the app has no route for what was asked: neither for the address nor for the method."""
    method, path = reply.exchange.request.method, re.sub(r"\d+", "<>", urlsplit(reply.url).path)
    found = (route for route in loaded.routes if method in route.methods)
    return reply.status in (404, 405) and all(shape_of(route) != path for route in found)


def has_rule(loaded, pattern):
    """Whether a rule of the app matches."""
    return any(re.search(pattern, route.rule) for route in loaded.routes if route.endpoint != "static")


def whole_code(source):
    """All the learner's Python."""
    return "\n".join(source.text(name) for name in source.names() if name.endswith(".py"))


def in_code(source, pattern):
    """Whether a line of the learner's Python matches."""
    return any(source.has(name, pattern) for name in source.names() if name.endswith(".py"))


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


def is_empty(reply):
    """Whether a list came, with nobody in it."""
    return reply.status == 200 and json_of(reply) == {"students": []}


def sent_json(reply):
    """What was sent as JSON, or None."""
    try:
        return json.loads(reply.exchange.request.body or "")
    except ValueError:
        return None


if __name__ == "__main__":
    check.main()
