"""What the author's lint says: one line for each finding, with what to do."""

from __future__ import annotations

PROGRESS = "레슨 검사"

FINE = "괜찮음"


def summary(lessons: int, findings: int) -> str:
    """The last line."""
    return f"레슨 {lessons}개에서 고칠 것 {findings}개를 찾았습니다." if findings else f"레슨 {lessons}개: 모두 괜찮음"


def lesson(slug: str, findings: int) -> str:
    """The line above the findings of a lesson."""
    return f"{slug}: 고칠 것 {findings}개" if findings else f"{slug}: {FINE}"


def crashed(what: str, error: object) -> str:
    """A part of the lint broke."""
    return f"살펴보다가 오류가 났습니다({what}): {error}. 위의 파일을 읽을 수 있는지 보세요."


# Parts
MISSING_FILE = "파일이 없습니다. 만드세요."
MISSING_FOLDER = "폴더가 없습니다. 만드세요."
MISSING_NOTEBOOK = "다른 레슨에는 노트북이 있고 이 레슨에는 없습니다. 노트북을 다시 만드세요."
NO_STARTER = "시작 파일이 없습니다. 학습자가 고칠 파일을 넣으세요."
NOT_IN_SOLUTION = "시작 파일이 모범 답안에 없습니다. 같은 이름으로 solutions에 넣거나 여기서 지우세요."
NOT_IN_STARTER = (
    "모범 답안에만 있는 파일입니다. 시작 파일에도 넣거나, 학습자가 만들 파일이라면 과제의 글에 이름을 쓰세요."
)
TODO_IN_SOLUTION = "모범 답안에 TODO가 남아 있습니다. 지우세요."
NO_ANSWER_JSON = "answer.json이 없습니다. why와 fails를 쓰세요."


def too_few_answers(kind: str, count: int, wanted: int) -> str:
    """The shelf is not full enough."""
    words = {"right": "맞는", "wrong": "틀린"}[kind]
    return f"{words} 답이 {count}개입니다. {wanted}개 이상 만드세요."


# Tasks
NO_TASKS = "과제가 없습니다. '### 과제 1. ...' 제목을 쓰세요."


def task_number(found: int, wanted: int) -> str:
    """Tasks are not 1, 2, 3, ..."""
    return f"과제의 번호: {found}, 맞는 번호: {wanted}. 1부터 빠짐없이 매기세요."


def no_step(task: int) -> str:
    """A task without a step in the check."""
    return f"검사가 없는 과제입니다: {task}. checks에 @check.task({task})를 쓰세요."


def no_task(task: int) -> str:
    """A step without a task in the text."""
    return f"README에 없는 과제입니다: {task}. 검사를 지우거나 README에 과제를 쓰세요."


def reread_missing(heading: str) -> str:
    """`reread` names no heading."""
    return f"reread의 제목이 README에 없습니다: {heading}. README의 제목을 그대로 쓰세요."


def hints_missing(heading: str) -> str:
    """A task without hints."""
    return f"힌트가 없는 과제입니다: {heading}. '## {heading}'과 그 아래에 '### 힌트 1'을 쓰세요."


def hints_extra(heading: str) -> str:
    """A heading in hints.md that is no task."""
    return f"README에 없는 과제입니다: {heading}. README의 과제 제목을 그대로 쓰세요."


HINTS_ORDER = "힌트의 과제 순서가 README와 다릅니다. 같은 순서로 놓으세요."


def rung_number(heading: str, wanted: int) -> str:
    """Rungs are not 1, 2, 3, ..."""
    return f"힌트의 제목: {heading}, 맞는 제목: 힌트 {wanted}. 차례대로 매기세요."


def todo_missing(task: int) -> str:
    """A task that asks for work leaves no trace in the starter."""
    return (
        f"시작 파일에 '# TODO 과제 {task}'가 없습니다. 그 자리에 쓰세요. "
        "코드를 쓰지 않는 과제라면 과제의 글에 '코드를 쓰지 않습니다'라고 쓰세요."
    )


def todo_needless(task: int) -> str:
    """The text says that there is nothing to write."""
    return f"과제 {task}: 글은 '코드를 쓰지 않습니다'인데 시작 파일에 TODO가 있습니다. 둘 중 하나를 지우세요."


