"""What is said while the workbook gets itself ready, and when it cannot. Only characters that cp949 has."""

FIRST = (
    "워크북을 처음 실행했습니다. 필요한 프로그램을 .venv 폴더에 한 번만 설치합니다.\n"
    "인터넷이 필요하고 보통 1~5분 걸립니다. 멈추려면 Ctrl+C를 누르세요."
)
TESTS = "테스트에 필요한 패키지를 설치합니다."
BROWSER = "브라우저로 검사하는 데 필요한 패키지를 설치합니다. 인터넷이 필요하고 보통 1분쯤 걸립니다."
MORE = {"test": TESTS, "browser": BROWSER}
CHANGED = "필요한 패키지 목록이 바뀌었습니다. 바뀐 것을 설치합니다."
ADOPTED = "이미 있는 .venv 폴더에 필요한 패키지를 설치합니다. 보통 1~5분 걸립니다."
AGAIN = "지난번 설치가 끝나지 않았습니다. 처음부터 다시 설치합니다. 보통 1~5분 걸립니다."
MOVED = "워크북 폴더나 파이썬의 위치가 바뀌었습니다. .venv 폴더를 다시 만듭니다. 보통 1~5분 걸립니다."
BROKEN = ".venv 폴더의 파이썬이 실행되지 않습니다. .venv 폴더를 다시 만듭니다. 보통 1~5분 걸립니다."

MAKING_VENV = "[1/3] 파이썬 가상 환경(virtual environment)을 만듭니다."
FETCHING = "[2/3] 패키지(package)를 내려받습니다."
WAITING = "다른 창에서 설치하고 있습니다. 끝날 때까지 기다립니다. 그만두려면 Ctrl+C를 누르세요."
RETRYING = "      인터넷 연결이 되지 않아 다시 시도합니다."
STOPPED = "설치를 멈추었습니다. 설치하려면 다시 실행하세요: {command}"


def fetching(count: int, name: str, seconds: int) -> str:
    """How far the download is."""
    return f"      {count}개째: {name} ({seconds}초)"


def unpacking(count: int) -> str:
    """The third step begins."""
    return f"[3/3] 패키지 {count}개를 설치합니다. 1~2분 걸릴 수 있습니다."


def still_working(seconds: int) -> str:
    """A sign of life."""
    return f"      계속하고 있습니다. ({seconds}초)"


def done(seconds: int) -> str:
    """The end of an installation."""
    return f"설치가 끝났습니다. ({seconds}초) 다음부터는 바로 시작합니다.\n"


def stopped(command: str) -> str:
    """After Ctrl+C."""
    return STOPPED.format(command=command)


def no_venv(version: str, apt: bool) -> str:
    """This Python came without venv or ensurepip."""
    if apt:
        return (
            "파이썬에 가상 환경을 만드는 부품(venv)이 없습니다.\n"
            f"터미널에서 이 명령을 실행한 뒤 다시 시작하세요: sudo apt install python{version}-venv"
        )
    return (
        "파이썬에 가상 환경을 만드는 부품(venv, ensurepip)이 없습니다.\n"
        "https://www.python.org/downloads/ 에서 파이썬을 새로 설치하고, 새 터미널을 열어 다시 실행하세요."
    )


def venv_failed(log: str) -> str:
    """Making .venv failed for a reason nobody foresaw."""
    return f"파이썬 가상 환경(.venv)을 만들 수 없습니다.\n이 파일을 선생님에게 보여 주세요: {log}"


def venv_in_the_way(path: str) -> str:
    """Something that is no environment is called .venv."""
    return (
        f".venv 이름을 다른 파일이나 폴더가 쓰고 있습니다: {path}\n"
        "그 이름을 바꾸거나 다른 곳으로 옮긴 뒤 다시 실행하세요."
    )


def venv_in_use(path: str) -> str:
    """The old .venv cannot be removed, mostly on Windows."""
    return (
        f"이전 .venv 폴더를 지울 수 없습니다. 다른 프로그램이 쓰고 있습니다: {path}\n"
        "VS Code와 다른 터미널을 모두 닫고, 새 터미널에서 다시 실행하세요."
    )


def venv_unusable(path: str, command: str) -> str:
    """A fresh .venv does not work either."""
    return f".venv 폴더의 파이썬을 쓸 수 없습니다: {path}\n그 폴더를 지운 뒤 다시 실행하세요: {command}"


def package_lost(name: str, path: str, command: str) -> str:
    """The stamp says installed, and the package is not there."""
    return (
        f"설치된 패키지를 찾을 수 없습니다: {name}\n"
        f"이 폴더를 지우고 다시 실행하면 새로 설치합니다: {path}\n"
        f"실행할 명령: {command}"
    )


def offline(log: str) -> str:
    """The package index did not answer."""
    return (
        "인터넷에서 패키지를 내려받지 못했습니다. 인터넷 연결을 확인하고 다시 실행하세요.\n"
        "로그인이 필요한 와이파이라면 브라우저에서 먼저 로그인하세요.\n"
        f"자세한 기록: {log}"
    )


def intercepted(log: str) -> str:
    """The certificate is not the index's own: a filtering network, or a wrong clock."""
    return (
        "패키지 서버와 안전하게 연결할 수 없습니다.\n"
        "학교 인터넷의 보안 프로그램이나 컴퓨터의 날짜가 원인일 수 있습니다.\n"
        "컴퓨터의 날짜와 시각을 확인하고, 휴대전화 핫스팟 같은 다른 인터넷으로 다시 실행하세요.\n"
        f"자세한 기록: {log}"
    )


def not_writable(path: str) -> str:
    """The folder takes no files."""
    return (
        f"이 폴더에 파일을 쓸 수 없습니다: {path}\n"
        "워크북 폴더를 문서 폴더처럼 파일을 만들 수 있는 곳으로 옮긴 뒤 다시 실행하세요."
    )


def disk_full(path: str) -> str:
    """No space left."""
    return f"디스크에 남은 공간이 없습니다: {path}\n1GB쯤 비운 뒤 다시 실행하세요."


def path_too_long(path: str) -> str:
    """Windows takes 260 characters unless told otherwise."""
    return f"워크북 폴더의 경로가 너무 깁니다: {path}\nC:\\workbook 처럼 짧은 곳으로 옮긴 뒤 다시 실행하세요."


def cannot_build(version: str, log: str) -> str:
    """There is no wheel for this Python, and no compiler."""
    return (
        f"이 파이썬에 맞는 패키지가 없습니다: 파이썬 {version}\n"
        "https://www.python.org/downloads/ 에서 64비트 파이썬 3.13을 설치하고, .venv 폴더를 지운 뒤 다시 실행하세요.\n"
        f"자세한 기록: {log}"
    )


def install_failed(reason: str, log: str) -> str:
    """pip failed for a reason nobody foresaw."""
    shown = f"pip이 알린 이유: {reason}\n" if reason else ""
    return (
        "패키지를 설치하지 못했습니다. 다시 한 번 실행해 보세요.\n"
        f"{shown}계속 실패하면 이 파일을 선생님에게 보여 주세요: {log}"
    )


def failed(reason: str, path: str) -> str:
    """The operating system refused something nobody foresaw."""
    return f"워크북을 준비하지 못했습니다: {reason}\n폴더를 확인하고 다시 실행하세요: {path}"
