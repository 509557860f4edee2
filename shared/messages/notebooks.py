"""What notebooks say, and what is said about them."""

from __future__ import annotations

TASKS = "과제"

SETUP = """\
# 이 칸을 가장 먼저 실행하세요. 이 노트북에서 쓰는 것을 준비합니다.
try:
    from shared.notebooks import kernel as workbook
except ModuleNotFoundError:
    raise SystemExit("워크북의 Python으로 여세요. 터미널에서: python workbook.py notebook {number}") from None

workbook.start("{number}")"""

ANSWERS_HERE = """\
아래 칸에 답을 씁니다. 첫 줄의 `%%answer`는 지우지 마세요. 고친 다음에는 칸을 실행(`Shift`+`Enter`)해야 기억합니다. \
그다음 과제마다 있는 `check` 칸을 실행하면 검사합니다."""
TRY = """\
검사하기 전에 직접 해 볼 수 있습니다. 첫 칸은 서버를 이 노트북의 스레드에서 켭니다. \
다시 실행하면 앞의 서버를 끄고 새로 켭니다. \
둘째 칸은 그 서버에 물어봅니다."""
ASK = """\
import requests

reply = requests.get(f"{server.url}/", timeout=5)
print(reply.status_code)
print(reply.text)"""
WHOLE = "모든 과제를 한 번에 검사합니다."
RUNG = "힌트 {number}"
FOLDED = "<details><summary>{title}</summary>\n\n{text}\n\n</details>"

REMEMBERED = "{file}: 기억했습니다. 이제 check 칸을 실행하세요."
NOT_RUN = "아직 실행하지 않은 칸이 있어서 시작 파일로 검사했습니다: {files}"
NO_NAME = "첫 줄에 파일 이름을 적어 주세요: %%answer app.py"
NOT_STARTED = "맨 위의 준비 칸을 먼저 실행해 주세요."
NO_TASK = "과제 {number}: 이 레슨에 없는 번호입니다. 있는 번호: {numbers}"
OUTSIDE = "폴더 밖의 이름은 쓸 수 없습니다: {file}"
PROGRAM_FAILED = "{file}: 프로그램이 오류로 끝났습니다(끝 코드 {code})."

VERB_NOTEBOOK = "레슨을 JupyterLab에서 엽니다."
VERB_NOTEBOOKS = "모든 노트북을 만들거나(build) 실행합니다(run)."
ACTION = "할 일"
ACTION_HELP = "build: 다시 만듭니다. run: 처음 상태와 답을 채운 상태로 모두 실행합니다."
CHECK_HELP = "만들지 않고, 다시 만들어야 하는 노트북이 있는지만 봅니다."
NO_BROWSER_HELP = "브라우저를 열지 않고 주소만 보여 줍니다."
OPENING = "JupyterLab을 시작합니다. 브라우저가 열립니다. 끝내려면 이 터미널에서 Ctrl+C를 두 번 누르세요."
COPIED = "여러분의 노트북을 만들었습니다: {path}. 여기에 쓴 답은 워크북을 새로 받아도 그대로 있습니다."
GO_ON = "여러분의 노트북을 엽니다: {path}"
NO_LAB = "JupyterLab이 설치되어 있지 않습니다. python workbook.py doctor를 실행하세요."
UNKNOWN_ACTION = "할 일을 알 수 없습니다: {action}. build나 run을 적어 주세요."

PUT_ASIDE = "노트북에 쓴 것이 있어서 지우지 않고 이름을 바꾸었습니다: {path}"
BUILT = "{path}: 만들었습니다."
FRESH = "노트북 {count}개: 모두 새것입니다."
STALE = "다시 만들어야 하는 노트북: {path}. python workbook.py notebooks build"
RUNNING = "노트북 실행"
AS_HANDED_OUT, SOLVED = "처음 상태", "답을 채운 상태"
RAN_FINE = "{lesson} ({how}): 모두 실행했습니다. {seconds:.1f}초"
CELL_FAILED = "{lesson} ({how}): 칸 {cell}에서 멈추었습니다."
CELL_LATE = "{seconds:g}초 안에 끝나지 않았습니다."
OTHER_OUTPUT = "저장된 출력과 다릅니다.\n저장된 것:\n{kept}\n나온 것:\n{got}"
NOT_PASSED = "답을 채웠는데 통과하지 못했습니다.\n{text}"
PASSED_EARLY = "답을 쓰기 전인데 모두 통과했습니다."
ALL_RAN = "노트북 {count}개를 두 번씩 실행했습니다. 문제가 있는 것: {failed}개. {seconds:.1f}초"

BROKEN = "노트북을 읽을 수 없습니다: {name}. Jupyter에서 열리는지 보고, 다시 저장해서 내 주세요."
OLD = "아주 오래된 형식의 노트북입니다: {name}. JupyterLab에서 열어 다시 저장해서 내 주세요."
NO_ANSWERS = (
    "노트북에 답을 쓰는 칸이 없습니다: {name}. 첫 줄이 `%%answer {file}`인 칸이 있어야 합니다. "
    "이 레슨의 노트북이 맞는지도 보세요."
)
TWICE = "{file}: 답을 쓴 칸이 둘 있고 내용이 다릅니다. 하나만 남기고 다시 저장해서 내 주세요."
NOTE_MISSING = "노트북에 이 파일의 칸이 없어서 시작 파일로 검사했습니다: {files}"
