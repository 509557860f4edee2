"""Lesson 12: what mistakes of several subjects are recognised by, in the code, the reply and the failure."""

from __future__ import annotations

import ast
import json
import re
from urllib.parse import parse_qs, urlsplit

from shared.messages.checking import status


def expects(failure, code):
    """Whether this status was expected."""
    return failure.expected == status(code)


def json_of(text):
    """The decoded text, or None where it is no JSON."""
    try:
        return json.loads(text or "")
    except (ValueError, RecursionError):
        return None


def asked_name(reply):
    """What was searched for."""
    return parse_qs(urlsplit(reply.url).query).get("name", [""])[0]


def python_files(source):
    """The learner's Python files."""
    return [name for name in source.names() if name.endswith(".py")]


def trees(source):
    """Those of them that can be parsed."""
    return [tree for tree in map(source.tree, python_files(source)) if tree is not None]


def all_code(source):
    """All Python of the submission, without comments."""
    return "\n".join(map(ast.unparse, trees(source)))


def code_for(reply, loaded, source):
    """The code that answers such a request: the view function, and the functions that it calls by their names."""
    functions = {function.name: function for file in python_files(source) for function in source.functions(file)}
    waiting = list(views_for(reply, loaded, source))
    if not waiting:
        return all_code(source)
    found = []
    while waiting:
        function = waiting.pop()
        if function not in found:
            found.append(function)
            called = [node for node in ast.walk(function) if isinstance(node, (ast.Name, ast.Attribute))]
            names = {node.id if isinstance(node, ast.Name) else node.attr for node in called}
            waiting += [functions[name] for name in names if name in functions]
    return "\n".join(map(ast.unparse, found))


def views_for(reply, loaded, source):
    """The view functions for the method and the shape of this address."""
    shape = re.sub(r"/\d+$", "/<>", urlsplit(reply.url).path)
    for route in loaded.routes:
        fits = re.sub("<[^>]*>", "<>", route.rule) == shape
        if fits and reply.exchange.request.method in route.methods and route.where:
            for function in source.functions(route.where.file):
                if route.where.line in [function.lineno, *(line.lineno for line in function.decorator_list)]:
                    yield function
