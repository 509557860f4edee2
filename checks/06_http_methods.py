"""06 HTTP 메소드"""

from __future__ import annotations

import ast
import re
from urllib.parse import parse_qsl, urlsplit

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch

check = Check(__file__)

DONE = (200, 201, 204)
NOBODY = "없는 사용자"
TAKEN = "이미 있는 이름"
MISSING = "값이 없음"
EMPTY = "값이 비어 있음"


@check.task(1, reread="메소드 정하기")
def hello_takes_get_only(http):
    """`/hello`는 GET에 `Hello`로 답하고, POST는 405, HEAD는 200입니다."""
    http.get("/hello").shows("Hello")
    http.post("/hello").has_status(405)
    http.head("/hello").has_status(200)


@hello_takes_get_only.mistake(
    "F22",
    "`flask`에는 `requests`가 없습니다. 서버가 받은 요청은 s가 없는 `request`입니다. "
    "`from flask import Flask, abort, request`라고 쓰세요.",
)
def requests_out_of_flask(load_error, error):
    return error.type == "ImportError" and "cannot import name 'requests' from 'flask'" in error.text


@hello_takes_get_only.mistake(
    "F27",
    "HEAD 요청도 GET을 받는 함수로 옵니다. 그때 `request.method`는 `GET`이 아니라 `HEAD`여서 `if`에 맞지 않습니다. "
    "GET만 받는 함수이므로 `if request.method == ...`를 지우세요.",
)
def head_falls_through(reply, loaded, source):
    return method(reply) == "HEAD" and "request.method" in ast.unparse(code_for(reply, loaded, source))


@hello_takes_get_only.mistake(
    "post-allowed",
    "`/hello`가 POST도 받습니다. `methods=[...]`에서 `POST`를 빼거나 `@app.get`을 쓰면 Flask가 스스로 405로 답합니다.",
)
def hello_takes_post_too(reply, loaded):
    takes_post = any(route.rule == "/hello" and "POST" in route.methods for route in loaded.routes)
    return method(reply) == "POST" and takes_post


@hello_takes_get_only.mistake(
    "almost", "글이 거의 같습니다. 대문자와 소문자, 느낌표를 살펴보세요. 보여야 하는 글은 `Hello`입니다."
)
def only_case_or_marks_differ(reply):
    return reply.status == 200 and re.sub(r"[\W_]", "", reply.shown).casefold() == "hello"


@check.task(2, reread="쿼리 읽기")
def shows_a_user(http, fresh, calls):
    """`GET /user`는 사용자를 JSON으로 답하고, 없는 사용자는 404, 이름이 없거나 비어 있으면 400입니다."""
    for _ in range(2):
        name = a_user(http, fresh, calls)
        http.get("/user", params={"userName": name}).json_has(name=name)
    refuses(http.get("/user", params={"userName": fresh.word()}), 404, NOBODY)
    refuses(http.get("/user"), 400, MISSING)
    refuses(http.get("/user", params={"userName": ""}), 400, EMPTY)


@shows_a_user.mistake(
    "F25",
    "`Optional`을 가져오는 줄이 없어서 서버가 켜지지 않습니다. `Optional[str]` 대신 `str | None`이라고 쓰세요.",
)
def optional_not_imported(load_error, error):
    return error.type == "NameError" and "'Optional'" in error.text


@shows_a_user.mistake(
    "F26",
    "없는 사용자를 찾았을 때 뷰 함수가 아무것도 돌려주지 않았습니다(None). `get_user`는 없는 이름에 `None`을 줍니다. "
    "`None`이면 `abort(404)`를 부르세요.",
)
def nothing_for_nobody(reply, error, failure):
    return wanted(failure) == 404 and returned_nothing(reply, error)


@check.task(3, reread="알맞은 상태 코드로 거절하기")
def makes_a_user(http, fresh):
    """`POST /user`는 사용자를 만들어 201로 답하고, 이미 있으면 409, 이름이 없거나 비어 있으면 400입니다."""
    for name in (fresh.word(), unique_name(fresh)):
        http.post("/user", params={"userName": name}).has_status(201).json_has(name=name)
        refuses(http.post("/user", params={"userName": name}), 409, TAKEN)
    refuses(http.post("/user"), 400, MISSING)
    refuses(http.post("/user", params={"userName": ""}), 400, EMPTY)


