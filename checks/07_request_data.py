"""07 요청 데이터"""

from __future__ import annotations

import ast
import json
import re
from contextlib import contextmanager

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch
from shared.probes.files import Files
from shared.probes.source import dotted

check = Check(__file__, app="app.py", client="client.py", server="app.py")

TAKEN, REFUSED = 1_000_000, 1024 * 1024 + 1
JSON_PARTS = {"get_json", "json", "data", "get_data"}
TYPE_PARTS = {"get_json", "json", "is_json", "mimetype", "content_type", "headers"}
WRITE_ERRORS = ("FileNotFoundError", "PermissionError", "OSError", "NotADirectoryError")
OUTSIDE, ELSEWHERE, KEPT = "uploads 폴더 밖은 그대로", "같은 이름의 파일:", "저장된 내용:"
HTTP_ERROR = "requests.HTTPError"
TRAVERSAL = (
    "보안 문제입니다. 보낸 사람이 적은 이름 때문에 uploads 폴더 밖에 파일을 쓰려고 했습니다. "
    "`secure_filename()`을 거친 이름으로 저장해 주세요."
)


@check.task(1, reread="폼으로 온 값 읽기")
def greets_from_a_form(http, fresh):
    """`POST /hi`에 폼으로 `name`을 보내면 그 이름으로 인사하고, `name`이 없으면 400입니다."""
    for name in (fresh.word(), fresh.name(), fresh.markup()):
        reply = http.post("/hi", data={"name": name}).shows(f"Hello {name}")
        if runs_markup(reply):
            raise Mismatch(expected=f"글자로만 보이는 이름: {name}", got=reply.text, reply=reply)
    for form in ({}, {fresh.word(): fresh.word()}):
        http.post("/hi", data=form).has_status(400)


@check.task(2, reread="JSON으로 온 값 읽기")
def greets_from_json(http, fresh):
    """`POST /api/hi`에 JSON으로 `name`을 보내면 JSON으로 인사하고, 잘못된 요청은 415나 400으로 거절합니다."""
    for name in (fresh.word(), fresh.name()):
        http.post("/api/hi", json={"name": name}).json_has(message=f"Hello {name}")
    name = fresh.word()
    http.post("/api/hi", data={"name": name}).has_status(415)
    send(http, json.dumps({"name": name}), "text/plain").has_status(415)
    for broken in (f'{{"name": "{name}', f"{{'name': '{name}'}}"):
        send(http, broken).has_status(400)
    for other in (["name"], [{"name": name}], "name", fresh.integer(1, 99), True, None):
        send(http, json.dumps(other)).has_status(400)
    for nameless in ({}, {f"{name}s": name}):
        send(http, json.dumps(nameless)).has_status(400)


