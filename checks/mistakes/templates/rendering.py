"""Lesson 08: mistakes in rendering a template, and in what it inherits from `base.html`."""

from __future__ import annotations

import re

from mistakes.templates.tasks import GREETING, LISTING, PAGES, SHARING, SHOWING
from probing.pages import BASE, HI, META, NOT_EXTENDED, templates_of
from shared.checking import KnownMistakes
from shared.probes.html import title
from shared.probes.templates import FOLDER, Templates

known = KnownMistakes()

PIECES = {SHOWING: "Hello Flask", GREETING: "<h1", LISTING: "<li"}
"""What the page of a task must show."""


def of_template(task, fault):
    """Recognises a page by a fault of its template: `raw`, or why what it must show is never shown."""

    def recognise(reply, source, loaded):
        names = {SHOWING: [META], GREETING: [HI]}.get(task) or templates_of("/members", source, loaded)
        templates, piece = Templates(source), PIECES[task]
        if fault == "raw":
            return any(templates.is_raw(name, reply.text) for name in names)
        return reply.status == 200 and fault in [templates.lost(name, piece) for name in names]

    return recognise


for task in PAGES:
    known(
        task,
        id="not-rendered",
        says="템플릿의 `{% %}`나 `{{ }}`가 그대로 나왔습니다. 파일을 읽기만 했습니다. `render_template`으로 "
        "보여 주세요.",
    )(of_template(task, "raw"))
    known(
        task,
        id="block-name",
        says="`base.html`에 없는 이름의 block에 쓴 내용은 보이지 않습니다. 두 파일의 block 이름을 똑같이 쓰세요.",
    )(of_template(task, "unknown block"))
    known(
        task,
        id="outside-block",
        says="`extends`를 쓴 템플릿에서는 block 밖의 내용이 보이지 않습니다. `{% block ... %}`과 `{% endblock %}` "
        "사이에 쓰세요.",
    )(of_template(task, "outside"))


@known(
    SHOWING,
    id="title-of-base",
    says="`base.html`의 제목이 보입니다. `base.html`의 `<title>` 안에 block을 두고, `meta.html`에서 그 block에 "
    "제목을 쓰세요.",
)
def title_is_inherited(reply, source):
    own = re.search(r"<title|Hello Flask", source.text(FOLDER + META))
    return title(reply) is not None and BASE in (Templates(source).ancestors(META) or []) and own is None


@known(
    SHARING,
    id="include-base",
    says='`include`는 파일의 내용을 그 자리에 넣기만 합니다. 물려받으려면 `{% extends "base.html" %}`을 쓰세요.',
)
def included_instead(failure, source):
    included = r"{%[-+]?\s*include\s+['\"]base\.html['\"]"
    return failure.message == NOT_EXTENDED and source.has(failure.where.file, included)


@known(SHARING, id="no-extends", says=NOT_EXTENDED)
def does_not_extend(failure):
    return failure.message == NOT_EXTENDED
