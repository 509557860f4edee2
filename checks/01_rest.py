"""01 요청과 응답"""

from __future__ import annotations

import ast
import json
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
    value = f"{fresh.name()} & {fresh.word(3)}"
    parted(client, f"https://{host}/{quote(fresh.name())}/{key}?{quote(fresh.name())}={quote(value)}&{other}=1")
    for port in (0, 65535):
        parted(client, f"http://{host}:{port}/{fresh.word()}")
    for port in (fresh.integer(65537, 99_999), 65536):
        refused(client, "split_url", f"http://{host}:{port}/{fresh.word()}")


@check.task(2, reread="첫 요청 보내기", seconds=15)
def lists_students(client, server, fresh):
    """`list_students(base_url)`은 GET /students로 받은 학생의 list를 돌려줍니다."""
    students = fill(server, fresh)
    judge(client, server, get_students, students, "list_students")
    client.gives_up("list_students", seconds=10)


@check.task(3, reread="쿼리 보내기", seconds=15)
def lists_a_class(client, server, fresh):
    """`students_in_class(base_url, class_no)`는 서버에 `?class=`로 물어서 그 반의 학생만 돌려줍니다."""
    students = fill(server, fresh)
    for class_no in (students[-1]["class"], students[0]["class"], fresh.integer(1000, 9999)):
        wanted = [student for student in students if student["class"] == class_no]
        query = {"class": str(class_no)}
        judge(client, server, lambda request, q=query: get_students(request, q), wanted, "students_in_class", class_no)
    client.gives_up("students_in_class", fresh.integer(1, 99), seconds=10)


@check.task(4, reread="본문 보내기", seconds=15)
def adds_a_student(client, server, fresh):
    """`add_student(base_url, student)`는 학생을 JSON으로 POST하고, 서버가 정한 번호를 돌려줍니다."""
    student, student_id = new_student(fresh), fresh.integer(1000, 99_999)
    server.start(replies(201, {"id": student_id, **student}))
    judge(client, server, lambda request: posts(request, student), student_id, "add_student", student)
    if sum(request.method == "POST" for request in server.arrived) > 1:
        server.one()
    client.gives_up("add_student", student, seconds=10)


@check.task(5, reread="메소드", seconds=15)
def replaces_a_student(client, server, fresh):
    """`replace_student(base_url, student_id, student)`는 학생 전체를 PUT하고, 서버의 답을 dict로 돌려줍니다."""
    for _ in range(2):
        student, student_id = new_student(fresh), fresh.integer(1000, 99_999)
        reply = {"id": student_id, **student, "version": fresh.integer(2, 99)}
        server.start(replies(200, reply))
        puts = puts_whole(student_id, student)
        judge(client, server, puts, reply, "replace_student", student_id, student)
    client.gives_up("replace_student", student_id, student, seconds=10)


@check.task(6, reread="상태 코드", seconds=15)
def removes_a_student(client, server, fresh):
    """`remove_student(base_url, student_id)`는 DELETE를 보내고, 204이면 True, 404이면 False를 돌려줍니다."""
    student = fresh.choice(fill(server, fresh))
    for student_id, removed in ((student["id"], True), (student["id"], False), (fresh.integer(1000, 9999), False)):
        path = f"/students/{student_id}"
        judge(client, server, lambda request, p=path: request.asks("DELETE", p), removed, "remove_student", student_id)
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
        judge(client, server, get_students_with_headers, media_type, "content_type")
    client.gives_up("content_type", seconds=10)


# How a task is judged


def parted(client, url):
    """Take a URL apart and compare the six parts, types included. More keys are fine."""
    value = client.call("split_url", url)
    did = client.last.call
    if not isinstance(value, dict):
        raise Mismatch(expected=f"dict (키: {', '.join(PARTS)})", got=f"{value!r}  ({type(value).__name__})", did=did)
    missing = [part for part in PARTS if part not in value]
    if missing:
        got = ", ".join(map(str, value)) or "빈 dict"
        raise Mismatch("키가 빠졌습니다.", expected=f"키: {', '.join(PARTS)}", got=f"키: {got}", did=did)
    for part, expected in split(url).items():
        if type(value[part]) is not type(expected) or value[part] != expected:
            raise Mismatch(expected=f"{part}: {expected!r}", got=f"{part}: {value[part]!r}", did=did)


