"""01 요청과 응답"""

from __future__ import annotations

import ast
import json
import re
from urllib.parse import parse_qsl, quote, urlsplit

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch

check = Check(__file__, app=None, client="client.py", server="server.py")

PARTS = ("scheme", "host", "port", "path", "query", "fragment")
HEADERS = {"Accept": "application/json", "X-Club": "web"}


@check.task(1, reread="URL의 부분")
def splits_a_url(client, fresh):
    """`split_url(url)`은 URL을 여섯 부분으로 나누고, 65535보다 큰 포트는 ValueError로 거절합니다."""
    host, port = f"{fresh.word()}.example.com", fresh.integer(1024, 65534)
    key, other = fresh.word(4), fresh.word(5)
    parted(client, f"http://{host}:{port}/{fresh.word()}/{fresh.word()}?{key}={fresh.word()}#{fresh.word()}")
    parted(client, f"https://{host}/{fresh.word()}.html")
    parted(client, f"https://{host}/{fresh.word()}?{key}={fresh.integer(1, 99)}&{other}={fresh.word()}")
    parted(client, f"https://{host}/{fresh.word()}#{fresh.word()}")
    parted(client, f"http://{host}:{port}")
    value = quote(f"{fresh.name()} & {fresh.word(3)}")
    parted(client, f"https://{host}/{quote(fresh.name())}/{key}?{quote(fresh.name())}={value}&{other}=1")
    for port in (0, 65535):
        parted(client, f"http://{host}:{port}/{fresh.word()}")
    for port in (fresh.integer(65537, 99_999), 65536):
        refused(client, "split_url", f"http://{host}:{port}/{fresh.word()}")


@check.task(2, reread="첫 요청 보내기", seconds=15)
def lists_students(client, server, fresh):
    """`list_students(base_url)`은 GET /students로 받은 학생의 list를 돌려줍니다."""
    students = fill(server, fresh)
    judge(client, server, asks_students(), students, "list_students")
    client.gives_up("list_students", seconds=10)


@check.task(3, reread="쿼리 보내기", seconds=15)
def lists_a_class(client, server, fresh):
    """`students_in_class(base_url, class_no)`는 서버에 `?class=`로 물어서 그 반의 학생만 돌려줍니다."""
    students = fill(server, fresh)
    for class_no in (students[-1]["class"], students[0]["class"], fresh.integer(1000, 9999)):
        wanted = [student for student in students if student["class"] == class_no]
        judge(client, server, asks_students({"class": str(class_no)}), wanted, "students_in_class", class_no)
    client.gives_up("students_in_class", fresh.integer(1, 99), seconds=10)


@check.task(4, reread="본문 보내기", seconds=15)
def adds_a_student(client, server, fresh):
    """`add_student(base_url, student)`는 학생을 JSON으로 POST하고, 서버가 정한 번호를 돌려줍니다."""
    for _ in range(2):
        student, student_id = new_student(fresh), fresh.integer(1000, 99_999)
        server.start(replies(201, {"id": student_id, **student}))
        judge(client, server, adds(student), student_id, "add_student", student)
        count = sum(request.method == "POST" for request in server.arrived)
        if count > 1:
            raise Mismatch(
                "POST는 보낼 때마다 학생이 늘어납니다. 한 번만 보내세요.", expected="POST 1번", got=f"POST {count}번"
            )
    client.gives_up("add_student", student, seconds=10)


@check.task(5, reread="PUT과 PATCH", seconds=15)
def replaces_a_student(client, server, fresh):
    """`replace_student(base_url, student_id, student)`는 학생 전체를 PUT하고, 서버의 답을 dict로 돌려줍니다."""
    for _ in range(2):
        student, student_id = new_student(fresh), fresh.integer(1000, 99_999)
        reply = {"id": student_id, **student, "version": fresh.integer(2, 99)}
        server.start(replies(200, reply))
        judge(client, server, replaces(student_id, student), reply, "replace_student", student_id, student)
    client.gives_up("replace_student", student_id, student, seconds=10)


