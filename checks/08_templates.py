"""08 템플릿, HTML과 CSS 조금"""

import ast
import re
from collections import Counter
from difflib import get_close_matches
from urllib.parse import quote, urljoin, urlsplit

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch, collapsed
from shared.probes.html import first_fault
from shared.probes.templates import FOLDER, Templates
from shared.verdict import Where

check = Check(__file__, mounts=("/club",))

BASE, META, HI, STYLE = "base.html", "meta.html", "hi.html", "static/style.css"
NOBODY = "아직 회원이 없습니다"
LEFT_BEHIND = "앱이 `/club` 아래에 있는데 `/club`으로 시작하지 않는 주소가 있습니다."
LEADS_NOWHERE = "링크가 있지만, 그 주소를 열면 404입니다."
NO_TEMPLATE = "페이지가 템플릿 파일에서 나오지 않았습니다. `templates` 폴더의 파일을 `render_template`으로 보여 주세요."
NOT_EXTENDED = "`base.html`을 물려받지 않은 템플릿이 있습니다."
NO_NAME_IN_H1 = "`<h1>` 안에 이름이 없습니다."
NOT_LISTED = "회원의 이름이 `<li>`에 하나씩 있지 않습니다."


@check.task(1, reread="끝에 빗금이 있는 주소")
def shows_a_page(http, source):
    """`/meta`와 `/meta/`를 열면 둘 다 `templates/meta.html`이 보이고, 제목은 `Hello Flask`입니다."""
    for path in ("/meta", "/meta/"):
        reply = page(http, path)
        if title(reply) != "Hello Flask":
            raise Mismatch(
                expected="<title>Hello Flask</title>", got=f"<title>{title(reply) or ''}</title>", reply=reply
            )
        comes_from(META, reply, source)


@shows_a_page.mistake(
    "F18",
    "주소의 끝에 `/`가 있으면 404입니다. 규칙이 `/meta`이면 `/meta/`는 다른 주소입니다. 규칙을 `/meta/`로 쓰세요. 그러면 "
    "`/meta`로 온 요청은 Flask가 `/meta/`로 보내 줍니다.",
)
def other_form_is_unknown(reply, loaded):
    rules = {route.rule for route in loaded.routes}
    return reply.status == 404 and path_asked(reply) == "/meta/" and "/meta" in rules


@check.task(2, reread="템플릿에 값 넣기")
def greets_in_a_template(http, fresh, source):
    """`/hi/<name>`을 열면 `templates/hi.html`의 `<h1>` 안에 그 이름이 보이고, 이름에 든 태그는 글자로 보입니다."""
    for name in (fresh.word(), fresh.name(), fresh.markup()):
        reply = page(http, f"/hi/{name}")
        if not any(collapsed(name) in text(heading) for heading in reply.select("h1")):
            got = "\n".join(f"<h1>{text(heading)}</h1>" for heading in reply.select("h1"))
            raise Mismatch(NO_NAME_IN_H1, expected=f"<h1>... {name} ...</h1>", got=got or reply.shown, reply=reply)
        runs_nothing(reply, name)
        comes_from(HI, reply, source)


@check.task(3, reread="반복과 조건")
def lists_members(http, fresh, config):
    """`/members`는 `app.config["MEMBERS"]`의 이름을 `<li>`로 보여 주고, 아무도 없으면 그렇다고 말합니다."""
    http.get("/members", follow=True)  # as it is before the list changes
    shown = []
    for members in ([fresh.name(), fresh.word(), fresh.word()], [], [fresh.word(), fresh.markup()], []):
        config.set("MEMBERS", members)
        reply = page(http, "/members")
        items = [text(item) for item in reply.select("li")]
        if Counter(map(collapsed, members)) - Counter(items):
            expected = "\n".join(f"<li>{member}</li>" for member in members)
            got = "\n".join(f"<li>{item}</li>" for item in items)
            raise Mismatch(NOT_LISTED, expected=expected, got=got or reply.shown, reply=reply)
        for member in members:
            runs_nothing(reply, member)
        for member in set(shown).difference(members):
            reply.not_shows(member)
        if members:
            reply.not_shows(NOBODY)
        elif NOBODY not in collapsed(reply.shown):
            raise Mismatch(expected=NOBODY, got=reply.shown or "(없음)", reply=reply)
        shown += members