@makes_a_user.mistake(
    "F26",
    "뷰 함수가 응답을 돌려주지 않고 끝났습니다(None). 사용자를 만들었더라도 응답은 500이 됩니다. "
    '`return {"name": ...}, 201`처럼 쓰세요.',
)
def nothing_after_making(reply, error):
    return returned_nothing(reply, error)


@makes_a_user.mistake(
    "not-201", "사용자를 만들었지만 상태 코드가 201이 아닙니다. `return 본문, 201`처럼 본문 뒤에 상태 코드를 쓰세요."
)
def made_with_another_status(reply, failure):
    return wanted(failure) == 201 and reply.status in (200, 202, 204)


@check.task(4, reread="알맞은 상태 코드로 거절하기")
def renames_a_user(http, fresh, calls):
    """`PUT /user`는 이름을 바꾸고, 없는 사용자는 404, 이미 있는 새 이름은 409, 값이 없거나 비어 있으면 400입니다."""
    old, taken = a_user(http, fresh, calls), a_user(http, fresh, calls)
    new, third = unique_name(fresh), fresh.word()
    get_works = is_shown(http, old)
    put(http, old, new).json_has(name=new)
    refuses(put(http, fresh.word(), fresh.word()), 404, NOBODY)
    refuses(put(http, old, fresh.word()), 404, "옛 이름")
    if get_works:  # what GET shows counts only where GET has shown it right before
        refuses(http.get("/user", params={"userName": old}), 404, "옛 이름")
        http.get("/user", params={"userName": new}).json_has(name=new)
    refuses(put(http, new, taken), 409, TAKEN)
    for params in ({"newName": third}, {"userName": new}):
        refuses(http.put("/user", params=params), 400, MISSING)
    for names in (("", third), (new, "")):
        refuses(put(http, *names), 400, EMPTY)
    put(http, new, third).json_has(name=third)


@renames_a_user.mistake(
    "old-name-stays",
    "이름을 바꾸었다고 답했지만 옛 이름의 사용자가 아직 있습니다. 새 이름을 저장하고, 옛 이름은 `del users[옛 이름]`으로 지우세요.",
)
def old_name_is_still_there(reply, replies, failure):
    left = [asked(put)["userName"] for put in successes(replies, "PUT")]
    return wanted(failure) == 404 and reply.status == 200 and asked(reply).get("userName") in left


@renames_a_user.mistake(
    "changed-before-refusing",
    "앞에서 거절한 요청이 사용자를 바꾸었습니다. 거절할 까닭을 먼저 모두 살펴보고, 마지막에 바꾸세요.",
)
def refusal_left_a_trace(reply, replies, failure):
    refused = [asked(put).get("userName") for put in replies if method(put) == "PUT" and put.status in (400, 409)]
    return wanted(failure) == 200 and reply.status in (404, 409) and asked(reply)["userName"] in refused


@renames_a_user.mistake(
    "not-renamed",
    "이름을 바꾸었다고 답했지만 새 이름의 사용자가 없습니다. 새 이름을 `users`에 저장했는지 보세요.",
)
def new_name_is_not_there(reply, replies):
    return reply.status == 404 and asked(reply).get("userName") in [asked(p)["newName"] for p in successes(replies, "PUT")]


@renames_a_user.mistake(
    "inner-name",
    "새 이름으로 찾은 사용자의 `name`이 아직 옛 이름입니다. `users`의 키와 함께 딕셔너리 안의 `name`도 바꾸세요.",
)
def record_keeps_the_old_name(reply, failure):
    return method(reply) == "GET" and answers_name(reply) is not None and reply.status == wanted_or_done(failure)


@renames_a_user.mistake(
    "old-name-shown", "답에 옛 이름이 있습니다. 바뀐 다음의 사용자를 답하세요. `name`의 값은 `newName`입니다."
)
def answers_with_the_old_name(reply):
    return method(reply) == "PUT" and answers_name(reply) == asked(reply).get("userName")