@check.task(3, reread="파일 받기", seconds=12)
def keeps_files(http, fresh, files):
    """`POST /upload`에 파일 `photo`를 보내면 `uploads` 폴더에 안전하게 저장하고 201로 답합니다."""
    for _ in range(2):
        name, content = f"{fresh.word()}.png", b"\r\n\x00" + fresh.rng.randbytes(fresh.integer(40, 60))
        is_stored(upload(http, name, content), files, name, content)
    for sent in (None, {f"{fresh.word()}s": (name, content)}):
        http.post("/upload", files=sent).has_status(400)
    for name in dangerous_names(fresh, files):
        with telling(f"POST /upload (파일 이름: {name})"):
            before = outside(files)
            reply = upload(http, name, content)
            if changed := changes(before, outside(files)):
                raise Mismatch(expected=OUTSIDE, got=f"바뀐 파일: {changed}", reply=reply)
            if reply.has_status(201, 400).status == 201:
                is_stored(reply, files, filename_in(reply), content)
    name, content = f"{fresh.word()}.png", fresh.word(50).encode() * (TAKEN // 50)
    with telling(f"POST /upload (파일 크기: {TAKEN:,}바이트)", repeatable=False):
        is_stored(upload(http, name, content), files, name, content)
    with telling(f"POST /upload (파일 크기: {REFUSED:,}바이트)", repeatable=False):
        upload(http, f"{fresh.word()}.png", content.ljust(REFUSED)).has_status(413)


@check.task(4, reread="requests로 보내기", seconds=15)
def client_sends_a_form(client, server, fresh):
    """`greet`는 이름을 폼으로 보내고 응답의 글을 돌려줍니다. 거절되거나 답이 없으면 예외가 납니다."""
    for name in (fresh.word(), fresh.name(), f"{fresh.word()} + {fresh.word()}"):
        server.forget()
        client.returns(f"Hello {name}", "greet", server.base_url, name)
        server.one().asks("POST", "/hi")
    told = f"{fresh.name()} {fresh.word()}"
    client.returns(told, "greet", server.start(answering(200, told, "text/plain")), fresh.word())
    raises_http_error(client, server, "greet", fresh)
    client.gives_up("greet", fresh.word(), seconds=12)


@check.task(5, reread="requests로 보내기", seconds=15)
def client_sends_json(client, server, fresh):
    """`greet_json`은 이름을 JSON으로 보내고 `message` 값을 돌려줍니다. 거절되거나 답이 없으면 예외가 납니다."""
    for name in (fresh.word(), fresh.name(), f'{fresh.word()} "{fresh.word()}"'):
        server.forget()
        client.returns(f"Hello {name}", "greet_json", server.base_url, name)
        arrived = server.one().asks("POST", "/api/hi")
        arrived.has_json({**(arrived.json if isinstance(arrived.json, dict) else {}), "name": name})
    told = f"{fresh.name()} {fresh.word()}"
    base_url = server.start(answering(200, json.dumps({"message": told})))
    client.returns(told, "greet_json", base_url, fresh.word())
    raises_http_error(client, server, "greet_json", fresh)
    client.gives_up("greet_json", fresh.word(), seconds=12)


def send(http, body, media_type="application/json"):
    """POST this text to /api/hi as it is."""
    return http.post("/api/hi", data=body.encode(), headers={"Content-Type": media_type})


def upload(http, name, content):
    """POST a file of this name."""
    return http.post("/upload", files={"photo": (name, content)})


def is_stored(reply, files, name, content):
    """The reply tells this name and the right size, and the file stands in uploads/ as it was sent."""
    reply.has_status(201).json_has(filename=name)
    path = f"uploads/{name}"
    if not files.exists(path):
        there = [other for other in files.names() if other.rpartition("/")[2] == name]
        raise Mismatch(expected=f"저장된 파일: {path}", got=f"{ELSEWHERE} {', '.join(there) or '없음'}", reply=reply)
    kept = files.read_bytes(path)
    if kept != content:
        expected, got = (f"{KEPT} {len(data):,}바이트 {data[:40]!r}" for data in (content, kept))
        raise Mismatch(expected=expected, got=got, reply=reply)
    reply.json_has(size=len(content))


def filename_in(reply):
    """The name under which the server says that it has stored a file."""
    value = reply.is_json()
    name = value.get("filename") if isinstance(value, dict) else None
    if not isinstance(name, str):
        raise Mismatch(expected='{"filename": "저장한 이름", "size": 바이트 수}', got=reply.text, reply=reply)
    return name


@contextmanager
def telling(did, repeatable=True):
    """Say more about what was done when it fails. A request that is too long to be repeated by hand is left out."""
    try:
        yield
    except Mismatch as failure:
        failure.did = did
        failure.exchange = failure.exchange if repeatable else None
        raise


def dangerous_names(fresh, files):
    """Names that lead out of a folder when they are joined to its path."""
    # those that land in the lesson folder come first: there the harm is seen, and done to nobody
    for lead in ("../", "....//", "./../", "..\\", f"{files.folder.as_posix()}/", "../../"):
        yield f"{lead}{fresh.word()}.png"
    yield "../../app.py"


def outside(files):
    """Every file beside uploads/ with its content, also one folder up (where Python's own `tmp` stands)."""
    around = Files(files.folder.parent)
    inside = (f"{files.folder.name}/uploads/", "tmp/")
    return {name: around.read_bytes(name) for name in around.names() if not name.startswith(inside)}


def changes(before, after):
    """Names of the files that are new, gone or different."""
    return ", ".join(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))


def answering(status, text, media_type="application/json"):
    """A server that gives every request this answer."""

    def app(environ, start_response):
        start_response(f"{status} Answer", [("Content-Type", f"{media_type}; charset=utf-8")])
        return [text.encode()]

    return app


