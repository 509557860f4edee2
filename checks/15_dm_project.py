"""15 DM 만들기"""

from __future__ import annotations

import itertools
import threading
import time
from collections import Counter
from urllib.parse import urljoin, urlsplit

import home  # noqa: F401
from mistakes.dm import counting, handlers, keeping, pages, talking
from probing.conversation import (
    NEWEST,
    come_in,
    comes_in,
    compare,
    forget,
    hears_note,
    is_greeted,
    is_handled,
    must_be_handled,
    names,
    newest,
    notes,
    own_note,
    rests_on_messages,
    talk,
)
from shared.checking import Check
from shared.probes import Mismatch, Skip
from shared.probes.browser import LOCALHOST, LOOPBACK, NETWORK
from shared.probes.event_data import as_text
from shared.probes.handlers import must_name
from shared.probes.socketio import WEBSOCKET

check = Check(__file__)

LONGEST = 1000
AGAIN_SECONDS, AGAIN_TIMES = 0.1, 100
ROUNDS, TALK, LINGER_SECONDS = 3, 8, 0.004
"""Newcomers, messages while each of them comes in, and how long each step of a handler then takes."""


MEETS = "{talker} 쪽에서 이야기하는 동안 {who} 쪽에서 연결하기"
ENDS_WELL = "마지막 사람이 나갈 때도 오류 없이 끝나는 disconnect 처리 함수"
BREAKS = "마지막 사람이 나갈 때 disconnect 처리 함수에서 오류가 남"


@check.task(1, reread="화면 보내기")
def serves_the_page(http):
    """`/`는 대화 화면을 보내고, 화면의 스타일과 모듈 스크립트를 찾을 수 있습니다."""
    page = http.get("/").has_status(200).has_type("text/html")
    styles = [node.attributes.get("href") or "" for node in page.select('link[rel~="stylesheet"]')]
    scripts = [node for node in page.select("script") if node.attributes.get("type") in (None, "", "module", JS)]
    sources = [node.attributes.get("src") or "" for node in scripts if "src" in node.attributes]
    modules = [node for node in scripts if node.attributes.get("type") == "module"]
    if not any(own(page, address) for address in styles):
        raise Mismatch(expected='<link rel="stylesheet" href="..."> 하나 이상', got="없음", reply=page)
    if not modules:
        raise Mismatch(expected='<script type="module" src="..."></script>', got=written(scripts), reply=page)
    for address in filter(None, (own(page, address) for address in [*styles, *sources])):
        http.get(address).has_status(200)


@check.task(2, reread="들어온 사람 맞이하기")
def greets_the_newcomer(sockets, fresh, source):
    """들어온 사람은 앞의 메시지를 차례로 받고, 자기의 시스템 메시지를 받고, `enable_message`를 받습니다."""
    must_name(source, "connect")
    first = sockets.connect()
    old = is_greeted(sockets, first, None, 1)
    texts = [f"{fresh.word()} {number}" for number in range(3)]
    works = names(source, "message")  # where it does not, task 4 tells so
    said = list(itertools.takewhile(lambda text: works and is_handled(first, text), texts))
    is_greeted(sockets, sockets.connect(), newest([*old, *said]), 2)


@check.task(3, reread="모두에게 알리기")
def tells_the_others(application, sockets, source):
    """누가 들어오면 다른 사람들은 인원이 적힌 시스템 메시지를 받습니다."""
    must_name(source, "connect")
    application.restart()
    inside = []
    for total in (1, 2, 3):
        newcomer = comes_in(sockets)
        for client in inside:
            hears_note(client, total)
        sockets.settle()
        forget(newcomer)
        inside.append(newcomer)


@check.task(4, reread="메시지 전하기")
def passes_messages_on(sockets, fresh, source):
    """`message`로 보낸 글은 다른 모두에게 그대로 가고, 보낸 사람에게는 가지 않으며, 나중에 온 사람도 받습니다."""
    must_name(source, "message")
    clients = [comes_in(sockets) for _ in range(3)]
    sockets.settle()
    old = talk(clients[-1])
    for client in clients:
        forget(client)
    said = []
    for sender in clients[:2]:
        text = f" {fresh.name()}: {fresh.markup()} \"'& {fresh.word()}\n둘째 줄 "
        sender.is_answered("message", text, ok=True)
        said.append(text)
        sockets.settle()
        for client in clients:
            wanted = [] if client is sender else [text]
            compare(client, talk(client), wanted)
            forget(client)
    newcomer = comes_in(sockets)
    sockets.settle()
    compare(newcomer, talk(newcomer), newest([*old, *said]))