@check.task(5, reread="상태 코드와 함께 답하기")
def removes_a_user(http, fresh, calls):
    """`DELETE /user`는 사용자를 지우고 204로 답하며, 없는 사용자는 404, 이름이 없거나 비어 있으면 400입니다."""
    name, other = a_user(http, fresh, calls), a_user(http, fresh, calls)
    get_works = is_shown(http, name)
    removed = http.delete("/user", params={"userName": name}).has_status(204)
    if removed.body:
        raise Mismatch("204 응답에는 본문이 없어야 합니다.", expected="빈 본문", got=removed.text, reply=removed)
    refuses(http.delete("/user", params={"userName": fresh.word()}), 404, NOBODY)
    refuses(http.delete("/user", params={"userName": name}), 404, "지운 사용자")
    if get_works:
        refuses(http.get("/user", params={"userName": name}), 404, "지운 사용자")
    refuses(http.delete("/user"), 400, MISSING)
    refuses(http.delete("/user", params={"userName": ""}), 400, EMPTY)
    http.delete("/user", params={"userName": other}).has_status(204)


@removes_a_user.mistake(
    "not-204", '사용자를 지웠지만 상태 코드가 204가 아닙니다. `return "", 204`라고 쓰세요. 본문은 빈 글입니다.'
)
def removed_with_another_status(reply, failure):
    return wanted(failure) == 204 and reply.status in (200, 201, 202)


@removes_a_user.mistake(
    "not-removed", "지웠다고 답했지만 사용자가 아직 있습니다. `del users[이름]`으로 지우고 나서 답하세요."
)
def user_is_still_there(reply, replies, failure):
    removed = [asked(gone)["userName"] for gone in successes(replies, "DELETE") if gone is not reply]
    return wanted(failure) == 404 and reply.status in DONE and asked(reply).get("userName") in removed


@removes_a_user.mistake(
    "others-removed", "다른 사용자까지 지워졌습니다. `users`를 모두 비우지 말고 `del users[이름]`으로 한 사람만 지우세요."
)
def another_user_is_gone(reply, failure):
    return wanted(failure) == 204 and reply.status == 404


@check.task(6, reread="쿼리 읽기")
def greets_by_name_or_as_guest(http, fresh):
    """`GET /greet`는 `userName`으로 인사하고, 없거나 비어 있으면 `Hello 손님`이며, 태그는 글자로 보입니다."""
    for name in (fresh.word(), fresh.name(), fresh.markup()):
        reply = http.get("/greet", params={"userName": name}).shows(f"Hello {name}")
        if runs_markup(reply):
            raise Mismatch(expected=f"글자로만 보이는 이름: {name}", got=reply.text, reply=reply)
    http.get("/greet").shows("Hello 손님")
    http.get("/greet", params={"userName": ""}).shows("Hello 손님")


@greets_by_name_or_as_guest.mistake(
    "F9",
    "이름에 든 태그가 브라우저에서 실행됩니다. 쿼리로 받은 글도 `escape(name)`처럼 이스케이프해서 HTML에 넣으세요.",
)
def name_runs_as_markup(reply):
    return runs_markup(reply)


@greets_by_name_or_as_guest.mistake(
    "escaped-twice", "이름이 두 번 이스케이프되어 `&lt;`라는 글자가 보입니다. 한 번만 이스케이프하세요."
)
def name_escaped_twice(reply):
    return reply.media_type == "text/html" and "&lt;" in reply.shown


@greets_by_name_or_as_guest.mistake("no-f", "중괄호 `{ }`가 그대로 보입니다. 따옴표 앞에 `f`를 붙이세요.")
def f_forgotten(reply):
    return reply.status == 200 and re.search(r"\{[^{}]*\}", reply.shown) is not None


@greets_by_name_or_as_guest.mistake(
    "F28",
    "`request.args.get`은 값이 없어도 `KeyError`를 내지 않고 `None`을 줍니다. 그래서 `except`가 실행되지 않습니다. "
    '`request.args.get("userName") or "손님"`이라고 쓰세요.',
)
def guest_waits_behind_except(reply, loaded, source):
    return lacks(reply) and has_dead_except(code_for(reply, loaded, source))