def raises_http_error(client, server, function, fresh):
    """The function raises requests.HTTPError where the server refuses the request or is broken."""
    for status in (400, fresh.choice((404, 413, 415)), fresh.choice((500, 503))):
        answer = answering(status, json.dumps({"message": fresh.word()}))
        result = client.try_call(function, server.start(answer), fresh.word())
        if not result.raised("requests.exceptions.HTTPError"):
            got = f"돌려준 값: {result.shown}" if result.returned else str(result.error)
            did = f"상태 코드 {status}로 답하는 서버에 {result.call}"
            raise Mismatch(expected=HTTP_ERROR, got=got, error=result.error, did=did)


def runs_markup(reply):
    """Whether a tag out of the name stands in the page as a tag."""
    return reply.media_type == "text/html" and bool(reply.select("[onerror]"))


# What often goes wrong, task by task. The first that matches is told.

greets_from_a_form.mistake(
    "F36",
    "`/hi`가 POST를 받지 않습니다. 브라우저는 GET 요청에 본문을 담지 못하므로 폼의 값은 POST로 옵니다. "
    '`@app.post("/hi")`라고 적어 주세요.',
)(lambda reply, loaded: reply.status == 405 and any(route.rule == "/hi" for route in loaded.routes))

greets_from_a_form.mistake(
    "F32", "주소의 쿼리를 읽었습니다. 폼으로 온 값은 `request.args`가 아니라 `request.form`에 있습니다."
)(lambda source, loaded: reads(source, loaded, "/hi", {"args"}, but_not={"form", "values"}))

greets_from_a_form.mistake("F35", "폼을 보냈는데 JSON을 읽으려고 했습니다. 폼으로 온 값은 `request.form`에 있습니다.")(
    lambda source, loaded: reads(source, loaded, "/hi", {"get_json", "json"}, but_not={"form", "values"})
)

greets_from_a_form.mistake(
    "F9", "이름에 든 태그가 브라우저에서 실행됩니다. 받은 글은 `escape()`로 이스케이프해 주세요."
)(lambda reply: runs_markup(reply))

greets_from_a_form.mistake(
    "no-name",
    "`name`이 없는 요청을 거절하지 않았습니다. `name`이 없으면 `abort(400)`으로 거절해 주세요.",
)(lambda reply: reply.status == 200 and not re.search(r"\bname=", request_body(reply)))

greets_from_json.mistake(
    "F35",
    "JSON을 보냈는데 폼을 읽으려고 했습니다. JSON을 보내면 `request.form`은 비어 있습니다. "
    "`request.get_json()`으로 읽어 주세요.",
)(lambda source, loaded: reads(source, loaded, "/api/hi", {"form", "values"}, but_not=JSON_PARTS))

greets_from_json.mistake(
    "text-answered",
    "인사를 JSON이 아니라 글로 답했습니다. 딕셔너리를 `return`하면 Flask가 JSON으로 바꾸어 보냅니다.",
)(lambda reply: reply.status == 200 and reply.shown.startswith("Hello "))

greets_from_json.mistake(
    "force", "`Content-Type`이 JSON이 아닌 요청도 받습니다. `force=True`를 지우면 Flask가 415로 거절합니다."
)(lambda reply, source: not sent_as_json(reply) and source.has("app.py", r"force\s*=\s*True"))

greets_from_json.mistake(
    "silent",
    "`silent=True`는 거절할 요청을 None으로 바꿉니다. `silent=True`를 지우면 Flask가 스스로 415나 400으로 거절합니다.",
)(lambda reply, source: not sent_as_json(reply) and source.has("app.py", r"silent\s*=\s*True"))

greets_from_json.mistake(
    "type-ignored",
    "`Content-Type`을 보지 않고 본문을 읽었습니다. `request.get_json()`은 JSON이 아닌 요청을 스스로 415로 거절합니다.",
)(
    lambda reply, source, loaded: (
        not sent_as_json(reply) and reads(source, loaded, "/api/hi", {"data", "get_data"}, but_not=TYPE_PARTS)
    )
)

greets_from_json.mistake(
    "no-object",
    "JSON이 객체가 아닌 요청에서 오류가 났습니다. JSON은 배열이나 수일 수도 있습니다. "
    "`isinstance(data, dict)`가 아니면 400으로 거절해 주세요.",
)(lambda reply, error: error.type in ("TypeError", "AttributeError", "KeyError") and is_no_object(reply))

