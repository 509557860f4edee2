"""Lesson 14: what mistakes of several subjects are recognised by, in the failure and what led to it."""

from __future__ import annotations

import re

from shared.messages.socketio import HEARS_NOT


def heard_in_vain(failure, event):
    """Whether a client has heard this event that should not have."""
    return failure.expected in {HEARS_NOT.format(who=who, event=event) for who in "가나다라마바사아자차"}


def expects_refusal(failure):
    """Whether the step has failed at something that must be refused."""
    return '"ok": false' in failure.expected


def total_is_off(failure, difference):
    """Whether the total that was told is too high or too low by this much."""
    expected, got = (re.search(r'"total": (\d+)', text or "") for text in (failure.expected, failure.got))
    return expected is not None and got is not None and int(got[1]) - int(expected[1]) == difference


def last_moment(failure):
    """What kind of thing has happened last between the clients and the server."""
    return failure.timeline[-1].kind if failure.timeline else ""
