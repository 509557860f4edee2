"""Lesson 08: mistakes in the addresses that a page links to."""

from __future__ import annotations

import re

from mistakes.templates.tasks import LINKING, STYLING
from probing.pages import LEADS_NOWHERE, LEFT_BEHIND
from shared.checking import KnownMistakes

known = KnownMistakes()

ADDRESSES = (
    ("single-braces", r'^"[^"]*{', "주소에 `{`가 그대로 있습니다. 템플릿에서는 두 개씩 씁니다: `{{ url_for(...) }}`"),
    ("hard-coded-url", r'^"(/|http)', "직접 쓴 주소는 앱을 옮기면 맞지 않습니다. `{{ url_for(...) }}`로 만드세요."),
    (
        "relative-url",
        r'^"',
        "`/`로 시작하지 않는 주소는 페이지마다 가리키는 곳이 다릅니다. `{{ url_for(...) }}`로 만드세요.",
    ),
)
"""How an address was written that does not move with the app: id, pattern, message."""


@known(
    STYLING,
    id="static-twice",
    says="주소에 `static`이 두 번 들어갔습니다. `filename`에는 `static` 폴더 안에서 쓰는 이름만 적으세요.",
)
def static_stands_twice(reply):
    return reply.status == 404 and "/static/static/" in reply.url


def is_address(pattern):
    """Recognises an address that does not move with the app, by how it was written."""

    def recognise(failure):
        return failure.message in (LEFT_BEHIND, LEADS_NOWHERE) and re.search(pattern, failure.got) is not None

    return recognise


for task in LINKING:
    for slug, pattern, message in ADDRESSES:
        known(task, id=slug, says=message)(is_address(pattern))
