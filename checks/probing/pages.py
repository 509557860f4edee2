"""Lesson 08: what the tasks and the mistakes of several subjects look at: a page, and the templates it comes from."""

from __future__ import annotations

import ast
from urllib.parse import urlsplit

from shared.probes.templates import FOLDER

BASE, META, HI = "base.html", "meta.html", "hi.html"
NOBODY = "아직 회원이 없습니다"
NOT_EXTENDED = "`base.html`을 물려받지 않은 템플릿이 있습니다. 첫 줄에 `extends`를 쓰세요."
LEFT_BEHIND = "앱이 `/club` 아래에 있는데 `/club`으로 시작하지 않는 주소가 있습니다."
LEADS_NOWHERE = "이 페이지에서 링크의 주소를 열면 404입니다."


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
