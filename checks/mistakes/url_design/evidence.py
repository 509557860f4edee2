"""Lesson 10: what mistakes of several subjects are recognised by, in the reply, the routes and the code."""

from __future__ import annotations

import re

from probing.students import json_of


def is_empty(reply):
    """Whether a list came, with nobody in it."""
    return reply.status == 200 and json_of(reply) == {"students": []}


def shape_of(route):
    """The rule of a route without names and converters: `/students/<>`."""
    return re.sub("<[^>]*>", "<>", route.rule)


def in_code(source, pattern):
    """Whether a line of the learner's Python matches."""
    return any(source.has(name, pattern) for name in source.names() if name.endswith(".py"))
