"""Mistakes of lesson 15 that are known by name: those of the server, and those of the page.

The first that matches is told, so what is certain from one line of code stands before what shows in the behaviour.
"""

from __future__ import annotations

import ast
import html
import re

from shared.probes.handlers import handler
from shared.probes.source import dotted

PAGE, SCRIPT = "templates/index.html", "static/index.js"


def add_mistakes(check):
    """Add them to the tasks of the check."""
    tasks = {step.task: step for step in check.steps}
    for mistakes in (of_the_page, of_leaving, of_coming_in, of_messages, of_refusing, of_the_history):
        mistakes(tasks)


def of_the_page(tasks):
    """What keeps the page from working, or from being safe."""

    @known(
        tasks,
        (1, 9),
        "D1",
        "중괄호가 한 겹이라서 `url_for`가 글자로 남았습니다. `{{ url_for('static', filename='index.js') }}`처럼 두 "
        "겹으로 "
        "감싸 주세요.",
    )
    def single_braces(source):
        return re.search(r'(?:src|href)\s*=\s*"\{\s*url_for', source.text(PAGE)) is not None

    @known(
        tasks,
        (1, 9),
        "D2",
        '`import`는 모듈(module)에서만 쓸 수 있습니다. `<script type="module" src="...">`라고 적어 주세요.',
    )
    def no_module(source):
        uses = re.search(r"^\s*import\b(?!\.)|\bawait import\b", source.text(SCRIPT), re.MULTILINE)
        return uses is not None and "module" not in " ".join(re.findall(r"<script[^>]*>", source.text(PAGE)))

    @known(
        tasks,
        (9,),
        "D3",
        "태그의 `on...` 속성은 모듈 안의 함수를 찾지 못합니다. `index.js`에서 "
        '`form.addEventListener("submit", ...)`으로 연결해 주세요.',
    )
    def handler_in_the_tag(source, failure):
        called = re.findall(r'\son\w+\s*=\s*"\s*(\w+)\s*\(', source.text(PAGE))
        return any(re.search(rf"\bfunction {name}\b|\b{name}\s*=", source.text(SCRIPT)) for name in called)

    @known(
        tasks,
        (9,),
        "D4",
        "받은 글에 든 태그가 실행되었습니다. 다른 사람이 내 화면에서 프로그램을 실행할 수 있습니다. `innerHTML` 대신 "
        "`textContent`에 넣어 주세요.",
    )
    def written_as_html(source, failure):
        uses = r"innerHTML|insertAdjacentHTML|outerHTML|document\.write"
        return "onerror" in (failure.expected or "") + (failure.did or "") and re.search(uses, source.text(SCRIPT))

    @known(
        tasks,
        (9,),
        "D5",
        "연결할 주소가 코드에 적혀 있습니다. 다른 기기에서는 그 주소가 그 기기 자신입니다. 주소 없이 `io()`라고 적으면 "
        "화면을 연 주소로 연결합니다.",
    )
    def address_written_down(source):
        return re.search(r"\bio\(\s*[\"'`](?:ws|http)s?://", without_comments(source.text(SCRIPT))) is not None

    @known(
        tasks,
        (9,),
        "W3",
        "Socket.IO 클라이언트를 인터넷에서만 가져옵니다. 인터넷이 없으면 아무것도 되지 않습니다. `static` 폴더의 "
        "`socket.io.esm.min.js`를 먼저 써 주세요.",
    )
    def from_the_internet_only(source, failure):
        script = without_comments(source.text(SCRIPT)) + source.text(PAGE)
        outside = re.search(r"https?://[^\"'`\s]*socket\.io[^\"'`\s]*", script)
        inside = re.sub(r"https?://[^\"'`\s]*", "", script)
        return outside is not None and "socket.io.esm.min.js" not in inside

    @known(
        tasks,
        (9,),
        "D10",
        "목록을 `connect` 이벤트에서 비웠습니다. 앞의 메시지는 `connect`보다 먼저 오므로 함께 지워집니다. 앞의 "
        "메시지를 받는 "
        "곳에서 비워 주세요.",
    )
    def cleared_on_connect(source, failure):
        clearing = r"\.on\(\s*[\"']connect[\"'][\s\S]{0,300}?(?:replaceChildren\(\)|innerHTML\s*=\s*[\"'`])"
        found = re.search(clearing, js(source))
        return found is not None and ".on(" not in found[0][4:]

    @known(
        tasks,
        (9,),
        "D9",
        "다시 연결된 다음에 같은 글이 두 번 보입니다. 연결될 때마다 앞의 메시지가 처음부터 다시 오므로, 더하기 "
        "전에 목록을 "
        "비워 주세요.",
    )
    def added_again(failure):
        cut = "끊고" in (failure.did or "")
        return cut and re.search(r": 1번$", failure.expected or "") and re.search(r": [2-9]번", failure.got or "")

    @known(
        tasks,
        (9,),
        "D9",
        "다시 연결된 다음에 내가 쓴 글이 왼쪽으로 갔습니다. 다시 받은 메시지 가운데 무엇이 내 것인지 알 수 있게 해 "
        "주세요. 이 "
        "페이지만의 값을 `auth`로 보내고, 메시지에 표시해서 돌려받으면 됩니다.",
    )
    def own_lines_changed_sides(failure):
        cut = "끊고" in (failure.did or "")
        return cut and (failure.expected or "").endswith("오른쪽") and re.search("왼쪽|가운데", failure.got or "")

    @known(
        tasks,
        (9,),
        "D21",
        "한글을 조합하는 동안 누른 Enter에 글이 나갔습니다. `form`의 `submit` 이벤트를 쓰거나, `keydown`에서 "
        "`event.isComposing`이면 보내지 마세요.",
    )
    def enter_while_composing(source, failure):
        looks_at_keys = re.search(r"keyup|keydown|keypress", js(source) + source.text(PAGE))
        return "조합" in (failure.did or "") and looks_at_keys


