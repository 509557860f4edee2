"""05 URL 만들기"""

from __future__ import annotations

import ast
import re
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch

check = Check(__file__, mounts=("/club",))

ADDRESSES = {"index": "/", "login": "/login", "login_next": "/login?next=/", "profile": "/user/John%20Doe"}
LEFT_BEHIND = "앱이 `/club` 아래에 있는데 `/club`으로 시작하지 않는 주소가 있습니다."


@check.task(1, reread="작은따옴표가 든 글")
def shows_three_pages(http, fresh):
    """`/`는 `index`, `/login`은 `login`, `/user/<username>`은 `<username>'s profile`을 보여 줍니다."""
    http.get("/").shows("index")
    http.get("/login").shows("login")
    for username in (fresh.word(), fresh.name(), f"{fresh.word()} {fresh.word()}"):
        http.get(f"/user/{username}").shows(f"{username}'s profile")


@shows_three_pages.mistake(
    "F13",
    "`\\s`가 글자 그대로 보입니다. 파이썬에 `\\s`라는 표시는 없습니다. 문자열을 큰따옴표로 감싸고 `'s`라고 쓰세요.",
)
def backslash_s_is_shown(reply):
    return "\\s profile" in reply.shown


@shows_three_pages.mistake(
    "curly-quote", "작은따옴표의 모양이 다릅니다. 영어 자판으로 바꾸고 Enter 옆의 `'`를 누르세요. 과제의 글은 `'s`입니다."
)
def another_quotation_mark(reply):
    return re.search("[\u2018\u2019\u00b4\u02bc`]s profile", reply.shown) is not None


@shows_three_pages.mistake("no-f", "중괄호 `{ }`가 그대로 보입니다. 문자열의 따옴표 앞에 `f`를 붙이세요.")
def f_forgotten(reply):
    return reply.status == 200 and re.search(r"\{[^{}]*\}", reply.shown) is not None


@shows_three_pages.mistake(
    "F17",
    "규칙에 `<username>` 자리가 없어서 404입니다. 주소에서 받을 값은 함수의 매개변수가 아니라 규칙이 정합니다. "
    "규칙을 `/user/<username>`으로 쓰세요.",
)
def rule_has_no_place(reply, loaded):
    return reply.status == 404 and has_rule(loaded, "/user/?$") and not has_rule(loaded, "/user/<")


@check.task(2, reread="url_for로 주소 만들기")
def names_four_addresses(http):
    """`/links`는 네 주소를 JSON으로 알려 줍니다."""
    reply = http.get("/links")
    links = json_object(reply, *ADDRESSES)
    for key, address in ADDRESSES.items():
        if not is_same_address(links[key], address):
            raise Mismatch(expected=f"{key}: {address}", got=f"{key}: {links[key]}", reply=reply)


@names_four_addresses.mistake(
    "F16",
    "`/links` 라우트가 없습니다. `test_request_context()` 안의 `print`는 주소를 터미널에 출력하기만 합니다. "
    "`/links`의 뷰 함수를 만들고, 그 안에서 주소를 `return`하세요.",
)
def only_printed(reply, loaded, source):
    printed = source.has("app.py", r"\.test_request_context\(")
    return reply.status == 404 and printed and not has_rule(loaded, "/links")


@names_four_addresses.mistake(
    "wrong-key", "주소는 있지만 키의 철자가 다릅니다. 키는 `index`, `login`, `login_next`, `profile`입니다."
)
def right_address_under_another_key(reply):
    links = json_of(reply)
    others = [links[key] for key in links if key not in ADDRESSES]
    return any(
        is_same_address(other, address)
        for key, address in ADDRESSES.items()
        if key not in links
        for other in others
    )


@names_four_addresses.mistake(
    "external-url",
    "`http://`로 시작하는 전체 주소입니다. 여기에는 `/`로 시작하는 주소를 씁니다. `_external=True`를 썼다면 지우세요.",
)
def address_with_a_host(reply):
    return any(address.startswith("http") for address in addresses_in(reply))


@names_four_addresses.mistake(
    "F17",
    "이름이 경로가 아니라 쿼리로 갔습니다. 규칙에 `<username>` 자리가 없기 때문입니다. 규칙을 `/user/<username>`으로 쓰세요.",
)
def name_went_into_the_query(reply, loaded):
    queries = [dict(parse_qsl(query)) for _, query in (address.split("?", 1) for address in with_query(reply))]
    return any("John Doe" in query.values() for query in queries) and not has_rule(loaded, "/user/<")


@names_four_addresses.mistake(
    "not-encoded",
    "주소에 빈칸이 그대로 있습니다. 주소에서는 빈칸을 `%20`으로 씁니다. 주소를 직접 쓰지 않고 `url_for`로 만들면 바뀌어 나옵니다.",
)
def blank_in_an_address(reply):
    return any(" " in address for address in addresses_in(reply))