@check.task(6, reread="상태 코드", seconds=15)
def removes_a_student(client, server, fresh):
    """`remove_student(base_url, student_id)`는 DELETE를 보내고, 204이면 True, 404이면 False를 돌려줍니다."""
    student = fresh.choice(fill(server, fresh))
    for student_id, removed in ((student["id"], True), (student["id"], False), (fresh.integer(1000, 9999), False)):
        judge(client, server, removes(student_id), removed, "remove_student", student_id)
    client.gives_up("remove_student", student_id, seconds=10)


@check.task(7, reread="상태 코드")
def names_an_outcome(client, fresh):
    """`outcome(status_code)`는 상태 코드의 뜻을 돌려주고, 200번대부터 500번대 밖의 수는 ValueError로 거절합니다."""
    words = {2: "성공", 3: "이동", 4: "요청 오류", 5: "서버 오류"}
    # from the middle of each class to its ends, so that a failure at an end is known to be one
    for low, high in ((1, 98), (0, 0), (99, 99)):
        for hundreds, word in words.items():
            client.returns(word, "outcome", hundreds * 100 + fresh.integer(low, high))
    for code in (fresh.integer(601, 999), fresh.integer(100, 198), fresh.integer(-99, 99), 199, 600):
        refused(client, "outcome", code)


@check.task(8, reread="헤더", seconds=15)
def tells_the_content_type(client, server, fresh):
    """`content_type(base_url)`은 헤더 두 개를 보내고, 응답의 Content-Type을 돌려줍니다."""
    for media_type in ("application/json", f"application/{fresh.word()}"):
        server.start(replies(200, {"students": []}, media_type))
        judge(client, server, asks_students(headers=HEADERS), media_type, "content_type")
    client.gives_up("content_type", seconds=10)


# How a task is judged


def parted(client, url):
    """Take a URL apart and compare the six parts, types included. More keys are fine."""
    value = client.call("split_url", url)
    did = client.last.call
    if not isinstance(value, dict):
        raise Mismatch(expected=f"dict (키: {', '.join(PARTS)})", got=f"{value!r}  ({type(value).__name__})", did=did)
    if not set(PARTS) <= value.keys():
        raise Mismatch(expected=f"키: {', '.join(PARTS)}", got=f"키: {', '.join(map(str, value)) or '없음'}", did=did)
    part = wrong_part(client.last)
    if part:
        raise Mismatch(expected=f"{part}: {split(url)[part]!r}", got=f"{part}: {value[part]!r}", did=did)


def split(url):
    """The six parts of a URL as the task wants them."""
    parts = urlsplit(url)
    values = (
        parts.scheme,
        parts.hostname,
        parts.port,
        parts.path,
        dict(parse_qsl(parts.query)),
        parts.fragment or None,
    )
    return dict(zip(PARTS, values, strict=True))


def wrong_part(result):
    """The first part of a URL that came back wrong; None where something else is wrong, or nothing."""
    value = result.value
    if not isinstance(value, dict) or not set(PARTS) <= value.keys():
        return None
    right = split(url_of(result))
    return next((p for p in PARTS if type(value[p]) is not type(right[p]) or value[p] != right[p]), None)


def url_of(result):
    """The URL that `split_url` was called with."""
    return ast.literal_eval(result.call.partition("(")[2][:-1])


def refused(client, function, value):
    """The function must raise ValueError for this value."""
    result = client.try_call(function, value)
    if not result.raised("ValueError"):
        got = result.shown if result.returned else str(result.error)
        raise Mismatch(expected="ValueError", got=got, error=result.error, did=result.call)


def fill(server, fresh):
    """Fill our roster with made-up students behind the learner's back; gives all of them in the server's order."""
    assert server.base_url
    roster = server.app.test_client()
    classes = fresh.sample(range(10, 100), 3)
    for class_no in [*classes, *(fresh.choice(classes) for _ in range(4))]:
        roster.post("/students", json={"name": fresh.name(), "class": class_no})
    for student in fresh.sample(roster.get("/students").json["students"], 2):
        roster.delete(f"/students/{student['id']}")
    return roster.get("/students").json["students"]


