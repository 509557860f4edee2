"""What is said about pages in a real browser."""

from __future__ import annotations

NO_DRIVER = (
    "브라우저로 하는 과제입니다. python workbook.py browser를 한 번 실행하면 이 컴퓨터의 브라우저로 검사할 수 있습니다."
)
NO_BROWSER = "브라우저로 하는 과제인데 Chrome, Edge, Chromium을 찾지 못했습니다. 하나를 설치하면 검사할 수 있습니다."
NO_START = "이 컴퓨터의 브라우저를 시작하지 못했습니다. python workbook.py browser로 살펴볼 수 있습니다."
NO_COPY = (
    "인터넷 없이 검사하려면 Socket.IO 클라이언트 파일이 필요합니다. python workbook.py offline을 한 번 실행해 주세요."
)

HELP = "브라우저로 하는 과제를 검사할 수 있게 준비하고, 이 컴퓨터의 브라우저를 찾아 봅니다."
FOUND = "브라우저: {program} ({version})"
READY = "준비되었습니다. 브라우저로 하는 과제도 검사합니다."
WITHOUT_COPY = (
    "한 가지가 더 필요합니다. 검사는 인터넷 없이 하므로 Socket.IO 클라이언트 파일이 있어야 합니다. "
    "python workbook.py offline을 한 번 실행해 주세요."
)
MISSING = (
    "Chrome, Edge, Chromium을 찾지 못했습니다. https://www.google.com/chrome/ 에서 Chrome을 설치하고 다시 실행해 "
    "주세요. 설치하지 않아도 다른 과제는 모두 할 수 있습니다."
)
NOT_DRIVEN = "브라우저를 움직이는 패키지(playwright)를 찾지 못했습니다. .venv 폴더를 지우고 다시 실행해 주세요."
NOT_STARTED = (
    "브라우저를 찾았지만 시작하지 못했습니다: {program}. 그 브라우저를 업데이트하거나 다시 설치하고 다시 실행해 주세요."
)

OPENED = "브라우저에서 열기: {url}"
SENT = "브라우저({host})에서 적고 Enter 누르기: {text}"
COMPOSED = "브라우저({host})에서 한글을 조합하고, 조합을 끝내는 Enter 누르기: {text}"
CUT = "브라우저의 연결을 끊고 다시 연결되기를 기다리기"

CAN_TYPE = "글을 적을 수 있는 #input-box"
CANNOT_TYPE = "#input-box가 없거나, 글을 적을 수 없음"
SHOWN = "#msg-container에 보이는 글: {text}"
NO_LIST = "#msg-container가 없음"
EMPTY = "(비어 있음)"
TIMES = "{text}: {count}번"
STANDS = "{text}: {side}"
SIDES = {"left": "왼쪽", "right": "오른쪽", "not right": "오른쪽이 아닌 쪽", "middle": "가운데", "": "보이지 않음"}
NO_SCRIPT = "받은 글에 든 스크립트가 실행되지 않음"
SCRIPT_RAN = "스크립트가 실행됨: alert({text})"
SCRIPT_ERROR = "페이지의 오류: {error}"
WANTED_OUTSIDE = "페이지가 가려고 한 다른 곳(검사에는 인터넷이 없음): {place}"

HANGS = "페이지가 정해진 시간 안에 답하지 않습니다. 끝나지 않는 반복문이 있는지 살펴보세요."
PAGE_GONE = "페이지가 열리지 않았거나 사라졌습니다."
