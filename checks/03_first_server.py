"""03 첫 Flask 서버"""

from difflib import get_close_matches
from ipaddress import ip_address

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch
from shared.verdict import Where

check = Check(__file__)

STARTERS = {"run", "run_simple", "serve_forever"}
"""Last part of the names of calls that start a server."""

ENDED_QUIETLY = "오류 없이 끝까지 실행되고 끝났습니다."
OPEN_TO_OTHERS = "서버가 이 컴퓨터 밖에도 열려 있습니다."


@check.task(1, reread="Flask 앱 만들기")
def importing_starts_nothing(loaded):
    """`app`은 Flask 앱이고, `app.py`를 가져오기만 하면 아무것도 시작하지 않습니다."""
    if loaded.runs:
        run = loaded.runs[0]
        raise Mismatch(
            "`app.py`를 가져오기(import)만 했는데 서버를 시작하려고 했습니다.",
            expected="가져올 때는 서버를 시작하는 줄이 실행되지 않음",
            got=f"서버를 시작하는 호출: {run.kind}",
            where=run.where,
        )


@importing_starts_nothing.mistake(
    "no-main-guard",
    '`app.py`를 가져오기만 해도 서버를 시작하는 줄이 실행됩니다. `if __name__ == "__main__":`을 쓰고, '
    "그 줄을 아래로 옮겨 네 칸 들여 쓰세요.",
)
def starts_without_guard(loaded):
    return bool(loaded.runs)


@importing_starts_nothing.mistake(
    "own-flask-file",
    "이 폴더에 `flask.py`라는 파일이 있어서 진짜 Flask 대신 그 파일을 가져옵니다. 그 파일의 이름을 바꾸세요.",
)
def own_file_hides_flask(load_error, files):
    return files.exists("flask.py")


@importing_starts_nothing.mistake(
    "not-utf8",
    "`app.py`가 UTF-8로 저장되지 않아 파이썬이 읽지 못합니다. VS Code 창 아래쪽의 인코딩 이름을 누르고 "
    "'인코딩하여 저장'에서 UTF-8을 고르세요.",
)
def saved_in_another_encoding(error):
    return error.type == "SyntaxError" and "utf-8" in error.text.lower()


@importing_starts_nothing.mistake(
    "import-case",
    "패키지 이름은 모두 소문자 `flask`이고, 클래스 이름은 `Flask`입니다. `from flask import Flask`로 쓰세요.",
)
def wrong_case_in_import(error):
    return "No module named 'Flask'" in error.text or "cannot import name 'flask'" in error.text


@importing_starts_nothing.mistake(
    "blank-file", "`app.py`가 비어 있습니다. 글을 쓴 다음 저장했는지 보세요. 저장하지 않은 글은 실행되지 않습니다."
)
def nothing_written(load_error, source):
    return not source.text("app.py").strip()


@importing_starts_nothing.mistake(
    "app-inside",
    "Flask 앱이 `if`나 함수 안에서 만들어져, 가져올 때는 `app`이 없습니다. "
    "`app = Flask(__name__)`을 들여 쓰지 않고 파일의 맨 바깥에 쓰세요.",
)
def app_made_inside_a_block(load_error, source):
    return load_error.kind == "no app" and source.has("app.py", r"^\s+[^#]*Flask\s*\(")


@importing_starts_nothing.mistake(
    "no-app", "`app.py`에 아직 Flask 앱이 없습니다. `Flask`를 가져온 다음 `app = Flask(__name__)`을 쓰세요."
)
def no_app_yet(load_error):
    return load_error.kind == "no app"


@check.task(2, reread="서버 켜고 끄기")
def running_it_starts_a_server(program):
    """`python app.py`로 실행하면 서버가 시작됩니다."""
    running = program.run()
    if not running.listening:
        raise Mismatch(
            "`python app.py`로 실행했지만 서버가 시작되지 않았습니다.",
            expected="끝나지 않고 포트에서 요청을 기다리는 프로그램",
            got=_how_it_ended(running),
            error=running.error,
        )