@check.task(5, reread="받기 전에 살펴보기")
def refuses_what_is_no_text(sockets, fresh, source):
    """빈 글, 1,000자가 넘는 글, 글이 아닌 것은 거절하고, 전하지도 남기지도 않습니다."""
    must_name(source, "message")
    sender, other = comes_in(sockets), comes_in(sockets)
    sockets.settle()
    old = talk(other)
    number = fresh.integer(2, 99)
    refused = [("",), ("   ",), ("\n\t ",), ("가" * (LONGEST + 1),)]
    refused += [(), (None,), (number,), (True,), ([fresh.word()],), ({"message": fresh.word()},)]
    for data in refused:
        answer = sender.is_answered("message", *data, ok=False)
        if "error" not in answer:
            raise sender.mismatch(expected='확인 응답: {"ok": false, "error": ...}', got=as_text(answer))
    longest = fresh.word().ljust(LONGEST, "가")
    sender.is_answered("message", longest, ok=True)
    sockets.settle()
    newcomer = comes_in(sockets)
    sockets.settle()
    for client, came in ((other, "온 글"), (newcomer, "남은 글")):
        refused_ones = [text for text in talk(client) if text not in old and text != longest]
        if refused_ones:
            raise client.mismatch(expected="거절한 글은 가지도 남지도 않음", got=f"{came}: {as_text(*refused_ones)}")


@check.task(6, reread="나간 사람 알리기")
def tells_who_has_left(application, sockets, source):
    """연결이 끊기면 남은 사람들이 바른 인원이 적힌 시스템 메시지를 받습니다. 마지막 사람까지 맞아야 합니다."""
    must_name(source, "disconnect")
    application.restart()
    first, second, third = (comes_in(sockets) for _ in range(3))
    sockets.settle()
    for client in (first, second, third):
        forget(client)
    second.leave()
    for client in (first, third):
        hears_note(client, 2)
    third.drop()
    hears_note(first, 1)
    first.leave()
    application.catch_up()
    if sockets.has_failed():  # nobody is there to hear of it
        raise first.mismatch(expected=ENDS_WELL, got=BREAKS)
    newcomer = comes_in(sockets)
    sockets.settle()
    if any("total" in note for note in notes(newcomer.heard)):  # that there is none is another task
        own_note(newcomer, newcomer.heard, 1)


@check.task(7, reread="새 메시지 200개만 남기기", seconds=15)
def keeps_the_newest(sockets, fresh, source):
    """나중에 온 사람은 새 메시지 200개만 받습니다."""
    rests_on_messages(source)
    talker = comes_in(sockets, WEBSOCKET)
    texts = [f"{fresh.word()} {number}" for number in range(NEWEST + fresh.integer(3, 9))]
    for text in texts:
        must_be_handled(talker, text)
    newcomer = comes_in(sockets)
    sockets.settle()
    got = talk(newcomer)
    if not got:
        raise Skip("앞의 메시지를 받아야 확인할 수 있습니다. 과제 2와 4부터 해 보세요.")
    if got != texts[-NEWEST:]:
        raise newcomer.mismatch(
            expected=f"메시지 {NEWEST}개: {texts[-NEWEST]} ... {texts[-1]}",
            got=f"메시지 {len(got)}개: {got[0]} ... {got[-1]}",
        )


