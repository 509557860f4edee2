"""09 여러 기기에서 접속"""

import re

import home  # noqa: F401
from shared.checking import Check
from shared.probes import Mismatch
from shared.probes.program import has_address

check = Check(__file__)

NOT_EVERYWHERE = "이 컴퓨터의 한 주소에서만 접속할 수 있습니다. 다른 기기는 접속하지 못합니다."
OPEN_DEBUG = "다른 기기에 열린 서버에서 디버그가 켜져 있습니다."
LOCAL_DEBUG = "디버그가 켜져 있습니다. 다른 기기에 열기 전에 꺼야 합니다."
STILL_RUNNING = "쓸 수 없는 `PORT`인데 프로그램이 끝나지 않았습니다."
QUIET = "프로그램이 끝났지만 까닭을 말하지 않았습니다. `PORT`(포트)라는 말이나 그 값을 넣어 주세요."
WITH_TRACEBACK = "쓸 수 없는 `PORT`를 넣으면 안내 대신 파이썬 오류로 끝납니다."


@check.task(1, reread="모든 주소에서 기다리기")
def listens_everywhere(program, fresh):
    """실행하면 이 컴퓨터의 모든 주소에서 기다립니다."""
    running = start(program, fresh)
    if not is_everywhere(running, fresh):
        raise Mismatch(
            NOT_EVERYWHERE,
            expected="모든 주소: 0.0.0.0",
            got=", ".join(host or "(빈 글)" for host, _ in running.requested),
            where=running.where,
        )


@listens_everywhere.mistake(
    "F21",
    "`127.0.0.0`은 모든 주소라는 뜻이 아닙니다. 루프백에 속한 주소라서 이 컴퓨터 안에서만 통하고, 그마저 되지 않는 "
    '운영 체제도 있습니다. `host="0.0.0.0"`으로 쓰세요.',
)
def network_of_loopback(source):
    return source.has("app.py", r"^[^#]*127\.0\.0\.0\b")


@listens_everywhere.mistake(
    "one-address",
    "`host`에 주소를 하나 적어서 그 주소로만 접속할 수 있습니다. 그 주소는 다른 네트워크에 연결하면 바뀝니다. "
    '`host="0.0.0.0"`으로 쓰면 지금 가진 주소 모두에서 기다립니다.',
)
def address_of_one_network(source):
    host = r"""(host\s*=|run_simple\(|make_server\()\s*["'](192\.168|10\.\d+|172\.(1[6-9]|2\d|3[01]))\."""
    return source.has("app.py", rf"^[^#]*{host}")


@listens_everywhere.mistake(
    "loopback-only",
    "서버가 루프백 주소에서만 기다려서 이 컴퓨터만 접속할 수 있습니다. `host`를 쓰지 않아도 루프백입니다. "
    '`app.run(host="0.0.0.0")`으로 쓰세요.',
)
def only_on_this_computer(failure):
    return failure.message == NOT_EVERYWHERE and (failure.got or "") in ("127.0.0.1", "localhost", "::1")


@check.task(2, reread="디버그는 끄고 열기")
def debug_is_off(program, fresh):
    """`FLASK_DEBUG`를 정하지 않으면 디버그가 꺼진 채로 실행됩니다."""
    running = start(program, fresh)
    if running.debug_on():
        raise Mismatch(
            OPEN_DEBUG if is_everywhere(running, fresh) else LOCAL_DEBUG,
            expected="디버그 꺼짐",
            got="디버그 켜짐",
            where=running.where,
        )


@debug_is_off.mistake(
    "debug-from-environment",
    "보안 문제: `FLASK_DEBUG`를 정하지 않았는데 디버그가 켜졌습니다. 읽지 못했을 때의 값을 보세요. 환경 변수의 값은 "
    '글이고, `"0"`이나 `"False"`도 빈 글이 아니므로 참입니다. `== "1"`로 비교하거나 `debug=False`로 쓰세요.',
)
def environment_turns_it_on(source):
    reads = source.has("app.py", r"""^[^#]*(environ\.get|getenv)\s*\(\s*["']FLASK_DEBUG""")
    return reads and not source.has("app.py", r"^[^#]*debug\s*=\s*True")


@debug_is_off.mistake(
    "F20",
    "보안 문제: 같은 네트워크의 누구나 접속하는 서버에서 디버그가 켜져 있습니다. 오류가 나면 모두에게 코드가 보이고, "
    "PIN만 알아내면 이 컴퓨터에서 파이썬을 실행할 수 있습니다. `debug=False`로 바꾸세요.",
)
def debugger_for_everyone(failure):
    return failure.message == OPEN_DEBUG


