"""08 템플릿, HTML과 CSS 조금"""

import ast
import re
from collections import Counter
from difflib import get_close_matches
from urllib.parse import quote, urljoin, urlsplit

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch, Skip, collapsed
from shared.probes.html import encoding, first_fault, text, title
from shared.probes.templates import FOLDER, Templates
from shared.verdict import Where

check = Check(__file__, mounts=("/club",))

BASE, META, HI, STYLE = "base.html", "meta.html", "hi.html", "static/style.css"
NOBODY = "아직 회원이 없습니다"
NO_TEMPLATE = "`templates` 폴더의 파일이 아닌 곳에서 나온 페이지입니다. `render_template`으로 그 파일을 보여 주세요."
NOT_EXTENDED = "`base.html`을 물려받지 않은 템플릿이 있습니다. 첫 줄에 `extends`를 쓰세요."
LEFT_BEHIND = "앱이 `/club` 아래에 있는데 `/club`으로 시작하지 않는 주소가 있습니다."
LEADS_NOWHERE = "이 페이지에서 링크의 주소를 열면 404입니다."


@check.task(1, reread="끝에 빗금이 있는 주소")
def shows_a_page(http, source):
    """`/meta`와 `/meta/`를 열면 둘 다 `templates/meta.html`이 보이고, 제목은 `Hello Flask`입니다."""
    for path in ("/meta", "/meta/"):
        reply = page(http, path)
        if title(reply) != "Hello Flask":
            got = f"<title>{title(reply)}</title>" if title(reply) is not None else "<title>이 없음"
            raise Mismatch(expected="<title>Hello Flask</title>", got=got, reply=reply)
        comes_from(META, reply, source)


@shows_a_page.mistake(
    "F18",
    "주소 끝에 `/`가 있으면 404입니다. 규칙이 `/meta`이면 `/meta/`는 없는 주소입니다. 규칙을 `/meta/`로 쓰세요. "
    "그러면 `/meta`로 온 요청은 Flask가 `/meta/`로 보내 줍니다.",
)
def other_form_is_unknown(reply, loaded):
    return reply.status == 404 and path_of(reply) == "/meta/" and "/meta" in {route.rule for route in loaded.routes}


@shows_a_page.mistake("almost", "제목이 거의 같습니다. 대문자와 소문자, 빈칸, 문장 부호를 비교해 주세요.")
def only_case_or_marks_differ(reply):
    return title(reply) != "Hello Flask" and re.sub(r"[\W_]", "", title(reply) or "").casefold() == "helloflask"


@shows_a_page.mistake(
    "two-titles", "`<title>`이 두 개라서 `base.html`의 것이 보입니다. `<title>` 대신 제목의 block에 글을 쓰세요."
)
def title_stands_twice(reply):
    return title(reply) != "Hello Flask" and "Hello Flask" in [text(node) for node in reply.select("title")]


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


@greets_in_a_template.mistake("not-in-h1", "이름이 보이지만 `<h1>` 안에 있지 않습니다. `<h1>`과 `</h1>` 사이에 쓰세요.")
def name_is_elsewhere(reply, failure):
    name = re.search(r"\.\.\. (.+) \.\.\.", failure.expected or "")
    return name is not None and collapsed(name[1]) in collapsed(reply.shown)


@greets_in_a_template.mistake(
    "no-value",
    "템플릿에서 쓰는 이름에 값이 없어서 빈 글이 되었습니다. `render_template`에 그 이름으로 값을 넘기세요. "
    "템플릿에 `{{ name }}`이 있으면 `name=값`입니다.",
)
def value_is_not_handed_over(reply, source):
    used = set(re.findall(r"{{-?\s*([a-zA-Z_]\w*)\s*[|}-]", source.text(FOLDER + HI)))
    calls = [call for name, call in source.calls("app.py") if name.endswith("render_template")]
    given = [{word.arg for word in call.keywords} for call in calls if HI in [constant(node) for node in call.args]]
    return (
        reply.status == 200 and bool(given and used) and all(not used & names and None not in names for names in given)
    )


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


