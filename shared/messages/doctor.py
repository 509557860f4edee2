"""What `doctor` says about this computer. Each fault comes with what to do."""

from __future__ import annotations

from collections.abc import Sequence

FINE = "괜찮음"
TROUBLE = "확인 필요"
TO_DO = "할 일"

TITLE = "이 컴퓨터에서 워크북을 쓸 수 있는지 살펴봅니다."
ALL_FINE = "모두 괜찮습니다."
CAN_GO_ON = "워크북을 쓸 수 있습니다. 위의 '확인 필요'는 시간이 날 때 보세요."

PYTHON = "파이썬"
VENV = "가상 환경(.venv)"
PACKAGES = "패키지"
LOOPBACK = "이 컴퓨터 안의 연결"
PROXY = "프록시(proxy)"
PORT = "5000번 포트"
WORKER = "과제 검사"
WALLS = "격리(bubblewrap)"
SCREEN = "화면의 한글"
FILE_NAMES = "파일 이름의 한글"
UTF8_MODE = "글자 설정"
WRITABLE = "파일 쓰기"
PLACE = "폴더 위치"
BROWSER = "브라우저"


def summary(blocking: Sequence[str], troubles: int) -> str:
    """The last line."""
    if blocking:
        return f"먼저 고칠 것: {', '.join(blocking)}"
    return CAN_GO_ON if troubles else ALL_FINE


def crashed(error: object) -> str:
    """A check of ours broke."""
    return f"살펴보지 못했습니다: {error}"


SHOW_TEACHER = "이 화면을 선생님께 보여 주세요."

PYTHON_TOO_OLD = "https://www.python.org/downloads/ 에서 새 파이썬을 설치하고, .venv 폴더를 지운 뒤 다시 시작하세요."
PYTHON_32_BIT = "https://www.python.org/downloads/ 에서 64비트 파이썬을 설치하고, .venv 폴더를 지운 뒤 다시 시작하세요."


def python(version: str, bits: int, oldest: str) -> str:
    """The version in use."""
    return f"{version}, {bits}비트 (필요한 버전: {oldest} 이상)"


VENV_USED = "워크북의 .venv로 실행하고 있습니다."
VENV_NOT_MADE = ".venv가 없습니다."
VENV_TO_DO = "python workbook.py로 시작하면 .venv를 만들고 그 안의 파이썬을 씁니다."


def venv_not_used(executable: str) -> str:
    """Another Python runs the workbook."""
    return f"다른 파이썬으로 실행하고 있습니다: {executable}"


def packages_fine(count: int) -> str:
    """All of them are there."""
    return f"{count}개가 모두 있습니다."


def package(name: str, version: str | None, wanted: str) -> str:
    """One that is missing or too old."""
    return f"{name} {version or '없음'} (필요한 버전: {wanted} 이상)"


PACKAGES_TO_DO = ".venv 폴더를 지우고 python workbook.py를 다시 실행하세요. 새로 설치합니다. 인터넷이 필요합니다."

LOOPBACK_FINE = "서버를 켜고 요청을 보내 답을 받았습니다."
LOOPBACK_TO_DO = (
    "보안 프로그램이나 방화벽(firewall)이 파이썬을 막는지 보세요. 허용한 다음 다시 실행하세요. "
    "학교 컴퓨터라면 선생님께 알려 주세요."
)


def loopback_failed(error: object) -> str:
    """Not even a direct connection came through."""
    return f"127.0.0.1에 켠 서버에 연결하지 못했습니다: {error}"


PROXY_NONE = "정해진 프록시가 없습니다."
PROXY_BYPASSED = "프록시가 있지만 127.0.0.1에는 쓰지 않습니다."
PROXY_IN_THE_WAY = "127.0.0.1로 보낸 요청이 프록시로 갑니다. 그래서 레슨의 프로그램이 서버의 답을 받지 못합니다."
PROXY_TO_DO = "환경 변수(environment variable) NO_PROXY의 값을 127.0.0.1,localhost 로 정하고 새 터미널을 여세요."

PORT_FREE = "비어 있습니다. python app.py를 그대로 쓸 수 있습니다."
PORT_BY_AIRPLAY = "macOS의 AirPlay 수신 모드가 쓰고 있습니다."
PORT_BY_FLASK = "전에 켠 Flask 서버가 아직 쓰고 있습니다."
PORT_BY_OTHER = "다른 프로그램이 쓰고 있습니다."
PORT_AIRPLAY_TO_DO = (
    "시스템 설정 > 일반 > AirDrop 및 Handoff에서 AirPlay 수신 모드를 끄거나, app.run에 port=5001을 더하세요."
)
PORT_FLASK_TO_DO = "그 서버를 켠 터미널에서 Ctrl+C를 누르세요."
PORT_OTHER_TO_DO = "그 프로그램을 끄거나 app.run에 port=5001을 더하세요. 워크북의 검사에는 영향이 없습니다."
PORT_NONE_FREE = "비어 있는 포트를 하나도 얻지 못했습니다."

