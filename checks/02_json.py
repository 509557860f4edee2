"""02 JSON"""

from __future__ import annotations

import ast
import json
import re

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch
from shared.verdict import PythonError, Where

check = Check(__file__, app=None, client="client.py", server="server.py")

FILE = "profile.json"
MARK = b"\xef\xbb\xbf"


class Written(float):
    """A number with a point or an exponent, and how it stands in the text: 170.0 and 170 are the same number."""

    def __new__(cls, text):
        number = super().__new__(cls, text)
        number.text = text
        return number


def is_whole(value):
    return type(value) is int or (isinstance(value, Written) and value.is_integer())


def has_fraction(value):
    return isinstance(value, Written) and re.search(r"\.\d*[1-9]", value.text) is not None


def are_texts(value):
    return isinstance(value, list) and len(value) >= 2 and all(isinstance(text, str) for text in value)


WANTED = {
    "name": ("string", lambda value: isinstance(value, str)),
    "grade": ("number (정수)", is_whole),
    "height": ("number (0이 아닌 소수 부분이 있는 수)", has_fraction),
    "member": ("boolean", lambda value: isinstance(value, bool)),
    "nickname": ("null", lambda value: value is None),
    "hobbies": ("array (string 두 개 이상)", are_texts),
    "contact": ("object", lambda value: isinstance(value, dict)),
}


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
        server.start(replies(reply))
        failure = None
        try:
            client.returns(reply, "send_profile", server.base_url, profile)
        except Mismatch as caught:
            failure = caught
        if failure is not None and not server.arrived and (client.last is None or not client.last.returned):
            raise failure
        came_in(server, profile, client.last)  # looked at first: a wrong request explains a wrong value
        if failure is not None:
            raise failure
        server.forget()


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


# How a task is judged


def decoded(text):
    """The value of a JSON text, where NaN and the like are no JSON. Numbers with a point keep how they are written."""

    def refuse(constant):
        raise ValueError(f"JSON에는 {constant}이라는 값이 없습니다.")

    return json.loads(text, parse_float=Written, parse_constant=refuse)


def as_json(value):
    return json.dumps(value, ensure_ascii=False)


def is_json_of(text, value):
    """Whether a text is JSON for this value; the order of keys and blanks do not matter."""
    if not isinstance(text, str):
        return False
    try:
        return json.dumps(json.loads(text), sort_keys=True) == json.dumps(value, sort_keys=True)
    except (ValueError, RecursionError):
        return False