def split(url):
    """The six parts of a URL as the task wants them."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    return dict(zip(PARTS, (parts.scheme, parts.hostname, parts.port, parts.path, query, parts.fragment or None)))


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


def judge(client, server, right_request, expected, function, *arguments):
    """Call with our server's address: the right request must arrive, and the expected value come back.

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
        came_in(server, right_request)
    except Mismatch as wrong:
        wrong.did = client.last.call if client.last else None
        raise
    if failure is not None:
        raise failure


def came_in(server, right_request):
    """One of the requests that arrived is right; else it is told what is wrong with the last."""
    found = []
    for request in reversed(server.arrived):
        try:
            right_request(request)
        except Mismatch as wrong:
            found.append(wrong)
        else:
            return
    if found:
        raise found[0]
    server.one()


def get_students(request, query=None):
    request.asks("GET", "/students", query)


def get_students_with_headers(request):
    get_students(request)
    for name, value in HEADERS.items():
        request.has_header(name, value)


def posts(request, student):
    request.asks("POST", "/students").has_json(student)


def puts_whole(student_id, student):
    """A look at a PUT of the whole student. The id that stands in the path may stand in the body too."""

    def puts(request):
        request.asks("PUT", f"/students/{student_id}")
        if request.json != {"id": student_id, **student}:
            request.has_json(student)
        request.has_json(request.json)

    return puts


# Known mistakes. The first that matches is told.

OVER_HTTP = (
    lists_students,
    lists_a_class,
    adds_a_student,
    replaces_a_student,
    removes_a_student,
    tells_the_content_type,
)


def mistake_of(tasks, slug, message):
    """Like `mistake`, for several tasks at once."""

    def add(recognise):
        for task in tasks:
            task.mistake(slug, message)(recognise)
        return recognise

    return add


@splits_a_url.mistake(
    "H2",
    "포트가 65535보다 큰 URL을 받아들였습니다. 포트는 0부터 65535까지입니다. 더 크면 `raise ValueError(...)`를 해 주세요. "
    "`urlsplit(url).port`는 이것을 스스로 합니다.",
)
def big_port_accepted(result, failure):
    return result.returned and failure.expected == "ValueError"


@splits_a_url.mistake(
    "H3",
    "키의 이름이 다릅니다. 핸드아웃의 말이 아니라 URL 표준의 말을 씁니다: scheme, host, port, path, query, fragment.",
)
def words_of_the_handout(result):
    names = {str(name).lower().replace(" ", "_") for name in result.value} if isinstance(result.value, dict) else set()
    handout = {"protocol", "sub_domain", "subdomain", "domain", "sub_folder", "slug", "parameter", "param", "anchor"}
    return bool(names & handout)


@splits_a_url.mistake(
    "port-zero",
    "포트 0이 None이 되었습니다. 0은 거짓으로 다루어지므로 `or`나 `if port:`로 나누면 안 됩니다. "
    "None인지 볼 때는 `is None`을 쓰세요.",
)
def port_zero_lost(result):
    return wrong_part(result) == "port" and result.value["port"] is None and split(url_of(result))["port"] == 0


@splits_a_url.mistake("port-text", "포트가 글자입니다. `int(...)`로 바꾸어 수로 돌려주세요.")
def port_is_text(result):
    return wrong_part(result) == "port" and isinstance(result.value["port"], str) and result.value["port"].isdigit()


@splits_a_url.mistake(
    "port-default",
    "URL에 적히지 않은 포트를 채워 넣었습니다. 이 과제에서는 포트가 적혀 있지 않으면 None입니다.",
)
def port_filled_in(result):
    return wrong_part(result) == "port" and split(url_of(result))["port"] is None and result.value["port"] in (80, 443)


@splits_a_url.mistake(
    "host-with-port",
    "host에 포트가 붙어 있습니다. `netloc`은 호스트와 포트를 합친 것입니다. `hostname`을 쓰세요.",
)
def host_has_port(result):
    return wrong_part(result) == "host" and result.value["host"] == urlsplit(url_of(result)).netloc


