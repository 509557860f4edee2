"""04 라우팅과 URL 변수"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import home  # noqa: F401
from probing.markup import runs_markup
from shared.checking import Check
from shared.probes import Mismatch

check = Check(__file__)


@check.task(1, reread="라우팅")
def greets_the_world(http):
    """`/`를 열면 `Hello World!`가 보입니다."""
    http.get("/").shows("Hello World!")


@greets_the_world.mistake("F4", "느낌표가 빠졌습니다. 보여야 하는 글은 `Hello World!`입니다.")
def exclamation_mark_missing(reply):
    return reply.shown == "Hello World"


@check.task(2, reread="엔드포인트 이름")
def says_hello(http):
    """`/hello`를 열면 `Hello!`가 보입니다."""
    http.get("/hello").shows("Hello!")


@says_hello.mistake(
    "F5",
    "뷰 함수 두 개의 이름이 같습니다. Flask는 함수 이름을 엔드포인트(endpoint)로 쓰고, 엔드포인트는 서로 달라야 "
    "합니다. 뷰 함수마다 다른 이름을 지어 주세요. (Python이 막는 것은 아닙니다.)",
)
def two_functions_of_one_name(load_error, error):
    return error.type == "AssertionError" and "overwriting an existing endpoint" in error.text


@check.task(3, reread="주소에서 값 받기")
def greets_by_name(http, fresh):
    """`/hi/<name>`을 열면 그 이름으로 인사하고, 이름에 든 태그는 글자로 보입니다."""
    for name in (fresh.word(), fresh.name(), fresh.markup()):
        reply = http.get(f"/hi/{name}").shows(f"Hello {name}")
        if runs_markup(reply):
            raise Mismatch(expected=f"글자로만 보이는 이름: {name}", got=reply.text, reply=reply)


@greets_by_name.mistake(
    "F9",
    "이름에 든 태그가 브라우저에서 실행됩니다. 받은 글을 HTML에 넣을 때는 `escape(name)`처럼 이스케이프해 주세요. "
    "README의 '받은 글은 이스케이프하기'에 예가 있습니다.",
)
def name_runs_as_markup(reply):
    return runs_markup(reply)


@greets_by_name.mistake(
    "escaped-twice",
    "이름이 두 번 이스케이프되어 `&lt;`라는 글자가 보입니다. 템플릿은 스스로 이스케이프합니다. 한 번만 해 주세요.",
)
def name_escaped_twice(reply):
    return reply.media_type == "text/html" and "&lt;" in reply.shown


@check.task(4, reread="값의 종류 정하기")
def counts_cookies(http, fresh):
    """`/cookie/<int:count>`를 열면 쿠키의 수가 보이고, 수가 아닌 값은 404입니다."""
    for count in (fresh.integer(2, 99), fresh.integer(100, 99_999)):
        http.get(f"/cookie/{count}").shows(f"Here are {count} cookies")
    for word in ("abc", fresh.word()):
        http.get(f"/cookie/{word}").has_status(404)


@counts_cookies.mistake(
    "no-int",
    "`<count>` 자리에 수가 아닌 글자도 들어옵니다. 규칙에 `<int:count>`라고 적으면 수만 받고, 나머지는 404입니다.",
)
def count_may_be_any_word(reply):
    return reply.status == 200 and not value_asked(reply).isdigit()


@check.task(5, reread="값의 종류 정하기")
def halves_a_number(http, fresh):
    """`/half/<float:number>`를 열면 그 수의 반이 보입니다."""
    for number in (fresh.half_number(), fresh.integer(1, 99_999) + 0.125):
        http.get(f"/half/{number}").shows(str(number / 2))


@halves_a_number.mistake(
    "no-float", "값이 글자로 와서 나눌 수 없습니다. 규칙에 `<float:number>`라고 적으면 값이 실수로 옵니다."
)
def number_is_text(error):
    return error.type == "TypeError" and "unsupported operand" in error.text and "'str'" in error.text


@halves_a_number.mistake(
    "no-float", "`int`는 소수점이 있는 수를 받지 않아서 404입니다. 규칙에 `<float:number>`라고 적어 주세요."
)
def rule_takes_whole_numbers(reply, loaded):
    return reply.status == 404 and has_rule(loaded, r"/half/<int\b")


@halves_a_number.mistake(
    "half-cut",
    "소수점 아래가 달라졌습니다. `//`, `int()`, `round()`, `:.2f` 없이 `number / 2`의 결과를 그대로 보여 주세요.",
)
def fraction_is_cut(reply):
    number = float(value_asked(reply))
    half = number / 2
    cut = {str(value) for value in (number // 2, int(half), int(number) / 2, round(half, 1), round(half, 2))}
    return reply.shown in cut | {f"{half:.{digits}f}" for digits in range(7)}


@check.task(6, reread="값의 종류 정하기")
def shows_a_path(http, fresh):
    """`/files/<path:name>`을 열면 `/`까지 그대로 보입니다."""
    file, folder, year = f"{fresh.word()}.txt", fresh.word(), fresh.integer(2000, 2099)
    for name in (file, f"{folder}/{file}", f"{year}/{folder}/{file}"):
        http.get(f"/files/{name}").shows(f"File: {name}")


@shows_a_path.mistake(
    "no-path",
    "변환기가 없거나 `string`이면 `/`를 받지 않아서 404입니다. 규칙에 `<path:name>`이라고 적어 주세요.",
)
def slash_is_refused(reply, loaded):
    return reply.status == 404 and has_rule(loaded, r"/files/<(string\b.*:)?\w+>$")


@check.task(7, reread="값의 종류 정하기")
def shows_a_ticket(http, fresh):
    """`/ticket/<uuid:code>`를 열면 그 UUID가 보이고, 단어와 수는 404입니다."""
    for code in (fresh.uuid(), fresh.uuid()):
        http.get(f"/ticket/{code}").shows(f"Ticket {code}")
    for other in (fresh.word(), fresh.integer(1, 99_999)):
        http.get(f"/ticket/{other}").has_status(404)


@shows_a_ticket.mistake(
    "F11", "`uuid`로 받은 값은 글자가 아니라 `UUID` 객체입니다. `+`로 이어 붙이지 말고 f-문자열에 넣어 주세요."
)
def uuid_used_as_text(error):
    return error.type in ("TypeError", "AttributeError") and "UUID" in error.text


@shows_a_ticket.mistake(
    "no-uuid", "UUID가 아닌 값도 받습니다. 규칙에 `<uuid:code>`라고 적으면 UUID만 받고, 나머지는 404입니다."
)
def code_may_be_any_word(reply):
    return reply.status == 200 and "-" not in value_asked(reply)


# Below: mistakes that may be made in several tasks. The first that matches is told, so those above come before these.

WITH_VALUE = (greets_by_name, counts_cookies, halves_a_number, shows_a_path, shows_a_ticket)
EVERY_TASK = (greets_the_world, says_hello, *WITH_VALUE)


def mistake_of(tasks, slug, message):
    """Like `mistake`, for several tasks at once."""

    def add(recognise):
        for task in tasks:
            task.mistake(slug, message)(recognise)
        return recognise

    return add


@mistake_of(
    (greets_the_world, says_hello),
    "other-text",
    "다른 주소의 글이 보입니다. `/`에는 `Hello World!`, `/hello`에는 `Hello!`가 보여야 합니다. 뷰 함수를 두 개 만들고, "
    "각 함수 바로 위에 그 함수의 규칙을 적어 주세요.",
)
def text_of_the_other_address(reply):
    return reply.shown == {"/": "Hello!", "/hello": "Hello World!"}[path_asked(reply)]


@mistake_of(
    (counts_cookies, halves_a_number),
    "number-returned",
    "뷰 함수가 수를 돌려주었습니다. 뷰 함수는 글을 돌려주어야 합니다. `str()`로 바꾸거나 f-문자열에 넣어 주세요.",
)
def number_returned(error):
    return error.type == "TypeError" and re.search(r"valid response.* was an? (int|float)\.", error.text) is not None


@mistake_of(WITH_VALUE, "no-f", "중괄호 `{ }`가 그대로 보입니다. 문자열의 따옴표 앞에 `f`를 붙여 주세요.")
def f_forgotten(reply):
    return reply.status == 200 and re.search(r"\{[^{}\"]*\}", reply.shown) is not None


@mistake_of(
    WITH_VALUE, "F7", "`%d`가 그대로 보입니다. 넣을 값이 빠졌습니다. f-문자열에 `{count}`처럼 값을 넣어 주세요."
)
def percent_without_value(reply):
    return reply.status == 200 and re.search(r"%[dsf]\b", reply.shown) is not None


@mistake_of(
    WITH_VALUE, "parameter-name", "규칙의 `<이름>`과 함수의 매개변수 이름이 다릅니다. 두 이름을 똑같이 적어 주세요."
)
def parameter_has_another_name(error):
    return error.type == "TypeError" and "got an unexpected keyword argument" in error.text


@mistake_of(
    EVERY_TASK,
    "no-return",
    "뷰 함수가 아무것도 돌려주지 않았습니다(None). `print`한 글은 터미널에만 나옵니다. 답할 글을 `return`해 주세요.",
)
def nothing_returned(error):
    return error.type == "TypeError" and "returned None" in error.text


@mistake_of(
    EVERY_TASK,
    "trailing-slash",
    "규칙 끝에 `/`가 있어서, 끝에 `/`가 붙은 주소로 가라고 답했습니다. 규칙 끝의 `/`를 지워 주세요.",
)
def rule_ends_with_slash(reply):
    return reply.status == 308 and unquote(reply.location or "") == path_asked(reply) + "/"


@mistake_of(
    EVERY_TASK,
    "route-not-called",
    "이 주소에 맞는 규칙이 없습니다. 그리고 괄호 없이 `@app.route`만 적은 줄이 있습니다. 괄호 안에 규칙을 적어야 "
    "바로 아래 함수가 연결됩니다.",
)
def decorator_without_call(reply, loaded, source):
    is_known = has_rule(loaded, rf"/{path_asked(reply).split('/')[1]}(/|$)")
    return reply.status == 404 and not is_known and source.has("app.py", r"^\s*@\w+\.route\s*(#.*)?$")


@mistake_of(
    [task for task in EVERY_TASK if task is not halves_a_number],
    "almost",
    "글이 거의 같습니다. 대문자와 소문자, 빈칸, 문장 부호를 하나씩 비교해 주세요.",
)
def only_case_or_marks_differ(reply, failure):
    return reply.status == 200 and letters(reply.shown) == letters(failure.expected or "")


def refused_rules(task, word):
    """Add the mistakes in a rule that begins with `word`: Flask refuses the rule while the file is loaded."""
    begins = re.compile(rf"""["']/?{word}["'/<]""")

    def is_its_rule(error):
        line = error.frames[-1].code if error.frames else ""
        return begins.search(error.text) is not None or begins.search(line) is not None

    @task.mistake("leading-slash", "규칙이 `/`로 시작하지 않아서 서버를 켤 수 없습니다. 맨 앞에 `/`를 적어 주세요.")
    def leading_slash_missing(load_error, error):
        return "must start with a slash" in error.text and is_its_rule(error)

    @task.mistake(
        "rule-shape",
        "규칙의 꺾쇠 안이 잘못되어 서버를 켤 수 없습니다. `<종류:이름>` 순서로 빈칸 없이 적고, `>`로 닫아 주세요. "
        "종류는 string, int, float, path, uuid, any입니다.",
    )
    def rule_misshapen(load_error, error):
        return re.search("malformed url rule|the converter '", error.text) is not None and is_its_rule(error)


for task, word in zip(EVERY_TASK[1:], ("hello", "hi", "cookie", "half", "files", "ticket"), strict=True):
    refused_rules(task, word)


def path_asked(reply):
    """The path that was asked for, decoded."""
    return unquote(urlsplit(reply.url).path)


def value_asked(reply):
    """The last part of the path that was asked for."""
    return path_asked(reply).rsplit("/", 1)[1]


def has_rule(loaded, pattern):
    """Whether the app has a rule that begins like this."""
    return any(re.match(pattern, route.rule) for route in loaded.routes)


def letters(text):
    """A text without blanks and marks, all in small letters."""
    return re.sub(r"[\W_]", "", text).casefold()


if __name__ == "__main__":
    check.main()
