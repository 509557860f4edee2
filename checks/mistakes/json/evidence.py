"""Lesson 02: what mistakes of several subjects are recognised by, in JSON texts and in the client's functions."""

from __future__ import annotations

import ast
import json


def json_or_none(text, read=json.loads):
    """The decoded text, or None where it is no text or no JSON."""
    try:
        return read(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None


def body_of(source, name):
    """All nodes in the body of a function of the client."""
    found = [function for function in source.functions("client.py") if function.name == name]
    return [node for function in found[-1:] for line in function.body for node in ast.walk(line)]


NO_RETURN = "함수가 돌려준 것이 없습니다(None). `print`는 보여 주기만 합니다. 값을 `return`으로 돌려주세요."
"""What is said where `returns_nothing`."""


def returns_nothing(result, source):
    """Whether None came back because the function returns no value anywhere."""
    nodes = body_of(source, result.call.partition("(")[0])
    returns = any(isinstance(node, ast.Return) and node.value is not None for node in nodes)
    return result.type == "NoneType" and bool(nodes) and not returns