@splits_a_url.mistake("path-rest", "path에 `?`나 `#` 뒤의 글이 들어 있습니다. 경로는 `?`와 `#` 앞에서 끝납니다.")
def path_goes_on(result):
    return wrong_part(result) == "path" and any(mark in str(result.value["path"]) for mark in "?#")


@splits_a_url.mistake("path-decoded", "path의 퍼센트 인코딩이 풀려 있습니다. path는 URL에 적힌 그대로 돌려주세요.")
def path_is_decoded(result):
    return wrong_part(result) == "path" and quote(str(result.value["path"])) == split(url_of(result))["path"]


@splits_a_url.mistake(
    "query-text",
    "query가 나뉘지 않은 글입니다. `parse_qsl`로 나누고 `dict`로 바꾸세요: `dict(parse_qsl(...))`.",
)
def query_is_text(result):
    return wrong_part(result) == "query" and isinstance(result.value["query"], str)


@splits_a_url.mistake(
    "query-list",
    "query의 값이 list입니다. `parse_qs`는 값을 list에 담습니다. 값을 하나씩 주는 `parse_qsl`을 쓰고 `dict`로 바꾸세요.",
)
def query_values_are_lists(result):
    query = result.value["query"] if wrong_part(result) == "query" else None
    return isinstance(query, dict) and any(isinstance(value, list) for value in query.values())


@splits_a_url.mistake("query-pairs", "query가 짝의 list입니다. `dict(...)`로 바꾸어 돌려주세요.")
def query_is_pairs(result):
    return wrong_part(result) == "query" and isinstance(result.value["query"], (list, tuple))


@splits_a_url.mistake(
    "H4", "query의 값이 글자가 아닙니다. 쿼리의 값은 모두 글자로 옵니다. 수처럼 보여도 글자 그대로 돌려주세요."
)
def query_values_converted(result):
    query = result.value["query"] if wrong_part(result) == "query" else None
    return isinstance(query, dict) and {k: str(v) for k, v in query.items()} == split(url_of(result))["query"]


@splits_a_url.mistake("query-none", "쿼리가 없는 URL의 query는 빈 dict `{}`입니다. None이나 다른 값이 아닙니다.")
def query_is_none(result):
    return wrong_part(result) == "query" and result.value["query"] is None


@splits_a_url.mistake(
    "query-decoded-first",
    "퍼센트 인코딩을 먼저 풀고 나누어서, 값에 든 `&`에서 잘렸습니다. 먼저 `&`와 `=`로 나누고, 그다음에 하나씩 푸세요.",
)
def query_decoded_too_early(result):
    from urllib.parse import unquote

    if wrong_part(result) != "query" or not isinstance(result.value["query"], dict):
        return False
    pieces = unquote(urlsplit(url_of(result)).query).split("&")
    return "%" in url_of(result) and result.value["query"] == dict(piece.partition("=")[::2] for piece in pieces)


@splits_a_url.mistake(
    "query-encoded",
    "query에 `%EA`처럼 퍼센트 인코딩된 글이 남아 있습니다. `unquote`나 `parse_qsl`로 풀어 주세요. 키도 풉니다.",
)
def query_not_decoded(result):
    query = result.value["query"] if wrong_part(result) == "query" else None
    return isinstance(query, dict) and any("%" in str(text) for pair in query.items() for text in pair)


@splits_a_url.mistake(
    "fragment-empty",
    "`#`이 없는 URL의 fragment는 None입니다. `urlsplit`은 빈 글 `''`을 주므로 None으로 바꾸어 주세요.",
)
def fragment_is_empty(result):
    return wrong_part(result) == "fragment" and result.value["fragment"] == ""


@splits_a_url.mistake("fragment-sign", "fragment에 `#`이 들어 있습니다. `#` 뒤의 글만 돌려주세요.")
def fragment_has_sign(result):
    return wrong_part(result) == "fragment" and str(result.value["fragment"]).startswith("#")


@lists_a_class.mistake(
    "class-in-path",
    '반 번호가 경로에 있습니다. 반은 학생을 고르는 조건이므로 쿼리로 보냅니다: `params={"class": class_no}`.',
)
def class_in_path(server):
    return bool(server.arrived) and server.arrived[-1].path.startswith("/students/")