@running_it_starts_a_server.mistake(
    "guard-misspelt",
    "서버를 시작하는 줄이 실행되지 않았습니다. `if`에서 `__name__`과 비교하는 글이 `__main__`이 아닙니다. "
    '`if __name__ == "__main__":`로 쓰세요. 밑줄은 앞뒤로 두 개씩입니다.',
)
def guard_never_opens(failure, source):
    misspelt = source.has("app.py", r"""^if\s+__name__\s*==\s*["'](?!__main__["'])""")
    return failure.got == ENDED_QUIETLY and misspelt


@running_it_starts_a_server.mistake(
    "run-not-called", "`run` 뒤에 괄호가 없어서 부르지 않은 것이 되었습니다. `app.run(debug=True)`처럼 괄호를 쓰세요."
)
def run_without_call(source):
    return source.has("app.py", r"^\s*\w+\.run\s*$")


@running_it_starts_a_server.mistake(
    "debug-in-quotes",
    "따옴표 안에 쓴 글은 서버의 주소로 읽힙니다. 따옴표 없이 `app.run(debug=True)`로 쓰세요.",
)
def whole_argument_in_quotes(source):
    return source.has("app.py", r"""(?i)^[^#]*\.run\(\s*["']\s*debug""")


@running_it_starts_a_server.mistake(
    "no-run",
    '`app.py`에 서버를 시작하는 줄이 없습니다. `if __name__ == "__main__":` 아래에 `app.run(...)`을 쓰세요. '
    "`flask run` 명령은 파일 밖에서 서버를 켜는 방법이라 여기서는 쓰지 않습니다.",
)
def nothing_starts_a_server(source):
    own_modules = [name for name in source.names() if name.endswith(".py") and name != "app.py"]
    return source.tree("app.py") is not None and not _run_calls(source) and not own_modules


@running_it_starts_a_server.mistake(
    "run-not-reached",
    "서버를 시작하는 줄이 있지만 실행되지 않았습니다. 부르지 않은 함수 안이나 거짓인 `if` 아래에 있는지 보세요.",
)
def start_is_never_reached(failure, source):
    return failure.got == ENDED_QUIETLY and bool(_run_calls(source))


@check.task(3, reread="디버그가 하는 일", rests_on=(2,))
def debug_is_on_and_only_here(program, source):
    """서버는 디버그를 켠 채로 시작하고, 이 컴퓨터에만 열려 있습니다."""
    running = program.run()
    if _is_open(running):
        raise Mismatch(
            OPEN_TO_OTHERS,
            expected="루프백 주소: 127.0.0.1 또는 localhost",
            got=", ".join(host or "(빈 글: 모든 주소)" for host, _ in running.requested),
            where=_place(source, r"0\.0\.0\.0|host\s*="),
        )
    if not running.debug_on():
        raise Mismatch(
            "디버그가 꺼진 채로 서버가 시작되었습니다.",
            expected="디버그 켜짐",
            got="디버그 꺼짐",
            where=_place(source, r"(\.run|run_simple|make_server)\s*\("),
        )


@debug_is_on_and_only_here.mistake(
    "F20",
    "보안 문제: 서버가 같은 네트워크의 모든 기기에 열려 있습니다. 디버그를 켠 서버를 이렇게 열면 "
    "누구나 오류 화면에서 코드를 보고, 이 컴퓨터의 파이썬을 실행하려고 시도할 수 있습니다. "
    '`host=`를 지우거나 `host="127.0.0.1"`로 쓰세요.',
)
def open_to_everyone(failure):
    return failure.message == OPEN_TO_OTHERS


@debug_is_on_and_only_here.mistake(
    "no-debug",
    "디버그를 켜는 곳이 `app.py`에 없습니다. `app.run(debug=True)`로 쓰세요. "
    "터미널에 따로 정한 `FLASK_DEBUG`는 다른 사람의 컴퓨터에 없으므로 여기서는 세지 않습니다.",
)
def debug_is_nowhere(source):
    return not source.has("app.py", r"(?i)^[^#]*debug")