@check.task(3, reread="환경 변수로 포트 정하기", seconds=20)
def port_comes_from_environment(program, fresh):
    """포트는 환경 변수 `PORT`에서 옵니다. 없으면 5000이고, 쓸 수 없는 값이면 까닭을 말하고 끝납니다."""
    for text in (str(fresh.integer(5001, 65534)), "65535", None):
        expect_port(program, text)
    for text in (fresh.word(), f"-{fresh.integer(1, 65535)}", "65536", str(fresh.integer(65537, 99999))):
        expect_refusal(program, text)


@port_comes_from_environment.mistake(
    "port-required",
    "`PORT`를 정하지 않으면 오류로 끝납니다. `os.environ.get()`에 이름과 함께, 없을 때 쓸 값을 적어 주세요.",
)
def environment_without_default(failure):
    error = failure.error
    return error is not None and (error.type == "KeyError" or "NoneType" in error.text)


@port_comes_from_environment.mistake(
    "port-text",
    "환경 변수의 값은 수가 아니라 글(`str`)입니다. 포트로 쓰거나 수와 비교하기 전에 `int()`로 바꾸어 주세요.",
)
def text_as_a_number(failure):
    return failure.error is not None and failure.error.type == "TypeError"


@port_comes_from_environment.mistake(
    "port-fixed", "`app.py`에 환경 변수 `PORT`를 읽는 곳이 없습니다. `os.environ`에서 `PORT`를 읽어 `port=`에 주세요."
)
def environment_is_not_read(failure, source):
    return failure.error is None and not source.has("app.py", r"^[^#]*PORT")


@port_comes_from_environment.mistake(
    "port-unchecked",
    "수가 아닌 글을 `int()`에 주면 `ValueError`가 납니다. `try`와 `except ValueError`로 받아서 "
    '`sys.exit("...")`으로 까닭을 말하고 끝내세요. `port=`에 글을 그대로 주어도 Flask가 속에서 `int()`를 씁니다.',
)
def number_is_not_checked(failure):
    return failure.error is not None and failure.error.type == "ValueError"


@port_comes_from_environment.mistake(
    "port-out-of-range",
    "포트가 될 수 없는 수를 그대로 써서 `OverflowError`가 났습니다. 1부터 65535까지의 수인지 먼저 보고, "
    '아니면 `sys.exit("...")`으로 까닭을 말하고 끝내세요.',
)
def range_is_left_to_python(failure):
    return failure.error is not None and failure.error.type in ("OverflowError", "gaierror")


@port_comes_from_environment.mistake(
    "falls-back",
    "쓸 수 없는 `PORT`를 받고도 5000에서 시작했습니다. 값을 정한 사람은 자기가 정한 포트에서 기다린다고 믿습니다. "
    '다른 값으로 바꾸지 말고 `sys.exit("...")`으로 까닭을 말하고 끝내세요.',
)
def default_for_bad_values(failure):
    return failure.message == STILL_RUNNING and (failure.got or "").endswith(": 5000")


@port_comes_from_environment.mistake(
    "H2",
    "65535보다 큰 수는 포트가 될 수 없는데 서버가 켜졌습니다. Linux에서 `app.run`은 70000을 거절하지 않고 4464처럼 "
    "엉뚱한 포트를 씁니다. 그래서 1부터 65535까지인지 직접 보고, 아니면 `sys.exit`으로 끝내야 합니다.",
)
def large_number_is_cut(failure):
    numbers = re.fullmatch(r"PORT=(\d+), 기다리는 포트: (\d+)", failure.got or "")
    return numbers is not None and int(numbers[1]) % 65536 == int(numbers[2]) % 65536


@check.task(4, reread="누가 요청했는지 알기")
def tells_who_is_asking(http, fresh):
    """`GET /whoami`는 요청한 기기의 주소와 프로그램을 JSON으로 답합니다."""
    # A system with one loopback address has one visitor only.
    for address in filter(has_address, ("127.0.0.1", other_loopback(fresh))):
        agent = f"{fresh.word()}/{fresh.integer(1, 99)}.{fresh.integer(0, 9)} ({fresh.word()})"
        visitor = http if address == "127.0.0.1" else http.from_address(address)
        visitor.get("/whoami", headers={"User-Agent": agent}).json_has(address=address, agent=agent)


@tells_who_is_asking.mistake(
    "agent-object",
    "`request.user_agent`와 `request.headers`는 글이 아니라 객체라서 JSON이 될 수 없습니다. "
    '`request.headers.get("User-Agent")`로 글 하나를 꺼내 주세요.',
)
def agent_is_an_object(error):
    return error.type == "TypeError" and re.search("UserAgent|EnvironHeaders", error.text) is not None


