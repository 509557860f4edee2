"""Jinja: templates that are missing, cannot be read, or use what they were not given."""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

_SYNTAX = "TemplateSyntaxError"

TABLE = (
    Says(
        "TemplateNotFound",
        r"^(?P<template>\S.{0,200})$",
        "템플릿(template) 파일을 찾지 못했습니다: $template. app.py 옆의 templates 폴더 안에 있는지, "
        "철자가 같은지 확인하세요.",
    ),
    Says(
        _SYNTAX,
        r"The innermost block that needs to be closed is '(?P<block>\w+)'",
        "템플릿에서 연 블록을 닫지 않았습니다: $block. 끝에 쓰세요: {% end$block %}",
    ),
    Says(
        _SYNTAX,
        r"^Encountered unknown tag 'end(?P<block>\w+)'",
        "템플릿에 닫는 {% end$block %} 만 있습니다. 짝이 되는 앞부분을 먼저 쓰세요: {% $block ... %}",
    ),
    Says(
        _SYNTAX,
        r"^Encountered unknown tag '(?P<tag>\w+)'",
        "템플릿의 {% %} 안에 쓸 수 없는 낱말입니다: $tag. 철자를 확인하세요. 예: if, for, block, extends",
    ),
    Says(_SYNTAX, "expected token 'in', got", "템플릿의 for는 {% for 이름 in 목록 %} 처럼 씁니다."),
    Says(
        _SYNTAX, "expected 'end of print statement'", "템플릿의 {{ 를 }} 로 닫지 않았습니다. {{ 이름 }} 처럼 닫으세요."
    ),
    Says(
        _SYNTAX,
        "^Expected an expression, got 'end of print statement'",
        "템플릿의 {{ }} 안이 비어 있습니다. 이름을 쓰세요.",
    ),
    Says(
        _SYNTAX,
        r"^expected token 'end of (print statement|statement block)', got '(?P<got>[^']*)'",
        "템플릿의 괄호 안에 이어질 수 없는 글이 있습니다: $got. {{ 이름 }} 또는 {% if 조건 %} 처럼 쓰세요.",
    ),
    Says(_SYNTAX, r"^unexpected '}'", "템플릿의 여는 괄호와 닫는 괄호가 다릅니다. {{ }} 와 {% %} 의 짝을 맞추세요."),
    Says(_SYNTAX, r"""^unexpected char ['"]['"]['"]""", "템플릿의 괄호 안에서 따옴표를 닫지 않았습니다."),
    Says(
        "TemplateAssertionError",
        r"^No filter named '(?P<filter>\w+)'",
        "템플릿에 이런 필터(filter)가 없습니다: $filter. 철자를 확인하세요.",
    ),
    Says(
        "TemplateAssertionError",
        r"^block '(?P<block>\w+)' defined twice",
        "템플릿에 같은 이름의 block이 두 번 있습니다: $block. 이름을 바꾸세요.",
    ),
    Says(
        "UndefinedError",
        r"^'(?P<variable>\w+)' is undefined",
        "템플릿에서 쓴 이름에 값이 없습니다: $variable. render_template에 $variable=값을 넘겼는지 확인하세요.",
    ),
    Says(
        "UndefinedError",
        r" has no attribute '(?P<attribute>\w+)'",
        "템플릿에서 꺼내려는 값이 없습니다: $attribute. 넘긴 값에 그 이름이 있는지 확인하세요.",
    ),
    Says(
        "UndefinedError",
        r"^list object has no element (?P<index>\d+)",
        "템플릿에 넘긴 리스트(list)에 그 번호의 값이 없습니다: $index",
    ),
)