@lists_members.mistake(
    "whole-list", "목록 전체를 한 번에 넣어서 대괄호까지 보입니다. `{% for %}`로 하나씩 꺼내어 `<li>`에 넣으세요."
)
def list_in_one_piece(reply, failure):
    return re.search(r"\[['\"].*\]", reply.shown) is not None and "<li>" in (failure.expected or "")


@lists_members.mistake(
    "loop-variable", "`<li>`가 비어 있습니다. `{% for %}`에 쓴 이름과 `<li>` 안의 `{{ }}`에 쓴 이름을 같게 쓰세요."
)
def items_are_empty(reply, failure):
    empty = [item for item in reply.select("li") if not text(item)]
    return bool(empty) and len(empty) == (failure.expected or "").count("<li>")


@lists_members.mistake(
    "read-once",
    '`app.config["MEMBERS"]`를 바꾸어도 페이지가 그대로입니다. 목록을 함수 밖에서 한 번만 읽었거나, 이름을 직접 '
    '썼습니다. 뷰 함수 안에서 `app.config["MEMBERS"]`를 읽으세요.',
)
def list_stays_as_it_was(reply, replies):
    first = next((one for one in replies if one.status == 200), reply)
    return reply is not first and bool(reply.select("li")) and reply.text == first.text


@lists_members.mistake(
    "no-li", "이름이 보이지만 `<li>` 안에 하나씩 있지 않습니다. `<li>`와 `</li>` 사이에 이름만 쓰세요."
)
def names_are_elsewhere(reply, failure):
    names = re.findall("<li>(.*)</li>", failure.expected or "")
    return bool(names) and all(collapsed(name) in collapsed(reply.shown) for name in names)


@lists_members.mistake(
    "no-else",
    "목록이 비었을 때 보일 글이 없습니다. `{% if %}`에 `{% else %}`를 더하고 `아직 회원이 없습니다`를 쓰세요.",
)
def nothing_for_nobody(failure, source, loaded):
    texts = [source.text(FOLDER + name) for name in templates_of("/members", source, loaded)]
    asks = any(re.search(r"{%[-+]?\s*(else|elif|if not)\b", one) for one in texts)
    return failure.expected == NOBODY and bool(texts) and not asks and NOBODY not in "".join(texts)


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


@shares_a_frame.mistake(
    "include-base",
    '`include`는 파일의 내용을 그 자리에 넣기만 합니다. 물려받으려면 `{% extends "base.html" %}`을 쓰세요.',
)
def included_instead(failure, source):
    included = r"{%[-+]?\s*include\s+['\"]base\.html['\"]"
    return failure.message == NOT_EXTENDED and source.has(failure.where.file, included)


@shares_a_frame.mistake("no-extends", NOT_EXTENDED)
def does_not_extend(failure):
    return failure.message == NOT_EXTENDED


@check.task(5, reread="CSS 조금")
def is_valid_and_styled(http, fresh, config, source, files):
    """모든 페이지가 올바른 HTML5이고 `lang="ko"`와 charset이 있으며, `url_for`로 연결한 `style.css`를 씁니다."""
    club = http.under("/club")
    for members in ([fresh.name(), fresh.word()], []):
        config.set("MEMBERS", members)
        for path in places(http, fresh, source):
            is_valid(page(http, path), source)
            is_styled(page(club, f"/club{path}"), club, files, source)


@is_valid_and_styled.mistake(
    "F19",
    "`<iframe ... />`라고 썼습니다. `iframe`은 `/>`로 닫히지 않아서, 그 뒤의 내용이 모두 `iframe` 안으로 들어가 "
    "보이지 않습니다. `<iframe ...></iframe>`이라고 쓰세요.",
)
def frame_is_not_closed(reply):
    fault = first_fault(reply.text)
    return fault is not None and (fault.kind, fault.name) == ("self-closed", "iframe")


@is_valid_and_styled.mistake(
    "static-twice", "주소에 `static`이 두 번 들어갔습니다. `filename`에는 `static` 폴더 안에서 쓰는 이름만 적으세요."
)
def static_stands_twice(reply):
    return reply.status == 404 and "/static/static/" in reply.url


