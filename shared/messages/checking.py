"""What the engine itself says about a step: facts about requests, replies, loading and running."""

from __future__ import annotations

NOTHING = "(없음)"
EMPTY = "(빈 내용)"
RAN_AS_PROGRAM = "python {file} 실행"
LOADED_FILE = "{file} 불러오기 (import)"

TOO_LARGE = "응답이 너무 깁니다. {limit:,}바이트까지만 읽었습니다."
PROGRAM_DOES_NOT_LISTEN = (
    "프로그램으로 실행했지만 서버가 켜지지 않았습니다. "
    '파일 끝의 if __name__ == "__main__": 아래에 app.run(...)이 있는지 보세요.'
)

SKIPPED_RESTS_ON = "과제 {tasks}의 결과가 있어야 볼 수 있어서 건너뛰었습니다. 과제 {tasks}부터 해 보세요."
SKIPPED_NO_APP = "{file} 파일을 불러올 수 없어서 건너뛰었습니다. 과제 {task}에 나온 문제부터 고치세요."
SKIPPED_NOT_YET = "아직 보고 있습니다. 몇 초 뒤에 결과가 나옵니다."
SKIPPED_NO_TIME = "앞의 과제에서 {seconds:g}초를 모두 써서 건너뛰었습니다. 실패한 과제부터 고치세요."

UNJUDGED_CHECK = (
    "검사 스크립트에 문제가 생겨서 판정하지 못했습니다. 여러분의 코드 때문이 아닙니다. "
    "아래 내용을 선생님께 보여 주세요.\n{detail}"
)
UNJUDGED_WORKER = (
    "검사할 준비를 하지 못했습니다. 여러분의 코드 때문이 아닙니다. 한 번 더 실행해 보세요. "
    "같은 일이 되풀이되면 python workbook.py doctor 명령을 실행하세요.\n{detail}"
)

NO_WALLS = (
    "격리(bubblewrap)가 없는 컴퓨터라서 제출물을 격리하지 않고 실행했습니다. 시간과 메모리 제한은 그대로 지켰습니다."
)
OUTPUT_CUT = "출력이 너무 길어서 {bytes:,}바이트를 버렸습니다."

NOT_CONFIGURED = "app.config[{name!r}] 값을 바꿀 수 없었습니다. app이 Flask 앱이고 서버가 켜져 있는지 보세요."

HANDED_IN = "받은 제출물: {path}"

LOAD_HANG = (
    "파일을 읽는 일이 {seconds:g}초 안에 끝나지 않았습니다. "
    "함수 밖에서 끝없이 도는 반복문이나 오래 걸리는 코드가 있는지 보세요."
)
LOAD_HANG_LINE = (
    "파일을 읽는 일이 {seconds:g}초 안에 끝나지 않았습니다. {line}행을 실행하는 중이었습니다. 이 줄이 끝나는지 보세요."
)
LOAD_EXIT = "파일을 읽는 도중에 sys.exit()나 exit()로 프로그램이 끝났습니다. 함수 밖에 있는 그 줄을 지우세요."
LOAD_DIED = "파일을 읽는 도중에 프로그램이 갑자기 끝났습니다 (종료 코드: {code})."
LOAD_NO_APP = "{file}에서 Flask 앱을 찾지 못했습니다. 파일에 app = Flask(__name__) 줄이 있는지 보세요."
LOAD_SEVERAL_APPS = "{file}에 Flask 앱이 여러 개 있습니다 ({names}). 앱은 하나만 두고 이름을 app으로 정하세요."
LOAD_ERROR = "{file} 파일을 불러오다가 오류가 났습니다. 오류가 난 줄을 먼저 고치세요."
LOAD_EXPECTED = "{file} 파일을 오류 없이 불러오기"

VIEW_ERROR = "요청에 답하다가 파이썬 오류가 나서 서버가 500을 보냈습니다."
EVENT_ERROR = "이벤트에 답하는 함수에서 파이썬 오류가 났습니다. 아래의 오류와 줄을 보세요."
NO_ROUTE = "이 주소에 맞는 라우트(route)가 없습니다. 지금 있는 라우트: {routes}"
NO_ROUTE_AT_ALL = "이 주소에 맞는 라우트(route)가 없습니다. 아직 라우트가 하나도 없습니다."
OTHER_METHOD = "이 주소는 있지만 {method} 메소드(method)를 받지 않습니다. 받는 메소드: {methods}"
SLASH_REDIRECT = "끝에 빗금(/)이 있는 주소로 옮겨 가라는 답이 왔습니다. 라우트 주소 끝의 빗금을 지우세요."
HANDLER_BUSY = "{line}행을 실행하는 중이었습니다. 이 줄이 끝나는지 보세요."

MEMORY_ERROR = "메모리가 모자랍니다. 프로그램은 메모리를 {megabytes}MiB까지 쓸 수 있습니다."
LIMITS = {
    "memory": "메모리를 {megabytes}MiB보다 많이 써서 프로그램을 끝냈습니다.",
    "processes": "프로세스를 {processes}개보다 많이 만들어서 프로그램을 끝냈습니다.",
    "files": "파일을 {megabytes}MiB보다 많이 써서 프로그램을 끝냈습니다.",
}
PROGRAM_ENDED = (
    "서버 프로그램이 도중에 끝났습니다 (종료 코드: {code}). os._exit()나 sys.exit()를 부르는 곳이 있는지 보세요."
)


STATUS = "상태 코드"


def status(*allowed: int) -> str:
    """One or several status codes that would have been right."""
    return f"{STATUS} {' 또는 '.join(str(code) for code in allowed)}"


def status_line(code: int, reason: str) -> str:
    """The status code that came."""
    return f"{STATUS} {code} ({reason})" if reason else f"{STATUS} {code}"


def without(text: str) -> str:
    """A text that must not be there."""
    return f"다음 내용이 없는 응답: {text}"


def no_answer(kind: str, seconds: float) -> tuple[str, str]:
    """Expected and got where no usable reply came."""
    expected = f"{seconds:g}초 안에 오는 응답"
    return expected, {
        "timeout": f"{seconds:g}초를 기다렸지만 응답이 끝까지 오지 않음",
        "refused": "연결되지 않음 (서버가 꺼져 있음)",
    }.get(kind, "응답이 오다가 끊김")
