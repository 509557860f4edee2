"""02 JSON"""

from __future__ import annotations

import json
import re

import home  # noqa: F401
from mistakes.json import grammar, profile_values, reading, replies, type_names, writing
from probing.arrivals import judge
from probing.profile import FILE, WANTED, as_json, decoded, has_mark, is_json_of, new_profile, wrong_key
from shared.checking import Check
from shared.probes import Mismatch
from shared.verdict import PythonError, Where

check = Check(__file__, app=None, client="client.py", server="server.py")


@check.task(1, reread="JSON의 규칙")
def writes_a_profile(files, source):
    """`profile.json`은 키 일곱 개가 있는 JSON 객체이고, BOM이 없는 UTF-8 파일입니다."""
    if has_mark(files):
        raise Mismatch(expected="BOM이 없는 UTF-8", got="파일의 처음 세 바이트: EF BB BF", where=Where(FILE, 1))
    try:
        profile = decoded(source.text(FILE))
    except (ValueError, RecursionError) as error:
        where = Where(FILE, getattr(error, "lineno", None))
        told = PythonError(type(error).__name__, str(error))
        raise Mismatch("profile.json을 JSON으로 읽을 수 없습니다.", error=told, got=str(told), where=where) from error
    if not isinstance(profile, dict):
        raise Mismatch("profile.json의 값 전체는 object 하나여야 합니다.", expected="{...}", got=as_json(profile))
    key = wrong_key(profile)
    if key is not None and key not in profile:
        keys = ", ".join(profile) or "없음"
        raise Mismatch(f"profile.json에 키가 없습니다: {key}", expected=f'"{key}": {WANTED[key][0]}', got=f"키: {keys}")
    if key is not None:
        where = Where(FILE, source.line(FILE, f'"{key}"'))
        raise Mismatch(expected=f'"{key}": {WANTED[key][0]}', got=f'"{key}": {as_json(profile[key])}', where=where)


@check.task(2, reread="파일로 저장하고 읽기")
def loads_a_profile(client, files, fresh):
    """`load_profile(path)`는 JSON 파일을 UTF-8로 읽어 dict로 돌려줍니다."""
    for calls in (client, client, client.in_plain_locale()):
        path, profile = f"{fresh.word(8)}.json", new_profile(fresh)
        files.write(path, json.dumps(profile, ensure_ascii=False, indent=2).encode())
        calls.returns(profile, "load_profile", path)


@check.task(3, reread="한글을 그대로")
def writes_json(client, fresh):
    """`to_json(value)`는 값을 JSON 글로 바꾸고, 한글을 그대로 둡니다."""
    marks = f'{fresh.name()} "{fresh.word()}"\n\\{fresh.word()}'
    values = (new_profile(fresh), [fresh.name(), None, True, fresh.half_number()], marks, fresh.name(), None, False, 0)
    for value in values:
        text = client.call("to_json", value)
        did, expected = client.last.call, as_json(value)
        if not isinstance(text, str):
            raise Mismatch(expected=f"{expected}  (str)", got=f"{text!r}  ({type(text).__name__})", did=did)
        if not is_json_of(text, value) or not all(word in text for word in re.findall("[가-힣]+", expected)):
            raise Mismatch(expected=expected, got=text, did=did)


@check.task(4, reread="HTTP로 주고받기")
def sends_a_profile(client, server, fresh):
    """`send_profile(base_url, profile)`은 JSON을 POST하고, 서버의 답을 dict로 돌려줍니다."""
    for _ in range(2):
        profile = new_profile(fresh)
        reply = {"id": fresh.integer(10_000, 99_999), "profile": profile, "word": fresh.word()}
        server.start(answers(reply))
        judge(client, server, sends(profile), reply, "send_profile", profile)


@check.task(5, reread="오류 읽기")
def parses_or_gives_none(client, fresh):
    """`parse_or_none(text)`는 JSON이면 그 값을, JSON이 아니면 None을 돌려줍니다."""
    word, number = fresh.word(), fresh.integer(2, 999)
    values = [new_profile(fresh), number, word, [word, None], True, None, 0, False, "", [], {}]
    for value in values:
        client.returns(value, "parse_or_none", as_json(value))
    client.returns([number], "parse_or_none", f" [ {number} ]\n")
    texts = [f"{word} {number}", f"'{word}'", f"{{'{word}': {number}}}", "True", "None", f"[{number},]"]
    texts += [
        f"{{{number}: true}}",
        f'{{"{word}" {number}}}',
        f'"{word}',
        f"[{number}",
        f"{number} {number}",
        "",
        " \n",
    ]
    for text in texts:
        client.returns(None, "parse_or_none", text)


@check.task(6, reread="Python과 비교하기")
def names_a_type(client, fresh):
    """`json_type(value)`는 값이 JSON에서 무엇이 되는지 돌려주고, set은 TypeError로 거절합니다."""
    word, number = fresh.word(), fresh.integer(2, 999)
    cases = {
        "string": [word, ""],
        "number": [number, fresh.half_number(), -number, float(number), 1, 0, 0.0],
        "array": [[word, number], []],
        "object": [{word: number}, {}],
        "null": [None],
        "boolean": [True, False],
    }
    for name, values in cases.items():
        for value in values:
            client.returns(name, "json_type", value)
    for value in ((word, number), ()):
        client.returns("array", "json_type", value)
    result = client.try_call("json_type", {number, number + 1})
    if not result.raised("TypeError"):
        got = result.shown if result.returned else str(result.error)
        raise Mismatch(expected="TypeError", got=got, error=result.error, did=result.call)


def sends(profile):
    """A request that brings this profile."""
    return lambda request: request.asks("POST", "/profiles").has_json(profile)


def answers(value):
    """A server that gives every request the same answer."""
    body = json.dumps(value).encode()

    def wsgi(environ, start_response):
        start_response("201 CREATED", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    return wsgi


# Of several that match, the first is told: a wrong request explains a wrong value.
for subject in (grammar, profile_values, reading, writing, replies, type_names):
    check.know(subject.known)

if __name__ == "__main__":
    check.main()
