"""Verdicts as a check makes them, one for each thing that a report has to show."""

from __future__ import annotations

from dataclasses import replace

from shared.verdict import Exchange, Frame, Moment, PythonError, Request, Response, StepResult, Verdict, Where

TITLE = "04. 라우팅과 URL 변수"
GREETS = "`/hi/<name>`은 주소에 적힌 이름으로 인사합니다."


def exchange(path: str, status: int = 200, reason: str = "OK", body: str = "") -> Exchange:
    """A GET that was answered."""
    url = f"http://127.0.0.1:5000{path}"
    return Exchange(
        Request("GET", url, {"Accept": "*/*"}),
        Response(status, reason, {"Content-Type": "text/html; charset=utf-8"}, body),
        curl=f"curl -i {url}",
        python=f'import requests; print(requests.get("{url}").text)',
    )


FIRST = StepResult(1, "`/`는 Hello World!를 보여 줍니다.", "pass")
SECOND = StepResult(2, "`/hello`는 Hello!를 보여 줍니다.", "pass")
FOURTH = StepResult(4, "`/cookie/<int:count>`는 쿠키의 수를 보여 줍니다.", "pass")

DIFFERENT = StepResult(
    3,
    GREETS,
    "fail",
    expected="Hello 하늘님 kim",
    got="Hello 하늘님 {name}",
    exchange=exchange("/hi/kim", body="Hello 하늘님 {name}"),
    where=Where("app.py", 12),
    reread="주소에서 값 받기",
    did="GET /hi/kim",
)
KNOWN = replace(
    DIFFERENT,
    mistake="F7",
    message='이름 자리가 글자 그대로 보입니다. 문자열의 따옴표 앞에 f를 붙이세요.\n    return f"Hello {name}"',
)
RAISED = StepResult(
    3,
    GREETS,
    "fail",
    expected="Hello kim",
    got="500 INTERNAL SERVER ERROR",
    exchange=exchange("/hi/kim", 500, "INTERNAL SERVER ERROR", "<!doctype html>\n<title>500</title>\n"),
    where=Where("app.py", 15),
    reread="주소에서 값 받기",
    did="GET /hi/kim",
    error=PythonError(
        "NameError",
        "name 'escape' is not defined",
        (Frame("app.py", 10, "hi", "return greet(name)"), Frame("app.py", 15, "greet", "return escape(name)")),
    ),
)
SKIPPED = StepResult(
    5, "`/clubs/<path:p>`는 남은 경로를 보여 줍니다.", "skipped", message="과제 3을 먼저 통과해야 합니다."
)
UNJUDGED = StepResult(
    3,
    GREETS,
    "unjudged",
    message="이 컴퓨터에서 포트(port)를 열 수 없었습니다: [Errno 24] Too many open files",
    did="GET /hi/kim",
)
NOT_COUNTED = StepResult(
    5, "화면에 인사가 보입니다.", "skipped", message="크로미움(Chromium)이 없습니다.", counted=False
)
LONG = replace(
    DIFFERENT,
    expected="<p>Hello kim</p>",
    got="\n".join(f"<p>Hello {number}</p>" for number in range(60)) + "\n",
)
MET = (
    Moment(0.0, "가", "asks", "", '{"nickname": "김하늘"}'),
    Moment(0.004, "가", "hears", "welcome", '{"sid": "a1", "nickname": "김하늘"}'),
    Moment(0.005, "가", "connects"),
    Moment(0.006, "나", "asks"),
    Moment(0.009, "나", "refused", "", '{"message": "닉네임을 보내 주세요."}'),
    Moment(0.010, "가", "sends", "add", "[3, 4]"),
    Moment(0.012, "가", "acknowledged", "add", "7"),
)
NOT_HEARD = StepResult(
    3,
    "`shout`로 보낸 글이 모두에게 갑니다.",
    "fail",
    expected='나 쪽에 오는 이벤트 shout: {"text": "안녕"}',
    got="나 쪽에 이벤트 shout 없음",
    reread="모두에게 보내기와 한 사람에게 보내기",
    did='가 쪽에서 이벤트 shout 보내기: "안녕"',
    timeline=(
        *MET,
        Moment(0.013, "다", "drops"),
        Moment(0.014, "라", "leaves"),
        Moment(0.015, "가", "sends", "shout", '"안녕"'),
        Moment(0.019, "가", "hears", "shout", '{"text": "안녕"}'),
        Moment(1.021, "나", "misses", "shout", '{"text": "안녕"}'),
        Moment(1.022, "가", "sends", "add"),
        Moment(1.222, "가", "unacknowledged", "add"),
        Moment(1.223, "가", "lost"),
    ),
)
NOT_FOR_ALL = replace(
    NOT_HEARD,
    expected="나 쪽에 오지 않는 이벤트 secret",
    got='나 쪽에 온 이벤트 secret: "비밀"',
    did='가 쪽에서 이벤트 secret 보내기: "비밀"',
    timeline=(
        *MET,
        Moment(0.013, "가", "sends", "secret", '"비밀"'),
        Moment(0.014, "나", "unwanted", "secret", '"비밀"'),
    ),
)
LONG_TALK = replace(
    NOT_HEARD,
    timeline=(
        *(Moment(number / 1000, "가", "sends", "my_event", str(number)) for number in range(40)),
        Moment(0.04, "가", "sends", "my_event", '"' + "가" * 200 + '"'),
        Moment(1.041, "가", "misses", "my_reply", "39"),
    ),
)
SEVERAL_LINES = replace(DIFFERENT, expected="하나\n둘\n셋\n", got="하나\n두울\n셋\n")


def verdict(*steps: StepResult, output: str = "", notes: tuple[str, ...] = ()) -> Verdict:
    """A verdict with the other facts as they mostly are."""
    return Verdict("04_routing", 123, steps, 0.25, "bubblewrap", output, notes)


WALLS = "제출물을 따로 가두어 두지 않고 실행했습니다(bubblewrap이 없습니다)."
VERDICTS = {
    "all_pass": verdict(FIRST, SECOND, FOURTH, output="이 줄은 보이지 않습니다\n"),
    "one_fails_with_caret": verdict(FIRST, SECOND, DIFFERENT, FOURTH, output="요청을 받았습니다\n"),
    "known_mistake": verdict(FIRST, KNOWN, notes=(WALLS,)),
    "python_error": verdict(FIRST, RAISED),
    "skipped": verdict(DIFFERENT, SKIPPED),
    "unjudged": verdict(FIRST, UNJUDGED),
    "not_counted": verdict(FIRST, NOT_COUNTED),
    "long_value": verdict(LONG, output="".join(f"줄 {number}\n" for number in range(30))),
    "several_lines": verdict(SEVERAL_LINES),
    "events": verdict(NOT_HEARD),
    "event_for_another": verdict(NOT_FOR_ALL),
    "many_events": verdict(LONG_TALK),
    "nothing": verdict(notes=("검사 파일을 읽지 못했습니다.",)),
}