def todo_unknown(task: int) -> str:
    """A TODO for a task that does not exist."""
    return f"README에 없는 과제입니다: {task}. TODO의 번호를 고치세요."


# Answers
def starter_fails(detail: str) -> str:
    """The starter as it is does not run."""
    return f"시작 파일을 그대로 실행하면 오류가 납니다: {detail}. 처음에는 오류 없이 실행되게 하세요."


STARTER_HANGS = "시작 파일이 서버도 켜지 않고 끝나지도 않습니다. 처음에는 끝나거나 서버가 켜지게 하세요."


def starter_passes(task: int, seed: int) -> str:
    """The starter has passed a task that asks for work."""
    return (
        f"시작 파일이 이미 통과하는 과제입니다: {task} (seed {seed}). 검사를 엄하게 하거나 시작 파일에서 답을 빼세요."
    )


def solution_fails(task: int, status: str, message: str, seed: int) -> str:
    """The solution does not pass."""
    return (
        f"모범 답안이 통과하지 못하는 과제입니다: {task} ({status}, seed {seed}). {message} 답안이나 검사를 고치세요."
    )


def unjudged(task: int, message: str) -> str:
    """The check itself broke, or the machine."""
    return f"판정하지 못한 과제입니다: {task}. {message}. 검사를 고치세요."


# Texts
def h1_count(count: int) -> str:
    """A text needs one heading of level 1."""
    return f"가장 큰 제목(#)이 {count}개입니다. 하나만 쓰세요."


def level_skipped(heading: str, level: int, before: int) -> str:
    """A heading two or more levels below the one before."""
    return f"제목의 단계를 건너뛰었습니다({before} 다음에 {level}): {heading}. 단계를 하나씩 내리세요."


NO_LANGUAGE = "코드 상자에 언어가 없습니다. ``` 뒤에 python, text, html처럼 쓰세요."
FENCE_IN_HTML = "HTML 안에 든 코드 상자라서 코드로 보이지 않습니다. <details> 줄 뒤에 빈 줄을 넣으세요."
NO_ALT = "그림에 대체 글(alt)이 없습니다. 그림을 못 보는 사람도 알 수 있게 내용을 쓰세요."


def link_broken(target: str) -> str:
    """Nothing is there."""
    return f"링크가 가리키는 파일이 없습니다: {target}. 경로를 고치세요."


def link_outside(target: str) -> str:
    """It leads out of the project, or starts at the root of some disk."""
    return f"워크북 밖을 가리키는 링크입니다: {target}. 이 파일에서 시작하는 상대 경로로 쓰세요."


def anchor_broken(target: str) -> str:
    """No such heading."""
    return f"링크가 가리키는 제목이 없습니다: {target}. 제목을 소문자로, 빈칸을 -로 바꾸어 쓰세요."


def link_odd(target: str) -> str:
    """An external link that cannot be right."""
    return f"주소의 모양이 이상합니다: {target}. https://로 시작하는 주소를 빈칸 없이 쓰세요."


# Programs
def title_outside(title: str) -> str:
    """A program's name that leads out of its folder."""
    return f"프로그램의 이름이 폴더 밖을 가리킵니다: {title}. 폴더 안의 이름을 쓰세요."


def output_without_program(title: str) -> str:
    """An output block that belongs to nothing."""
    return f"이 이름의 프로그램이 앞에 없습니다: {title}. title과 output의 이름을 맞추세요."


def program_failed(title: str, code: int, last_line: str) -> str:
    """A program of a text ended with an error."""
    return f"{title} 실행이 오류로 끝났습니다(종료 코드 {code}): {last_line}. 프로그램을 고치세요."


def program_hangs(title: str, seconds: float) -> str:
    """A program of a text did not end."""
    return f"{title} 실행이 {seconds:g}초 안에 끝나지 않았습니다. 스스로 끝나게 하거나 title을 빼세요."


def output_differs(title: str, line: int, written: str | None, printed: str | None) -> str:
    """The text and the program do not say the same."""

    def quoted(text: str | None) -> str:
        return "(줄 없음)" if text is None else repr(text)

    return (
        f"{title}의 출력이 {line}번째 줄부터 다릅니다. 글: {quoted(written)}, 실제: {quoted(printed)}. 글을 고치세요."
    )