@names_four_addresses.mistake(
    "plus-in-path",
    "경로의 빈칸은 `+`가 아니라 `%20`입니다. `+`는 쿼리에서만 빈칸입니다. 주소를 직접 쓰지 않고 `url_for`로 만드세요.",
)
def plus_for_a_blank(reply):
    return "/user/John+Doe" in addresses_in(reply)


@names_four_addresses.mistake(
    "no-slash", "`/`로 시작하지 않는 값이 있습니다. 엔드포인트의 이름이 아니라 `url_for`가 만든 주소를 넣으세요."
)
def name_for_an_address(reply):
    return any(re.match("[a-z]+(?!:)", address) for address in addresses_in(reply))


# Task 3 rests on tasks that follow it, because it asks again what they ask, with the app in another place.
@check.task(3, reread="앱을 /club 아래로 옮기기", rests_on=(2, 4, 5))
def follows_the_app(http, fresh, loaded):
    """앱이 `/club` 아래에 있으면, 알려 주는 주소도 모두 `/club`으로 시작합니다."""
    club = http.under("/club")
    reply = club.get("/club/links")
    links = json_object(reply, *ADDRESSES)
    for key in ADDRESSES:
        starts_with_club(key, links[key], reply, loaded, "/links")
    reply = club.get(f"/club/go/{fresh.word()}").has_status(302)
    starts_with_club("Location", reply.location or "", reply, loaded, "/go/")
    reply = club.get("/club/logo")
    starts_with_club("url", json_object(reply, "url")["url"], reply, loaded, "/logo")


@follows_the_app.mistake(
    "F16",
    "`test_request_context()` 안에서 만든 주소에는 `/club`이 붙지 않습니다. 연습용 요청은 `/club`을 모르기 때문입니다. "
    "`url_for`를 뷰 함수 안에서 바로 부르세요.",
)
def built_for_a_practice_request(failure, source):
    return failure.message == LEFT_BEHIND and builds_in_practice_request(source.tree("app.py"))


@follows_the_app.mistake(
    "hard-coded-url",
    "직접 쓴 주소는 앱을 옮기면 맞지 않습니다. `url_for`로 만든 주소에는 `/club`이 붙습니다. 이 주소를 `url_for(...)`로 만드세요.",
)
def written_by_hand(failure):
    return failure.message == LEFT_BEHIND and ": /" in failure.got


@follows_the_app.mistake(
    "relative-url",
    "`/`로 시작하지 않는 주소는, 그 주소를 알려 준 페이지의 자리에 따라 뜻이 달라집니다. 이 주소를 `url_for(...)`로 만드세요.",
)
def written_without_slash(failure):
    return failure.message == LEFT_BEHIND and "://" not in failure.got


@check.task(4, reread="다른 주소로 보내기")
def sends_on_to_a_profile(http, fresh):
    """`/go/<username>`은 상태 코드 302로 그 사람의 프로필에 보냅니다."""
    for username in (fresh.word(), fresh.name(), f"{fresh.word()} {fresh.word()}"):
        http.get(f"/go/{username}").redirects_to(f"/user/{username}")


@sends_on_to_a_profile.mistake(
    "not-302", "이동은 하지만 상태 코드가 302가 아닙니다. `redirect(주소)`의 상태 코드는 302입니다. `code=`를 지우세요."
)
def another_redirect(reply):
    return reply.status in (301, 303, 307, 308) and unquote(reply.location or "") == profile_asked(reply)


@sends_on_to_a_profile.mistake(
    "redirect-without-url-for",
    "`redirect`에 엔드포인트 이름을 넘겼습니다. `redirect`에는 주소를 넘깁니다. `redirect(url_for(...))`로 쓰세요.",
)
def redirected_to_an_endpoint(reply, loaded):
    return reply.headers.get("Location") in {route.endpoint for route in loaded.routes}


@sends_on_to_a_profile.mistake(
    "fixed-name",
    "누가 열어도 같은 프로필로 보냅니다. 주소에서 받은 이름을 따옴표 없이 `username=username`으로 넘기세요.",
)
def always_the_same_name(reply):
    return unquote(reply.location or "") in ("/user/username", "/user/<username>", "/user/{username}", "/user/John Doe")


@sends_on_to_a_profile.mistake(
    "F17",
    "이름이 경로가 아니라 쿼리로 갔습니다. 규칙에 `<username>` 자리가 없기 때문입니다. 규칙을 `/user/<username>`으로 쓰세요.",
)
def sent_on_with_a_query(reply, loaded):
    return "?" in (reply.location or "") and not has_rule(loaded, "/user/<")