WORKER_FINE = "작은 앱을 실행해 답을 받았습니다."


def worker_failed(detail: str) -> str:
    """The engine could not run a tiny app."""
    return f"작은 앱을 실행하지 못했습니다: {detail}"


WALLS_FINE = "쓸 수 있습니다. 다른 사람의 제출물을 격리해서 실행합니다."
WALLS_ELSEWHERE = "이 운영 체제에는 없습니다. 자기 과제를 하는 데는 필요 없습니다."
WALLS_MISSING = "설치되어 있지 않습니다. 자기 과제를 하는 데는 필요 없습니다."
WALLS_INSTALL = "다른 사람의 제출물을 채점한다면 설치하세요: sudo apt install bubblewrap"
WALLS_REFUSED = "설치되어 있지만 이 컴퓨터가 쓰지 못하게 합니다. 자기 과제를 하는 데는 필요 없습니다."
WALLS_ALLOW = (
    "다른 사람의 제출물을 채점한다면 사용자 이름공간(user namespace)을 허용하세요. "
    "Ubuntu: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"
)


def screen_fine(encoding: str) -> str:
    """Hangul can be shown."""
    return f"보입니다. (인코딩: {encoding})"


def screen_without_hangul(encoding: str) -> str:
    """Hangul becomes question marks."""
    return f"보이지 않습니다(encoding: {encoding}). Korean text cannot be shown here."


SCREEN_TO_DO = "환경 변수 PYTHONUTF8의 값을 1로 정하고 새 터미널을 여세요. (Set PYTHONUTF8=1 and open a new terminal.)"


def file_names(encoding: str) -> str:
    """How names of files are written."""
    return f"인코딩: {encoding}"


FILE_NAMES_TO_DO = (
    "환경 변수 PYTHONUTF8의 값을 1로 정하고 새 터미널을 여세요. 한글 이름의 파일을 열지 못할 수 있습니다."
)
UTF8_FINE = "PYTHONUTF8이나 PYTHONIOENCODING이 방해하지 않습니다."
UTF8_OFF = "PYTHONUTF8의 값이 0입니다. 글자가 깨질 수 있습니다."
UTF8_TO_DO = "환경 변수 PYTHONUTF8을 지우거나 값을 1로 정하고 새 터미널을 여세요."


def odd_output(encoding: str) -> str:
    """The environment asks for an encoding that loses Hangul."""
    return f"PYTHONIOENCODING의 값이 {encoding}입니다. 화면에 한글이 나오지 않을 수 있습니다."


ODD_OUTPUT_TO_DO = "환경 변수 PYTHONIOENCODING을 지우고 새 터미널을 여세요."

WRITABLE_FINE = "워크북 폴더에 쓸 수 있습니다."


def not_writable(path: object, reason: object) -> str:
    """A file could not be written."""
    return f"쓸 수 없습니다: {path} ({reason})"


WRITABLE_TO_DO = (
    "읽기 전용(read-only)인 폴더이거나 디스크가 가득 찼는지 보세요. 문서 폴더 아래로 워크북을 옮기면 대개 됩니다."
)
PLACE_FINE = "괜찮은 곳에 있습니다."


def synchronised(service: str) -> str:
    """A service that copies files while we write them."""
    return f"{service}가 동기화하는 폴더 안에 있습니다. 파일이 잠기거나 느려질 수 있습니다."


SYNCHRONISED_TO_DO = "동기화하지 않는 폴더로 워크북을 옮기고 .venv 폴더를 지운 뒤 다시 시작하세요."


def long_path(length: int) -> str:
    """Windows takes 260 characters unless told otherwise."""
    return f"경로가 깁니다({length}자). Windows에서는 모두 260자까지라서 설치가 실패할 수 있습니다."


LONG_PATH_TO_DO = "C:\\workbook 처럼 짧은 곳으로 옮기고 .venv 폴더를 지운 뒤 다시 시작하세요."

BROWSER_MISSING = (
    "Chrome, Edge, Chromium을 찾지 못했습니다. 브라우저로 확인하는 과제는 이 컴퓨터에서 점수에 넣지 않습니다."
)
BROWSER_TO_DO = (
    "https://www.google.com/chrome/ 에서 Chrome을 설치하세요. 설치하지 않아도 다른 과제는 모두 할 수 있습니다."
)