@tells_who_is_asking.mistake(
    "all-headers",
    "`agent`에 헤더가 모두 들어 있습니다. `User-Agent` 하나만 넣어 주세요. 헤더에는 로그인에 쓰는 값 같은 "
    "비밀이 있을 수 있어서 모두 보여 주면 위험합니다.",
)
def every_header_is_told(reply):
    agent = fields(reply).get("agent")
    return "user-agent" in str(agent).lower() and "accept" in str(agent).lower()


@tells_who_is_asking.mistake(
    "host-header",
    "`address`에 서버의 주소가 들어 있습니다. `Host`와 `request.host`는 요청한 쪽이 부른 서버의 이름입니다. "
    "요청한 기기의 주소는 `request.remote_addr`입니다.",
)
def host_for_address(reply, source):
    asked = re.sub(r"^http://", "", reply.exchange.request.url).split("/")[0]
    told = str(fields(reply).get("address"))
    names_host = source.has(
        "app.py", r"""^[^#]*(request\.(host|url|base_url|root_url)\b|["']Host["']|SERVER_|HTTP_HOST)"""
    )
    return asked in told or (told == "127.0.0.1" and names_host)


@tells_who_is_asking.mistake(
    "address-fixed",
    "어디에서 요청해도 `address`가 같습니다. 주소를 적어 두지 말고 요청마다 `request.remote_addr`에서 읽어 주세요.",
)
def address_is_written_down(reply, source):
    return fields(reply).get("address") == "127.0.0.1" and not source.has("app.py", r"remote_addr|REMOTE_ADDR")


@tells_who_is_asking.mistake(
    "no-agent", '답에 `agent`가 없습니다. `request.headers.get("User-Agent")`의 값을 `agent`라는 이름으로 넣어 주세요.'
)
def agent_is_missing(reply):
    return "address" in fields(reply) and "agent" not in fields(reply)


def start(program, fresh):
    """The program while it listens. One that wants a PORT gets one: whether it may is asked in task 3 alone."""
    for env in ({}, {"PORT": str(fresh.integer(5001, 65534))}):
        running = program.run(env)
        if running.listening:
            return running
    return refuse_silence(running, "`python app.py`로 실행했지만 서버가 시작되지 않았습니다.")


def is_everywhere(running, fresh):
    """Whether it is reached at an address that it did not name; where the system has no such address, what it named."""
    other = other_loopback(fresh)
    if has_address(other):
        return running.answers_at("127.0.0.1") and running.answers_at(other)
    return any(host in ("0.0.0.0", "", "::") for host, _ in running.requested) and running.answers_at("127.0.0.1")


def other_loopback(fresh):
    """An address of 127.0.0.0/8, which Linux and Windows have as a whole and macOS does not."""
    return f"127.{fresh.integer(1, 254)}.{fresh.integer(1, 254)}.{fresh.integer(1, 254)}"


def expect_port(program, text):
    """With this PORT (None: without one) the program asks for that port."""
    running = program.run(env={} if text is None else {"PORT": text})
    given = "`PORT` 없이" if text is None else f"`PORT={text}`로"
    if not running.listening:
        refuse_silence(running, f"{given} 실행하면 서버가 시작되지 않습니다.")
    asked = {port for _, port in running.requested}
    if int(text or 5000) not in asked:
        raise Mismatch(
            f"{given} 실행했을 때의 포트가 다릅니다.",
            expected=f"포트: {text or 5000}",
            got="포트: " + ", ".join(map(str, sorted(asked))),
            where=running.where,
        )


def expect_refusal(program, text):
    """With this PORT the program ends, and says why."""
    running = program.run(env={"PORT": text})
    expected = f"PORT={text}: 까닭을 말하고 끝남"
    if running.listening or running.wait(2) is None:
        port = ", ".join(str(port) for _, port in running.requested) or "없음"
        raise Mismatch(STILL_RUNNING, expected=expected, got=f"PORT={text}, 기다리는 포트: {port}", where=running.where)
    if running.error or "Traceback (most recent call last)" in running.output:
        raise Mismatch(WITH_TRACEBACK, expected=expected, got=f"PORT={text}: 파이썬 오류", error=running.error)
    if text not in running.output and not re.search(r"(?i)(?<![a-z])port(?![a-z])|포트", running.output):
        raise Mismatch(QUIET, expected=expected, got=running.output.strip() or "(출력 없음)")


def refuse_silence(running, message):
    """Raise the Mismatch of a program that does not listen."""
    running.wait(0.5)
    got = str(running.error) if running.error else running.output.strip() or "실행하고 바로 끝났습니다."
    raise Mismatch(message, expected="포트에서 요청을 기다리는 프로그램", got=got, error=running.error)


def fields(reply):
    """The JSON object of a reply; empty where it is none."""
    try:
        value = reply.is_json()
    except Mismatch:
        return {}
    return value if isinstance(value, dict) else {}


if __name__ == "__main__":
    check.main()