greets_from_json.mistake(
    "no-name",
    "`name`이 없는 JSON에서 `KeyError`가 났습니다. 딕셔너리는 폼과 달리 스스로 400으로 답하지 않습니다. "
    '`"name" in data`를 확인해 주세요.',
)(lambda reply, error: reply.status == 500 and error.type == "KeyError")

greets_from_json.mistake("no-name", "`name`이 없는 JSON을 거절하지 않았습니다. 400으로 거절해 주세요.")(
    lambda reply: reply.status == 200 and sent_as_json(reply) and '"name"' not in request_body(reply)
)

keeps_files.mistake("traversal", TRAVERSAL)(lambda failure: failure.expected == OUTSIDE)

keeps_files.mistake("traversal", TRAVERSAL)(
    # the folder of an absolute name need not exist where the server runs
    lambda reply, error: error.type in WRITE_ERRORS and is_absolute(sent_name(reply)) and "uploads" not in error.text
)

keeps_files.mistake(
    "other-name",
    "저장한 이름이 아니라 보낸 사람이 적은 이름을 답했습니다. `filename`에는 저장한 이름을 넣어 주세요.",
)(lambda reply: reply.status == 201 and "/" in sent_name(reply) and f'"{sent_name(reply)}"' in reply.text)

keeps_files.mistake(
    "elsewhere", "파일을 다른 곳에 저장했습니다. app.py 옆의 uploads 폴더에 같은 이름으로 저장해 주세요."
)(lambda failure: re.match(f"{ELSEWHERE} (?!없음)", failure.got or ""))

keeps_files.mistake("files-not-form", "파일은 `request.form`이 아니라 `request.files`에 있습니다.")(
    lambda source, loaded: reads(source, loaded, "/upload", {"form", "args", "values"}, but_not={"files"})
)

keeps_files.mistake(
    "no-folder",
    "uploads 폴더가 없어서 저장하지 못했습니다. 저장하기 전에 `mkdir(exist_ok=True)`로 폴더를 만들어 주세요.",
)(lambda reply, error: error.type == "FileNotFoundError" and "/" not in sent_name(reply) and "uploads" in error.text)

keeps_files.mistake(
    "folder-twice", "uploads 폴더가 이미 있을 때 오류가 납니다. `mkdir(exist_ok=True)`라고 적어 주세요."
)(lambda error: error.type == "FileExistsError" and "uploads" in error.text)

keeps_files.mistake(
    "no-field",
    "`photo`가 없는 요청에서 오류가 났습니다. `get`이 None을 주면 `abort(400)`으로 거절해 주세요.",
)(lambda reply, error: "NoneType" in error.text and 'name="photo"' not in request_body(reply))

keeps_files.mistake(
    "read-to-the-end",
    "저장된 파일이 비어 있습니다. `read()`로 끝까지 읽으면 `save()`가 저장할 것이 남지 않습니다. "
    "먼저 저장하고, 크기는 저장한 파일에서 재 주세요.",
)(lambda failure: (failure.got or "").startswith(f"{KEPT} 0바이트"))

keeps_files.mistake("size", "`size`가 파일의 바이트 수와 다릅니다. 저장한 다음에 `path.stat().st_size`로 재 주세요.")(
    lambda failure: (failure.expected or "").startswith('{\n  "size"')
)

keeps_files.mistake("created", "저장했을 때의 상태 코드는 201입니다. `return {...}, 201`이라고 적어 주세요.")(
    lambda reply: reply.status == 200 and "filename" in reply.text
)

keeps_files.mistake(
    "no-limit",
    '1 MiB보다 큰 파일도 받습니다. `app.config["MAX_CONTENT_LENGTH"]`를 정하면 Flask가 413으로 거절합니다.',
)(lambda reply: reply.status == 201 and len(request_body(reply)) > REFUSED)

keeps_files.mistake(
    "limit-too-low",
    "1,000,000바이트까지는 받아야 하는데 거절했습니다. `MAX_CONTENT_LENGTH`는 파일 둘레의 글까지 넣은 본문 전체의 "
    "크기입니다. `1024 * 1024`로 정해 주세요.",
)(lambda reply: reply.status == 413)