@check.task(4, reread="바탕 템플릿 물려받기", rests_on=(1, 2, 3))
def shares_a_frame(http, fresh, config, source, loaded):
    """세 페이지는 `base.html`을 물려받고, 그 `<nav>`의 링크는 앱이 `/club` 아래에 있어도 맞습니다."""
    config.set("MEMBERS", [fresh.name()])
    templates = Templates(source)
    for template in (META, HI, *templates_of("/members", source, loaded)):
        above = templates.ancestors(template)
        if above is not None and BASE not in above:
            got = source.text(FOLDER + template).strip().partition("\n")[0] or "(빈 파일)"
            where = Where(FOLDER + template, 1)
            raise Mismatch(NOT_EXTENDED, expected='{% extends "base.html" %}', got=f"{template}: {got}", where=where)
    if not templates.holds(BASE, "nav"):
        raise Mismatch(expected="base.html의 <nav> ... </nav>", got="<nav>가 없음", where=Where(FOLDER + BASE))
    club = http.under("/club")
    for path in ("/club/meta/", f"/club/hi/{fresh.word()}", "/club/members"):
        reply = page(club, path)
        links = [link for link in reply.select("nav a") if "href" in link.attributes]
        if not links:
            got = "<nav> 안에 링크가 없음" if reply.select("nav") else "<nav>가 없음"
            raise Mismatch(expected='<nav> ... <a href="..."> ... </a> ... </nav>', got=got, reply=reply)
        for link in links:
            follows_the_app(link.attributes["href"] or "", reply, club, source)


@check.task(5, reread="CSS 조금", rests_on=(1, 2, 3))
def is_valid_and_styled(http, fresh, config, source, files):
    """모든 페이지가 올바른 HTML5이고 `lang="ko"`와 charset이 있으며, `url_for`로 연결한 `style.css`를 씁니다."""
    club = http.under("/club")
    name = fresh.word()
    for members in ([fresh.name(), fresh.word()], []):
        config.set("MEMBERS", members)
        for path in ("/meta/", f"/hi/{name}", "/members"):
            is_valid(page(http, path), source)
            is_styled(page(club, f"/club{path}"), club, files, source)


@is_valid_and_styled.mistake(
    "F19",
    "`<iframe ... />`라고 썼습니다. `iframe`은 `/>`로 닫히지 않아서, 그 뒤의 내용이 모두 `iframe` 안으로 들어가 보이지 않습니다. "
    "`<iframe ...></iframe>`으로 쓰세요.",
)
def frame_is_not_closed(reply):
    fault = first_fault(reply.text)
    return fault is not None and (fault.kind, fault.name) == ("self-closed", "iframe")


# Below: how a page is asked for, and how its parts are judged.


def page(http, path):
    """An HTML page, after redirects."""
    return http.get(path, follow=True).has_status(200).has_type("text/html")


def comes_from(template, reply, source):
    """Refuse a page whose template is not there, or is named nowhere and has no word of its own in the page."""
    templates = Templates(source)
    if not templates.exists(template):
        raise Mismatch(NO_TEMPLATE, expected=f"{FOLDER}{template} 파일", got="파일이 없음", reply=reply)
    pieces, shown = templates.pieces(template), collapsed(reply.shown)
    named = any(template in source.text(name) for name in source.names() if name.endswith(".py"))
    if not named and pieces and not any(piece in shown for piece in pieces):
        raise Mismatch(NO_TEMPLATE, expected=f"{FOLDER}{template}의 내용", got=reply.shown, reply=reply)


def runs_nothing(reply, value):
    """Refuse a page in which markup out of a value stands as markup."""
    if runs_markup(reply):
        raise Mismatch(expected=f"글자로만 보이는 값: {value}", got=reply.text, reply=reply)


def is_valid(reply, source):
    """The page is valid HTML5, and says its language and encoding."""
    fault = first_fault(reply.text)
    if fault is not None:
        raise Mismatch(fault.sentence, got=fault.shown, reply=reply, where=line_of(fault.text, source))
    language = reply.select("html")[0].attributes.get("lang") or ""
    if language.lower().split("-")[0] != "ko":
        got = f'<html lang="{language}">' if language else "<html>에 lang이 없음"
        raise Mismatch(expected='<html lang="ko">', got=got, reply=reply, where=line_of("<html", source))
    charsets = [encoding(meta.attributes) for meta in reply.select("meta")]
    if "utf-8" not in charsets:
        got = ", ".join(filter(None, charsets)) or "charset이 있는 <meta>가 없음"
        raise Mismatch(expected='<meta charset="utf-8">', got=got, reply=reply, where=line_of("<head", source))


