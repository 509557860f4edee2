"""07 요청 데이터"""

from __future__ import annotations

import ast
import json
from contextlib import contextmanager

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch
from shared.probes.files import Files
from shared.probes.source import dotted

check = Check(__file__, app="app.py", client="client.py", server="app.py")

TAKEN, REFUSED = 1_000_000, 1024 * 1024 + 1
OUTSIDE, ELSEWHERE, KEPT = "uploads 폴더 밖은 그대로", "같은 이름의 파일:", "저장된 내용:"
HTTP_ERROR = "requests.HTTPError"


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
    reply.has_status(201).json_has(filename=name, size=len(content))
    path = f"uploads/{name}"
    if not files.exists(path):
        there = [other for other in files.names() if other.rpartition("/")[2] == name]
        raise Mismatch(expected=f"저장된 파일: {path}", got=f"{ELSEWHERE} {', '.join(there) or '없음'}", reply=reply)
    kept = files.read_bytes(path)
    if kept != content:
        expected, got = (f"{KEPT} {len(data):,}바이트 {data[:40]!r}" for data in (content, kept))
        raise Mismatch(expected=expected, got=got, reply=reply)


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


def parts_read(source, loaded, rule):
    """What the view of a rule reads of the request: `form`, `args`, `get_json`, ..."""
    first_lines = {(route.where.file, route.where.line) for route in loaded.routes if route.rule == rule and route.where}
    views = [
        view
        for file in {file for file, _ in first_lines}
        for view in source.functions(file)
        if (file, min([view.lineno, *(line.lineno for line in view.decorator_list)])) in first_lines
    ]
    found = (node for view in views for node in ast.walk(view) if isinstance(node, ast.Attribute))
    return {node.attr for node in found if dotted(node.value) == "request"}


@greets_from_a_form.mistake(
    "F36",
    "`/hi`가 GET만 받습니다. 폼은 POST로 옵니다. 브라우저는 GET 요청에 본문을 싣지 못합니다. "
    '`@app.post("/hi")`라고 적어 주세요.',
)
def only_get_is_taken(reply, loaded):
    return reply.status == 405 and any(route.rule == "/hi" and "GET" in route.methods for route in loaded.routes)


@greets_from_a_form.mistake(
    "F35", "폼을 보냈는데 JSON을 읽으려고 했습니다. 폼으로 온 값은 `request.form`에 있습니다."
)
def json_read_of_a_form(reply, source, loaded):
    return "form" not in parts_read(source, loaded, "/hi") and reply.status == 415


@greets_from_a_form.mistake("F9", "이름에 든 태그가 브라우저에서 실행됩니다. `escape()`로 이스케이프해 주세요.")
def name_runs_as_markup(reply):
    return runs_markup(reply)


@greets_from_a_form.mistake(
    "escaped-twice",
    "이름이 두 번 이스케이프되어 `&lt;`라는 글자가 보입니다. 템플릿은 스스로 이스케이프합니다. 한 번만 해 주세요.",
)
def name_escaped_twice(reply):
    return reply.media_type == "text/html" and "&lt;" in reply.shown


@greets_from_json.mistake(
    "F35",
    "JSON을 보냈는데 폼을 읽으려고 했습니다. JSON을 보내면 `request.form`은 비어 있습니다. "
    "`request.get_json()`으로 읽어 주세요.",
)
def form_read_of_json(source, loaded):
    read = parts_read(source, loaded, "/api/hi")
    return bool(read & {"form", "values"}) and not read & {"get_json", "json", "data", "get_data"}


@greets_from_json.mistake(
    "text-answered",
    "인사를 JSON이 아니라 글로 답했습니다. 딕셔너리를 돌려주면 Flask가 JSON으로 바꿉니다. "
    '`return {"message": ...}`라고 적어 주세요.',
)
def greeting_is_no_json(reply):
    return reply.status == 200 and reply.shown.startswith("Hello ")


@greets_from_json.mistake(
    "force", "`Content-Type`이 JSON이 아닌 요청도 받습니다. `force=True`를 지우면 Flask가 415로 거절합니다."
)
def other_types_are_forced(reply, source):
    return not is_sent_as_json(reply) and reply.status != 415 and source.has("app.py", r"force\s*=\s*True")


@greets_from_json.mistake(
    "silent",
    "`silent=True`는 잘못된 요청을 None으로 바꿉니다. `silent=True`를 지우면 Flask가 알아서 415나 400으로 거절합니다.",
)
def refusals_are_silenced(reply, source):
    return source.has("app.py", r"silent\s*=\s*True") and json_object_in(reply) is None


@greets_from_json.mistake(
    "type-not-seen",
    "`Content-Type`을 보지 않고 본문을 읽었습니다. `request.get_json()`은 JSON이 아닌 요청을 415로 거절합니다.",
)
def type_is_not_looked_at(reply, source, loaded):
    read = parts_read(source, loaded, "/api/hi")
    return not is_sent_as_json(reply) and reply.status != 415 and not read & {"get_json", "json"}