def new_student(fresh):
    return {"name": fresh.name(), "class": fresh.integer(1, 99)}


def replies(status, value, media_type="application/json"):
    """A server that gives every request the same answer."""
    body = json.dumps(value).encode()

    def wsgi(environ, start_response):
        start_response(f"{status} OK", [("Content-Type", media_type), ("Content-Length", str(len(body)))])
        return [body]

    return wsgi


def judge(client, server, is_right, expected, function, *arguments):
    """Call with our server's address: a right request must arrive, and the expected value come back.

    What arrived is looked at first, because a wrong request explains a wrong value. Other requests beside it do not
    matter.
    """
    server.forget()
    failure = None
    try:
        client.returns(expected, function, server.base_url, *arguments)
    except Mismatch as caught:
        failure = caught
    if failure is not None and not server.arrived and (client.last is None or not client.last.returned):
        raise failure
    try:
        came_in(server, is_right)
    except Mismatch as wrong:
        wrong.did = client.last.call if client.last else None
        raise
    if failure is not None:
        raise failure


def came_in(server, is_right):
    """One of the requests that arrived is right; else it is told what is wrong with the last."""
    found = []
    for request in reversed(server.arrived):
        try:
            is_right(request)
        except Mismatch as wrong:
            found.append(wrong)
        else:
            return
    if found:
        raise found[0]
    raise Mismatch("서버에 요청이 오지 않았습니다.", expected="서버에 온 요청", got="없음")


def asks_students(query=None, headers=None):
    def is_right(request):
        request.asks("GET", "/students", query)
        for name, value in (headers or {}).items():
            request.has_header(name, value)

    return is_right


def adds(student):
    return lambda request: request.asks("POST", "/students").has_json(student)


def replaces(student_id, student):
    """The id that stands in the path may stand in the body too."""

    def is_right(request):
        request.asks("PUT", f"/students/{student_id}")
        with_id = {"id": student_id, **student}
        request.has_json(with_id if request.json == with_id else student)

    return is_right


def removes(student_id):
    return lambda request: request.asks("DELETE", f"/students/{student_id}")


# Known mistakes: what was wrong, how it is recognised, what the learner reads. The first that matches is told.


@splits_a_url.mistake(
    "H2",
    "포트가 65535보다 큰 URL을 받아들였습니다. 포트는 0부터 65535까지입니다. 더 크면 `raise ValueError(...)`를 "
    "해 주세요. `urlsplit(url).port`는 이것을 스스로 합니다.",
)
def big_port_accepted(result, failure):
    return result.returned and failure.expected == "ValueError"


@splits_a_url.mistake(
    "H3",
    "키의 이름이 다릅니다. 핸드아웃의 말 대신 이 글의 말을 씁니다: scheme, host, port, path, query, fragment.",
)
def words_of_the_handout(result):
    words = {"protocol", "domain", "subdomain", "folder", "subfolder", "slug", "parameter", "anchor"}
    names = result.value if isinstance(result.value, dict) else ()
    return any(str(name).lower().replace(" ", "").replace("_", "") in words for name in names)


def mistake_in_part(part, slug, is_it, message):
    """A mistake in one part of a URL: `is_it` looks at what came back and at the URL."""

    @splits_a_url.mistake(slug, message)
    def recognise(result):
        return wrong_part(result) == part and is_it(result.value[part], url_of(result))