@sends_on_to_a_profile.mistake(
    "encoded-twice", "이름이 두 번 인코딩되었습니다. `url_for`가 스스로 인코딩합니다. `quote()`를 쓴 곳이 있으면 지우세요."
)
def encoded_by_hand_too(reply):
    return "%25" in reply.headers.get("Location", "") and unquote(unquote(reply.location or "")) == profile_asked(reply)


@sends_on_to_a_profile.mistake(
    "no-redirect", "주소를 글로 보여 주기만 하고 보내지 않았습니다. `return redirect(url_for(...))`로 쓰세요."
)
def address_shown_as_text(reply):
    return reply.status == 200 and unquote(reply.shown) == profile_asked(reply)


@sends_on_to_a_profile.mistake(
    "no-redirect", "프로필의 글을 바로 보여 주고, 보내지는 않았습니다. `return redirect(url_for(...))`로 쓰세요."
)
def profile_shown_at_once(reply):
    return reply.status == 200 and reply.shown.endswith("'s profile")


@check.task(5, reread="정적 파일의 주소")
def names_the_logo(http, files):
    """`/logo`는 `logo.svg`의 주소를 JSON으로 알려 주고, 그 주소를 열면 그림이 나옵니다."""
    reply = http.get("/logo")
    url = json_object(reply, "url")["url"]
    target = split(urljoin(reply.url, url)) if isinstance(url, str) else None
    if target is None or target.netloc != urlsplit(reply.url).netloc:
        raise Mismatch("`url`의 값이 이 서버의 주소가 아닙니다.", expected="logo.svg의 주소", got=f"url: {url}", reply=reply)
    drawing = http.get(target._replace(scheme="", netloc="", fragment="").geturl(), follow=True).has_status(200)
    if drawing.body not in [files.read_bytes(name) for name in files.names() if name.split("/")[-1] == "logo.svg"]:
        raise Mismatch("이 주소를 열면 `logo.svg`가 아닌 것이 나옵니다.", expected="logo.svg의 주소", got=f"url: {url}", reply=reply)


@names_the_logo.mistake(
    "static-twice",
    "주소에 `static`이 두 번 들어갔습니다. `filename`에는 `static` 폴더 안에서 쓰는 이름만 적으세요.",
)
def static_stands_twice(reply):
    return reply.status == 404 and urlsplit(reply.url).path.startswith("/static/static/")


@names_the_logo.mistake(
    "no-such-file", "주소의 모양은 맞지만 `static` 폴더에 이 이름의 파일이 없습니다. 파일 이름은 `logo.svg`입니다."
)
def another_file_name(reply, files):
    path = unquote(urlsplit(reply.url).path)
    return reply.status == 404 and path.startswith("/static/") and not files.exists(path[1:])


@names_the_logo.mistake(
    "F17",
    "`static`의 규칙은 `/static/<path:filename>`입니다. 그래서 값의 이름은 `filename`이어야 합니다. `filename=`으로 넘기세요.",
)
def file_name_under_another_name(error):
    return "for endpoint 'static'" in error.text and "specify values ['filename']" in error.text


# Below: mistakes that may be made in several tasks. The first that matches is told, so those above come before these.

BUILDING = (names_four_addresses, sends_on_to_a_profile, names_the_logo)


def mistake_of(tasks, slug, message):
    """Like `mistake`, for several tasks at once."""

    def add(recognise):
        for task in tasks:
            task.mistake(slug, message)(recognise)
        return recognise

    return add


@mistake_of(
    BUILDING,
    "F14",
    "`url_for`에 넘긴 값에 이름이 없습니다. 엔드포인트 다음의 값은 모두 `이름=값`으로 넘기세요. 이름은 규칙의 `<이름>`과 같습니다.",
)
def value_without_a_name(error):
    return error.type == "TypeError" and re.search(r"url_for\(\) takes \d positional", error.text) is not None


@mistake_of(
    BUILDING,
    "F16",
    "`url_for`를 뷰 함수 밖에서 불렀습니다. 밖에는 요청이 없어서 주소를 만들 수 없습니다. 그 줄을 뷰 함수 안으로 옮기세요.",
)
def built_without_a_request(error):
    outside = "Working outside of" in error.text or "outside an active request" in error.text
    return error.type == "RuntimeError" and outside and any("url_for" in frame.code for frame in error.frames)


@mistake_of(
    BUILDING,
    "F17",
    "규칙에 필요한 값이 없어서 주소를 만들 수 없습니다. 규칙의 `<이름>`과 똑같은 이름으로 `이름=값`을 넘기세요.",
)
def value_is_missing(error):
    return error.type == "BuildError" and "forget to specify values" in error.text


