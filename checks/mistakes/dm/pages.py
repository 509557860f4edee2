"""Lesson 15: mistakes in the page, which keep it from working or from being safe."""

from __future__ import annotations

import re

from mistakes.dm.tasks import BROWSING, SERVING
from shared.checking import KnownMistakes
from shared.messages import browser as words

known = KnownMistakes()

PAGE, SCRIPT = "templates/index.html", "static/index.js"


@known(
    SERVING,
    id="D1",
    says="중괄호가 한 겹이라서 `url_for`가 글자로 남았습니다. `{{ url_for('static', filename='index.js') }}`처럼 두 "
    "겹으로 감싸 주세요.",
)
def single_braces(source):
    return re.search(r'(?:src|href)\s*=\s*["\']?\{\s*url_for', source.text(PAGE)) is not None


@known(
    SERVING,
    id="D2",
    says='`import`는 모듈(module)에서만 쓸 수 있습니다. `<script type="module" src="...">`라고 적어 주세요.',
)
def no_module(source, failure):
    tags = re.findall(r"<script\b[^>]*\bsrc\b[^>]*>", source.text(PAGE))
    imports = re.search(r"\bimport\b", script(source)) is not None
    return bool(tags) and imports and (failure.expected or "").startswith("<script")


@known(
    BROWSING,
    id="D3",
    says="태그의 `on...` 속성은 모듈 안의 함수를 찾지 못합니다. `index.js`에서 "
    '`form.addEventListener("submit", ...)`으로 연결해 주세요.',
)
def handler_in_the_tag(source, failure):
    called = re.findall(r'\son\w+\s*=\s*["\']\s*(\w+)\s*\(', source.text(PAGE))
    return any(f"{name} is not defined" in (failure.got or "") for name in called)


@known(
    BROWSING,
    id="D4",
    says="받은 글에 든 태그가 그대로 보이지 않고 태그로 쓰였습니다. 다른 사람이 내 화면에서 프로그램을 실행할 수 "
    "있습니다. `innerHTML` 대신 `textContent`에 넣어 주세요.",
)
def written_as_html(source, failure):
    word = re.search(r": (\w+) <img", failure.expected or "")
    swallowed = word is not None and word[1] in failure.got and "<img" not in failure.got
    uses = re.search(r"innerHTML|insertAdjacentHTML|outerHTML|document\.write|createContextualFragment", script(source))
    return (swallowed or failure.expected == words.NO_SCRIPT) and uses is not None


@known(
    BROWSING,
    id="D5",
    says="연결할 주소가 코드에 적혀 있습니다. 다른 기기에서는 그 주소가 그 기기 자신입니다. 주소 없이 `io()`라고 "
    "적으면 화면을 연 주소로 연결합니다.",
)
def address_written_down(source):
    return re.search(r"\bio\(\s*[\"'`](?:ws|http)s?://", script(source)) is not None


@known(
    BROWSING,
    id="W3",
    says="Socket.IO 클라이언트를 인터넷에서만 가져옵니다. 인터넷이 없으면 아무것도 되지 않습니다. `static` 폴더의 "
    "`socket.io.esm.min.js`를 먼저 써 주세요.",
)
def from_the_internet_only(source, failure):
    addresses = r"https?://[^\"'`\s]*"
    asked = any("socket.io" in address for address in re.findall(addresses, script(source) + source.text(PAGE)))
    # The page may name the copy's hash, but it is the script that asks for it.
    nowhere_else = "socket.io.esm.min.js" not in re.sub(addresses, "", script(source))
    return asked and nowhere_else and words.WANTED_OUTSIDE.partition("{")[0] in (failure.got or "")


@known(
    BROWSING,
    id="random-uuid",
    says="`crypto.randomUUID`는 `localhost`나 `https` 주소에서만 있습니다. 다른 기기에서 열면 없습니다. "
    "`crypto.getRandomValues`로 만들거나, 서버가 만든 값을 쓰세요.",
)
def only_in_a_secure_page(failure):
    return "crypto.randomUUID is not a function" in (failure.got or "")


@known(
    BROWSING,
    id="D10",
    says="목록을 `connect` 이벤트에서 비웠습니다. 앞의 메시지는 `connect`보다 먼저 오므로 함께 지워집니다. 앞의 "
    "메시지를 받는 곳에서 비워 주세요.",
)
def cleared_on_connect(source):
    clears = r"(?:replaceChildren\(\)|(?:innerHTML|textContent)\s*=\s*[\"'`]{2})"
    found = re.search(r"\.on\(\s*[\"']connect[\"'][\s\S]{0,300}?" + clears, script(source))
    return found is not None and ".on(" not in found[0][4:]


@known(
    BROWSING,
    id="D9",
    says="다시 연결된 다음에 같은 글이 두 번 보입니다. 연결될 때마다 앞의 메시지가 처음부터 다시 오므로, 더하기 전에 "
    "목록을 비워 주세요.",
)
def added_again(failure):
    twice = re.search(r": [2-9]번", failure.got or "")
    return after_the_cut(failure) and (failure.expected or "").endswith(": 1번") and twice is not None


@known(
    BROWSING,
    id="D9",
    says="다시 연결된 다음에 내가 쓴 글이 오른쪽에 있지 않습니다. 다시 받은 메시지 가운데 무엇이 내 것인지 알 수 있게 "
    "해 주세요. 이 페이지만의 값을 `auth`로 보내고, 메시지에 표시해서 돌려받으면 됩니다.",
)
def own_lines_changed_sides(failure):
    return after_the_cut(failure) and (failure.expected or "").endswith(words.SIDES["right"])


@known(
    BROWSING,
    id="D21",
    says="한글을 조합하는 동안 누른 Enter에 글이 나갔습니다. `form`의 `submit` 이벤트를 쓰거나, `keydown`에서 "
    "`event.isComposing`이면 보내지 마세요.",
)
def enter_while_composing(source, failure):
    composing = (failure.did or "").startswith(words.COMPOSED.partition("{")[0]) and "조합" in failure.did
    return composing and re.search(r"keyup|keydown|keypress", script(source) + source.text(PAGE)) is not None


def script(source):
    """The page's script, without comments."""
    return re.sub(r"/\*[\s\S]*?\*/|(?m:^\s*//.*$)", "", source.text(SCRIPT))


def after_the_cut(failure):
    """Whether the last thing that was done was to let the lines be lost."""
    return failure.did == words.CUT