@lists_a_class.mistake(
    "filtered-at-home",
    '모든 학생을 받아 왔습니다. 고르는 일은 서버가 합니다. 요청에 쿼리를 붙여 주세요: `params={"class": class_no}`.',
)
def filtered_at_home(server):
    return bool(server.arrived) and (server.arrived[-1].path, server.arrived[-1].query) == ("/students", ())


@lists_a_class.mistake(
    "query-key", '쿼리의 키가 다릅니다. 서버는 `class`라는 키를 봅니다: `params={"class": class_no}`.'
)
def other_query_key(server):
    return bool(server.arrived) and bool(server.arrived[-1].query) and "class" not in dict(server.arrived[-1].query)


@mistake_of(
    (adds_a_student, replaces_a_student),
    "in-query",
    "학생이 쿼리에 있습니다. `params=`는 URL에 붙습니다. 학생은 본문에 담습니다: `json=student`.",
)
def student_in_query(server):
    return bool(server.arrived) and "name" in dict(server.arrived[-1].query)


@mistake_of(
    (adds_a_student, replaces_a_student),
    "F35",
    "본문이 폼(form)으로 갔습니다. `data=`에 dict를 주면 폼이 됩니다. JSON으로 보내려면 `json=student`라고 적어 주세요.",
)
def body_is_a_form(server):
    return bool(server.arrived) and server.arrived[-1].media_type == "application/x-www-form-urlencoded"


@mistake_of(
    (adds_a_student, replaces_a_student),
    "not-declared",
    "본문은 JSON이지만 Content-Type이 `application/json`이 아니어서 서버가 JSON으로 읽지 않습니다. "
    "`json=student`라고 적으면 requests가 이 헤더도 붙입니다.",
)
def json_not_declared(server):
    last = server.arrived[-1] if server.arrived else None
    return last is not None and isinstance(last.json, dict) and last.media_type != "application/json"


@mistake_of(
    (adds_a_student, replaces_a_student),
    "json-twice",
    "본문이 JSON으로 두 번 바뀌었습니다. `json=`에는 dict를 그대로 주세요. `json.dumps`를 먼저 부르지 않습니다.",
)
def encoded_twice(server):
    return bool(server.arrived) and isinstance(server.arrived[-1].json, str)


@mistake_of(
    (adds_a_student, replaces_a_student),
    "no-body",
    "요청에 본문이 없습니다. 학생을 본문에 담아 주세요: `json=student`.",
)
def body_is_missing(server):
    last = server.arrived[-1] if server.arrived else None
    return last is not None and last.method in ("POST", "PUT", "PATCH") and not last.body


@adds_a_student.mistake(
    "id-of-request",
    '보낼 학생에는 id가 없습니다. 번호는 서버가 정해서 응답에 적습니다. 응답의 `json()`에서 `["id"]`를 꺼내 주세요.',
)
def id_read_from_request(error):
    return error.type == "KeyError" and "id" in error.text and any("student[" in frame.code for frame in error.frames)


@adds_a_student.mistake(
    "id-deeper",
    '응답의 JSON은 학생 하나입니다. 그 안에 `student`나 `students`는 없습니다. `json()`에서 바로 `["id"]`를 꺼내 주세요.',
)
def id_looked_for_deeper(error):
    return error.type == "KeyError" and "student" in error.text


@adds_a_student.mistake(
    "whole-reply", '학생 전체를 돌려주었습니다. 번호만 돌려주세요. 응답의 `json()`에서 `["id"]`를 꺼냅니다.'
)
def whole_student_returned(result):
    return isinstance(result.value, dict) and "id" in result.value


@replaces_a_student.mistake(
    "H6",
    "POST를 보냈습니다. POST는 새 학생을 더하는 메소드입니다. 있는 학생을 바꿀 때는 `requests.put`을 쓰세요.",
)
def post_for_put(server):
    return bool(server.arrived) and server.arrived[-1].method == "POST"


@replaces_a_student.mistake(
    "H6", "PATCH를 보냈습니다. PATCH는 일부만 바꾸는 메소드입니다. 학생 전체를 바꿀 때는 `requests.put`을 쓰세요."
)
def patch_for_put(server):
    return bool(server.arrived) and server.arrived[-1].method == "PATCH"


