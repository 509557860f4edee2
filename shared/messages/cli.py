"""What the commands say: help, mistakes in typing, the list of lessons, hints."""

from __future__ import annotations

from collections.abc import Sequence

from shared.messages.submission import shown

PROGRAM = "python workbook.py"

USAGE = "쓰는 법"
GROUPS = {0: "배우는 사람", 50: "가르치는 사람", 100: "만드는 사람"}
ARGUMENTS = "적는 값"
OPTIONS = "선택 사항"
ONE_VERB = "명령"
MORE_HELP = f"명령 하나의 도움말: {PROGRAM} check --help"

WORKBOOK = "웹 서버 워크북입니다. 명령을 적지 않으면 공부를 시작합니다: 파일을 저장할 때마다 검사합니다."
HELP = "이 도움말을 보여 줍니다."
PLAIN = "색 없이 보여 줍니다."
LIST = "레슨 목록, 어디까지 했는지, 다음 할 일을 보여 줍니다."
CHECK = "레슨의 과제를 검사합니다. 끝 코드(exit code): 0 모두 통과, 1 실패 있음, 2 판정 못 함."
HINT = "과제의 힌트를 한 단계씩 보여 줍니다. 다시 실행하면 다음 단계가 나옵니다."
DOCTOR = "이 컴퓨터에서 워크북을 쓸 수 있는지 살펴보고, 고칠 것을 알려 줍니다."
VERIFY = "레슨의 글, 시작 파일, 모범 답안, 검사가 서로 맞는지 살펴봅니다."
TEST = "워크북 자체의 테스트를 실행합니다."

LESSON = "레슨"
SUBMISSION = "제출물"
TASK = "과제"
PYTEST = "값"
FILE = "FILE"
NUMBER = "N"
CHECK_LESSON = "번호나 이름: 4, 04, routing. 적지 않으면 아직 마치지 않은 첫 레슨"
HINT_TASK = "과제의 번호: 3. 적지 않으면 아직 통과하지 않은 첫 과제"
VERIFY_LESSON = "번호나 이름: 4, 04, routing. 적지 않으면 모든 레슨"
TEST_ARGUMENTS = "pytest에 그대로 넘길 값"

NOT_A_NUMBER = "정수를 적어 주세요."
NOT_SECONDS = "0보다 크고 3600 이하인 수를 적어 주세요."

UNEXPECTED = "워크북에 문제가 생겼습니다. 여러분의 코드 때문이 아닙니다. 아래 내용을 선생님께 보여 주세요."
STOPPED = "멈추었습니다."
NO_LESSONS = "레슨이 없습니다. lessons 폴더가 있는지, 파일을 모두 받았는지 확인해 주세요."
ALL_FINISHED = "모든 레슨을 마쳤습니다."

FINISHED = "마침"
STARTED = "하는 중"
UNSEEN = "검사 전"
CHANGED = "검사한 뒤에 고침"

READ = "읽을 글"
EDIT = "고칠 곳"
CHECK_IT = "검사"
HINT_IT = "힌트"

NO_HINTS_LEFT = "마지막 힌트입니다. 다시 실행하면 첫 힌트부터 다시 보여 줍니다."
HINTS_AGAIN = "힌트를 모두 보았습니다. 처음부터 다시 보여 줍니다."
NOT_NOTED = ".workbook 폴더에 쓸 수 없어서 다음에도 같은 힌트가 나옵니다. python workbook.py doctor를 실행하세요."


def try_help(command: str) -> str:
    """Stands under a mistake in typing."""
    return f"쓰는 법을 보려면: {command} --help"


def unknown_verb(name: str, near: Sequence[str], verbs: Sequence[str]) -> str:
    """No such command. `near` are those with a similar name."""
    if name.isdecimal():
        return f"명령이 빠졌습니다: {shown(name)}. 이렇게 적어 주세요: {PROGRAM} check {name}"
    if near:
        return f"없는 명령입니다: {shown(name)}. 이것일까요? {PROGRAM} {near[0]}"
    return f"없는 명령입니다: {shown(name)}. 이 중에서 하나를 적어 주세요: {', '.join(verbs)}"


def unknown_option(name: str, near: Sequence[str]) -> str:
    """No such option."""
    guess = f" 이것일까요? {near[0]}" if near else ""
    return f"없는 선택 사항입니다: {shown(name)}.{guess}"


def option_misused(name: str) -> str:
    """An option without its value, or with one where it takes none."""
    return f"이 선택 사항에 값이 빠졌거나 필요 없는 값이 붙었습니다: {shown(name)}."


def bad_value(name: str, value: object, message: str) -> str:
    """A value that cannot be read."""
    return f"{name}에 쓸 수 없는 값입니다: {shown(value)}. {message}"


def value_missing(name: str) -> str:
    """A value that must be there."""
    return f"빠진 값이 있습니다: {name}."


def too_much(words: Sequence[str]) -> str:
    """More words than the command takes."""
    return f"알아볼 수 없는 말이 남았습니다: {shown(' '.join(words))}. 지우고 다시 실행해 주세요."


NOT_UNDERSTOOD = "명령을 알아볼 수 없습니다."


def no_check(slug: str) -> str:
    """The lesson has no check script."""
    return f"이 레슨에는 검사가 없습니다: checks/{slug}.py. 파일을 모두 받았는지 확인해 주세요."


def no_hints(slug: str) -> str:
    """The lesson, or the task, has no hints."""
    return f"이 과제에는 힌트가 없습니다. 레슨의 글을 다시 읽어 보세요: lessons/{slug}/README.md"


def unknown_task(task: int, tasks: Sequence[int], number: str) -> str:
    """The lesson has no such task."""
    if not tasks:
        return f"이 레슨에는 과제가 없습니다. 읽을 글: lessons/{number}"
    there = ", ".join(str(known) for known in tasks)
    return f"없는 과제입니다: {task}. 이 레슨의 과제: {there}. 이렇게 적어 주세요: {PROGRAM} hint {number} {tasks[0]}"


def rung(rung: int, rungs: int) -> str:
    """Which of the hints this is."""
    return f"{rungs}개 중 {rung}번째 힌트"


def next_rung(number: str, task: int) -> str:
    """How to see the next hint."""
    return f"다음 힌트: {PROGRAM} hint {number} {task}"


def nothing_to_hint(number: str, task: int) -> str:
    """Every task of the lesson has passed."""
    return f"이 레슨의 과제를 모두 통과했습니다. 힌트를 보려면: {PROGRAM} hint {number} {task}"


def check_again(number: str) -> str:
    """Everything is finished; one lesson can be checked all the same."""
    return f"다시 검사하려면: {PROGRAM} check {number}"


def check_command(number: str) -> str:
    """The command that checks a lesson."""
    return f"{PROGRAM} check {number}"


def hint_command(number: str, task: int) -> str:
    """The command that shows a hint."""
    return f"{PROGRAM} hint {number} {task}"


def overview(finished: int, lessons: int) -> str:
    """The line above the list."""
    return f"레슨 {lessons}개 중 {finished}개를 마쳤습니다."


def state(seen: bool, finished: bool, changed: bool) -> str:
    """How far a lesson is, in words. `seen`: it was checked before; `changed`: its files are others since then."""
    if not seen:
        return UNSEEN
    word = FINISHED if finished else STARTED
    return f"{word} ({CHANGED})" if changed else word


def next_to_do(number: str, title: str) -> str:
    """The next thing: a lesson, or a task of one."""
    return f"다음 할 일: {number} {title}"
