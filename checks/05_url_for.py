"""05 URL 만들기"""

import re
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch

check = Check(__file__, mounts=("/club",))

ADDRESSES = {"index": "/", "login": "/login", "login_next": "/login?next=/", "profile": "/user/John%20Doe"}
LEFT_BEHIND = "앱이 `/club` 아래에 있는데 `/club`으로 시작하지 않는 주소가 있습니다."
NOT_JSON = (
    "JSON이 아니라 글로 답했습니다. 딕셔너리를 그대로 `return`하면 JSON이 됩니다. `str()`이나 `json.dumps()`는 빼세요."
)
NAME_IN_QUERY = "이름이 경로가 아니라 쿼리로 갔습니다. 규칙에 `<username>` 자리를 만드세요: `/user/<username>`"


@check.task(1, reread="작은따옴표가 든 글")
def shows_three_pages(http, fresh):
    """`/`는 `index`, `/login`은 `login`, `/user/<username>`은 `<username>'s profile`을 보여 줍니다."""
    http.get("/").shows("index")
    http.get("/login").shows("login")
    for username in (fresh.word(), fresh.name(), f"{fresh.word()} {fresh.word()}"):
        http.get(f"/user/{username}").shows(f"{username}'s profile")


@shows_three_pages.mistake("F13", "`\\s`가 글자 그대로 보입니다. 문자열을 큰따옴표로 감싸고, 그 안에 `'s`라고 쓰세요.")
def backslash_s_is_shown(reply):
    return "\\s profile" in reply.shown


@shows_three_pages.mistake(
    "curly-quote", "작은따옴표의 모양이 다릅니다. 둥근 따옴표를 지우고, 키보드의 Enter 옆에 있는 `'`를 누르세요."
)
def another_quotation_mark(reply):
    return re.search("[\u2018\u2019\u00b4\u02bc`]s profile", reply.shown) is not None


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
        if decoded(links[key]) != decoded(address):
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
    "external-url",
    "`http://`로 시작하는 전체 주소입니다. `/`로 시작하는 주소를 쓰세요. `_external=True`가 있으면 지우세요.",
)
def address_with_a_host(failure):
    return wrong_address(failure).startswith("http")


@names_four_addresses.mistake(
    "not-encoded", "주소에 빈칸이 그대로 있습니다. `url_for`로 만들면 빈칸이 `%20`으로 바뀌어 나옵니다."
)
def blank_in_an_address(failure):
    return " " in wrong_address(failure)


@names_four_addresses.mistake(
    "no-slash", "`/`로 시작하지 않는 값이 있습니다. 엔드포인트의 이름이 아니라 `url_for`가 만든 주소를 넣으세요."
)
def name_instead_of_address(failure):
    return re.match("[a-z]", wrong_address(failure)) is not None


# Task 3 rests on tasks that follow it: it asks again what they ask, with the app in another place.
@check.task(3, reread="앱을 /club 아래로 옮기기", rests_on=(2, 4, 5))
def follows_the_app(http, fresh, loaded):
    """앱이 `/club` 아래에 있으면, 알려 주는 주소도 모두 `/club`으로 시작합니다."""
    club = http.under("/club")
    reply = club.get("/club/links")
    links = json_object(reply, *ADDRESSES)
    for key in ADDRESSES:
        starts_with_club(key, links[key], reply, loaded, "/links")
    reply = club.get(f"/club/go/{fresh.word()}").has_status(302)
    starts_with_club("Location", reply.location, reply, loaded, "/go/")
    reply = club.get("/club/logo")
    starts_with_club("url", json_object(reply, "url")["url"], reply, loaded, "/logo")


@follows_the_app.mistake(
    "F16",
    "`test_request_context()` 안에서 만든 주소에는 `/club`이 붙지 않습니다. 연습용 요청은 `/club`을 모릅니다. "
    "`with` 줄을 지우고, `url_for`를 뷰 함수 안에서 바로 부르세요.",
)
def built_for_a_practice_request(failure, source):
    kept = re.search(r"\.test_request_context\(.*\):\s+(return\b|\w+\s*=)", source.text("app.py"))
    return failure.message == LEFT_BEHIND and kept is not None