def of_coming_in(tasks):
    """What goes wrong with somebody who comes in."""
    everywhere = (2, 3, 4, 5, 6)

    @known(
        tasks,
        everywhere,
        "D8",
        "아직 아무도 없는 room을 라이브러리의 표에서 찾아서 `KeyError`가 났습니다. 라이브러리 안의 표를 쓰지 말고, "
        "들어온 사람의 "
        "`sid`를 집합(set)에 담아 `len()`으로 세어 주세요.",
    )
    def room_is_not_there(error, source):
        return error.type == "KeyError" and any("rooms" in frame.code for frame in error.frames)

    @known(
        tasks,
        (2, 3, 6),
        "no-total",
        '시스템 메시지에 인원이 없습니다. `"total": 인원`을 함께 담아 주세요.',
    )
    def number_is_missing(failure):
        note = '"isSystem": true' in (failure.got or "")
        return note and '"total"' in (failure.expected or "") and '"total"' not in failure.got


def of_messages(tasks):
    """What goes wrong with a message on its way."""

    @known(
        tasks,
        (4,),
        "to-sender",
        "보낸 사람에게도 메시지가 갔습니다. 보낸 글은 화면이 이미 보여 주므로 두 번 보입니다. `skip_sid=sid`를 "
        "적어 주세요.",
    )
    def sender_hears(failure):
        return (failure.expected or "").endswith("메시지: ") or failure.expected == "메시지: []"

    @known(
        tasks,
        (4,),
        "escaped",
        "서버가 글을 바꾸어 보냈습니다. 태그를 막는 일은 화면의 `textContent`가 하므로, 서버는 받은 글을 그대로 "
        "보내 주세요.",
    )
    def escaped_on_the_server(failure):
        return "&lt;" in (failure.got or "") and "&lt;" not in (failure.expected or "")

    @known(
        tasks,
        (4, 5),
        "no-return",
        '확인 응답에 값이 없습니다. 처리 함수가 `return`한 값이 확인 응답이 됩니다. `{"ok": True}`를 돌려주세요.',
    )
    def nothing_returned(failure):
        return failure.got == "null"


def of_refusing(tasks):
    """What is taken that should be refused."""

    @known(
        tasks,
        (5,),
        "W10",
        "데이터 없이 온 이벤트에서 처리 함수가 멈추었습니다. `def message(sid, text=None)`처럼 기본값을 적어 주세요.",
    )
    def no_default(error):
        return error.type == "TypeError" and "missing 1 required positional argument" in error.text

    @known(
        tasks,
        (5,),
        "refused-and-sent",
        "거절한다고 답했지만 글은 다른 사람에게 갔습니다. 보내기 전에 먼저 살펴보고, 거절할 것이면 바로 `return`해 "
        "주세요.",
    )
    def refused_and_sent(failure):
        return (failure.expected or "").startswith(("메시지: ", "거절한 글"))

    @known(
        tasks,
        (5,),
        "D12",
        "받은 것을 살펴보지 않고 받아들였습니다. 글(`str`)인지, `strip()`한 다음에 비어 있지 않은지, 1,000자 "
        "이하인지 보고, 아니면 "
        '`{"ok": False, "error": ...}`를 돌려주세요.',
    )
    def anything_is_taken(failure):
        return '"ok": false' in (failure.expected or "") and '"ok": true' in (failure.got or "")