def json_or_none(text, read=json.loads):
    try:
        return read(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None


def has_mark(files):
    return files.exists(FILE) and files.read_bytes(FILE).startswith(MARK)


def wrong_key(profile):
    """The first key that is missing, or has a value of another kind."""
    return next((key for key, (_, fits) in WANTED.items() if key not in profile or not fits(profile[key])), None)


def new_profile(fresh):
    return {
        "name": fresh.name(),
        "grade": fresh.integer(1, 3),
        "height": fresh.integer(1401, 1409) / 10,
        "member": fresh.choice((True, False)),
        "nickname": None,
        "hobbies": [fresh.word(), fresh.name()],
        "contact": {"email": f"{fresh.word()}@example.com"},
    }


def replies(value):
    """A server that gives every request the same answer."""
    body = json.dumps(value).encode()

    def wsgi(environ, start_response):
        start_response("201 CREATED", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    return wsgi


def came_in(server, profile, result):
    """One of the requests that arrived is right; else it is told what is wrong with the last."""
    found = None
    for request in reversed(server.arrived):
        try:
            request.asks("POST", "/profiles").has_json(profile)
        except Mismatch as wrong:
            found = found or wrong
        else:
            return
    found = found or Mismatch("서버에 요청이 오지 않았습니다.", expected="서버에 온 요청", got="없음")
    found.did = result.call if result else None
    raise found


# Known mistakes: what the learner reads (the name begins with the id), then how each is recognised. First match wins.

SAYS = {
    "BOM": "파일의 맨 앞에 보이지 않는 글자(BOM)가 있습니다. VS Code에서는 오른쪽 아래의 `UTF-8 with BOM`을 누르고, "
    "`인코딩하여 저장(Save with Encoding)`에서 `UTF-8`을 골라 주세요.",
    "H8 quotes": "작은따옴표 `'`가 있습니다. JSON의 문자열과 키는 큰따옴표 `\"`로만 감쌉니다.",
    "curly-quotes": '둥근 따옴표가 있습니다. 다른 곳에서 복사하면 이렇게 되기도 합니다. 곧은 큰따옴표 `"`를 쓰세요.',
    "H9 words": "Python의 True, False, None이 있습니다. JSON에서는 `true`, `false`, `null`입니다. 모두 소문자입니다.",
    "H9 keys": '키가 수입니다. JSON의 키는 언제나 문자열입니다. `"1"`처럼 큰따옴표로 감싸 주세요.',
    "H9 comma": "마지막 값 뒤에 쉼표가 있습니다. JSON에서는 닫는 괄호 바로 앞의 쉼표를 지워야 합니다.",
    "comment": "주석이 있습니다. JSON에는 주석이 없습니다. 주석을 지워 주세요.",
    "comma-missing": "값과 값 사이에 쉼표가 빠졌습니다. 바로 앞 값의 뒤에 `,`를 적어 주세요.",
    "key-unquoted": '키를 큰따옴표로 감싸지 않았습니다. `"name"`처럼 감싸 주세요.',
    "quoted-number": "수를 따옴표로 감쌌습니다. 감싸면 수가 아니라 문자열입니다. 따옴표를 지워 주세요.",
    "quoted-word": "`true`, `false`, `null`을 따옴표로 감쌌습니다. 감싸면 문자열입니다. 따옴표를 지워 주세요.",
    "H10 height": "height에 0이 아닌 소수 부분이 없습니다. JSON에는 수가 한 종류라서 170과 170.0은 같은 수입니다. "
    "168.5처럼 적어 주세요.",
    "one-hobby": "hobbies에 값이 두 개보다 적습니다. 쉼표로 나누어 두 개 이상 적어 주세요.",
    "empty-text": '`""`는 빈 문자열입니다. 값이 없다는 뜻은 `null`로 적습니다. 따옴표는 쓰지 않습니다.',
    "encoding": 'UTF-8로 읽지 않았습니다. 기본 인코딩은 컴퓨터마다 다릅니다. `open(path, encoding="utf-8")`로 여세요.',
    "own-path": "받은 `path`가 아니라 정해진 파일을 읽습니다. 파일의 이름은 바뀔 수 있습니다. `path`를 여세요.",
    "ensure-ascii": "한글이 `\\uXXXX`로 바뀌었습니다. 값은 같지만 읽기 어렵습니다. `ensure_ascii=False`를 적어 주세요.",
    "H8 text": "`str()`이나 f-문자열이 만든 Python의 글입니다. 작은따옴표, True, None은 JSON이 아닙니다. "
    "`json.dumps`로 바꾸어 주세요.",
    "twice": "JSON으로 두 번 바꾸었습니다. `json.dumps`는 한 번만 부릅니다. `json=`을 쓰면 부르지 않습니다.",
    "F35": "본문이 폼(form)으로 갔습니다. `data=`에 dict를 주면 폼이 됩니다. `json=profile`을 쓰세요.",
    "not-declared": "본문은 JSON인데 Content-Type이 `application/json`이 아닙니다. `json=profile`을 쓰세요.",
    "response-returned": "응답(Response) 객체를 그대로 돌려주었습니다. `response.json()`을 돌려주세요.",
    "text-returned": "응답의 본문을 글자 그대로 돌려주었습니다. `response.json()`으로 값으로 바꾸어 돌려주세요.",
    "request-returned": "보낸 자기소개를 그대로 돌려주었습니다. 서버의 답인 `response.json()`을 돌려주세요.",
    "own-address": '다른 주소로 요청을 보냈습니다. `f"{base_url}/profiles"`처럼 받은 base_url로 시작해 주세요.',
    "no-except": "JSON이 아닌 글에서 예외가 났습니다. `except json.JSONDecodeError:`로 잡아서 None을 돌려주세요.",
    "falsy": '`0`, `false`, `""`, `[]`, `{}`도 값입니다. `if not value`와 `or`는 이런 값도 없는 것으로 봅니다. '
    "값을 그대로 돌려주세요.",
    "bare-except": "값이 나와야 하는데 None입니다. `except:`와 `except Exception:`은 잘못 적은 이름 같은 다른 오류도 "
    "감춥니다. `except json.JSONDecodeError:`로 바꾸고 다시 실행해 보세요.",
    "python-text": "`eval`과 `literal_eval`은 JSON이 아니라 Python의 글을 읽습니다. `json.loads`를 쓰세요.",
    "bool-number": "True와 False가 number가 되었습니다. Python에서 bool은 int의 한 종류입니다. bool인지 먼저 보세요.",
    "one-is-true": "수가 boolean이 되었습니다. `1 == True`는 참입니다. `isinstance(value, bool)`로 살펴보세요.",
    "falsy-null": "비어 있는 값이 null이 되었습니다. `not value`는 0에서도 참입니다. `value is None`으로 살펴보세요.",
    "H10 number": "JSON에는 수가 한 종류입니다. 정수도 소수도 `number`입니다.",
    "H9 names": "Python의 이름을 돌려주었습니다. JSON의 이름은 null, boolean, number, string, array, object입니다.",
    "tuple": "tuple은 JSON에서 array가 됩니다. `isinstance(value, (list, tuple))`로 함께 살펴보세요.",
    "no-typeerror": "set은 JSON이 되지 못합니다. set처럼 표에 없는 값이면 `raise TypeError(...)`를 해 주세요.",
    "no-return": "함수가 돌려준 것이 없습니다(None). `print`는 보여 주기만 합니다. 값을 `return`으로 돌려주세요.",
}


def known(step, name, is_it):
    step.mistake(name.split()[0], SAYS[name])(is_it)


def in_text(name, is_it):
    """Where the text stops being JSON: what stands before, what follows, what Python says."""

    def recognise(source):
        try:
            json.loads(source.text(FILE))
        except json.JSONDecodeError as error:
            return is_it(error.doc[: error.pos], error.doc[error.pos :], error.msg)
        except (ValueError, RecursionError):
            return False

    known(writes_a_profile, name, recognise)


def in_value(name, keys, is_it):
    """In the value of the first wrong key."""

    def recognise(source):
        profile = json_or_none(source.text(FILE), decoded)
        key = wrong_key(profile) if isinstance(profile, dict) else None
        return key in keys and key in profile and is_it(profile[key])

    known(writes_a_profile, name, recognise)


def argument(result):
    """What the function was called with."""
    return ast.literal_eval(result.call.partition("(")[2][:-1])


def body_of(source, name):
    """All nodes in the body of a function of the client."""
    found = [function for function in source.functions("client.py") if function.name == name]
    return [node for function in found[-1:] for line in function.body for node in ast.walk(line)]


def path_unused(source):
    nodes = body_of(source, "load_profile")
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return "path" not in names and any(isinstance(node, ast.Constant) and node.value == FILE for node in nodes)


def catches_all(source):
    handlers = [n for n in body_of(source, "parse_or_none") if isinstance(n, ast.ExceptHandler)]
    return any(h.type is None or ast.unparse(h.type) in ("Exception", "BaseException") for h in handlers)


def returns_nothing(result, source):
    nodes = body_of(source, result.call.partition("(")[0])
    returns = any(isinstance(node, ast.Return) and node.value is not None for node in nodes)
    return result.type == "NoneType" and bool(nodes) and not returns


def sent(is_it):
    """In the last request that arrived, where the failure is about a request."""
    return lambda server, failure: failure.exchange is not None and is_it(server.arrived[-1])


def came_back(is_it):
    """In what was returned after a right request."""
    return lambda server, failure, result: bool(server.arrived) and failure.exchange is None and is_it(result, server)


known(writes_a_profile, "BOM", lambda files: has_mark(files))
in_text("H8 quotes", lambda before, rest, said: rest.startswith("'"))
in_text("curly-quotes", lambda before, rest, said: rest.startswith(("“", "”", "‘", "’")))
in_text("H9 words", lambda before, rest, said: re.match(r"(True|False|None)\b", rest))
in_text("H9 keys", lambda before, rest, said: "property name" in said and re.match(r"-?\d", rest))
in_text("H9 comma", lambda before, rest, said: rest[:1] in ("}", "]") and before.rstrip().endswith(","))
in_text("H9 comma", lambda before, rest, said: said.startswith("Illegal trailing comma"))  # since Python 3.13
in_text("comment", lambda before, rest, said: rest.startswith(("//", "/*", "#")))
in_text("comma-missing", lambda before, rest, said: "','" in said and rest[:1] == '"' and before[-1:].isspace())
in_text("key-unquoted", lambda before, rest, said: "property name" in said and re.match(r"[^\W\d]", rest))
in_value("quoted-number", ("grade", "height"), lambda v: isinstance(v, str) and re.fullmatch(r"\d+(\.\d+)?", v))
in_value("quoted-word", ("member", "nickname"), lambda v: v in ("true", "false", "null", "True", "False", "None"))
in_value("H10 height", ("height",), is_whole)
in_value("one-hobby", ("hobbies",), lambda v: isinstance(v, list) and len(v) < 2)
in_value("empty-text", ("nickname",), lambda v: v == "")

known(loads_a_profile, "encoding", lambda result: result.raised("UnicodeDecodeError"))
known(loads_a_profile, "encoding", lambda source: source.has("client.py", "(?i)cp949|euc.?kr"))
known(loads_a_profile, "own-path", path_unused)

known(
    writes_json,
    "ensure-ascii",
    lambda result: "\\u" in str(result.value) and is_json_of(result.value, argument(result)),
)
known(writes_json, "H8 text", lambda result: result.value in (str(argument(result)), repr(argument(result))))
known(writes_json, "twice", lambda result: is_json_of(json_or_none(result.value), argument(result)))

known(sends_a_profile, "F35", sent(lambda request: request.media_type == "application/x-www-form-urlencoded"))
known(sends_a_profile, "twice", sent(lambda request: isinstance(json_or_none(request.json), dict)))
known(sends_a_profile, "H8 text", sent(lambda request: request.body.startswith(b"{'")))
known(
    sends_a_profile,
    "not-declared",
    sent(lambda request: isinstance(request.json, dict) and request.media_type != "application/json"),
)
known(sends_a_profile, "response-returned", came_back(lambda result, server: result.type == "Response"))
known(sends_a_profile, "text-returned", came_back(lambda result, server: isinstance(json_or_none(result.value), dict)))
known(sends_a_profile, "request-returned", came_back(lambda result, server: result.value == server.arrived[-1].json))
known(
    sends_a_profile,
    "own-address",
    lambda server, source: (
        not server.arrived
        and any(re.search(r":5\d{3}\b", str(getattr(node, "value", ""))) for node in body_of(source, "send_profile"))
    ),
)

known(parses_or_gives_none, "no-except", lambda result: result.raised("JSONDecodeError"))
known(parses_or_gives_none, "no-return", returns_nothing)
known(parses_or_gives_none, "python-text", lambda source: source.has("client.py", r"\b(literal_)?eval\("))
known(
    parses_or_gives_none,
    "falsy",
    lambda result: result.type == "NoneType" and json_or_none(argument(result)) in (0, "", [], {}),
)
known(parses_or_gives_none, "bare-except", lambda result, source: result.type == "NoneType" and catches_all(source))

known(names_a_type, "no-return", returns_nothing)
known(names_a_type, "no-typeerror", lambda failure: failure.expected == "TypeError")
known(names_a_type, "tuple", lambda result: isinstance(argument(result), tuple))
known(names_a_type, "bool-number", lambda result: result.value == "number" and isinstance(argument(result), bool))
known(names_a_type, "one-is-true", lambda result: result.value == "boolean" and argument(result) in (0, 1))
known(names_a_type, "falsy-null", lambda result: result.value == "null" and not argument(result))
known(names_a_type, "H10 number", lambda result: result.value in ("int", "float", "integer"))
known(names_a_type, "H9 names", lambda result: result.value in ("str", "bool", "list", "dict", "None", "NoneType"))

for with_value in (loads_a_profile, writes_json):
    known(with_value, "no-return", returns_nothing)
known(sends_a_profile, "no-return", lambda result, server, source: server.arrived and returns_nothing(result, source))


if __name__ == "__main__":
    check.main()