mistake_in_part(
    "host",
    "host-with-port",
    lambda got, url: got == urlsplit(url).netloc,
    "host에 포트가 붙어 있습니다. `netloc`은 호스트와 포트를 합친 것입니다. `hostname`을 쓰세요.",
)
mistake_in_part(
    "port",
    "port-text",
    lambda got, url: isinstance(got, str) and got.isdigit(),
    "포트가 글자입니다. `int(...)`로 바꾸어 수로 돌려주세요.",
)
mistake_in_part(
    "port",
    "port-zero",
    lambda got, url: got is None and urlsplit(url).port == 0,
    "포트 0이 None이 되었습니다. `or`와 `if port:`는 0을 없는 값으로 봅니다. None인지 볼 때는 `is None`을 쓰세요.",
)
mistake_in_part(
    "query",
    "query-text",
    lambda got, url: isinstance(got, str),
    "query가 나뉘지 않은 글입니다. `dict(parse_qsl(...))`로 나누어 dict로 돌려주세요.",
)
mistake_in_part(
    "query",
    "query-list",
    lambda got, url: isinstance(got, dict) and any(isinstance(value, list) for value in got.values()),
    "query의 값이 list입니다. `parse_qs`는 값을 list에 담습니다. `dict(parse_qsl(...))`을 쓰세요.",
)
mistake_in_part(
    "query",
    "H4",
    lambda got, url: isinstance(got, dict) and {k: str(v) for k, v in got.items()} == split(url)["query"],
    "query의 값이 글자가 아닙니다. 쿼리의 값은 모두 글자입니다. 수처럼 보여도 글자 그대로 돌려주세요.",
)
mistake_in_part(
    "query",
    "query-encoded",
    lambda got, url: isinstance(got, dict) and any("%" in str(text) for pair in got.items() for text in pair),
    "query에 `%EA` 같은 퍼센트 인코딩이 남아 있습니다. 키와 값을 모두 풀어야 합니다. `parse_qsl`은 스스로 풉니다.",
)
mistake_in_part(
    "fragment",
    "fragment-empty",
    lambda got, url: got == "",
    "`#`이 없는 URL의 fragment는 None입니다. `urlsplit`은 빈 글 `''`을 주므로 None으로 바꾸어 주세요.",
)

OVER_HTTP = (
    lists_students,
    lists_a_class,
    adds_a_student,
    replaces_a_student,
    removes_a_student,
    tells_the_content_type,
)
WITH_BODY = (adds_a_student, replaces_a_student)


def mistake_of(tasks, slug, message):
    """Like `mistake`, for several tasks at once."""

    def add(recognise):
        for task in tasks:
            task.mistake(slug, message)(recognise)
        return recognise

    return add


def mistake_in_request(tasks, slug, is_it, message):
    """A mistake that is seen in the last request that arrived, where the failure is about a request."""

    @mistake_of(tasks, slug, message)
    def recognise(server, failure):
        return failure.exchange is not None and is_it(server.arrived[-1])


