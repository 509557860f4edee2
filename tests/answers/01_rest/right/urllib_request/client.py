import json
from urllib.error import HTTPError
from urllib.parse import parse_qsl, urlencode, urlsplit
from urllib.request import Request, urlopen

SECONDS = 2.5


def call(method, url, value=None, **headers):
    data = None
    if value is not None:
        data = json.dumps(value, ensure_ascii=False).encode("utf-8")
        headers["Content-Type"] = "application/json; charset=utf-8"
    with urlopen(Request(url, data=data, headers=headers, method=method), timeout=SECONDS) as reply:
        body = reply.read()
    return json.loads(body) if body else None


def split_url(url):
    """http://host:port/path?query#fragment"""
    scheme, netloc, path, query, fragment = urlsplit(url)
    host, colon, port = netloc.partition(":")
    number = int(port) if colon else None
    if number is not None and number not in range(65536):
        raise ValueError(f"port out of range: {number}")
    pairs = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        pairs[name] = value
    return {
        "scheme": scheme,
        "host": host,
        "port": number,
        "path": path,
        "query": pairs,
        "fragment": fragment or None,
    }


def list_students(base_url):
    return call("GET", base_url + "/students")["students"]


def students_in_class(base_url, class_no):
    return call("GET", base_url + "/students?" + urlencode({"class": class_no}))["students"]


def add_student(base_url, student):
    return call("POST", base_url + "/students", student)["id"]


def replace_student(base_url, student_id, student):
    return call("PUT", f"{base_url}/students/{student_id}", student)


def remove_student(base_url, student_id):
    try:
        call("DELETE", f"{base_url}/students/{student_id}")
    except HTTPError as error:
        if error.code != 404:
            raise
        return False
    return True


def outcome(status_code):
    if status_code < 200 or status_code > 599:
        raise ValueError("not a status code of this table")
    return ("성공", "이동", "요청 오류", "서버 오류")[status_code // 100 - 2]


def content_type(base_url):
    request = Request(base_url + "/students")
    request.add_header("Accept", "application/json")
    request.add_header("X-Club", "web")
    with urlopen(request, timeout=SECONDS) as reply:
        return reply.headers.get_content_type()
