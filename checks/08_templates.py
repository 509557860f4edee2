"""08 템플릿, HTML과 CSS 조금"""

from collections import Counter
from urllib.parse import quote, urljoin, urlsplit

import home  # noqa: F401
from mistakes.templates import addresses, escaping, pages, rendering, template_files, values
from probing.markup import runs_markup
from probing.pages import (
    BASE,
    HI,
    LEADS_NOWHERE,
    LEFT_BEHIND,
    META,
    NOBODY,
    NOT_EXTENDED,
    path_of,
    templates_of,
)
from shared.checking import Check
from shared.probes import Mismatch, Skip, collapsed
from shared.probes.html import encoding, first_fault, text, title
from shared.probes.templates import FOLDER, Templates
from shared.verdict import Where

check = Check(__file__, mounts=("/club",))

STYLE = "static/style.css"
NO_TEMPLATE = "`templates` 폴더의 파일이 아닌 곳에서 나온 페이지입니다. `render_template`으로 그 파일을 보여 주세요."


@check.task(1, reread="끝에 빗금이 있는 주소")
def shows_a_page(http, source):
    """`/meta`와 `/meta/`를 열면 둘 다 `templates/meta.html`이 보이고, 제목은 `Hello Flask`입니다."""
    for path in ("/meta", "/meta/"):
        reply = page(http, path)
        if title(reply) != "Hello Flask":
            got = f"<title>{title(reply)}</title>" if title(reply) is not None else "<title>이 없음"
            raise Mismatch(expected="<title>Hello Flask</title>", got=got, reply=reply)
        comes_from(META, reply, source)


@check.task(2, reread="템플릿에 값 넣기")
def greets_in_a_template(http, fresh, source):
    """`/hi/<name>`을 열면 `templates/hi.html`의 `<h1>` 안에 그 이름이 보이고, 이름에 든 태그는 글자로 보입니다."""
    for name in (fresh.word(), fresh.name(), fresh.markup()):
        reply = page(http, f"/hi/{name}")
        runs_nothing(reply, name)
        headings = [text(heading) for heading in reply.select("h1")]
        if not any(collapsed(name) in heading for heading in headings):
            got = "\n".join(f"<h1>{heading}</h1>" for heading in headings) or f"<h1>이 없음: {reply.shown}"
            raise Mismatch(expected=f"<h1>... {name} ...</h1>", got=got, reply=reply)
    comes_from(HI, reply, source)


@check.task(3, reread="반복과 조건")
def lists_members(http, fresh, config):
    """`/members`는 `app.config["MEMBERS"]`의 이름을 `<li>`로 보여 주고, 아무도 없으면 그렇다고 말합니다."""
    http.get("/members", follow=True)  # as it was before the list changed
    before: set[str] = set()
    for members in ([fresh.name(), fresh.word(), fresh.word()], [], [fresh.word(), fresh.markup()], []):
        config.set("MEMBERS", members)
        reply = page(http, "/members")
        runs_nothing(reply, members[-1] if members else "")
        items = [text(item) for item in reply.select("li")]
        listed = "\n".join(f"<li>{item}</li>" for item in items)
        if Counter(map(collapsed, members)) - Counter(items):
            expected = "\n".join(f"<li>{member}</li>" for member in members)
            raise Mismatch(expected=expected, got=listed or reply.shown or "(없음)", reply=reply)
        if before.intersection(items):
            raise Mismatch(expected=f"지금 목록에 있는 이름만: {members}", got=listed, reply=reply)
        if (NOBODY in collapsed(reply.shown)) != (not members):
            raise Mismatch(
                expected=f"{NOBODY}{' (이름이 있을 때는 보이지 않음)' * bool(members)}", got=reply.shown, reply=reply
            )
        before.update(members)


@check.task(4, reread="바탕 템플릿 물려받기")
def shares_a_frame(http, fresh, config, source, loaded):
    """세 페이지는 `base.html`을 물려받고, 그 `<nav>`의 링크는 앱이 `/club` 아래에 있어도 맞습니다."""
    config.set("MEMBERS", [fresh.name()])
    paths, templates, club = places(http, fresh, source), Templates(source), http.under("/club")
    for template in (META, HI, *templates_of("/members", source, loaded)):
        above = templates.ancestors(template)
        if above is not None and BASE not in above:
            got = f"{template}: {source.text(FOLDER + template).strip().partition(chr(10))[0]}"
            where = Where(FOLDER + template, 1)
            raise Mismatch(NOT_EXTENDED, expected='{% extends "base.html" %}', got=got, where=where)
    if not templates.holds(BASE, "nav"):
        raise Mismatch(
            expected="base.html의 <nav> ... </nav>", got="base.html에 <nav>가 없음", where=Where(FOLDER + BASE)
        )
    for path in paths:
        reply = page(club, f"/club{path}")
        links = [link.attributes["href"] or "" for link in reply.select("nav a") if "href" in link.attributes]
        if not links:
            got = "<nav> 안에 링크가 없음" if reply.select("nav") else "<nav>가 없음"
            raise Mismatch(expected='<nav> ... <a href="..."> ... </a> ... </nav>', got=got, reply=reply)
        for link in links:
            follows_the_app(link, reply, club, source)