@replaces_a_student.mistake(
    "H6",
    "학생의 일부만 보냈습니다. PUT은 전체를 바꾸므로 전체를 보냅니다: `json=student`.",
)
def only_a_part(server):
    last = server.arrived[-1] if server.arrived else None
    return last is not None and isinstance(last.json, dict) and len({"name", "class"} & last.json.keys()) == 1


@replaces_a_student.mistake(
    "id-not-in-path", "경로에 번호가 없습니다. 어느 학생을 바꿀지는 경로로 알립니다: `/students/번호`."
)
def put_without_id(server):
    return bool(server.arrived) and server.arrived[-1].path.rstrip("/") == "/students"


@replaces_a_student.mistake(
    "request-returned",
    "보낸 학생을 돌려주었습니다. 서버가 답한 것을 돌려주세요: 응답의 `json()`.",
)
def sent_student_returned(server, result):
    sent = server.arrived[-1].json if server.arrived else None
    return result.value is not None and result.value in (sent, without_id(sent))


@removes_a_student.mistake(
    "404-raised",
    "404일 때 예외가 났습니다. 없는 학생이면 False를 돌려주어야 합니다. 상태 코드가 404인지 먼저 보세요.",
)
def missing_student_raises(result):
    return result.raised("HTTPError")


@removes_a_student.mistake(
    "always-true",
    "없는 학생인데 True를 돌려주었습니다. 응답의 상태 코드를 보세요. 204이면 True, 404이면 False입니다.",
)
def always_true(result, failure):
    return result.value is True and (failure.expected or "").startswith("False")


@names_an_outcome.mistake(
    "range-edge",
    "범위의 끝에서 다릅니다. 200과 299도 성공입니다. `>`와 `>=`, `<`와 `<=`를 살펴보세요. 다른 범위도 같습니다.",
)
def wrong_at_the_edge(result, failure):
    code = int(result.call.rpartition("(")[2].rstrip(")"))
    inside = failure.expected != "ValueError"
    at_the_end = code % 100 in (0, 99) if inside else result.returned and code in (199, 600)
    return at_the_end and (not result.returned or result.value is not None)


@names_an_outcome.mistake(
    "no-valueerror",
    "이 수는 200부터 599까지에 들지 않습니다. 값을 돌려주지 말고 `raise ValueError(...)`를 해 주세요.",
)
def value_instead_of_error(result, failure):
    return result.returned and failure.expected == "ValueError"


@names_an_outcome.mistake(
    "other-error",
    "다른 종류의 예외가 났습니다. 이 수에는 `ValueError`를 내 주세요: `raise ValueError(...)`.",
)
def other_error(result, failure):
    return not result.returned and failure.expected == "ValueError"


@tells_the_content_type.mistake(
    "headers-in-query",
    "헤더가 URL의 쿼리로 갔습니다. `requests.get(url, ...)`의 두 번째 값은 `params`입니다. "
    "`headers=`라고 이름을 적어 주세요.",
)
def headers_in_query(server):
    return bool(server.arrived) and bool({"Accept", "X-Club"} & dict(server.arrived[-1].query).keys())


@tells_the_content_type.mistake(
    "header-missing",
    "요청에 헤더가 빠졌거나 값이 다릅니다. "
    '`headers={"Accept": "application/json", "X-Club": "web"}`을 요청에 넣어 주세요.',
)
def header_missing(server):
    return bool(server.arrived) and any(server.arrived[-1].headers.get(k) != v for k, v in HEADERS.items())


@tells_the_content_type.mistake(
    "request-header",
    "요청의 헤더를 보았습니다. 응답의 헤더는 `response.headers`에 있습니다. `response.request.headers`가 아닙니다.",
)
def header_of_the_request(error, source):
    return error.type == "KeyError" and any("request.headers" in frame.code for frame in error.frames)


@tells_the_content_type.mistake(
    "not-the-reply",
    '응답의 Content-Type이 아닙니다. 서버가 다른 종류로 답할 수도 있습니다. `response.headers["Content-Type"]`을 돌려주세요.',
)
def fixed_type(result, server):
    return result.value == "application/json"


@mistake_of(
    (lists_students, lists_a_class),
    "whole-reply",
    'JSON 전체를 돌려주었습니다. 학생의 list는 키 `students` 안에 있습니다: 응답의 `json()["students"]`.',
)
def whole_reply_returned(result):
    return isinstance(result.value, dict) and "students" in result.value


