"""Lesson 08: mistakes by which a value does not stand in the page as the text that it is."""

from __future__ import annotations

import re

from mistakes.templates.tasks import WITH_VALUES
from probing.markup import runs_markup
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    *WITH_VALUES,
    id="single-braces",
    says="중괄호가 하나라서 글자 그대로 보입니다. 템플릿에서는 두 개씩 씁니다: `{{ name }}`",
)
def one_brace_in_text(reply):
    return reply.status == 200 and re.search(r"(?<!{){\s*[a-zA-Z_]\w*\s*}(?!})", reply.shown) is not None


@known(
    *WITH_VALUES,
    id="F9",
    says="값에 든 태그가 브라우저에서 실행됩니다. 템플릿은 스스로 이스케이프합니다. 그것을 끄는 `|safe`, `Markup`, "
    "`autoescape false`를 지우세요.",
)
def escaping_switched_off(reply, source):
    texts = [source.text(name) for name in source.names() if name.endswith((".py", ".html"))]
    return runs_markup(reply) and any(re.search(r"\|\s*safe\b|Markup\(|autoescape\s+false", text) for text in texts)


@known(
    *WITH_VALUES,
    id="F9",
    says="값에 든 태그가 브라우저에서 실행됩니다. Python의 문자열로 HTML을 만들지 말고, 값을 `render_template`에 넘겨 "
    '템플릿의 `{{ }}` 안에 쓰세요. 속성의 값은 따옴표로 감쌉니다: `title="{{ name }}"`',
)
def markup_runs(reply):
    return runs_markup(reply)


@known(
    *WITH_VALUES,
    id="escaped-twice",
    says="두 번 이스케이프되어 `&lt;`라는 글자가 보입니다. 템플릿이 스스로 하므로 `escape()`를 지우세요.",
)
def escaped_twice(reply):
    return reply.media_type == "text/html" and "&lt;" in reply.shown
