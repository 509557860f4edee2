"""Lesson 07: what mistakes of several subjects are recognised by, in the code and in the request and its reply."""

from __future__ import annotations

import ast

from shared.probes.source import dotted

HTTP_ERROR = "requests.HTTPError"


def reads(source, loaded, rule, parts, but_not=frozenset()):
    """Whether the view of a rule reads one of these parts of the request (`form`, `args`), and none of the others."""
    places = {(route.where.file, route.where.line) for route in loaded.routes if route.rule == rule and route.where}
    found = set()
    for file in {file for file, _ in places}:
        for view in source.functions(file):
            if (file, min([view.lineno, *(line.lineno for line in view.decorator_list)])) in places:
                attributes = (node for node in ast.walk(view) if isinstance(node, ast.Attribute))
                found |= {node.attr for node in attributes if dotted(node.value) == "request"}
    return bool(found & parts) and not found & but_not


def request_body(reply):
    """The body that was sent."""
    return reply.exchange.request.body or ""
