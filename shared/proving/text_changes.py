"""Small changes to what is no Python: SQL, HTML with Jinja, CSS, JavaScript, JSON. By words, not by grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

Rule = tuple[str, str]

SQL: list[Rule] = [
    (r"\bAND\b", "OR"),
    (r"\bNOT NULL\b", ""),
    (r"\bIS NULL\b", "IS NOT NULL"),
    (r"\bIS NOT NULL\b", "IS NULL"),
    (r"\bPRIMARY KEY\b", ""),
    (r"\bDEFAULT '[^']*'", ""),
    (r"\bINTEGER\b", "TEXT"),
    (r"\bTEXT\b", "INTEGER"),
    (r"\bBETWEEN\b", "NOT BETWEEN"),
    (r"\s+WHERE [^;]*", ""),
    (r"\s+ORDER BY [^;\n]*", ""),
    (r"\bLIMIT (\d+)", r"LIMIT \g<1>0"),
    (r"\bOFFSET (\d+)", r"OFFSET \g<1>0"),
    (r"(?<![<>!])=", "<>"),
    (r":(\w+)", "NULL"),
    (r"\bIF NOT EXISTS\b", ""),
    (r"'%'", "''"),
]
HTML: list[Rule] = [
    (r"\{\{ *([\w.]+) *\}\}", ""),
    (r"\{% extends [^%]*%\}", ""),
    (r"\{% block (\w+) %\}", r"{% block \g<1>x %}"),
    (r"\{\{ url_for\('static', filename='([^']*)'\) \}\}", r"/static/\g<1>"),
    (r"\{\{ url_for\([^)]*\) \}\}", "/"),
    (r' lang="ko"', ""),
    (r"<meta charset[^>]*>", ""),
    (r"<!doctype html>", ""),
    (r"<title>([^<]*)</title>", r"<title>\g<1>x</title>"),
    (r"</(h1|li|ul|nav|p|a)>", ""),
    (r"\{% for ([^%]*) in ([\w.]+) %\}", r"{% for \g<1> in [] %}"),
    (r"\{% if ([^%]*) %\}", r"{% if not (\g<1>) %}"),
    (r' type="module"', ""),
    (r"<link rel=\"stylesheet\"[^>]*>", ""),
    (r"<script type=\"module\"[^>]*></script>", ""),
    (r' id="([^"]*)"', r' id="\g<1>x"'),
    (r">([가-힣][^<{]*)<", r">\g<1>x<"),
]
JAVASCRIPT: list[Rule] = [
    (r"\btextContent\b", "innerHTML"),
    (r"===", "!=="),
    (r"\btrue\b", "false"),
    (r"\bfalse\b", "true"),
    (r'"(history|message|enable_message|disconnect|submit)"', r'"\g<1>x"'),
    (r"\n *list\.replaceChildren\(\);", ""),
    (r"\n *event\.preventDefault\(\);", ""),
    (r"\n *box\.value = \"\";", ""),
    (r"\n *list\.append\(line\);", ""),
    (r"&& ", "|| "),
]
JSON: list[Rule] = [
    (r"\btrue\b", '"true"'),
    (r"\bnull\b", '""'),
    (r": (\d+)(?=[,\n}])", r': "\g<1>"'),
    (r": (\d+\.\d+)", r': "\g<1>"'),
    (r'"(\w+)":', r'"\g<1>x":'),
    (r",(?=\n)", ""),
    (r"\]", ",]"),
    (r'"', "'"),
]
RULES = {".sql": SQL, ".html": HTML, ".js": JAVASCRIPT, ".json": JSON}


def changed(text: str, suffix: str) -> Iterator[str]:
    """The text with each change made alone, at one place each."""
    for pattern, other in RULES.get(suffix, []):
        for match in re.finditer(pattern, text, re.IGNORECASE if suffix in (".sql", ".html") else 0):
            yield text[: match.start()] + match.expand(other) + text[match.end() :]
    if suffix not in RULES and text.strip():
        yield ""
