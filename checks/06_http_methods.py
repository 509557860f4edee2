"""06 HTTP 메소드"""

import ast
import contextlib
import re
from urllib.parse import parse_qsl, urlsplit

import home  # noqa: F401
from probing.markup import runs_markup
from shared.checking import Check
from shared.probes import Mismatch, Skip

check = Check(__file__)

DONE = (200, 201, 204)
NOBODY, GONE, TAKEN, MISSING, EMPTY = "없는 사용자", "이제 없는 사용자", "이미 있는 이름", "이름이 없음", "빈 이름"
DEAD_EXCEPT = r"try:\n(\s+\w+ = request\.args\.get\([^()]*\)\n)+\s*except \(?\w*KeyError"


@check.task(1, reread="메소드 정하기")
def hello_takes_get_only(http):
    """`/hello`는 GET에 `Hello`로 답하고, POST는 405, HEAD는 200입니다."""
    http.get("/hello").shows("Hello")
    http.post("/hello").has_status(405)
    http.head("/hello").has_status(200)


@hello_takes_get_only.mistake(
    "F27",
    "HEAD 요청도 GET을 받는 함수로 옵니다. 그때 `request.method`는 `GET`이 아니라 `HEAD`여서 `if`에 맞지 않습니다. "
    "GET만 받는 함수이므로 `if request.method == ...`를 지우세요.",
)
def head_falls_through(reply, loaded, source):
    return method(reply) == "HEAD" and "request.method" in code_for(reply, loaded, source)


@check.task(2, reread="쿼리 읽기")
def shows_a_user(http, fresh, calls):
    """`GET /user`는 사용자를 JSON으로 답하고, 없는 사용자는 404, 이름이 없거나 비어 있으면 400입니다."""
    for candidate in (fresh.word(), fresh.name() + fresh.word()):
        name = a_user(http, calls, candidate)
        ask(http.get, name).json_has(name=name)
    refuses(ask(http.get, fresh.word()), 404, NOBODY)
    refuses(ask(http.get), 400, MISSING)
    refuses(ask(http.get, ""), 400, EMPTY)


@check.task(3, reread="알맞은 상태 코드로 거절하기")
def makes_a_user(http, fresh):
    """`POST /user`는 사용자를 만들어 201로 답하고, 이미 있으면 409, 이름이 없거나 비어 있으면 400입니다."""
    for name in (fresh.word(), fresh.name() + fresh.word()):
        ask(http.post, name).has_status(201).json_has(name=name)
        refuses(ask(http.post, name), 409, TAKEN)
    refuses(ask(http.post), 400, MISSING)
    refuses(ask(http.post, ""), 400, EMPTY)


@check.task(4, reread="알맞은 상태 코드로 거절하기")
def renames_a_user(http, fresh, calls):
    """`PUT /user`는 이름을 바꾸고, 없는 사용자는 404, 이미 있는 새 이름은 409, 값이 없거나 비어 있으면 400입니다."""
    old, taken = (a_user(http, calls, fresh.word()) for _ in range(2))
    new, third = fresh.word(), fresh.word()
    before = ask(http.get, old)
    ask(http.put, old, new).json_has(name=new)
    after = ask(http.get, new)
    if old in before.text and new not in after.text:  # what GET shows counts only where it was right before
        after.json_has(name=new)
    refuses(ask(http.put, fresh.word(), fresh.word()), 404, NOBODY)
    refuses(ask(http.put, old, fresh.word()), 404, GONE)
    refuses(ask(http.put, new, taken), 409, TAKEN)
    for names, why in (((None, third), MISSING), ((new, None), MISSING), (("", third), EMPTY), ((new, ""), EMPTY)):
        refuses(ask(http.put, *names), 400, why)
    ask(http.put, new, third).json_has(name=third)


@renames_a_user.mistake(
    "changed-before-refusing", "앞에서 거절한 요청이 사용자를 바꾸었습니다. 먼저 모두 살펴보고, 마지막에 바꾸세요."
)
def refusal_left_a_trace(reply, replies):
    names = [asked(put).get("userName") for put in replies if method(put) == "PUT" and put.status in (400, 409)]
    return reply.status == 404 and asked(reply).get("userName") in names