@follows_the_app.mistake(
    "hard-coded-url", "직접 쓴 주소는 앱을 옮기면 맞지 않습니다. `url_for(...)`로 만드세요. 그러면 `/club`이 붙습니다."
)
def written_by_hand(failure):
    return failure.message == LEFT_BEHIND and ": /" in failure.got


@follows_the_app.mistake(
    "relative-url", "`/`로 시작하지 않는 주소는 페이지마다 가리키는 곳이 다릅니다. `url_for(...)`로 만드세요."
)
def written_without_slash(failure):
    return failure.message == LEFT_BEHIND and re.search(r": \w[^:]*$", failure.got) is not None


@check.task(4, reread="다른 주소로 보내기")
def sends_on_to_a_profile(http, fresh):
    """`/go/<username>`은 상태 코드 302로 그 사람의 프로필에 보냅니다."""
    for username in (fresh.word(), fresh.name(), f"{fresh.word()} {fresh.word()}"):
        http.get(f"/go/{username}").redirects_to(f"/user/{username}")


@sends_on_to_a_profile.mistake(
    "not-302", "이동은 하지만 상태 코드가 302가 아닙니다. `redirect(...)`에 `code=`를 쓰지 않으면 302입니다."
)
def another_redirect(reply):
    return reply.status in (301, 303, 307, 308) and unquote(reply.location or "") == profile_asked(reply)


@sends_on_to_a_profile.mistake(
    "redirect-without-url-for", "`redirect`에는 엔드포인트가 아니라 주소를 넘깁니다. `redirect(url_for(...))`로 쓰세요."
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
    "no-redirect", "글을 보여 주기만 하고 다른 주소로 보내지 않았습니다. `return redirect(url_for(...))`로 쓰세요."
)
def shown_instead_of_sent(reply):
    shown = unquote(reply.shown)
    return reply.status == 200 and (shown == profile_asked(reply) or shown.endswith("'s profile"))


@check.task(5, reread="정적 파일의 주소")
def names_the_logo(http, files):
    """`/logo`는 `logo.svg`의 주소를 JSON으로 알려 주고, 그 주소를 열면 그림이 나옵니다."""
    reply = http.get("/logo")
    url = json_object(reply, "url")["url"]
    drawings = [files.read_bytes(name) for name in files.names() if name.split("/")[-1] == "logo.svg"]
    target = split(urljoin(reply.url, url)) if split(url) else None
    if target is None or target.netloc != split(reply.url).netloc:
        raise Mismatch(expected="이 서버에 있는 logo.svg의 주소", got=f"url: {url}", reply=reply)
    drawing = http.get(target._replace(scheme="", netloc="", fragment="").geturl(), follow=True).has_status(200)
    if drawing.body not in drawings:
        raise Mismatch("이 주소를 열면 다른 것이 나옵니다.", expected="logo.svg의 주소", got=f"url: {url}", reply=reply)


@names_the_logo.mistake(
    "static-twice", "주소에 `static`이 두 번 들어갔습니다. `filename`에는 `static` 폴더 안에서 쓰는 이름만 적으세요."
)
def static_stands_twice(reply):
    return reply.status == 404 and "/static/static/" in reply.url


# Below: mistakes that may be made in several tasks. The first that matches is told, so those above come before these.


@names_four_addresses.mistake("F17", NAME_IN_QUERY)
@sends_on_to_a_profile.mistake("F17", NAME_IN_QUERY)
def name_went_into_the_query(reply, loaded):
    return re.search(r"/user/?\?username=", reply.text) is not None and not has_rule(loaded, "/user/<")


