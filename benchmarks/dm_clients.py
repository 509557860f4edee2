"""Many people in one room, as one process: `python -m benchmarks.dm_clients`, with its orders as JSON on its input.

Real Socket.IO clients over WebSocket. All come in first; then some of them talk, a burst at a time, and everybody notes
what is heard and how late. What came of it leaves as JSON on standard output.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import socketio

AT_ONCE = 20
"""How many come in at the same moment: fewer than the 128 that Werkzeug lets wait."""

QUIET_SECONDS = 15.0
"""So long after the last event nothing more is expected."""


@dataclass
class Guest:
    """One client, and what it has heard: numbers by sender, and delays in seconds."""

    name: int
    client: socketio.AsyncClient
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    heard: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    delays: list[float] = field(default_factory=list)
    refused: int = 0
    lost_line: bool = False


async def enter(name: int, url: str) -> Guest:
    """Come in and wait until one may talk."""
    guest = Guest(name, socketio.AsyncClient(reconnection=False))

    def hear(data: dict[str, Any]) -> None:
        if not data["isSystem"]:
            sender, number, sent = data["message"].split()
            guest.heard[int(sender)].append(int(number))
            guest.delays.append(time.monotonic() - float(sent))

    def lose(*_: object) -> None:
        guest.lost_line = True

    guest.client.on("message", hear)
    guest.client.on("enable_message", lambda: guest.ready.set())
    guest.client.on("disconnect", lose)
    await guest.client.connect(url, transports=["websocket"], wait_timeout=60)
    await asyncio.wait_for(guest.ready.wait(), 60)
    return guest


async def talk(guest: Guest, numbers: Iterable[int]) -> None:
    """Say a burst, without waiting for the acknowledgements in between."""

    def answered(answer: Any = None) -> None:
        guest.refused += not (isinstance(answer, dict) and answer.get("ok"))

    for number in numbers:
        await guest.client.emit("message", f"{guest.name} {number} {time.monotonic()!r}", callback=answered)


async def run(url: str, people: int, senders: int, messages: int, burst: int, per_second: float) -> dict[str, Any]:
    """`per_second` counts what is said by all senders together."""
    guests: list[Guest] = []
    began = time.monotonic()
    for first in range(0, people, AT_ONCE):
        coming = range(first, min(first + AT_ONCE, people))
        guests += await asyncio.gather(*(enter(name, url) for name in coming))
    entered = time.monotonic() - began
    await _until_quiet(guests)
    speakers = guests[:senders]
    start, turn = time.monotonic(), 0
    for number in range(0, messages, burst):
        for speaker in speakers:
            await asyncio.sleep(max(0.0, start + turn * burst / per_second - time.monotonic()))
            await talk(speaker, range(number, min(number + burst, messages)))
            turn += 1
    await _until_heard(guests, (people - 1) * senders * messages)
    return {**tally(guests, senders, messages), "entering": entered}


def tally(guests: list[Guest], senders: int, messages: int) -> dict[str, Any]:
    """What is missing, doubled or out of order, over all pairs of a speaker and somebody else."""
    lost = doubled = disordered = 0
    for guest in guests:
        for sender in range(senders):
            if sender != guest.name:
                heard = guest.heard[sender]
                lost += messages - len(set(heard))
                doubled += len(heard) - len(set(heard))
                disordered += sum(later < earlier for earlier, later in zip(heard, heard[1:], strict=False))
    delays = sorted(delay for guest in guests for delay in guest.delays)
    return {
        "wanted": (len(guests) - 1) * senders * messages,
        "lost": lost,
        "doubled": doubled,
        "disordered": disordered,
        "refused": sum(guest.refused for guest in guests),
        "lines_lost": sum(guest.lost_line for guest in guests),
        "median": statistics.median(delays) if delays else None,
        "p95": delays[int(len(delays) * 0.95)] if delays else None,
    }


async def _until_heard(guests: list[Guest], wanted: int) -> None:
    last, since = -1, time.monotonic()
    while True:
        count = sum(len(guest.delays) for guest in guests)
        if count >= wanted:
            await asyncio.sleep(0.5)  # what comes twice may come late
            return
        if count != last:
            last, since = count, time.monotonic()
        elif time.monotonic() - since > QUIET_SECONDS:
            return
        await asyncio.sleep(0.1)


async def _until_quiet(guests: list[Guest]) -> None:
    """Until the notes about those who came in have all been worked off: an answer stands behind them in the queue."""
    await asyncio.gather(*(guest.client.call("message", None, timeout=120) for guest in guests))


if __name__ == "__main__":

    async def main() -> None:
        json.dump(await run(**json.load(sys.stdin)), sys.stdout)
        sys.stdout.flush()
        os._exit(0)  # saying goodbye to everybody five hundred times takes longer than the talk

    asyncio.run(main())