for task in (client_sends_a_form, client_sends_json):
    task.mistake("F36", "GET으로 보냈습니다. 본문이 있는 요청은 `requests.post`로 보내 주세요.")(
        lambda server: any(request.method == "GET" for request in server.arrived)
    )
    task.mistake("F32", "주소의 쿼리로 보냈습니다. `params=`가 아니라 `data=`나 `json=`으로 본문에 담아 주세요.")(
        lambda server: any(request.query for request in server.arrived)
    )
    task.mistake("base-url", "받은 `base_url`이 아니라 적어 둔 주소로 보냈습니다. `base_url`을 써 주세요.")(
        lambda server, error: error.type == "ConnectionError" and "port=5000" in error.text and not server.arrived
    )
    task.mistake(
        "F38",
        "서버가 거절하면 `requests.HTTPError`가 나야 합니다. 응답을 받은 다음에 `reply.raise_for_status()`를 부르고, "
        "그 예외를 감추지 마세요.",
    )(lambda failure: failure.expected == HTTP_ERROR)
    task.mistake("F38", "답하지 않는 서버를 너무 오래 기다립니다. `timeout=5`처럼 시간 제한을 주세요.")(
        lambda failure: failure.kind == "timeout"
    )
    task.mistake(
        "response-returned",
        "응답 객체를 그대로 돌려주었습니다. 글은 `reply.text`에 있고, JSON의 값은 `reply.json()`에 있습니다.",
    )(lambda result: result.type == "Response")
    task.mistake("no-return", "서버의 답을 받았지만 돌려주지 않았습니다. `return`으로 돌려주세요.")(
        lambda server, result: server.arrived and result.returned and result.value is None and result.type == "NoneType"
    )

client_sends_a_form.mistake("json-for-form", "폼이 아니라 JSON으로 보냈습니다. `json=`이 아니라 `data=`를 써 주세요.")(
    lambda server: any(request.media_type == "application/json" for request in server.arrived)
)

client_sends_a_form.mistake(
    "form-by-hand",
    "본문이 폼의 모양이 아닙니다. `data=`에 글이 아니라 딕셔너리를 주면 requests가 폼으로 바꾸어 보냅니다.",
)(lambda server: any(request.body and not request.media_type for request in server.arrived))

client_sends_json.mistake(
    "F35", "JSON이 아니라 폼으로 보냈습니다. requests의 `data=`는 폼을 보냅니다. `json=`을 써 주세요."
)(lambda server: any(request.media_type == "application/x-www-form-urlencoded" for request in server.arrived))

client_sends_json.mistake(
    "json-as-text",
    "본문은 JSON이지만 `Content-Type`이 JSON이 아닙니다. `data=` 대신 `json=`을 쓰면 둘 다 맞게 보냅니다.",
)(lambda server: any(request.json and request.media_type != "application/json" for request in server.arrived))

client_sends_json.mistake(
    "whole-answer", 'JSON 전체를 돌려주었습니다. `reply.json()["message"]`처럼 `message`의 값만 돌려주세요.'
)(lambda result: isinstance(result.value, dict) or (result.type == "str" and result.value.startswith("{")))


def reads(source, loaded, rule, parts, but_not=frozenset()):
    """Whether the view of a rule reads one of these parts of the request (`form`, `args`), and none of the others."""
    places = {(route.where.file, route.where.line) for route in loaded.routes if route.rule == rule and route.where}
    found = set()
    for file in {file for file, _ in places}:
        for view in source.functions(file):
            if (file, min([view.lineno, *(line.lineno for line in view.decorator_list)])) in places:
                attributes = (node for node in ast.walk(view) if isinstance(node, ast.Attribute))
                found |= {node.attr for node in attributes if dotted(node.value) == "request"}
    return bool(found & parts) and not found & but_not


def request_body(reply):
    """The body that was sent."""
    return reply.exchange.request.body or ""


def sent_name(reply):
    """The name of the file that was sent."""
    return re.search(r'filename="([^"]*)"|$', request_body(reply))[1] or ""


def is_absolute(name):
    """Whether a file's name is a whole path."""
    return re.match(r"/|[A-Za-z]:", name) is not None


def sent_as_json(reply):
    """Whether the request said that its body is JSON."""
    return reply.exchange.request.headers.get("Content-Type") == "application/json"


def is_no_object(reply):
    """Whether what was sent is JSON, but no object."""
    try:
        return sent_as_json(reply) and not isinstance(json.loads(request_body(reply)), dict)
    except ValueError:
        return False


if __name__ == "__main__":
    check.main()
