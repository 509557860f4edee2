"""01 요청과 응답"""

from __future__ import annotations

import json
from urllib.parse import quote

import home  # noqa: F401
from mistakes.rest import no_return, reaching, replies, sending, statuses, urls
from probing.arrivals import judge
from probing.roster import HEADERS, adds, asks_students, fill, new_student, removes, replaces
from probing.url_parts import PARTS, split, wrong_part
from shared.checking import Check
from shared.probes import Mismatch

check = Check(__file__, app=None, client="client.py", server="server.py")


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
        server.start(answers(201, {"id": student_id, **student}))
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
        server.start(answers(200, reply))
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
        server.start(answers(200, {"students": []}, media_type))
        judge(client, server, asks_students(headers=HEADERS), media_type, "content_type")
    client.gives_up("content_type", seconds=10)


def parted(client, url):
    """Take a URL apart and compare the six parts, types included. More keys are fine."""
    value = client.call("split_url", url)
    did = client.last.call
    if not isinstance(value, dict):
        raise Mismatch(expected=f"dict (키: {', '.join(PARTS)})", got=f"{value!r}  ({type(value).__name__})", did=did)
    if not set(PARTS) <= value.keys():
        raise Mismatch(expected=f"키: {', '.join(PARTS)}", got=f"키: {', '.join(map(str, value)) or '없음'}", did=did)
    part = wrong_part(value, url)
    if part:
        raise Mismatch(expected=f"{part}: {split(url)[part]!r}", got=f"{part}: {value[part]!r}", did=did)


def refused(client, function, value):
    """The function must raise ValueError for this value."""
    result = client.try_call(function, value)
    if not result.raised("ValueError"):
        got = result.shown if result.returned else str(result.error)
        raise Mismatch(expected="ValueError", got=got, error=result.error, did=result.call)


def answers(status, value, media_type="application/json"):
    """A server that gives every request the same answer."""
    body = json.dumps(value).encode()

    def wsgi(environ, start_response):
        start_response(f"{status} OK", [("Content-Type", media_type), ("Content-Length", str(len(body)))])
        return [body]

    return wsgi


# Of several that match, the first is told: a wrong request explains a wrong value.
for subject in (urls, sending, statuses, replies, reaching, no_return):
    check.know(subject.known)

if __name__ == "__main__":
    check.main()