mistake_in_request(
    OVER_HTTP,
    "no-f",
    lambda request: re.search(r"\{\w+\}", request.line) is not None,
    "중괄호 `{ }`가 값으로 바뀌지 않고 글자 그대로 서버에 도착했습니다. 따옴표 앞에 `f`를 붙여 주세요.",
)
mistake_in_request(
    (lists_a_class,),
    "class-in-path",
    lambda request: request.path.startswith("/students/"),
    '반 번호가 경로에 있습니다. 반은 학생을 고르는 조건이므로 쿼리로 보냅니다: `params={"class": class_no}`.',
)
mistake_in_request(
    (lists_a_class,),
    "filtered-at-home",
    lambda request: (request.path, request.query) == ("/students", ()),
    '모든 학생을 받아 왔습니다. 고르는 일은 서버가 합니다. 쿼리를 붙여 주세요: `params={"class": class_no}`.',
)
mistake_in_request(
    WITH_BODY,
    "in-query",
    lambda request: "name" in dict(request.query),
    "학생이 쿼리에 있습니다. `params=`는 URL에 붙습니다. 학생은 본문에 담습니다: `json=student`.",
)
mistake_in_request(
    (replaces_a_student,),
    "H6",
    lambda request: request.method in ("POST", "PATCH"),
    "있는 것을 통째로 바꾸는 메소드는 PUT입니다. POST는 새로 더하고 PATCH는 일부만 바꿉니다. `requests.put`을 쓰세요.",
)
mistake_in_request(
    WITH_BODY,
    "F35",
    lambda request: request.media_type == "application/x-www-form-urlencoded",
    "본문이 폼(form)으로 갔습니다. `data=`에 dict를 주면 폼이 됩니다. JSON으로 보내려면 `json=student`를 쓰세요.",
)
mistake_in_request(
    WITH_BODY,
    "not-declared",
    lambda request: isinstance(request.json, dict) and request.media_type != "application/json",
    "본문은 JSON인데 Content-Type이 `application/json`이 아닙니다. `json=student`를 쓰면 이 헤더가 저절로 붙습니다.",
)
mistake_in_request(
    (replaces_a_student,),
    "H6",
    lambda request: isinstance(request.json, dict) and len({"name", "class"} & request.json.keys()) == 1,
    "학생의 일부만 보냈습니다. PUT은 전체를 바꾸므로 전체를 보냅니다: `json=student`.",
)
mistake_in_request(
    (tells_the_content_type,),
    "headers-in-query",
    lambda request: bool(HEADERS.keys() & dict(request.query).keys()),
    "헤더가 쿼리로 갔습니다. `requests.get`의 두 번째 값은 `params`입니다. `headers=`라고 이름을 적어 주세요.",
)
mistake_in_request(
    (tells_the_content_type,),
    "header-missing",
    lambda request: any(request.headers.get(name) != value for name, value in HEADERS.items()),
    '헤더가 빠졌거나 값이 다릅니다. 요청에 넣어 주세요: `headers={"Accept": "application/json", "X-Club": "web"}`.',
)


@adds_a_student.mistake(
    "id-of-request",
    "보낼 학생에는 id가 없습니다. 번호는 서버가 정해서 응답에 적습니다. 응답의 `json()`에서 `id`를 꺼내 주세요.",
)
def id_read_from_request(error):
    return error.type == "KeyError" and "id" in error.text and any("student[" in frame.code for frame in error.frames)


@removes_a_student.mistake(
    "404-raised",
    "404일 때 예외가 났습니다. 없는 학생이면 False를 돌려주어야 합니다. 상태 코드가 404인지 먼저 보세요.",
)
def missing_student_raises(error):
    return error.type == "HTTPError"


@removes_a_student.mistake(
    "always-true",
    "없는 학생인데 True를 돌려주었습니다. 응답의 상태 코드를 보세요. 204이면 True, 404이면 False입니다.",
)
def always_true(result, failure):
    return result.value is True and (failure.expected or "").startswith("False")


@names_an_outcome.mistake(
    "range-edge",
    "범위의 끝에서 다릅니다. 예를 들어 200과 299는 둘 다 성공입니다. `>`와 `>=`, `<`와 `<=`를 살펴보세요.",
)
def wrong_at_the_edge(result, failure):
    code = int(result.call.partition("(")[2][:-1])
    if failure.expected == "ValueError":
        return result.returned and result.value is not None and code in (199, 600)
    return code % 100 in (0, 99)


@names_an_outcome.mistake(
    "no-valueerror",
    "이 수는 200부터 599까지에 들지 않습니다. 값을 돌려주거나 다른 예외를 내지 말고 `raise ValueError(...)`를 "
    "해 주세요.",
)
def no_value_error(failure):
    return failure.expected == "ValueError"


@replaces_a_student.mistake(
    "request-returned", "보낸 학생을 돌려주었습니다. 서버가 답한 것을 돌려주세요: 응답의 `json()`."
)
def sent_student_returned(result):
    return isinstance(result.value, dict) and {"name", "class"} <= result.value.keys() <= {"id", "name", "class"}