@names_four_addresses.mistake("not-json", NOT_JSON)
@names_the_logo.mistake("not-json", NOT_JSON)
def text_instead_of_json(reply):
    return reply.status == 200 and reply.media_type in ("text/html", "text/plain")


ERRORS_OF_URL_FOR = (
    (
        "F14",
        r"TypeError: .*url_for\(\) takes \d positional",
        "`url_for`에 넘긴 값에 이름이 없습니다. 엔드포인트 다음의 값은 모두 `이름=값`으로 넘기세요.",
    ),
    (
        "F16",
        "RuntimeError: (Working outside of application context|Unable to build URLs outside)",
        "`url_for`를 뷰 함수 밖에서 불렀습니다. 밖에는 요청이 없습니다. 그 줄을 뷰 함수 안으로 옮기세요.",
    ),
    (
        "F17",
        "BuildError: .*forget to specify values",
        "규칙의 `<이름>`에 넣을 값이 없습니다. 같은 이름으로 값을 넘기세요. `static`에서는 `filename=`입니다.",
    ),
    (
        "query-in-endpoint",
        r"BuildError: .*for endpoint '[^']*\?",
        "엔드포인트 자리에 `?`까지 썼습니다. 쿼리에 넣을 값은 따옴표 밖에서 `이름=값`으로 넘기세요.",
    ),
    (
        "unknown-endpoint",
        "BuildError: Could not build url",
        "이런 엔드포인트가 없습니다. 주소나 파일 이름이 아니라 라우트의 이름, 보통은 함수 이름을 씁니다.",
    ),
)


def is_raised(pattern):
    """Recognises an error of `url_for` by its type and text."""

    def recognise(error):
        return re.match(pattern, str(error)) is not None and any("url_for" in frame.code for frame in error.frames)

    return recognise


for task in (names_four_addresses, sends_on_to_a_profile, names_the_logo):
    for slug, pattern, message in ERRORS_OF_URL_FOR:
        task.mistake(slug, message)(is_raised(pattern))


def json_object(reply, *keys):
    """A JSON object that has these keys."""
    value = reply.is_json()
    if not isinstance(value, dict):
        raise Mismatch("JSON이지만 객체가 아닙니다.", expected="JSON 객체", got=reply.text, reply=reply)
    missing = [key for key in keys if key not in value]
    if missing:
        raise Mismatch(f"빠진 키: {', '.join(missing)}", expected=", ".join(keys), got=", ".join(value), reply=reply)
    return value


def wrong_address(failure):
    """The value of `/links` that is another one than expected; empty where something else is wrong."""
    key, _, address = (failure.got or "").partition(": ")
    return address if key in ADDRESSES else ""


def split(address):
    """An address in its parts, or None where it is none."""
    try:
        return urlsplit(address) if isinstance(address, str) else None
    except ValueError:
        return None


def decoded(address):
    """An address in its parts, with percent-encoding undone; None where it is none, say with a raw blank in it."""
    parts = split(address)
    if parts is None or re.search(r"\s", address):
        return None
    query = parse_qsl(parts.query, keep_blank_values=True)
    return parts.scheme, parts.netloc, [unquote(part) for part in parts.path.split("/")], query, parts.fragment


def starts_with_club(name, address, reply, loaded, rule):
    """Refuse an address that has stayed where the app was before. One with a host is judged by its path."""
    if split(address) is None or not split(address).path.startswith("/club"):
        view = next((route.where for route in loaded.routes if route.rule.startswith(rule)), None)
        got = f"{name}: {address}"
        raise Mismatch(LEFT_BEHIND, expected=f"{name}: /club/...", got=got, reply=reply, where=view)


def profile_asked(reply):
    """Where `/go/<username>` should have led."""
    return unquote(urlsplit(reply.url).path).replace("/go/", "/user/", 1)


def has_rule(loaded, pattern):
    """Whether the app has a rule that begins like this."""
    return any(re.match(pattern, route.rule) for route in loaded.routes)


if __name__ == "__main__":
    check.main()
