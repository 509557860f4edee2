from http.client import HTTPConnection
from json import dumps, loads
from urllib.parse import quote, unquote


def split_url(url: str) -> dict:
    scheme, _, rest = url.partition("://")
    rest, sign, fragment = rest.partition("#")
    rest, _, text = rest.partition("?")
    netloc, slash, path = rest.partition("/")
    host, _, port = netloc.partition(":")
    port = int(port) if port else None
    if port is not None and not 0 <= port <= 65535:
        raise ValueError(f"port {port}")
    query = {}
    for pair in text.split("&"):
        if pair:
            name, _, value = pair.partition("=")
            query[unquote(name)] = unquote(value)
    return {
        "scheme": scheme,
        "host": host,
        "port": port,
        "path": slash + path,
        "query": query,
        "fragment": fragment if sign else None,
    }


def exchange(base_url, method, path, value=None, headers=()):
    parts = split_url(base_url)
    connection = HTTPConnection(parts["host"], parts["port"], timeout=1)
    try:
        body = None if value is None else dumps(value)
        sent = dict(headers)
        if body is not None:
            sent["Content-Type"] = "application/json"
        connection.request(method, path, body, sent)
        reply = connection.getresponse()
        return reply.status, reply.getheader("Content-Type"), reply.read()
    finally:
        connection.close()


def list_students(base_url):
    return loads(exchange(base_url, "GET", "/students")[2])["students"]


def students_in_class(base_url, class_no):
    return loads(exchange(base_url, "GET", "/students?class=" + quote(str(class_no)))[2])["students"]


def add_student(base_url, student):
    return loads(exchange(base_url, "POST", "/students", student)[2])["id"]


def replace_student(base_url, student_id, student):
    return loads(exchange(base_url, "PUT", f"/students/{student_id}", student)[2])


def remove_student(base_url, student_id):
    return {204: True, 404: False}[exchange(base_url, "DELETE", f"/students/{student_id}")[0]]


def outcome(status_code):
    for first, word in ((200, "성공"), (300, "이동"), (400, "요청 오류"), (500, "서버 오류")):
        if first <= status_code < first + 100:
            return word
    raise ValueError(status_code)


def content_type(base_url):
    return exchange(base_url, "GET", "/students", headers={"Accept": "application/json", "X-Club": "web"})[1]