@tells_the_content_type.mistake(
    "request-header", "요청의 헤더를 보았습니다. 응답의 헤더는 `request`를 거치지 않고 `response.headers`에 있습니다."
)
def header_of_the_request(error):
    return error.type == "KeyError" and any("request.headers" in frame.code for frame in error.frames)


@tells_the_content_type.mistake(
    "not-the-reply",
    "응답의 Content-Type이 아닙니다. 서버가 다른 종류로 답할 수도 있습니다. 응답의 `headers`에서 꺼내 주세요.",
)
def fixed_type(result):
    return result.value == "application/json"


def mistake_in_value(tasks, slug, is_it, message):
    """A mistake that is seen in what the function returned after the right request."""

    @mistake_of(tasks, slug, message)
    def recognise(result, failure, server):
        return bool(server.arrived) and failure.exchange is None and result.returned and is_it(result)


mistake_in_value(
    (lists_students, lists_a_class, adds_a_student),
    "whole-reply",
    lambda result: isinstance(result.value, dict) and bool({"students", "id"} & result.value.keys()),
    "응답의 JSON 전체를 돌려주었습니다. 그 안에서 과제가 바라는 값만 꺼내 돌려주세요.",
)
mistake_in_value(
    (lists_students, lists_a_class, *WITH_BODY),
    "text-returned",
    lambda result: isinstance(result.value, str) and result.value.lstrip().startswith(("{", "[")),
    "응답의 본문이 글자인 채로 돌아왔습니다. `text` 대신 `json()`을 쓰면 dict나 list가 됩니다.",
)
mistake_in_value(
    (adds_a_student, removes_a_student),
    "status-returned",
    lambda result: type(result.value) is int and result.value in (200, 201, 204, 404),
    "상태 코드를 돌려주었습니다. 과제가 바라는 것은 상태 코드 자체가 아닙니다. 과제의 글을 다시 읽어 보세요.",
)
mistake_in_value(
    OVER_HTTP,
    "response-returned",
    lambda result: result.type in ("Response", "HTTPResponse"),
    "응답(Response) 객체를 그대로 돌려주었습니다. 그 안에서 과제가 바라는 값을 꺼내 돌려주세요.",
)


@mistake_of(
    OVER_HTTP,
    "F38",
    "서버가 답하지 않을 때 10초 안에 끝나지 않습니다. 요청을 보낼 때 10초보다 짧은 시간 제한을 주세요: `timeout=5`.",
)
def no_time_limit(failure):
    return failure.kind == "timeout"


@mistake_of(
    OVER_HTTP,
    "no-f",
    "`base_url`이 값으로 바뀌지 않고 글자 그대로 남았습니다. 따옴표 앞에 `f`를 붙이고 `{base_url}`이라고 적어 주세요.",
)
def base_url_as_letters(error, server):
    return (
        not server.arrived
        and "base_url" in error.text
        and error.type in ("MissingSchema", "InvalidURL", "ConnectionError")
    )


@mistake_of(
    OVER_HTTP,
    "slash-missing",
    "base_url과 `students`가 `/` 없이 붙었습니다. base_url의 끝에는 `/`가 없으므로 `/students`를 붙여야 합니다.",
)
def slash_missing(error, server):
    return not server.arrived and error.type == "InvalidURL" and "students" in error.text


@mistake_of(
    OVER_HTTP,
    "own-address",
    "받은 base_url이 아니라 다른 주소로 요청을 보냈습니다. 서버의 주소는 바뀔 수 있습니다. "
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


NO_RETURN = (
    "no-return",
    "함수가 돌려준 것이 없습니다(None). `print`는 화면에 보여 주기만 합니다. 값을 `return`으로 돌려주세요.",
)


@mistake_of((splits_a_url, names_an_outcome), *NO_RETURN)
def nothing_returned(result):
    return result.type == "NoneType"


@mistake_of(OVER_HTTP, *NO_RETURN)
def nothing_returned_after_request(result, failure, server):
    return bool(server.arrived) and failure.exchange is None and result.type == "NoneType"


if __name__ == "__main__":
    check.main()
