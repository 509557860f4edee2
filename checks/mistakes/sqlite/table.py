"""Lesson 12: mistakes in making the table, and in where its file is."""

from __future__ import annotations

import ast
import re

from mistakes.sqlite.evidence import all_code, python_files
from mistakes.sqlite.raising import raised
from mistakes.sqlite.tasks import EVERY_TASK, KEEPING, MAKING
from probing.student_file import FILE, NO_TABLE, NOT_IN_FILE, databases
from shared.checking import KnownMistakes

known = KnownMistakes()


@known(
    MAKING,
    id="Q23",
    says=f"`:memory:`는 파일을 만들지 않습니다. 연결을 닫으면 데이터가 모두 사라집니다. `{FILE}`에 연결하세요.",
)
def only_in_memory(source, files):
    return not files.exists(FILE) and bool(re.search("""["']:memory:""", all_code(source)))


@known(
    MAKING,
    id="Q25",
    says=f"`{FILE}`이 없고, 다른 이름이나 다른 폴더에 데이터베이스 파일이 생겼습니다. 이름이 다르면 SQLite는 새 파일을 "
    f"만듭니다. 파일의 이름을 보고, `app.py`와 같은 폴더의 `{FILE}`에 연결하세요.",
)
def another_file(source, files):
    return not files.exists(FILE) and bool(set(databases(files)) - set(source.names()))


@known(
    MAKING,
    id="init-when-run-only",
    says='표를 만드는 코드가 `if __name__ == "__main__":` 아래에 있습니다. 그 자리는 `python app.py`로 실행할 때만 '
    "실행됩니다. `flask run`이나 다른 서버는 파일을 가져오기만 합니다. `app = Flask(...)` 아래로 옮기세요.",
)
def table_made_under_the_guard(failure, source):
    pattern = "|".join(["(?i:create table)", "executescript", *(rf"\b{name}\(" for name in makers(source))])
    guarded, free = code_by_place(source.tree("app.py"))
    return lacks_table(failure) and bool(re.search(pattern, guarded)) and not re.search(pattern, free)


@known(
    MAKING,
    id="init-never-called",
    says="표를 만드는 함수를 아무 데서도 부르지 않습니다. 정의한 함수는 불러야 실행됩니다. `app.py`에서 "
    "`app = Flask(...)` 아래에 `init_db()`를 쓰세요.",
)
def table_maker_never_called(failure, source):
    if not lacks_table(failure):
        return False
    called = {name.rpartition(".")[2] for file in python_files(source) for name, _ in source.calls(file)}
    return bool(makers(source)) and not called & makers(source)


@known(
    MAKING,
    KEEPING,
    id="drop-at-start",
    says="서버가 켜질 때마다 표나 파일을 지우고 새로 만듭니다. 그래서 학생이 모두 사라집니다. `DROP TABLE`이나 파일을 "
    "지우는 코드를 빼고, `CREATE TABLE IF NOT EXISTS`만 남기세요.",
)
def dropped_at_start(failure, source):
    pattern = r"(?i)\bdrop\s+table\b|\bDELETE\s+FROM\s+student_list\s*[;\"']|\.unlink\(|\bos\.remove\("
    return NOT_IN_FILE in (failure.got or "") and re.search(pattern, all_sql(source)) is not None


raised(
    known,
    *EVERY_TASK,
    id="Q26",
    says="표가 이미 있는데 `CREATE TABLE`로 다시 만들려고 했습니다. 그래서 두 번째부터 서버가 켜지지 않습니다. "
    "`CREATE TABLE IF NOT EXISTS`라고 쓰면 없을 때만 만듭니다.",
    pattern=r"OperationalError: table \S+ already exists",
)


def lacks_table(failure):
    """Whether the first request found no table."""
    return NO_TABLE in (failure.got or "")


def all_sql(source):
    """All Python and SQL of the submission, without comments."""
    scripts = [re.sub("--.*", "", source.text(name)) for name in source.names() if name.endswith(".sql")]
    return "\n".join([all_code(source), *scripts])


def makers(source):
    """Names of the functions that make the table: by their own SQL, by a script, or through one another."""
    functions = [function for file in python_files(source) for function in source.functions(file)]
    found = {
        function.name for function in functions if re.search(r"(?i)create table|executescript", ast.unparse(function))
    }
    found |= {
        function.name
        for function in functions
        if re.search("^(init|create|make)_?(db|table|database|schema)", function.name)
    }
    for function in functions:
        if any(re.search(rf"\b{re.escape(name)}\(", ast.unparse(function)) for name in found):
            found.add(function.name)
    return found


def code_by_place(tree):
    """What runs under the main guard, and what runs whenever the module is loaded."""
    guarded, free = [], []
    for node in tree.body if tree else ():
        is_guard = isinstance(node, ast.If) and "__main__" in ast.unparse(node.test)
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            (guarded if is_guard else free).append(ast.unparse(node))
    return "\n".join(guarded), "\n".join(free)