@check.task(4, reread="static 폴더와 주소")
def serves_hello_txt(http):
    """`/static/hello.txt`는 여러분이 쓴 글을 보여 줍니다."""
    reply = http.get("/static/hello.txt").has_status(200)
    text = _decoded(reply.body)
    if text is None:
        raise Mismatch("`hello.txt`를 UTF-8 글로 읽을 수 없습니다.", expected="UTF-8로 저장한 글", reply=reply)
    if not text.strip():
        raise Mismatch("`hello.txt`에 글이 없습니다.", expected="한 글자 이상의 글", got="빈 글", reply=reply)


@serves_hello_txt.mistake(
    "static-not-utf8",
    "`hello.txt`가 UTF-8이 아닌 인코딩으로 저장되어 브라우저에서 글자가 깨집니다. "
    "VS Code 창 아래쪽의 인코딩 이름을 누르고 '인코딩하여 저장'에서 UTF-8을 고르세요.",
)
def file_in_another_encoding(reply):
    return reply.status == 200 and _decoded(reply.body) is None


@serves_hello_txt.mistake("blank-hello", "`hello.txt`가 비어 있습니다. 글을 한 줄 쓰고 저장했는지 보세요.")
def file_is_blank(reply):
    return reply.status == 200 and not (_decoded(reply.body) or "").strip()


@serves_hello_txt.mistake(
    "hello-elsewhere",
    "`hello.txt`가 있지만 놓인 곳이 다릅니다. `app.py` 옆의 `static` 폴더(모두 소문자) 바로 안으로 옮기세요.",
)
def file_in_another_folder(files, reply):
    places = [name for name in files.names() if name.rpartition("/")[2] == "hello.txt"]
    return reply.status == 404 and bool(places) and "static/hello.txt" not in places


@serves_hello_txt.mistake(
    "hello-misspelt",
    "`static` 폴더에 이름이 비슷한 파일이 있지만 `hello.txt`는 아닙니다. 모두 소문자인지, 끝이 `.txt` 하나인지 보세요. "
    "Windows 탐색기는 끝의 `.txt`를 숨기므로 두 번 붙기도 합니다.",
)
def file_name_misspelt(files, reply):
    names = [name.removeprefix("static/").lower() for name in files.names() if name.startswith("static/")]
    return reply.status == 404 and bool(get_close_matches("hello.txt", names, cutoff=0.7))


@serves_hello_txt.mistake(
    "no-hello", "`static` 폴더에 `hello.txt`가 없습니다. 그 폴더에 새 파일을 만들고 글을 한 줄 쓰세요."
)
def file_is_missing(files, reply):
    return reply.status == 404 and not files.exists("static/hello.txt")


@check.task(5, reread="라우트가 없으면 404입니다")
def root_is_not_found_yet(http):
    """`GET /`는 404로 답합니다. 아직 라우트(route)가 없기 때문입니다."""
    http.get("/").has_status(404)


@root_is_not_found_yet.mistake(
    "F2",
    "`/` 라우트를 이미 만들었습니다. 이 레슨의 앱에는 아직 라우트가 없어서 404가 맞습니다. "
    '그 함수와 `@app.route("/")`를 지우세요. 라우트는 04에서 만듭니다.',
)
def root_has_a_route(loaded):
    return any(route.rule == "/" for route in loaded.routes)


def _is_open(running):
    if any(not _is_loopback(host) for host, _ in running.requested):
        return True
    # the whole of 127.0.0.0/8 is loopback on Linux, so an address that nobody asked for tells a wildcard apart
    asked = {host for host, _ in running.requested}
    return running.answers_at("127.0.0.3" if "127.0.0.2" in asked else "127.0.0.2")


def _is_loopback(host):
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _how_it_ended(running):
    if running.error:
        return str(running.error)
    if running.exit_code is None:
        return "실행 중이지만 기다리는 포트가 없습니다."
    if running.exit_code == 0:
        return ENDED_QUIETLY
    return f"종료 코드: {running.exit_code}\n{running.output}".strip()


def _place(source, pattern):
    line = source.line("app.py", pattern)
    return None if line is None else Where("app.py", line)


def _decoded(body):
    # a browser believes the byte order mark of UTF-16, which PowerShell's `>` writes, before it believes the header
    encoding = "utf-16" if body[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        return None


def _run_calls(source):
    return [call for name, call in source.calls("app.py") if name.rpartition(".")[2] in STARTERS]


if __name__ == "__main__":
    check.main()