# Below: mistakes that may be made in several tasks. The first that matches is told, so those above come before these.

FIRST_THREE = (shows_a_page, greets_in_a_template, lists_members)


def mistake_of(tasks, slug, message):
    """Like `mistake`, for several tasks at once."""

    def add(recognise):
        for task in tasks:
            task.mistake(slug, message)(recognise)
        return recognise

    return add


@mistake_of(
    FIRST_THREE,
    "F19c",
    "`render_template`과 `extends`에는 `templates` 폴더 안에서 쓰는 이름만 적습니다. `templates/`를 지우세요.",
)
def folder_in_the_name(error):
    return error.type == "TemplateNotFound" and re.match(r"\.?/?templates/", error.text) is not None


@mistake_of(
    FIRST_THREE,
    "F19c",
    "템플릿 파일은 있지만 `templates` 폴더에 있지 않습니다. `app.py` 옆의 `templates` 폴더로 옮기세요. 폴더 이름은 "
    "소문자이고 `s`로 끝납니다.",
)
def file_in_another_folder(error, source):
    names = [name for name in source.names() if name.rpartition("/")[2] == error.text.rpartition("/")[2]]
    return error.type == "TemplateNotFound" and bool(names) and not Templates(source).exists(error.text)


@mistake_of(
    FIRST_THREE,
    "F19c",
    "코드에 쓴 파일 이름과 `templates` 폴더에 있는 파일 이름이 다릅니다. 철자와 대문자, 소문자를 비교해 주세요.",
)
def file_name_misspelt(error, source):
    close = get_close_matches(error.text.lower(), [name.lower() for name in Templates(source).names()], cutoff=0.75)
    return error.type == "TemplateNotFound" and bool(close)


@mistake_of(
    FIRST_THREE,
    "file-name",
    "파일의 내용이 아니라 이름이 보입니다. 파일 이름을 그대로 `return`하지 말고 `render_template(...)`에 넘기세요.",
)
def file_name_returned(reply):
    return re.fullmatch(r"[\w/.-]+\.html", reply.text.strip()) is not None


@mistake_of(
    (greets_in_a_template, lists_members),
    "single-braces",
    "중괄호가 하나라서 글자 그대로 보입니다. 템플릿에서는 두 개씩 씁니다: `{{ name }}`",
)
def one_brace_in_text(reply):
    return reply.status == 200 and re.search(r"(?<!{){\s*[a-zA-Z_]\w*\s*}(?!})", reply.shown) is not None


@mistake_of(
    (greets_in_a_template, lists_members),
    "F9",
    "값에 든 태그가 브라우저에서 실행됩니다. 템플릿은 스스로 이스케이프합니다. 그것을 끄는 `|safe`, `Markup`, "
    "`autoescape false`를 지우세요.",
)
def escaping_switched_off(reply, source):
    texts = [source.text(name) for name in source.names() if name.endswith((".py", ".html"))]
    return runs_markup(reply) and any(re.search(r"\|\s*safe\b|Markup\(|autoescape\s+false", text) for text in texts)


@mistake_of(
    (greets_in_a_template, lists_members),
    "F9",
    "값에 든 태그가 브라우저에서 실행됩니다. Python의 문자열로 HTML을 만들지 말고, 값을 `render_template`에 넘겨 "
    '템플릿의 `{{ }}` 안에 쓰세요. 속성의 값은 따옴표로 감쌉니다: `title="{{ name }}"`',
)
def markup_runs(reply):
    return runs_markup(reply)


@mistake_of(
    (greets_in_a_template, lists_members),
    "escaped-twice",
    "두 번 이스케이프되어 `&lt;`라는 글자가 보입니다. 템플릿이 스스로 하므로 `escape()`를 지우세요.",
)
def escaped_twice(reply):
    return reply.media_type == "text/html" and "&lt;" in reply.shown


PIECES = {1: "Hello Flask", 2: "<h1", 3: "<li"}