@greets_from_json.mistake(
    "no-object",
    "JSON이 객체가 아닌 요청에서 오류가 났습니다. JSON은 배열이나 수일 수도 있습니다. "
    "`isinstance(data, dict)`가 아니면 400으로 거절해 주세요.",
)
def json_is_taken_for_an_object(reply, error):
    return reply.status == 500 and is_sent_as_json(reply) and json_object_in(reply) is None


@greets_from_json.mistake(
    "no-name",
    "`name`이 없는 JSON에서 `KeyError`가 났습니다. 딕셔너리는 폼과 달리 400으로 바뀌지 않습니다. "
    '`"name" in data`를 확인해서 400으로 거절해 주세요.',
)
def key_error_for_no_name(reply, error):
    return reply.status == 500 and error.type == "KeyError"


@keeps_files.mistake(
    "traversal",
    "보안 문제입니다. 보낸 사람이 정한 이름 때문에 uploads 폴더 밖에 파일을 쓰려고 했습니다. "
    "`secure_filename()`을 거친 이름으로 저장해 주세요.",
)
def file_leaves_the_folder(reply, replies, failure):
    dangerous = '/' in sent_name(reply) or "\\" in sent_name(reply)
    return failure.expected == OUTSIDE or (dangerous and reply.status == 500)


@keeps_files.mistake(
    "name-told",
    "저장한 이름이 아니라 보낸 사람의 이름을 답했습니다. `filename`에는 실제로 저장한 이름을 넣어 주세요.",
)
def told_name_is_not_the_stored_one(reply, failure):
    return "/" in sent_name(reply) and f'"{sent_name(reply)}"' in reply.text and (failure.got or "").startswith(ELSEWHERE)


@keeps_files.mistake(
    "files-not-form", "파일은 `request.form`이 아니라 `request.files`에 있습니다. `request.files[\"photo\"]`로 꺼내 주세요."
)
def form_read_of_a_file(source, loaded):
    read = parts_read(source, loaded, "/upload")
    return bool(read & {"form", "args", "values"}) and "files" not in read


@keeps_files.mistake(
    "no-folder",
    "uploads 폴더가 없어서 저장하지 못했습니다. 저장하기 전에 `mkdir(exist_ok=True)`로 폴더를 만들어 주세요.",
)
def folder_is_not_made(error):
    return error.type == "FileNotFoundError" and "uploads" in error.text


@keeps_files.mistake(
    "folder-twice", "uploads 폴더가 이미 있으면 오류가 납니다. `mkdir(exist_ok=True)`라고 적어 주세요."
)
def folder_is_made_twice(error):
    return error.type == "FileExistsError"


@keeps_files.mistake(
    "no-field",
    "`photo`가 없는 요청에서 오류가 났습니다. `request.files[\"photo\"]`는 없을 때 스스로 400으로 답합니다.",
)
def missing_field_breaks_the_view(reply):
    return reply.status == 500 and 'name="photo"' not in (reply.exchange.request.body or "")


@keeps_files.mistake(
    "elsewhere", "파일을 다른 곳에 저장했습니다. app.py 옆의 uploads 폴더에 저장해 주세요."
)
def file_stands_elsewhere(reply, failure):
    return (failure.got or "").startswith(ELSEWHERE) and not (failure.got or "").endswith(" 없음")


@keeps_files.mistake(
    "read-to-the-end",
    "저장된 파일이 비어 있습니다. `read()`로 끝까지 읽은 뒤에는 `save()`가 저장할 것이 남지 않습니다. "
    "먼저 저장하고, 크기는 저장한 파일에서 재 주세요.",
)
def nothing_is_left_to_save(failure):
    return (failure.got or "").startswith(f"{KEPT} 0바이트")


@keeps_files.mistake(
    "size",
    "`size`가 파일의 바이트 수가 아닙니다. 저장한 파일의 크기를 `path.stat().st_size`로 재 주세요.",
)
def size_is_not_that_of_the_file(reply, failure):
    told = json_in(reply)
    return isinstance(told, dict) and told.get("filename") == sent_name(reply) and '"size"' in (failure.expected or "")


@keeps_files.mistake("status", "저장했을 때의 상태 코드는 201(Created)입니다. `return {...}, 201`이라고 적어 주세요.")
def created_is_answered_with_200(reply):
    return reply.status == 200 and "filename" in reply.text


@keeps_files.mistake(
    "no-limit",
    "1 MiB보다 큰 파일도 받습니다. `app.config[\"MAX_CONTENT_LENGTH\"]`를 정하면 Flask가 413으로 거절합니다.",
)
def size_is_not_limited(reply):
    return reply.status == 201 and len(reply.exchange.request.body or "") > REFUSED


@keeps_files.mistake(
    "limit-too-low",
    "1,000,000바이트인 파일을 거절했습니다. `MAX_CONTENT_LENGTH`는 파일이 아니라 본문 전체의 크기입니다. "
    "`1024 * 1024`로 정해 주세요.",
)
def limit_is_too_low(reply):
    return reply.status == 413
