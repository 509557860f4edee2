"""What is said while a class is graded."""

from __future__ import annotations

from collections.abc import Sequence

from shared.messages.submission import shown

GRADE = "학급의 제출물을 한꺼번에 채점합니다. 끝 코드(exit code): 0 모두 판정함, 2 판정하지 못한 것이 있음."
REPLAY = "채점한 제출물 하나를 같은 seed로 다시 실행해서 보여 줍니다."
FOLDER_NAME = "폴더"
FOLDER = "제출물이 모인 폴더. 적지 않으면 채점하지 않고 보고서만 다시 씁니다"
OUT = "채점 기록(gradebook)과 보고서를 둘 폴더. 적지 않으면 grades"
LESSON_OPTION = (
    "이 레슨만 채점합니다. 여러 번 적을 수 있습니다. 하나만 적으면 레슨 이름이 없는 제출물도 이 레슨으로 봅니다"
)
ONLY = "학번이나 이름에 이 글자가 든 학생만 채점합니다. 여러 번 적을 수 있습니다"
JOBS = "한꺼번에 판정할 제출물의 수. 적지 않으면 코어(core)의 수"
AGAIN = "이미 판정한 제출물도 다시 판정합니다"
MAP = "누구의 무엇인지 적은 CSV 파일: path,student,lesson"
STUDENT_NAME = "학생"
STUDENT = "학번이나 이름"
REPLAY_LESSON = "번호나 이름: 4, 04, routing"

NO_FOLDER_NOR_BOOK = "제출물이 모인 폴더를 적어 주세요: python workbook.py grade 폴더"
NOT_A_FOLDER = "폴더가 아닙니다"
WALLED = "제출물은 bubblewrap 안에서 실행합니다: 네트워크, 다른 제출물, 채점 기록이 보이지 않습니다."
UNWALLED = (
    "bubblewrap이 없어 벽 없이 실행합니다. 시간, 메모리, 프로세스, 출력, 파일의 제한은 지키지만, "
    "제출물이 이 컴퓨터의 파일과 네트워크를 볼 수 있습니다. "
    "믿을 수 없는 제출물이면 멈추고(Ctrl+C) bubblewrap을 설치해 주세요."
)
JUDGING = "판정"
LEFT = "남은 시간"
DIED = "판정하던 프로세스가 두 번 죽었습니다. 메모리가 모자라지 않은지 확인하고 다시 실행해 주세요."
KEPT = "멈추었습니다. 판정한 것은 저장했습니다. 같은 명령을 다시 실행하면 이어서 합니다."
WRITING = "보고서를 쓰고 있습니다."
DOUBTS_HEAD = "누구의 무엇인지 알 수 없어 채점하지 않은 것"
NOTHING_FOUND = "채점할 제출물을 찾지 못했습니다."
MOST_LINES = 20

REASON = "이유"
NO_STUDENT = "누구의 것인지 이름에서 알 수 없습니다."
NO_LESSON = "어느 레슨인지 알 수 없습니다. --lesson에 레슨을 하나 적으면 그 레슨으로 봅니다."
NOT_AN_ANSWER = "답으로 볼 수 있는 파일(.py, .sql, .json, .ipynb, .zip)이 아닙니다."
NOTHING_INSIDE = "안에 답으로 볼 수 있는 파일이 없습니다."
LINK = "링크(바로 가기)는 따라가지 않습니다."
SPECIAL = "보통 파일이 아니거나, 읽을 권한이 없습니다."
TOO_DEEP = "폴더가 너무 깊어 더 들어가지 않았습니다."
SEVERAL = "같은 학생이 같은 레슨에 여러 번 냈고, 이름의 날짜로 어느 것이 나중인지 알 수 없습니다."


def gone(name: str) -> str:
    """An entry of a zip that is no file, or is there no more."""
    return f"zip 안에서 파일을 찾지 못했습니다: {shown(name)}. 다시 압축해 내 주세요."


def large_inside(name: str, mib: int) -> str:
    """A file inside a zip that is not unpacked."""
    return f"zip 안의 파일이 너무 큽니다({mib} MiB까지): {shown(name)}."


def two_files_for_one(path: str, name: str) -> str:
    """Single files that are the same file of the lesson."""
    return f"같은 파일이 두 번 있고 내용이 다릅니다: {shown(name)} ({shown(path)}). 하나만 남겨 주세요."


def several_students(ids: Sequence[str]) -> str:
    """A name that several students have."""
    return f"이름이 같은 학생이 여럿입니다. 학번: {', '.join(shown(one) for one in ids)}"


def map_unreadable(path: object, why: object) -> str:
    """The mapping cannot be read."""
    return f"--map 파일을 읽지 못했습니다: {shown(path)} ({shown(why)})."


def map_encoding(path: object) -> str:
    """The mapping is no text."""
    return f"--map 파일을 글자로 읽을 수 없습니다: {shown(path)}. UTF-8 CSV로 저장해 주세요."


def map_line(path: object, line: int) -> str:
    """A line of the mapping that has not enough cells."""
    return f"--map 파일의 {line}번째 줄을 읽지 못했습니다: {shown(path)}. 한 줄에 path,student,lesson을 적어 주세요."


def map_lesson(path: object, line: int, why: str) -> str:
    """A line of the mapping that names no lesson."""
    return f"--map 파일의 {line}번째 줄({shown(path)}): {why}"