@greets_by_name_or_as_guest.mistake(
    "none-shown",
    '`userName`이 없으면 `get`은 `None`을 줍니다. `request.args.get("userName") or "손님"`이라고 쓰세요.',
)
def none_is_greeted(reply):
    return lacks(reply) and reply.shown == "Hello None"


@greets_by_name_or_as_guest.mistake(
    "F29",
    "`?userName=`처럼 비어 있으면 기본값이 아니라 빈 글이 옵니다. "
    '`request.args.get("userName") or "손님"`이라고 쓰면 없을 때와 비었을 때를 모두 봅니다.',
)
def empty_name_is_greeted(reply):
    return reply.status == 200 and is_empty(reply) and reply.shown in ("Hello", "Hello ", "Hello None")


@greets_by_name_or_as_guest.mistake(
    "guest-refused",
    "여기에서는 이름이 없어도 거절하지 않고 `Hello 손님`으로 답합니다. 대괄호로 꺼내면 Flask가 400으로 답하므로 "
    "`request.args.get(...)`으로 꺼내세요.",
)
def guest_is_refused(reply):
    return reply.status == 400 and (lacks(reply) or is_empty(reply))


# Below: mistakes that may be made in several tasks. The first that matches is told, so those above come before these.

WITH_USER = (shows_a_user, makes_a_user, renames_a_user, removes_a_user)
WITH_QUERY = (*WITH_USER, greets_by_name_or_as_guest)
EVERY_TASK = (hello_takes_get_only, *WITH_QUERY)


def mistake_of(tasks, slug, message):
    """Like `mistake`, for several tasks at once."""

    def add(recognise):
        for task in tasks:
            task.mistake(slug, message)(recognise)
        return recognise

    return add


@mistake_of(
    EVERY_TASK,
    "F24",
    "`requests`는 요청을 보내는 라이브러리입니다. 서버가 받은 요청은 s가 없는 `request`입니다. "
    "`from flask import request`를 쓰고, `request.method`와 `request.args`처럼 쓰세요.",
)
def requests_instead_of_request(reply, error):
    is_module = re.search(r"module 'requests' has no attribute '(method|args|form|values)'", error.text)
    return reply.status == 500 and (error.text == "name 'requests' is not defined" or is_module is not None)


@mistake_of(
    WITH_USER,
    "name-reused",
    "뷰 함수의 이름이 이미 있는 이름(`get_user`, `make_user`, `users`)과 같아서, 앞에 있던 것을 쓸 수 없습니다. "
    "뷰 함수의 이름을 `show_user`처럼 다르게 지으세요.",
)
def view_hides_what_was_there(reply, error):
    called = re.search(r"^(get|make)_user\(\) takes 0 positional arguments", error.text) is not None
    hidden = "'function' object" in error.text and any("users" in frame.code for frame in error.frames)
    return reply.status == 500 and (called or hidden)


@mistake_of(
    WITH_QUERY,
    "F33",
    "이 함수 안에서 값을 넣은 적이 없는 이름을 썼습니다. 함수의 처음에 "
    '`user_name = request.args.get("userName")`처럼 값을 넣으세요.',
)
def name_never_set(reply, error):
    unset = re.search(r"^name '(old_?|new_?|user_?)*name' is not defined", error.text, re.IGNORECASE)
    return reply.status == 500 and unset is not None


@mistake_of(
    (hello_takes_get_only, shows_a_user, renames_a_user, removes_a_user, greets_by_name_or_as_guest),
    "F26",
    "뷰 함수가 응답을 돌려주지 않고 끝났습니다(None). `if`의 모든 갈래가 `return`이나 `abort(...)`로 끝나는지 보세요.",
)
def nothing_returned(reply, error):
    return returned_nothing(reply, error)


