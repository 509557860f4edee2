"""Lessons 01 and 02: calling a learner's function, and looking at the requests that arrive at our server for it."""

from __future__ import annotations

from shared.probes import Mismatch


def judge(client, server, is_right, expected, function, *arguments):
    """Call with our server's address: a right request must arrive, and the expected value come back.

    What arrived is looked at first, because a wrong request explains a wrong value. Other requests beside it do not
    matter.
    """
    server.forget()
    failure = None
    try:
        client.returns(expected, function, server.base_url, *arguments)
    except Mismatch as caught:
        failure = caught
    if failure is not None and not server.arrived and (client.last is None or not client.last.returned):
        raise failure
    try:
        came_in(server, is_right)
    except Mismatch as wrong:
        wrong.did = client.last.call if client.last else None
        raise
    if failure is not None:
        raise failure


def came_in(server, is_right):
    """One of the requests that arrived is right; else it is told what is wrong with the last."""
    found = []
    for request in reversed(server.arrived):
        try:
            is_right(request)
        except Mismatch as wrong:
            found.append(wrong)
        else:
            return
    if found:
        raise found[0]
    raise Mismatch("서버에 요청이 오지 않았습니다.", expected="서버에 온 요청", got="없음")