def other_gradebook(path: object, version: object) -> str:
    """A gradebook that another edition of the workbook has written."""
    return f"다른 판의 워크북이 만든 채점 기록입니다({version}): {shown(path)}. --out에 다른 폴더를 적어 주세요."


def gradebook_trouble(path: object, why: object) -> str:
    """SQLite could not do it: a full disk, no permission, no gradebook."""
    if "full" in str(why):
        return (
            f"디스크가 가득 차서 멈추었습니다: {shown(path)}. 판정한 것은 저장했습니다. "
            "자리를 만들고 다시 실행해 주세요."
        )
    return f"채점 기록을 쓸 수 없습니다: {shown(path)} ({shown(why)}). 폴더의 권한을 확인해 주세요."


def in_use(folder: object) -> str:
    """Another grader is at work."""
    return (
        f"이 채점 기록을 다른 채점이 쓰고 있습니다: {shown(folder)}. "
        "끝난 뒤에 다시 실행하거나, --out에 다른 폴더를 적어 주세요."
    )


def not_a_folder(path: object) -> str:
    """The class's folder is none."""
    return f"폴더를 찾지 못했습니다: {shown(path)}. 제출물이 모인 폴더를 적어 주세요."


def out_inside(out: object) -> str:
    """The results would be written among the submissions."""
    return f"제출물 폴더 안에는 쓰지 않습니다: {shown(out)}. --out에 다른 폴더를 적어 주세요."


def no_gradebook(out: object) -> str:
    """There is nothing to report."""
    return f"채점 기록이 없습니다: {shown(out)}. 먼저 채점해 주세요: python workbook.py grade 폴더"


def not_graded(student: str, lesson: str) -> str:
    """Nothing of that student for that lesson is in the gradebook."""
    return f"채점 기록에 없습니다: {shown(student)}, 레슨 {lesson}. 학번이나 이름을 확인해 주세요."


def several_graded(students: Sequence[str]) -> str:
    """Several students have this name."""
    return f"여러 학생이 있습니다: {', '.join(shown(one) for one in students)}. 학번으로 적어 주세요."


def nothing_to_replay(why: str | None) -> str:
    """What was handed in could not be taken."""
    return f"다시 실행할 파일이 없습니다. {why or ''}".strip()


def student(student_id: str, name: str) -> str:
    """Who it is."""
    return shown(" ".join(part for part in (student_id, name) if part) or "-")


def found(pieces: int, doubts: int) -> str:
    """What is in the folder."""
    said = f"제출물 {pieces}개를 찾았습니다."
    return f"{said} 알 수 없는 것 {doubts}개." if doubts else said


def doubt(path: str, reason: str) -> str:
    """One that is not judged."""
    return f"{shown(path)}: {reason}"


def more(count: int) -> str:
    """What is not shown one by one."""
    return f"그 밖에 {count}개"


def settle(path: object) -> str:
    """How to settle doubts."""
    return (
        f"누구의 무엇인지 이 파일에 적은 뒤 --map으로 알려 주세요: {shown(path)}. "
        "채점하지 않을 것은 student 칸에 -를 적습니다."
    )


def trouble(who: str, lesson: str, reason: str) -> str:
    """One that could not be judged."""
    first = reason.strip().splitlines()
    return f"! {who}, 레슨 {lesson}: {shown(first[-1]) if first else ''}"


def differs(who: str, lesson: str, before: tuple[int, int], now: tuple[int, int], tasks: str) -> str:
    """One whose verdict is another one than before."""
    return f"* {who}, 레슨 {lesson}: {before[0]}/{before[1]} -> {now[0]}/{now[1]} ({tasks})"


def task_differs(task: int, before: str, now: str) -> str:
    """One task of those."""
    return f"과제 {task}: {before} -> {now}"


def rate(per_minute: float) -> str:
    """How fast."""
    return f"분당 {per_minute:,.0f}개"


def going_on(done: int, total: int, per_minute: float, left: str) -> str:
    """A line for whoever has no progress bar."""
    return f"{done}/{total}, {rate(per_minute)}, 남은 시간 {left}"


def summary(judged: int, unchanged: int, troubles: int, doubts: int, seconds: float) -> str:
    """How it went."""
    parts = [f"새로 판정 {judged}개", f"그대로 {unchanged}개", f"판정 못 함 {troubles}개", f"알 수 없음 {doubts}개"]
    return f"{', '.join(parts)}. {seconds:.1f}초"


def differences(count: int) -> str:
    """How many verdicts are other ones than before."""
    return f"전과 달라진 판정: {count}개"


def written(path: object) -> str:
    """Where the reports are."""
    return f"보고서: {shown(path)}"


def failed(error: object) -> str:
    """The process that judges has failed: a fault of ours."""
    return f"판정하다가 문제가 생겼습니다. 제출물 때문이 아닙니다: {shown(repr(error))}"


def replaying(who: str, lesson: str, seed: int) -> str:
    """Stands above a replay."""
    return f"{who}, 레슨 {lesson}, seed {seed}"


REPLAY_SAME = "채점 기록과 같습니다."
REPLAY_DIFFERENT = "채점 기록과 다릅니다."
REPLAY_OTHER_CHECK = "채점한 뒤에 검사가 바뀌었습니다."