@mistake_of(
    (adds_a_student, removes_a_student),
    "status-returned",
    "상태 코드를 돌려주었습니다. 과제가 바라는 값은 상태 코드가 아닙니다. 과제의 글을 다시 읽어 보세요.",
)
def status_returned(result):
    return type(result.value) is int and result.value in (200, 201, 204, 404)


@mistake_of(
    (lists_students, lists_a_class, adds_a_student, replaces_a_student),
    "text-returned",
    "응답의 본문이 글자인 채로 돌아왔습니다. `text` 대신 `json()`을 쓰면 dict나 list가 됩니다.",
)
def text_returned(result):
    return isinstance(result.value, str) and result.value.lstrip().startswith(("{", "["))


@mistake_of(
    OVER_HTTP,
    "response-returned",
    "응답(Response) 객체를 그대로 돌려주었습니다. 그 안에서 과제가 바라는 값을 꺼내 돌려주세요.",
)
def response_returned(result):
    return result.returned and result.type in ("Response", "HTTPResponse")


@mistake_of(
    OVER_HTTP,
    "F38",
    "서버가 답하지 않으면 10초 안에 끝나지 않습니다. 요청을 보내는 함수에 10초보다 짧은 시간 제한을 주세요: `timeout=5`.",
)
def no_time_limit(failure):
    return failure.kind == "timeout"


@mistake_of(
    OVER_HTTP,
    "no-f",
    "`{base_url}`이나 `base_url`이 값으로 바뀌지 않고 글자 그대로 남았습니다. 따옴표 앞에 `f`를 붙이고, 이름을 `{ }` 안에 적어 "
    "주세요.",
)
def f_forgotten(error, server):
    return (
        not server.arrived and "base_url" in error.text and error.type in ("MissingSchema", "InvalidURL", "ValueError")
    )


@mistake_of(
    (lists_a_class, replaces_a_student, removes_a_student),
    "no-f",
    "중괄호 `{ }`가 값으로 바뀌지 않고 글자 그대로 서버에 도착했습니다. 따옴표 앞에 `f`를 붙여 주세요.",
)
def f_forgotten_in_path(server):
    return bool(server.arrived) and "{" in server.arrived[-1].line


@mistake_of(
    OVER_HTTP,
    "slash-missing",
    "base_url과 `students`가 `/` 없이 붙었습니다. base_url의 끝에는 `/`가 없습니다. `/students`처럼 `/`로 시작해 주세요.",
)
def slash_missing(error, server, result):
    return not server.arrived and error.type == "InvalidURL" and "students" in error.text


@mistake_of(
    OVER_HTTP,
    "own-address",
    "함수가 받은 base_url을 쓰지 않고 정해진 주소로 요청을 보냈습니다. 서버의 주소는 바뀔 수 있습니다. "
    '`f"{base_url}/students"`처럼 base_url로 시작해 주세요.',
)
def own_address(server, source, result):
    lost = result.value is not None or result.raised("ConnectionError") or result.raised("URLError")
    return not server.arrived and lost and source.has("client.py", r"https?://(127\.0\.0\.1|localhost)|:5000|\b5000\b")


@mistake_of(
    OVER_HTTP,
    "no-return",
    "요청은 보냈지만 함수가 돌려준 것이 없습니다(None). 값을 `return`으로 돌려주세요.",
)
def nothing_returned(server, result):
    return bool(server.arrived) and result.returned and result.value is None and result.type == "NoneType"


def url_of(result):
    """The URL that `split_url` was called with."""
    return ast.literal_eval(result.call.partition("(")[2][:-1])


def wrong_part(result):
    """The first part of a URL that came back wrong, or None where that is not what went wrong."""
    if not isinstance(result.value, dict):
        return None
    value = result.value
    return next(
        (p for p, e in split(url_of(result)).items() if p in value and (type(value[p]), value[p]) != (type(e), e)), None
    )


def without_id(student):
    """A student without the id, where it has one."""
    return {key: value for key, value in student.items() if key != "id"} if isinstance(student, dict) else None


if __name__ == "__main__":
    check.main()