@mistake_of(
    WITH_USER,
    "tuple-order",
    '상태 코드와 본문의 순서가 바뀌었습니다. `return {"name": ...}, 201`처럼 본문을 먼저 쓰세요.',
)
def status_before_body(reply, error, loaded, source):
    first = [value.elts[0] for value in returned_by(code_for(reply, loaded, source)) if isinstance(value, ast.Tuple)]
    return returned_number(reply, error) and any(is_number(value) for value in first)


@mistake_of(
    WITH_USER,
    "status-alone",
    '상태 코드만 돌려주었습니다. 본문이 없어도 본문 자리에 빈 글을 쓰세요. 예: `return "", 204`',
)
def status_without_body(reply, error, loaded, source):
    values = returned_by(code_for(reply, loaded, source))
    return returned_number(reply, error) and any(is_number(value) for value in values)


@mistake_of(
    WITH_QUERY,
    "form-for-query",
    "`request.form`과 `request.get_json()`은 쿼리를 읽지 않습니다. `?` 뒤의 값은 `request.args`에 있습니다.",
)
def reads_the_body(reply, failure, loaded, source):
    code = ast.unparse(code_for(reply, loaded, source))
    reads = re.search(r"request\.(form|get_json|json|data)\b", code) is not None
    return wanted_or_done(failure) in DONE and names_given(reply) and reads and "request.args" not in code


@mistake_of(
    WITH_QUERY, "other-query-name", "쿼리의 이름이 다릅니다. 대문자까지 똑같이 `userName`, `newName`이라고 쓰세요."
)
def reads_another_name(reply, failure, loaded, source):
    read = set(re.findall(r"args(?:\.get\(|\[)\s*['\"](\w+)", ast.unparse(code_for(reply, loaded, source))))
    return wanted_or_done(failure) in DONE and names_given(reply) and bool(read) and not set(asked(reply)) <= read


@mistake_of(
    WITH_USER,
    "F28",
    "`request.args.get`은 값이 없어도 `KeyError`를 내지 않고 `None`을 줍니다. 그래서 `except`가 실행되지 않습니다. "
    "`if not user_name: abort(400)`이라고 쓰세요.",
)
def refusal_waits_behind_except(reply, failure, loaded, source):
    return wanted(failure) == 400 and lacks(reply) and has_dead_except(code_for(reply, loaded, source))


@mistake_of(
    (makes_a_user,),
    "F30",
    "`userName`이 없는 요청으로 이름이 `None`인 사용자를 만들었습니다. 만들기 전에 `if not user_name: abort(400)`으로 거절하세요.",
)
def makes_a_user_called_none(reply, failure):
    return wanted(failure) == 400 and lacks(reply) and reply.status in DONE


@mistake_of(
    WITH_USER,
    "F29",
    "`?userName=`처럼 비어 있는 값은 `None`이 아니라 빈 글입니다. `if not user_name: abort(400)`이라고 쓰면 없을 때와 "
    "비었을 때를 모두 봅니다.",
)
def empty_name_gets_through(reply, failure):
    return wanted(failure) == 400 and is_empty(reply) and reply.status < 500


@mistake_of(
    WITH_USER,
    "name-not-checked",
    "필요한 이름이 없는 요청인데 400으로 거절하지 않았습니다. 값을 읽은 다음 바로 `if not user_name: abort(400)`이라고 쓰세요.",
)
def missing_name_gets_through(reply, failure):
    return wanted(failure) == 400 and lacks(reply) and reply.status < 500


@mistake_of(
    WITH_USER,
    "name-not-checked",
    "필요한 이름이 없어서 오류가 나고 500이 되었습니다. 값을 읽은 다음 바로 `if not user_name: abort(400)`이라고 쓰세요.",
)
def missing_name_ends_in_an_error(reply, failure, error):
    return wanted(failure) == 400 and error.type in ("KeyError", "TypeError", "AttributeError")


@mistake_of(
    WITH_USER,
    "F31",
    "요청의 모양은 맞으므로 400이 아닙니다. 없는 사용자는 404, 이미 있는 이름은 409로 거절하세요. "
    "400은 필요한 값이 없거나 비었을 때 씁니다.",
)
def refused_as_bad_request(reply, failure):
    return wanted(failure) in (404, 409) and reply.status == 400