@check.task(8, reread="한 번에 하나씩", seconds=15)
def nobody_misses_or_doubles(application, sockets, fresh, source):
    """이야기하는 동안 들어온 사람들도 모든 메시지를 한 번씩만 받습니다."""
    rests_on_messages(source)
    application.restart(linger=LINGER_SECONDS)
    talker, listener = comes_in(sockets, WEBSOCKET), comes_in(sockets, WEBSOCKET)
    word = fresh.word()
    texts = [f"{word} {number}" for number in range(ROUNDS * TALK)]
    waiting = iter(texts)
    newcomers = []
    for _ in range(ROUNDS):
        coming = threading.Thread(target=come_in, args=(sockets, newcomers))
        coming.start()
        for text in itertools.islice(waiting, TALK):
            talker.emit("message", text)
            time.sleep(LINGER_SECONDS)
        coming.join()
        talker.wait_for_handlers()
    last = comes_in(sockets)
    sockets.settle()
    if len(newcomers) < ROUNDS or any(Counter(talk(client)) != Counter(texts) for client in (listener, last)):
        raise Skip("메시지가 오가고 남아야 확인할 수 있습니다. 과제 2와 4부터 해 보세요.")
    for newcomer in newcomers:
        times = Counter(talk(newcomer))
        for text in texts:
            if times[text] != 1:
                got = f"{text}: {times[text]}번" if times[text] else f"{text}: 오지 않음"
                did = MEETS.format(talker=talker.who, who=newcomer.who)
                raise newcomer.mismatch(expected=f"{text}: 한 번", got=got, did=did)


@check.task(9, reread="브라우저에서 확인하기", rests_on=(1, 2, 4), seconds=90)
def works_in_a_browser(application, browser, sockets, fresh):
    """브라우저에서 태그는 글로 보이고, 다시 연결되어도 목록이 맞고, 조합을 끝내는 Enter는 보내지 않습니다."""
    application.restart()
    first, second = browser.open(NETWORK), browser.open(LOCALHOST)
    for page in (first, second):
        page.is_ready()
    shows_markup_as_text(browser, first, second, fresh)
    ends_a_syllable_only(first, second, fresh)
    survives_a_lost_line(browser, sockets, first, second, fresh)


def shows_markup_as_text(browser, first, second, fresh):
    """At the sender, at somebody else, and at a newcomer who gets it from the history."""
    word = fresh.word()
    text = f"{word} {fresh.markup()} <b>{fresh.word()}</b>"
    first.sends(text)
    for page in (first, second):
        page.shows(text, mark=word)
    third = browser.open(LOOPBACK)
    third.shows(text, mark=word)
    for page in (first, second, third):
        page.has_run_nothing()
    third.close()


def ends_a_syllable_only(first, second, fresh):
    """What is typed behind the syllable belongs to the same message, and the syllable is sent once."""
    word = fresh.word()
    first.composes(["ㅂ", "뷔", "뷁"])
    first.types(word)
    first.presses_enter()
    second.shows(f"뷁{word}", mark=word)
    second.shows_once("뷁")


def survives_a_lost_line(browser, sockets, first, second, fresh):
    """Nothing stands there twice, nothing is lost, and one's own lines stay on the right."""
    mine, theirs = fresh.word(), fresh.word()
    first.sends(mine)
    second.shows(mine)
    second.sends(theirs)
    first.shows(theirs)
    for cut in (False, True):
        if cut:
            browser.cut()
            are_back(sockets, [first, second], fresh)
        for text in (mine, theirs):
            first.shows(text)
            first.shows_once(text)
        first.stands(mine, "right")
        first.stands(theirs, "not right")


def are_back(sockets, pages, fresh):
    """Somebody talks until every page has heard something: then it is connected again, and has its history."""
    talker = comes_in(sockets)
    waiting = list(pages)
    for _ in range(AGAIN_TIMES):
        word = fresh.word()
        must_be_handled(talker, word)
        time.sleep(AGAIN_SECONDS)
        waiting = [page for page in waiting if not page.shows_now(word)]
        if not waiting:
            return
    waiting[0].shows(word)


JS = "text/javascript"


def own(page, address):
    """The path of an address that this server answers, or None for another host."""
    whole = urlsplit(urljoin(page.url, address))
    if not address or whole.scheme not in ("http", "https") or whole.netloc != urlsplit(page.url).netloc:
        return None
    return whole.path + (f"?{whole.query}" if whole.query else "")


def written(scripts):
    """The tags as they stand in the page."""
    return "\n".join(script.html.strip() for script in scripts) or "없음"


# Of several that match the first is told: what is certain from one line of code, before what shows in the behaviour.
for subject in (handlers, counting, talking, keeping, pages):
    check.know(subject.known)

if __name__ == "__main__":
    check.main()
