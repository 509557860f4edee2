"""Lesson 08: mistakes in handing values to a template, and in the loop and the condition that show them."""

from __future__ import annotations

import re

from mistakes.templates.tasks import GREETING, LISTING
from probing.pages import HI, NOBODY, constant, templates_of
from shared.checking import KnownMistakes
from shared.probes import collapsed
from shared.probes.html import text
from shared.probes.templates import FOLDER

known = KnownMistakes()


@known(
    GREETING,
    id="not-in-h1",
    says="이름이 보이지만 `<h1>` 안에 있지 않습니다. `<h1>`과 `</h1>` 사이에 쓰세요.",
)
def name_is_elsewhere(reply, failure):
    name = re.search(r"\.\.\. (.+) \.\.\.", failure.expected or "")
    return name is not None and collapsed(name[1]) in collapsed(reply.shown)


@known(
    GREETING,
    id="no-value",
    says="템플릿에서 쓰는 이름에 값이 없어서 빈 글이 되었습니다. `render_template`에 그 이름으로 값을 넘기세요. "
    "템플릿에 `{{ name }}`이 있으면 `name=값`입니다.",
)
def value_is_not_handed_over(reply, source):
    used = set(re.findall(r"{{-?\s*([a-zA-Z_]\w*)\s*[|}-]", source.text(FOLDER + HI)))
    calls = [call for name, call in source.calls("app.py") if name.endswith("render_template")]
    given = [{word.arg for word in call.keywords} for call in calls if HI in [constant(node) for node in call.args]]
    return (
        reply.status == 200 and bool(given and used) and all(not used & names and None not in names for names in given)
    )


@known(
    LISTING,
    id="whole-list",
    says="목록 전체를 한 번에 넣어서 대괄호까지 보입니다. `{% for %}`로 하나씩 꺼내어 `<li>`에 넣으세요.",
)
def list_in_one_piece(reply, failure):
    return re.search(r"\[['\"].*\]", reply.shown) is not None and "<li>" in (failure.expected or "")


@known(
    LISTING,
    id="loop-variable",
    says="`<li>`가 비어 있습니다. `{% for %}`에 쓴 이름과 `<li>` 안의 `{{ }}`에 쓴 이름을 같게 쓰세요.",
)
def items_are_empty(reply, failure):
    empty = [item for item in reply.select("li") if not text(item)]
    return bool(empty) and len(empty) == (failure.expected or "").count("<li>")


@known(
    LISTING,
    id="read-once",
    says='`app.config["MEMBERS"]`를 바꾸어도 페이지가 그대로입니다. 목록을 함수 밖에서 한 번만 읽었거나, 이름을 직접 '
    '썼습니다. 뷰 함수 안에서 `app.config["MEMBERS"]`를 읽으세요.',
)
def list_stays_as_it_was(reply, replies):
    first = next((one for one in replies if one.status == 200), reply)
    return reply is not first and bool(reply.select("li")) and reply.text == first.text


@known(
    LISTING,
    id="no-li",
    says="이름이 보이지만 `<li>` 안에 하나씩 있지 않습니다. `<li>`와 `</li>` 사이에 이름만 쓰세요.",
)
def names_are_elsewhere(reply, failure):
    names = re.findall("<li>(.*)</li>", failure.expected or "")
    return bool(names) and all(collapsed(name) in collapsed(reply.shown) for name in names)


@known(
    LISTING,
    id="no-else",
    says="목록이 비었을 때 보일 글이 없습니다. `{% if %}`에 `{% else %}`를 더하고 `아직 회원이 없습니다`를 쓰세요.",
)
def nothing_for_nobody(failure, source, loaded):
    texts = [source.text(FOLDER + name) for name in templates_of("/members", source, loaded)]
    asks = any(re.search(r"{%[-+]?\s*(else|elif|if not)\b", one) for one in texts)
    return failure.expected == NOBODY and bool(texts) and not asks and NOBODY not in "".join(texts)