@mistake_of(
    WITH_USER,
    "key-error",
    "없는 사용자를 `users`에서 꺼내거나 지우려고 해서 `KeyError`가 났습니다. 먼저 `get_user`로 찾아보고, `None`이면 "
    "`abort(404)`를 부르세요.",
)
def nobody_ends_in_a_key_error(reply, failure, error):
    return reply.status == 500 and wanted(failure) == 404 and error.type == "KeyError"


@mistake_of(
    WITH_USER,
    "refused-with-200",
    "거절하는 글을 보냈지만 상태 코드는 200입니다. `abort(404)`처럼 부르거나, 글 뒤에 상태 코드를 쓰세요.",
)
def refusal_looks_like_success(reply, failure):
    return wanted(failure) in (400, 404, 409) and reply.status == 200 and answers_name(reply) is None


@mistake_of(
    (makes_a_user, renames_a_user),
    "no-409",
    "이미 있는 이름인데 거절하지 않았습니다. 저장하기 전에 `get_user`로 찾아보고, `None`이 아니면 `abort(409)`를 부르세요.",
)
def taken_name_is_accepted(reply, failure):
    return wanted(failure) == 409 and reply.status in DONE


@mistake_of(
    WITH_USER,
    "no-404",
    "없는 사용자인데 거절하지 않았습니다. 먼저 `get_user`로 찾아보고, `None`이면 `abort(404)`를 부르세요.",
)
def nobody_is_accepted(reply, failure):
    return wanted(failure) == 404 and reply.status in DONE


@mistake_of(
    WITH_USER,
    "not-json",
    "JSON이 아니라 글로 답했습니다. 딕셔너리를 그대로 `return`하면 JSON이 됩니다. f-문자열이나 `str()`로 바꾸지 마세요.",
)
def text_instead_of_json(reply, failure):
    is_text = reply.media_type in ("text/html", "text/plain")
    return reply.status in DONE and is_text and (failure.expected or "").startswith("Content-Type")


@mistake_of(WITH_USER, "wrong-key", "이름은 있지만 키가 다릅니다. 키는 `name`입니다.")
def name_under_another_key(reply):
    value = json_object(reply)
    return "name" not in value and any(name in value.values() for name in asked(reply).values())


def refused_decorators(task, is_its_line):
    """Add the mistakes in a decorator: Flask refuses it while the file is loaded."""

    @task.mistake(
        "F23",
        "데코레이터에는 `methods=[...]`라고 씁니다. s가 붙은 `methods`이고, 메소드 이름은 대괄호 안에 씁니다. "
        '예: `methods=["GET"]`',
    )
    def method_without_s_or_brackets(load_error, error):
        unknown = "unexpected keyword argument 'method'" in error.text
        no_list = "Allowed methods must be a list" in error.text
        return (unknown or no_list) and is_its_line(error.frames[-1].code if error.frames else "")


refused_decorators(shows_a_user, lambda line: "/user" in line and ("GET" in line or "method" not in line))
for task, word in ((makes_a_user, "POST"), (renames_a_user, "PUT"), (removes_a_user, "DELETE")):
    refused_decorators(task, lambda line, word=word: "/user" in line and word in line and "GET" not in line)
refused_decorators(greets_by_name_or_as_guest, lambda line: "/greet" in line)
refused_decorators(hello_takes_get_only, lambda line: not re.search("/user|/greet", line))


def a_user(http, fresh, calls):
    """The name of a user that exists now: made by POST, or by `make_user` where POST is broken."""
    name = unique_name(fresh)
    made = http.post("/user", params={"userName": name}).status in DONE
    if made and http.post("/user", params={"userName": name}).status not in DONE:
        return name
    # A POST that makes the same user twice may keep nobody at all, so the helper is asked for the same name.
    name = name if made else unique_name(fresh)
    if not (helper_made(calls, name) or made):
        raise Mismatch(
            "사용자를 만들 수 없어서 확인하지 못했습니다. 과제 3부터 하세요.", expected="POST /user로 만든 사용자"
        )
    return name


