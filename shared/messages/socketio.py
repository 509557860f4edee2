"""What the engine says about Socket.IO clients and events."""

from __future__ import annotations

from shared.verdict import Moment

UNREACHABLE = (
    "이 서버는 Socket.IO로 연결하는 요청에 답하지 않습니다. "
    "app.wsgi_app = socketio.WSGIApp(sio, app.wsgi_app) 줄이 있는지 보세요."
)
CONNECTS = "연결됨"
REFUSES = "연결이 거절됨 (connect_error)"
ENDINGS = {
    "connects": "연결됨",
    "refused": "연결이 거절됨 (connect_error: {message})",
    "unanswered": "연결되지도 거절되지도 않음 (connect 처리 함수에서 오류가 나면 이렇게 됨)",
    "unreachable": "Socket.IO 서버가 답하지 않음",
    "late": "{seconds:g}초 안에 연결되지도 거절되지도 않음",
}
ANSWER_TO_CONNECTING = "연결에 대한 답"
DID_CONNECT = "{who} 쪽에서 연결하기 (auth: {auth})"
DID_LEAVE = "{who} 쪽에서 연결 끝내기"
DID_DROP = "{who} 쪽에서 알리지 않고 연결 끊기"
GONE = "연결이 끊겨 있어서 보낼 수 없음"
LOST = "확인 응답이 오기 전에 연결이 끊김"
ANSWERS = "서버가 다음 메시지를 읽음"
SILENT = "{seconds:g}초 안에 서버가 다음 메시지를 읽지 않음"

NO_HANDLER = "코드에 {event} 이벤트를 받는 처리 함수가 아직 없습니다."
HANDLER = "{event} 이벤트를 받는 처리 함수"
NONE = "없음"

HEARD_NOTHING = "{who} 쪽에 이벤트 {event} 없음"
HEARD_OTHER = "{who} 쪽에 온 이벤트 {event}: {data}"
HEARS_NOT = "{who} 쪽에 오지 않는 이벤트 {event}"
ACKNOWLEDGED = "이벤트 {event}의 확인 응답(acknowledgement)"
NO_ACK = "확인 응답이 오지 않음"

_ASKS = "{who} → 서버  연결 요청 {data}"
_CONNECTS = "서버 → {who}  연결을 받아들임"
_REFUSED = "서버 → {who}  연결을 거절함 {data}"
_SENDS = "{who} → 서버  {event} {data}"
_HEARS = "서버 → {who}  {event} {data}"
_UNWANTED = "서버 → {who}  오지 말아야 하는데 옴: {event} {data}"
_ACKNOWLEDGED = "서버 → {who}  {event}의 확인 응답 {data}"
_MISSES = "서버 → {who}  오지 않음: {event} {data}"
_UNACKNOWLEDGED = "서버 → {who}  오지 않음: {event}의 확인 응답"
_LEAVES = "{who} → 서버  연결을 끝냄"
_DROPS = "{who} × 서버  알리지 않고 연결을 끊음"
_LOST = "서버 → {who}  연결이 끊김"

KINDS = {
    "asks": _ASKS,
    "connects": _CONNECTS,
    "refused": _REFUSED,
    "sends": _SENDS,
    "hears": _HEARS,
    "unwanted": _UNWANTED,
    "acknowledged": _ACKNOWLEDGED,
    "misses": _MISSES,
    "unacknowledged": _UNACKNOWLEDGED,
    "leaves": _LEAVES,
    "drops": _DROPS,
    "lost": _LOST,
}

FOLDED = "        (가운데 {count}줄을 줄였습니다.)"
WHOLE = "(전체는 이 파일에 있습니다.)"


def hears(who: str, event: str, data: str) -> str:
    """An event that is to come, with its data where that is known."""
    return f"{who} 쪽에 오는 이벤트 {event}" + (f": {data}" if data else "")


def acknowledged(event: str, data: str) -> str:
    """An acknowledgement that is to come with at least this data."""
    return f"{ACKNOWLEDGED.format(event=event)}: {data}"


def said(who: str, event: str, data: str) -> str:
    """An event that a client sends."""
    return f"{who} 쪽에서 이벤트 {event} 보내기" + (f": {data}" if data else "")


def moment(moment: Moment) -> str:
    """One moment in words: from whom, to whom, what."""
    return KINDS[moment.kind].format(who=moment.who, event=moment.event, data=moment.data).rstrip()
