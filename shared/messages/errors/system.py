"""What the computer refuses: ports, files, encodings, connections. Numbers: Linux, macOS, Windows."""

from __future__ import annotations

from shared.messages.errors.characters import SAVE_AS_UTF8
from shared.messages.errors.explanation import Explanation as Says

_OS = "OSError PermissionError"
_NOT_RUNNING = (
    "서버에 연결하지 못했습니다. 서버를 먼저 켰는지, 주소와 포트 번호가 맞는지 확인하세요. 예: http://127.0.0.1:5000"
)

TABLE = (
    # ports
    Says(
        "OSError",
        r"(Errno 98\]|Errno 48\]|WinError 10048\]|Address already in use)",
        "다른 프로그램이 이 포트(port)를 이미 쓰고 있습니다. 먼저 켠 서버를 Ctrl+C로 끄거나, 다른 번호를 쓰세요.\n"
        "    app.run(port=5001)\n"
        "macOS에서는 AirPlay 수신기가 5000번을 쓰기도 합니다.",
    ),
    Says(
        _OS,
        r"WinError 10013\]",
        "Windows가 이 포트(port)를 열지 못하게 했습니다. 다른 번호를 쓰세요.\n    app.run(port=8000)",
    ),
    Says(
        "PermissionError",
        r"^\[Errno 13\] Permission denied$",
        "1024보다 작은 포트(port)는 관리자만 열 수 있습니다. 5000처럼 큰 번호를 쓰세요.",
        code=r"\.run\(|run_simple\(|\.bind\(|serve",
    ),
    Says(
        "OSError",
        r"(Errno 99\]|Errno 49\]|WinError 10049\]|Cannot assign requested address|Can't assign requested address)",
        'host의 주소가 이 컴퓨터의 주소가 아닙니다. host="127.0.0.1"로 쓰세요.',
        code=r"\.run\(|run_simple\(|\.bind\(|serve",
    ),
    Says("OverflowError", "port must be 0-65535", "포트(port) 번호는 0부터 65535까지입니다."),
    # files
    Says(
        "FileNotFoundError",
        r"(No such file or directory|WinError [23]\].*?): (?P<path>.{1,200})$",
        "파일을 찾지 못했습니다: $path. 철자와, 그 파일이 있는 폴더를 확인하세요. 경로는 프로그램을 "
        "실행한 폴더에서 시작합니다.",
    ),
    Says(
        "IsADirectoryError",
        r"Is a directory: (?P<path>.{1,200})$",
        "파일이 아니라 폴더입니다: $path. 파일 이름까지 쓰세요.",
    ),
    Says("FileExistsError", r"(File exists|WinError 183\].*?): (?P<path>.{1,200})$", "이미 있는 이름입니다: $path"),
    Says(
        "PermissionError",
        r"(Permission denied|WinError (5|32)\].*?): (?P<path>.{1,200})$",
        "이 파일을 쓰거나 읽을 수 없습니다: $path. 다른 프로그램이 열고 있지 않은지, 폴더 이름을 쓴 것은 "
        "아닌지 확인하세요.",
    ),
    # encodings
    Says(
        "UnicodeDecodeError",
        r"^'utf-8' codec can't decode byte",
        "읽은 파일이나 글이 UTF-8이 아닙니다. " + SAVE_AS_UTF8.partition(". ")[2],
    ),
    Says(
        "UnicodeDecodeError",
        r"^'(?P<encoding>cp949|euc[_-]kr|ascii|charmap|cp1252|mbcs)' codec can't decode byte",
        'UTF-8 파일을 다른 인코딩($encoding)으로 읽었습니다. encoding을 쓰세요.\n    open("파일", encoding="utf-8")',
        code=r"open\(|read_text\(|\.read\(|json\.load\(|^for\b|readlines?\(",
    ),
    Says(
        "UnicodeEncodeError",
        r"^'(?P<encoding>cp949|euc[_-]kr|ascii|charmap|cp1252|mbcs|latin-1)' codec can't encode",
        "이 인코딩($encoding)으로 쓸 수 없는 글자가 있습니다. 파일에 쓸 때는 encoding을 쓰세요.\n    "
        'open("파일", "w", encoding="utf-8")',
    ),
    Says(
        "EOFError",
        "^EOF when reading a line",
        "입력할 사람이 없는데 input()을 썼습니다. 서버 프로그램에서는 input()을 지우세요.",
    ),
    # asking another server
    Says(
        "ConnectionError ConnectionRefusedError",
        r"(Connection refused|Errno 111\]|Errno 61\]|WinError 10061\])",
        _NOT_RUNNING,
    ),
    Says(
        "ConnectionError gaierror",
        r"(Name or service not known|nodename nor servname|getaddrinfo failed|Failed to resolve|NameResolutionError)",
        "이런 이름의 컴퓨터를 찾지 못했습니다. 주소(host)의 철자를 확인하세요. 내 컴퓨터라면 127.0.0.1입니다.",
    ),
    Says(
        "ReadTimeout Timeout ConnectTimeout",
        "timed out",
        "정한 시간(timeout) 안에 응답이 오지 않았습니다. 서버가 켜져 있고 멈추지 않았는지 확인하세요.",
    ),
    Says(
        "MissingSchema InvalidSchema",
        "(No scheme supplied|No connection adapters)",
        '주소는 http:// 로 시작해야 합니다.\n    "http://127.0.0.1:5000/"',
    ),
)