def is_styled(reply, http, files, source):
    """The page links to the style sheet by an address that has moved with the app, and that leads to the file."""
    sheets = [link.attributes for link in reply.select("link") if "href" in link.attributes]
    sheets = [sheet["href"] or "" for sheet in sheets if "stylesheet" in (sheet.get("rel") or "").lower().split()]
    ours = [href for href in sheets if urlsplit(href).path.endswith("style.css") or "style.css" in href]
    if not ours:
        got = "\n".join(f'<link rel="stylesheet" href="{href}">' for href in sheets) or "스타일 시트의 링크가 없음"
        raise Mismatch(expected="static/style.css의 <link>", got=got, reply=reply)
    follows_the_app(ours[0], reply, http, source)
    sheet = http.get(local(urljoin(reply.url, ours[0])), follow=True).has_status(200).has_type("text/css")
    if not files.exists(STYLE) or sheet.body != files.read_bytes(STYLE):
        raise Mismatch(expected=f"{STYLE}의 내용", got=sheet.text or "(빈 내용)", reply=sheet)


def follows_the_app(href, reply, http, source):
    """Refuse an address that has stayed where the app was, or that leads to another place from each page."""
    try:
        target = urlsplit(urljoin(reply.url, href))
    except ValueError:
        target = urlsplit("")
    if target.scheme in ("http", "https") and target.hostname not in ("127.0.0.1", "localhost"):
        return  # another site
    if target.scheme not in ("http", "https") and target.scheme:
        return  # mailto: and the like
    where = line_of(href, source)
    if target.netloc != urlsplit(reply.url).netloc or not f"{target.path}/".startswith("/club/"):
        raise Mismatch(LEFT_BEHIND, expected="/club/... 으로 가는 링크", got=f'"{href}"', reply=reply, where=where)
    if not href.startswith(("/", "#", "?", "http")) and http.get(local(target.geturl())).status == 404:
        raise Mismatch(LEADS_NOWHERE, expected="열리는 주소", got=f'"{href}"', reply=reply, where=where)


# Below: what a page and a template hold.


def title(reply):
    """What the tab shows, or None."""
    titles = [node for node in reply.select("title") if node.parent is None or node.parent.tag != "svg"]
    return text(titles[0]) if titles else None


def text(node):
    """The text of an element, with white space as a browser shows it."""
    return collapsed(node.text(deep=True))


def encoding(attributes):
    """The encoding that a `<meta>` names; empty where it names none."""
    named = re.search(r"charset=([\w-]+)", attributes.get("content") or "", re.IGNORECASE)
    value = attributes.get("charset") or (named[1] if named and "http-equiv" in attributes else "")
    return value.lower().replace("utf8", "utf-8")


def local(address):
    """Path and query of an address."""
    split = urlsplit(address)
    return quote(split.path, safe="/%:@!$&'()*+,;=~") + (f"?{split.query}" if split.query else "")


def path_asked(reply):
    """The path that was asked for."""
    return urlsplit(reply.url).path


def runs_markup(reply):
    """Whether a tag out of a value stands in the page as a tag."""
    return reply.media_type == "text/html" and bool(reply.select("[onerror]"))


def templates_of(rule, source, loaded):
    """The templates that the view function of a rule names, as far as its source tells."""
    found = []
    for place in [route.where for route in loaded.routes if route.rule.rstrip("/") == rule and route.where]:
        for view in source.functions(place.file):
            first = min([view.lineno, *(decorator.lineno for decorator in view.decorator_list)])
            if first <= (place.line or 0) <= (view.end_lineno or 0):
                names = [node.value for node in ast.walk(view) if isinstance(node, ast.Constant)]
                found += [name for name in names if isinstance(name, str) and source.exists(FOLDER + name)]
    return found


def line_of(piece, source):
    """Where a piece of a page stands in the templates: the first place, or None."""
    for template in (name for name in source.names() if name.startswith(FOLDER)):
        line = source.line(template, re.escape(piece)) if piece else None
        if line is not None:
            return Where(template, line)
    return None
