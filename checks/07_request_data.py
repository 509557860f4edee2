"""07 요청 데이터"""

from __future__ import annotations

import json

import home  # noqa: F401
from mistakes.request_data import forms, json_bodies, sending, uploading
from mistakes.request_data.evidence import HTTP_ERROR
from probing.markup import runs_markup
from probing.uploads import (
    OUTSIDE,
    REFUSED,
    TAKEN,
    changes,
    dangerous_names,
    filename_in,
    is_stored,
    outside,
    telling,
    upload,
)
from shared.checking import Check
from shared.probes import Mismatch

check = Check(__file__, app="app.py", client="client.py", server="app.py")


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


# What often goes wrong, task by task. Of several that match, the first is told.
for subject in (forms, json_bodies, uploading, sending):
    check.know(subject.known)

if __name__ == "__main__":
    check.main()