@check.task(5, reread="상태 코드와 함께 답하기")
def removes_a_user(http, fresh, calls):
    """`DELETE /user`는 사용자를 지우고 204로 답하며, 없는 사용자는 404, 이름이 없거나 비어 있으면 400입니다."""
    name, other = (a_user(http, calls, fresh.word()) for _ in range(2))
    ask(http.delete, name).has_status(204)  # whatever a view adds to it, Werkzeug sends a 204 without a body
    refuses(ask(http.delete, fresh.word()), 404, NOBODY)
    refuses(ask(http.delete, name), 404, GONE)
    refuses(ask(http.delete), 400, MISSING)
    refuses(ask(http.delete, ""), 400, EMPTY)
    ask(http.delete, other).has_status(204)


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
    "F9", "이름에 든 태그가 브라우저에서 실행됩니다. 쿼리로 받은 글도 `escape(...)`를 거쳐서 HTML에 넣으세요."
)
def name_runs_as_markup(reply):
    return runs_markup(reply)


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


def raised(tasks, slug, pattern, message):
    """Declare a mistake that ends in a Python error; `pattern` is searched in it and the line that raised it."""

    def fits(error):
        line = error.frames[-1].code if error.frames else ""
        return re.search(pattern, f"{error} {line}") is not None

    mistake_of(tasks, slug, message)(lambda load_error, error: fits(error))
    mistake_of(tasks, slug, message)(lambda reply, error: reply.status == 500 and fits(error))


USE_REQUEST = "서버가 받은 요청은 s가 없는 `request`입니다. `requests`는 요청을 보낼 때 씁니다. s를 지우세요."
USE_METHODS = '데코레이터에는 `methods=["GET"]`처럼 씁니다. `methods`에는 s가 있고, 값은 대괄호로 감쌉니다.'
SET_FIRST = '이 함수에서 값을 넣은 적이 없는 이름입니다. 먼저 `user_name = request.args.get("userName")`을 쓰세요.'
OTHER_NAME = "이미 있는 함수와 이름이 같아서 앞의 함수를 부를 수 없습니다. 뷰 함수의 이름을 `show_user`처럼 바꾸세요."
NOT_THERE = "`users`에 없는 이름이라 `KeyError`가 났습니다. 먼저 `get_user`로 찾아서 `None`인지 보세요."
GAVE_NONE = (
    "뷰 함수가 응답을 돌려주지 않아서(None) 500이 되었습니다. 할 일을 마쳤어도 그렇습니다. 모든 갈래가 `return`이나 "
    "`abort(...)`로 끝나는지 보세요. 없는 사용자에는 `get_user`도 `None`을 줍니다."
)

raised([hello_takes_get_only], "F22", "cannot import name 'requests' from 'flask'", USE_REQUEST)
for task, word in zip(EVERY_TASK, ("hello", "user.*GET", "user.*POST", "user.*PUT", "user.*DEL", "greet"), strict=True):
    raised([task], "F23", f"(keyword argument 'method'|must be a list of).*/{word}", USE_METHODS)
raised(EVERY_TASK, "F24", "(name|module) 'requests' (is not|has no)", USE_REQUEST)
raised([shows_a_user], "F25", "name 'Optional' is not", "`Optional[str]` 대신 `str | None`이라고 쓰세요.")
raised(EVERY_TASK, "F26", "function either returned None", GAVE_NONE)
raised(WITH_QUERY, "F33", "(?i)name '(old_?|new_?|user_?)*name' is not", SET_FIRST)
raised(WITH_USER, "name-reused", r"(get|make)_user\(\) takes 0 positional", OTHER_NAME)
raised(WITH_USER, "status-order", r"it was an? int\.", '`본문, 상태 코드` 순서로 쓰세요. 예: `return "", 204`')


@mistake_of(WITH_USER, "key-error", NOT_THERE)
def nobody_looked_up(error, failure):
    return error.type == "KeyError" and "users" in error.frames[-1].code and "404" in (failure.expected or "")


@mistake_of(
    WITH_QUERY,
    "not-in-query",
    "쿼리의 값을 읽지 못했습니다. `request.form`이 아니라 `request.args`에서, 대문자까지 같은 이름으로 읽으세요.",
)
def query_is_not_read(reply, failure, loaded, source):
    is_read = any(value in reply.text for value in asked(reply).values())  # "" is in every text
    if lacks(reply) or is_read or reply.status not in (*DONE, 400, 415) or re.search("404|409", failure.expected):
        return False
    code = code_for(reply, loaded, source)
    return not re.search(r"\.(args|values)\b", code) or any(key not in code for key in asked(reply))


@mistake_of(
    WITH_QUERY,
    "F28",
    "`request.args.get`은 값이 없어도 `KeyError`를 내지 않고 `None`을 줍니다. 그래서 `except`가 실행되지 않습니다. "
    "`try`를 지우고 `if not user_name:`으로 살펴보세요.",
)
def refusal_waits_behind_except(reply, loaded, source):
    return lacks(reply) and re.search(DEAD_EXCEPT, code_for(reply, loaded, source)) is not None