def of_template(step, fault):
    """Recognises a page by a fault of its template: `raw`, or why what it must show is never shown."""

    def recognise(reply, source, loaded):
        names = {1: [META], 2: [HI]}.get(step.task) or templates_of("/members", source, loaded)
        templates, piece = Templates(source), PIECES[step.task]
        if fault == "raw":
            return any(templates.is_raw(name, reply.text) for name in names)
        return reply.status == 200 and fault in [templates.lost(name, piece) for name in names]

    return recognise


for step in FIRST_THREE:
    step.mistake(
        "not-rendered",
        "템플릿의 `{% %}`나 `{{ }}`가 그대로 나왔습니다. 파일을 읽기만 했습니다. `render_template`으로 보여 주세요.",
    )(of_template(step, "raw"))
    step.mistake(
        "block-name",
        "`base.html`에 없는 이름의 block에 쓴 내용은 보이지 않습니다. 두 파일의 block 이름을 똑같이 쓰세요.",
    )(of_template(step, "unknown block"))
    step.mistake(
        "outside-block",
        "`extends`를 쓴 템플릿에서는 block 밖의 내용이 보이지 않습니다. `{% block ... %}`과 `{% endblock %}` 사이에 "
        "쓰세요.",
    )(of_template(step, "outside"))


@shows_a_page.mistake(
    "title-of-base",
    "`base.html`의 제목이 보입니다. `base.html`의 `<title>` 안에 block을 두고, `meta.html`에서 그 block에 "
    "제목을 쓰세요.",
)
def title_is_inherited(reply, source):
    own = re.search(r"<title|Hello Flask", source.text(FOLDER + META))
    return title(reply) is not None and BASE in (Templates(source).ancestors(META) or []) and own is None


ADDRESSES = (
    ("single-braces", r'^"[^"]*{', "주소에 `{`가 그대로 있습니다. 템플릿에서는 두 개씩 씁니다: `{{ url_for(...) }}`"),
    ("hard-coded-url", r'^"(/|http)', "직접 쓴 주소는 앱을 옮기면 맞지 않습니다. `{{ url_for(...) }}`로 만드세요."),
    (
        "relative-url",
        r'^"',
        "`/`로 시작하지 않는 주소는 페이지마다 가리키는 곳이 다릅니다. `{{ url_for(...) }}`로 만드세요.",
    ),
)


def is_address(pattern):
    """Recognises an address that does not move with the app, by how it was written."""

    def recognise(failure):
        return failure.message in (LEFT_BEHIND, LEADS_NOWHERE) and re.search(pattern, failure.got) is not None

    return recognise


for step in (shares_a_frame, is_valid_and_styled):
    for slug, pattern, message in ADDRESSES:
        step.mistake(slug, message)(is_address(pattern))


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


def runs_markup(reply):
    """Whether a browser would run what came as a value."""
    tags = reply.select("[onerror]") if reply.media_type == "text/html" else []
    return any((tag.attributes["onerror"] or "").startswith("alert(") for tag in tags)


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


# Below: what a page and a template hold.


def local(address):
    """Path and query of an address."""
    split = urlsplit(address)
    return quote(split.path, safe="/%:@!$&'()*+,;=~") + (f"?{split.query}" if split.query else "")


def path_of(reply):
    """The path that was asked for."""
    return urlsplit(reply.url).path


def constant(node):
    """The value of a constant in a source, or None."""
    return node.value if isinstance(node, ast.Constant) else None


def templates_of(rule, source, loaded):
    """The templates that the view function of a rule names, as far as its source tells."""
    found = []
    for place in [route.where for route in loaded.routes if route.where and route.rule.rstrip("/") == rule]:
        for view in source.functions(place.file):
            first = min([view.lineno, *(decorator.lineno for decorator in view.decorator_list)])
            if first <= (place.line or 0) <= (view.end_lineno or 0):
                names = filter(None, map(constant, ast.walk(view)))
                found += [name for name in names if isinstance(name, str) and source.exists(FOLDER + name)]
    return found


if __name__ == "__main__":
    check.main()