@check.task(5, reread="CSS 조금")
def is_valid_and_styled(http, fresh, config, source, files):
    """모든 페이지가 올바른 HTML5이고 `lang="ko"`와 charset이 있으며, `url_for`로 연결한 `style.css`를 씁니다."""
    club = http.under("/club")
    for members in ([fresh.name(), fresh.word()], []):
        config.set("MEMBERS", members)
        for path in places(http, fresh, source):
            is_valid(page(http, path), source)
            is_styled(page(club, f"/club{path}"), club, files, source)


# Below: how a page is asked for, and how its parts are judged.


def page(http, path):
    """An HTML page, after redirects."""
    return http.get(path, follow=True).has_status(200).has_type("text/html")


def places(http, fresh, source):
    """Where the pages of tasks 1 to 3 stand. Where one is missing, its own task says why."""
    found = []
    for task, template, *paths in ((1, META, "/meta/", "/meta"), (2, HI, f"/hi/{fresh.word()}"), (3, None, "/members")):
        replies = [http.get(path, follow=True) for path in paths]
        there = [reply for reply in replies if (reply.status, reply.media_type) == (200, "text/html")]
        if not there or (template and not is_of(template, there[0], source)):
            raise Skip(f"과제 {task}의 페이지가 아직 없어서 건너뛰었습니다. 과제 {task}부터 해 보세요.")
        found.append(path_of(there[0]))
    return found


def comes_from(template, reply, source):
    """Refuse a page that does not come from its template."""
    if not is_of(template, reply, source):
        got = reply.shown if source.exists(FOLDER + template) else f"{FOLDER}{template} 파일이 없음"
        raise Mismatch(NO_TEMPLATE, expected=f"{FOLDER}{template}의 내용", got=got, reply=reply)


def is_of(template, reply, source):
    """Whether a page may come from this template: the file is named somewhere, or its own words are shown."""
    templates, shown = Templates(source), collapsed(reply.shown)
    if not templates.exists(template) or "<" not in reply.text or templates.is_raw(template, reply.text):
        return False
    pieces = templates.pieces(template)
    named = any(template in source.text(name) for name in source.names() if name.endswith(".py"))
    return named or not pieces or any(piece in shown for piece in pieces)


def runs_nothing(reply, value):
    """Refuse a page in which a tag out of a value stands as a tag."""
    if runs_markup(reply):
        raise Mismatch(expected=f"글자로만 보이는 값: {value}", got=reply.text, reply=reply)


def is_valid(reply, source):
    """The page is valid HTML5, and says its language and encoding."""
    fault = first_fault(reply.text)
    if fault is not None:
        raise Mismatch(fault.sentence, got=fault.shown, reply=reply, where=Templates(source).place(fault.text))
    language = reply.select("html")[0].attributes.get("lang") or ""
    if language.lower().split("-")[0] != "ko":
        got = f'<html lang="{language}">' if language else "<html>에 lang이 없음"
        raise Mismatch(expected='<html lang="ko">', got=got, reply=reply, where=Templates(source).place("<html"))
    charsets = [encoding(meta) for meta in reply.select("meta")]
    if "utf-8" not in charsets:
        got = ", ".join(filter(None, charsets)) or "charset을 적은 <meta>가 없음"
        raise Mismatch(expected='<meta charset="utf-8">', got=got, reply=reply, where=Templates(source).place("<head"))


def is_styled(reply, http, files, source):
    """The page links to the style sheet by an address that has moved with the app, and that leads to the file."""
    links = [link.attributes for link in reply.select("link") if "stylesheet" in (link.attributes.get("rel") or "")]
    sheets = [link.get("href") or "" for link in links]
    ours = next((href for href in sheets if "style.css" in href), None)
    if ours is None:
        got = "\n".join(f'<link rel="stylesheet" href="{href}">' for href in sheets) or "스타일 시트의 <link>가 없음"
        raise Mismatch(expected=f"{STYLE}의 <link>", got=got, reply=reply, where=Templates(source).place("<head"))
    follows_the_app(ours, reply, http, source)
    sheet = http.get(local(urljoin(reply.url, ours)), follow=True).has_status(200).has_type("text/css")
    if not files.exists(STYLE) or sheet.body != files.read_bytes(STYLE):
        raise Mismatch(expected=f"{STYLE}의 내용", got=sheet.text or "(빈 내용)", reply=sheet)


def follows_the_app(href, reply, http, source):
    """Refuse an address that has stayed where the app was, or that leads to another place from each page."""
    try:
        target = urlsplit(urljoin(reply.url, href))
        elsewhere = target.scheme != "http" or target.hostname not in ("127.0.0.1", "localhost")
    except ValueError:
        elsewhere, target = False, urlsplit("")
    if elsewhere:
        return
    got, where = f'"{href}"', Templates(source).place(href)
    if target.netloc != urlsplit(reply.url).netloc or not f"{target.path}/".startswith("/club/"):
        raise Mismatch(LEFT_BEHIND, expected='"/club/..."', got=got, reply=reply, where=where)
    if not href.startswith(("/", "#", "?", "http")) and http.get(local(target.geturl())).status == 404:
        raise Mismatch(LEADS_NOWHERE, expected="열리는 주소", got=got, reply=reply, where=where)


def local(address):
    """Path and query of an address."""
    split = urlsplit(address)
    return quote(split.path, safe="/%:@!$&'()*+,;=~") + (f"?{split.query}" if split.query else "")


# Of several that match, the first is told: what only one task can have stands before what any of them may have.
for subject in (pages, values, template_files, escaping, rendering, addresses):
    check.know(subject.known)

if __name__ == "__main__":
    check.main()