@mistake_of([makes_a_user], "F30", "이름이 `None`인 사용자가 생겼습니다. 먼저 `if not user_name: abort(400)`을 쓰세요.")
def makes_a_user_called_none(reply):
    return lacks(reply) and reply.status in DONE


@mistake_of(
    WITH_QUERY, "name-missing", "이름이 없으면 `get`은 `None`을 줍니다. 읽은 다음 바로 `if not user_name:`을 쓰세요."
)
def missing_name_gets_through(reply):
    return lacks(reply) and (reply.status in (201, 204, 404, 409) or "None" in reply.shown or "null" in reply.text)


@mistake_of(
    WITH_QUERY,
    "F29",
    "`?userName=`처럼 비어 있으면 `None`이나 기본값이 아니라 빈 글이 옵니다. `if not user_name:`은 둘 다 봅니다.",
)
def empty_name_gets_through(reply):
    return "" in asked(reply).values() and reply.status in (*DONE, 404, 409)


@mistake_of(
    WITH_USER, "F31", "요청의 모양은 맞으므로 400이 아닙니다. 없는 사용자는 404, 이미 있는 이름은 409로 거절하세요."
)
def refused_as_bad_request(reply, failure):
    return names_given(reply) and reply.status == 400 and re.search("404|409", failure.expected) is not None


@mistake_of(
    (renames_a_user, removes_a_user),
    "still-there",
    "성공으로 답했지만 그 이름의 사용자가 아직 있습니다. `del users[이름]`으로 지우세요.",
)
def user_is_still_there(reply, failure):
    return GONE in failure.expected and reply.status in DONE


@mistake_of(
    WITH_USER,
    "not-refused",
    "거절하지 않고 성공으로 답했습니다. 먼저 `get_user`로 찾아보고, 없으면 `abort(404)`, 이미 있으면 `abort(409)`를 "
    "부르세요. 글만 돌려주면 상태 코드는 200입니다.",
)
def should_have_been_refused(reply, failure):
    return reply.status in DONE and re.search("404|409", failure.expected) is not None


@mistake_of((makes_a_user, removes_a_user), "no-201-204", "상태 코드가 다릅니다. 만들면 201, 지우면 204로 답하세요.")
def another_success(reply, failure):
    return reply.status in DONE and re.search("201|204", failure.expected) is not None


def a_user(http, calls, name):
    """The name of a user that exists now: made by POST, or by `make_user` where POST is broken."""
    made = ask(http.post, name).status in DONE
    if made and ask(http.post, name).status not in DONE:
        return name
    # A POST that says yes twice may keep nobody at all, so the helper is asked for the same name.
    name = name if made else f"{name}s"
    with contextlib.suppress(Mismatch):
        made = calls.try_call("make_user", name).returned or made
    if not made:
        raise Skip("사용자를 만들 수 없어서 건너뛰었습니다. 과제 3부터 해 보세요.")
    return name


def ask(send, name=None, new_name=None):
    """Ask `/user`; a name that is None is left out."""
    return send("/user", params={"userName": name, "newName": new_name})


def refuses(reply, status, why):
    """The request is refused with this status; the reason is told beside it."""
    try:
        reply.has_status(status)
    except Mismatch as failure:
        failure.expected = f"{failure.expected} ({why})"
        raise


def method(reply):
    """The method that was asked with."""
    return reply.exchange.request.method


def asked(reply):
    """The query that was asked with."""
    return dict(parse_qsl(urlsplit(reply.url).query, keep_blank_values=True))


def lacks(reply):
    """Whether a name was missing in the query."""
    return len(asked(reply)) < (2 if method(reply) == "PUT" else 1)


def names_given(reply):
    """Whether the query held all it must."""
    return not lacks(reply) and "" not in asked(reply).values()


def code_for(reply, loaded, source):
    """The code that answers such a request: one function, or all files where that function reads no query."""
    for route in loaded.routes:
        if route.rule == urlsplit(reply.url).path and method(reply) in route.methods and route.where:
            for function in source.functions(route.where.file):
                lines, text = [line.lineno for line in (function, *function.decorator_list)], ast.unparse(function)
                if route.where.line in lines and re.search(r"request\.(args|form|values|json|get_json)", text):
                    return text
    return "\n".join(source.text(name) for name in source.names() if name.endswith(".py"))


if __name__ == "__main__":
    check.main()
