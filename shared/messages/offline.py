"""What is said while this computer is made ready for a classroom without the Internet."""

from __future__ import annotations

HELP = "인터넷 없이 채팅 레슨을 할 수 있게 Socket.IO 클라이언트를 받아 둡니다. 한 번만 하면 됩니다."

CDN, NPM = "인터넷", "npm"
"""Where the script can be had."""

FROM = "받은 곳"
COPIED = "이 컴퓨터에 있던 파일"
LAID, REPLACED, KEPT = "새로 둔 파일", "바꾼 파일", "그대로 둔 파일"
READY = "이제 인터넷 없이도 레슨의 페이지가 움직입니다. 열려 있는 페이지는 새로 고치세요."
ALREADY = "이미 준비되어 있습니다. 바꾼 것이 없습니다."
PLACES = "파일을 둘 곳"
NO_PAGE = "Socket.IO 클라이언트를 쓰는 레슨이 없습니다."

NOT_HAD = "Socket.IO 클라이언트를 받지 못했습니다."
WHAT_NEXT = (
    "인터넷에 연결한 다음 다시 실행해 주세요. 다른 컴퓨터에서 받은 파일이 있으면, 그 파일을 위의 한 곳에 두고 "
    "다시 실행해 주세요. 나머지 곳에는 저절로 복사합니다."
)

NO_NPM = "npm이 설치되어 있지 않습니다."
NPM_SLOW = "npm이 정해진 시간 안에 끝나지 않았습니다."
NOT_IN_PACKAGE = "받은 패키지에 필요한 파일이 없습니다."
OTHER_CONTENT = "받은 파일이 정해 둔 파일과 다릅니다. 쓰지 않고 버렸습니다."


def title(version: str) -> str:
    """What this is about."""
    return f"Socket.IO 클라이언트 {version}"


def unreachable(reason: str) -> str:
    """The CDN does not answer."""
    return f"연결되지 않습니다 ({reason})."


def refused(status: int) -> str:
    """The CDN answers something else than the file."""
    return f"파일을 주지 않습니다 (상태 코드 {status})."


def npm_failed(said: str) -> str:
    """npm ended with an error."""
    return f"npm이 오류로 끝났습니다 ({said})." if said else "npm이 오류로 끝났습니다."


def cannot_write(path: str, reason: str) -> str:
    """A copy cannot be put where it belongs."""
    return f"파일을 쓸 수 없습니다: {path} ({reason}). 폴더의 권한을 살펴보고 다시 실행해 주세요."
