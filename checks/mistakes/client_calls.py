"""Lessons 01, 02 and 07: what mistakes in a client are recognised by: how it was called, and what it sent."""

from __future__ import annotations

from shared.probes.parsing import value_of

FORM, JSON = "application/x-www-form-urlencoded", "application/json"


def argument(result):
    """What the function was called with."""
    return value_of(result.call.partition("(")[2][:-1])


def in_request(is_it):
    """Recognise by the last request that arrived, where the failure is about a request."""

    def recognise(server, failure):
        return failure.exchange is not None and is_it(server.arrived[-1])

    return recognise


def after_right_request(server, failure):
    """Whether a right request has arrived, so that the failure is about what was made of the reply."""
    return bool(server.arrived) and failure.exchange is None


def is_form(request):
    """Whether the body was sent as a form."""
    return request.media_type == FORM


def is_undeclared_json(request):
    """Whether the body is a JSON object, and the request does not say so."""
    return isinstance(request.json, dict) and request.media_type != JSON
