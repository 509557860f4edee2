"""What the engine says about Socket.IO clients and events."""

from __future__ import annotations

from shared.verdict import Moment

NOT_CONNECTED = "서버에 연결하지 못했습니다. Socket.IO 서버를 app.wsgi_app에 연결했는지 보세요."
CONNECTS = "연결됨"
REFUSES = "연결이 거절됨 (connect_error)"
WAS_ACCEPTED = "연결이 받아들여짐"
NO_END_OF_CONNECTING = "{seconds:g}초 안에 연결되지도 거절되지도 않음"
GONE = "연결이 끊겨 있어서 보낼 수 없음"

HEARS = "{who} 쪽에 오는 이벤트 {event}"
HEARS_DATA = "{who} 쪽에 오는 이벤트 {event}: {data}"
HEARD_NOTHING = "{who} 쪽에 이벤트 {event} 없음"
HEARD_OTHER = "{who} 쪽에 온 이벤트 {event}: {data}"
HEARS_NOT = "{who} 쪽에 오지 않는 이벤트 {event}"
ACKNOWLEDGED = "이벤트 {event}에 대한 확인 응답(acknowledgement)"
NO_ACK = "{seconds:g}초 안에 확인 응답이 오지 않음"
SAID = "{who}: {event} {data}"

KINDS = {
    "connects": "서버에 연결",
    "refused": "서버가 연결을 거절",
    "sends": "서버로 보냄",
    "hears": "서버에서 받음",
    "acknowledged": "확인 응답을 받음",
    "leaves": "연결을 끊음",
    "lost": "연결이 끊김",
}


def moment(moment: Moment) -> str:
    """One moment in words."""
    return " ".join(part for part in (KINDS[moment.kind], moment.event, moment.data) if part)
