"""Lesson 08: mistakes in a page itself: the address it stands at, its title, and its HTML."""

from __future__ import annotations

import re

from mistakes.templates.tasks import SHOWING, STYLING
from probing.pages import path_of
from shared.checking import KnownMistakes
from shared.probes.html import first_fault, text, title

known = KnownMistakes()


@known(
    SHOWING,
    id="F18",
    says="주소 끝에 `/`가 있으면 404입니다. 규칙이 `/meta`이면 `/meta/`는 없는 주소입니다. 규칙을 `/meta/`로 쓰세요. "
    "그러면 `/meta`로 온 요청은 Flask가 `/meta/`로 보내 줍니다.",
)
def other_form_is_unknown(reply, loaded):
    return reply.status == 404 and path_of(reply) == "/meta/" and "/meta" in {route.rule for route in loaded.routes}


@known(
    SHOWING,
    id="almost",
    says="제목이 거의 같습니다. 대문자와 소문자, 빈칸, 문장 부호를 비교해 주세요.",
)
def only_case_or_marks_differ(reply):
    return title(reply) != "Hello Flask" and re.sub(r"[\W_]", "", title(reply) or "").casefold() == "helloflask"


@known(
    SHOWING,
    id="two-titles",
    says="`<title>`이 두 개라서 `base.html`의 것이 보입니다. `<title>` 대신 제목의 block에 글을 쓰세요.",
)
def title_stands_twice(reply):
    return title(reply) != "Hello Flask" and "Hello Flask" in [text(node) for node in reply.select("title")]


@known(
    STYLING,
    id="F19",
    says="`<iframe ... />`라고 썼습니다. `iframe`은 `/>`로 닫히지 않아서, 그 뒤의 내용이 모두 `iframe` 안으로 들어가 "
    "보이지 않습니다. `<iframe ...></iframe>`이라고 쓰세요.",
)
def frame_is_not_closed(reply):
    fault = first_fault(reply.text)
    return fault is not None and (fault.kind, fault.name) == ("self-closed", "iframe")