def of_leaving(tasks):
    """What goes wrong with somebody who leaves."""

    @known(
        tasks,
        (6,),
        "D6",
        "`leave_room`에 서버 `sio`를 넣어서 아무도 나가지 않았습니다. 연결이 끊기면 room에서 저절로 나가므로 그 "
        "줄은 지우고, "
        "사람의 수는 집합(set)으로 세어 주세요.",
    )
    def left_with_the_server(source, failure):
        return total_is_off(failure, 1) and leaves(source, ("sio", "server"))

    @known(
        tasks,
        (6,),
        "D7",
        "인원이 하나 적습니다. `leave_room`으로 이미 나갔는데 1을 또 뺐습니다. `sid`를 집합(set)에서 뺀 다음에 "
        "`len()`으로 세면 "
        "마지막 사람까지 맞습니다.",
    )
    def counted_off_twice(source, failure):
        return (total_is_off(failure, -1) or room_is_gone(failure)) and leaves(source, ("sid",))


def of_the_history(tasks):
    """What is kept, and who gets it."""

    @known(
        tasks,
        (7,),
        "D11",
        "남겨 두는 메시지에 끝이 없습니다. 오래 켜 두면 메모리가 차고, 새로 온 사람은 오래 기다립니다. "
        "`deque(maxlen=200)`을 써 주세요.",
    )
    def no_limit(failure):
        return count_in(failure.got) > count_in(failure.expected) > 0

    @known(
        tasks,
        (7,),
        "notes-count",
        "메시지가 200개보다 적습니다. 들어오고 나간 알림도 함께 남겨서 자리를 차지합니다. 사람이 보낸 메시지만 "
        "세어서 남겨 "
        "주세요.",
    )
    def notes_take_the_place(failure):
        return 0 < count_in(failure.got) < count_in(failure.expected)

    @known(
        tasks,
        (8,),
        "D13",
        "들어오는 동안 온 메시지를 두 번 받았거나 받지 못했습니다. room에 넣는 일과 앞의 메시지를 보내는 일 사이에 "
        "다른 "
        "메시지가 끼어들었습니다. 두 일과 메시지를 보내는 일을 같은 잠금(lock) 안에서 해 주세요.",
    )
    def something_came_between(failure):
        return (failure.expected or "").endswith(": 한 번")


def known(tasks, numbers, slug, message):
    """Add a mistake to several tasks."""

    def add(matches):
        for number in numbers:
            tasks[number].mistake(slug, message)(matches)
        return matches

    return add


def js(source):
    """The page's script, without comments."""
    return without_comments(source.text(SCRIPT))


def without_comments(text):
    """JavaScript without what nobody runs."""
    return re.sub(r"/\*[\s\S]*?\*/|(?m:^\s*//.*$)", "", html.unescape(text))


def total_is_off(failure, difference):
    """Whether the number that was told is too high or too low by this much."""
    expected, got = (re.search(r'"total": (-?\d+)', text or "") for text in (failure.expected, failure.got))
    return expected is not None and got is not None and int(got[1]) - int(expected[1]) == difference


def room_is_gone(failure):
    """Whether a handler broke on a room that nobody is in any more."""
    return failure.error is not None and failure.error.type == "KeyError"


def leaves(source, names):
    """Whether `leave_room` in the handler of `disconnect` is handed one of these first."""
    found = handler(source, "disconnect")
    calls = [node for node in ast.walk(found.tree) if isinstance(node, ast.Call)] if found else []
    firsts = [call.args[0] for call in calls if dotted(call.func).endswith("leave_room") and call.args]
    return any(isinstance(first, ast.Name) and first.id in names for first in firsts)


def count_in(text):
    """The number of messages that a value tells, or 0."""
    found = re.search(r"메시지 (\d+)개", text or "")
    return int(found[1]) if found else 0