@mistake_of(
    BUILDING,
    "query-in-endpoint",
    "엔드포인트 자리에 `?`까지 썼습니다. 쿼리에 넣을 값은 따옴표 밖에서 `이름=값`으로 넘기세요.",
)
def query_written_into_the_endpoint(error):
    return "?" in endpoint_asked(error)


@mistake_of(
    BUILDING,
    "path-as-endpoint",
    "엔드포인트 자리에 주소나 파일 이름을 썼습니다. 그 자리에는 라우트의 이름을 씁니다. 보통 뷰 함수의 이름입니다.",
)
def address_instead_of_endpoint(error):
    return "/" in endpoint_asked(error) or endpoint_asked(error).endswith(".svg")


@mistake_of(
    BUILDING,
    "unknown-endpoint",
    "이런 이름의 엔드포인트가 없습니다. 철자를 확인하세요. `endpoint=`로 이름을 따로 지었다면 함수 이름이 아니라 그 이름을 씁니다.",
)
def endpoint_does_not_exist(error):
    return endpoint_asked(error) != ""


@mistake_of(
    BUILDING,
    "function-as-endpoint",
    "`url_for`에 함수를 넘겼습니다. 엔드포인트는 글이므로 따옴표로 감싸세요.",
)
def function_instead_of_endpoint(error):
    line = error.frames[-1].code if error.frames else ""
    return error.type == "TypeError" and "'function' object" in error.text and "url_for(" in line


@mistake_of(
    (names_four_addresses, names_the_logo),
    "not-json",
    "JSON이 아니라 글로 답했습니다. 딕셔너리를 그대로 `return`하면 JSON이 됩니다. `str()`이나 `json.dumps()`로 바꾸지 마세요.",
)
def text_instead_of_json(reply):
    return reply.status == 200 and reply.media_type in ("text/html", "text/plain")


def json_object(reply, *keys):
    """A JSON object that has these keys."""
    value = reply.is_json()
    if not isinstance(value, dict):
        raise Mismatch("JSON이지만 객체가 아닙니다.", expected="JSON 객체 { }", got=reply.text, reply=reply)
    for key in keys:
        if key not in value:
            raise Mismatch(f"JSON 객체에 키가 없습니다: {key}", expected=", ".join(keys), got=", ".join(value), reply=reply)
    return value


def json_of(reply):
    """The JSON object of a reply, or an empty one."""
    try:
        return json_object(reply)
    except Mismatch:
        return {}


def addresses_in(reply):
    """Those of the four values of `/links` that are texts."""
    links = json_of(reply)
    return [links[key] for key in ADDRESSES if isinstance(links.get(key), str)]


def with_query(reply):
    """Those that have a query."""
    return [address for address in addresses_in(reply) if "?" in address]


def split(address):
    """An address in its parts, or None where it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def is_same_address(got, expected):
    """Whether two addresses are the same when decoded. `%2F` and `/` in a query are."""
    if not isinstance(got, str) or re.search(r"\s", got) or split(got) is None:
        return False
    return decoded(split(got)) == decoded(split(expected))


def decoded(parts):
    """The parts of an address with percent-encoding undone."""
    path = [unquote(part) for part in parts.path.split("/")]
    return parts.scheme, parts.netloc, path, parse_qsl(parts.query, keep_blank_values=True), parts.fragment


def starts_with_club(name, address, reply, loaded, rule):
    """Refuse an address that has stayed where the app was before. One with a host is judged by its path."""
    parts = split(address) if isinstance(address, str) else None
    if parts is None or not parts.path.startswith("/club"):
        view = next((route.where for route in loaded.routes if route.rule.startswith(rule)), None)
        got = f"{name}: {address}"
        raise Mismatch(LEFT_BEHIND, expected=f"{name}: /club/...", got=got, reply=reply, where=view)


def builds_in_practice_request(tree):
    """Whether addresses are built, and not only printed, inside `with app.test_request_context():`."""
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.With)] if tree else []
    kept = [
        line
        for block in blocks
        if any("test_request_context" in ast.unparse(item.context_expr) for item in block.items)
        for line in block.body
    ]
    return any("url_for(" in text and not text.startswith("print(") for text in map(ast.unparse, kept))


def profile_asked(reply):
    """Where `/go/<username>` should have led."""
    return unquote(urlsplit(reply.url).path).replace("/go/", "/user/", 1)


def endpoint_asked(error):
    """The endpoint for which no address could be built; empty where that is not the error."""
    found = re.match("Could not build url for endpoint '([^']*)'", error.text)
    return found[1] if found and error.type == "BuildError" else ""


def has_rule(loaded, pattern):
    """Whether the app has a rule that begins like this."""
    return any(re.match(pattern, route.rule) for route in loaded.routes)


if __name__ == "__main__":
    check.main()