def helper_made(calls, name):
    """Whether the learner's `make_user` exists and made a user."""
    try:
        return calls.try_call("make_user", name).returned
    except Mismatch:
        return False


def unique_name(fresh):
    """A name with Hangul in it that no other step uses."""
    return fresh.name() + fresh.word()


def put(http, old, new):
    """Ask for a new name."""
    return http.put("/user", params={"userName": old, "newName": new})


def is_shown(http, name):
    """Whether GET shows this user."""
    reply = http.get("/user", params={"userName": name})
    return reply.status == 200 and answers_name(reply) == name


def refuses(reply, status, why):
    """The request is refused with this status; the reason is told beside it."""
    try:
        reply.has_status(status)
    except Mismatch as failure:
        failure.expected = f"{failure.expected} ({why})"
        raise


def wanted(failure):
    """The status code that was asked for, or None where it was not about one."""
    found = re.match(r"상태 코드 (\d{3})", failure.expected or "")
    return int(found[1]) if found else None


def wanted_or_done(failure):
    """The same, with 200 where something in a good answer was asked for."""
    return wanted(failure) or 200


def method(reply):
    """The method that was asked with."""
    return reply.exchange.request.method


def asked(reply):
    """The query that was asked with."""
    return dict(parse_qsl(urlsplit(reply.url).query, keep_blank_values=True))


def names_needed(reply):
    """The names that the query must hold."""
    return {"userName", "newName"} if method(reply) == "PUT" else {"userName"}


def lacks(reply):
    """Whether a name was missing in the query."""
    return not names_needed(reply) <= set(asked(reply))


def is_empty(reply):
    """Whether a name in the query was empty."""
    return "" in asked(reply).values()


def names_given(reply):
    """Whether the query held all it must."""
    return not lacks(reply) and not is_empty(reply)


def successes(replies, verb):
    """The replies to requests of this method that said yes."""
    return [reply for reply in replies if method(reply) == verb and reply.status in DONE]


def json_object(reply):
    """The JSON object of a reply, or an empty one."""
    try:
        value = reply.has_status(reply.status).is_json()
    except Mismatch:
        return {}
    return value if isinstance(value, dict) else {}


def answers_name(reply):
    """The `name` in a reply, or None."""
    return json_object(reply).get("name")


def runs_markup(reply):
    """Whether a tag out of the name stands in the page as a tag."""
    return reply.media_type == "text/html" and bool(reply.select("[onerror]"))


def returned_nothing(reply, error):
    """Whether the view gave None."""
    return reply.status == 500 and error.type == "TypeError" and "returned None" in error.text


def returned_number(reply, error):
    """Whether the view gave a number where the body belongs."""
    return reply.status == 500 and re.search(r"valid response.* was an? int\.", error.text) is not None


def code_for(reply, loaded, source):
    """The function that answers such a request, or the whole file where that reads the request elsewhere."""
    path = urlsplit(reply.url).path
    for route in loaded.routes:
        if route.rule == path and method(reply) in route.methods and route.where is not None:
            for function in source.functions(route.where.file):
                lines = {function.lineno, *(decorator.lineno for decorator in function.decorator_list)}
                if route.where.line in lines and "request." in ast.unparse(function):
                    return function
    return source.tree("app.py") or ast.Module([], [])


def returned_by(code):
    """The values that are returned in a piece of code."""
    return [node.value for node in ast.walk(code) if isinstance(node, ast.Return) and node.value is not None]


def is_number(value):
    """Whether a number is written there."""
    return isinstance(value, ast.Constant) and type(value.value) is int


def has_dead_except(code):
    """Whether an `except KeyError` waits for nothing but `request.args.get`, which never raises one."""
    for node in ast.walk(code):
        if isinstance(node, ast.Try):
            waits = any(handler.type and "KeyError" in ast.unparse(handler.type) for handler in node.handlers)
            if waits and all(re.search(r"= request\.args\.get\([^()]*\)$", ast.unparse(line)) for line in node.body):
                return True
    return False


if __name__ == "__main__":
    check.main()
