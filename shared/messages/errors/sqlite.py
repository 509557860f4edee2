"""sqlite3: statements that SQLite refuses, and connections used in the wrong way."""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

TABLE = (
    Says(
        "OperationalError",
        r"^no such table: (?P<table>\S+)",
        "이런 표(table)가 없습니다: $table. CREATE TABLE을 먼저 실행했는지, 데이터베이스 파일의 이름과 "
        "위치가 맞는지 확인하세요.",
    ),
    Says(
        "OperationalError",
        r"^no such column: (?P<column>.{1,80}?)( - should this be a string literal.*)?$",
        "이런 열(column)이 없습니다: $column. 열 이름의 철자를 보세요. 문자열이라면 작은따옴표로 감싸세요. "
        "파이썬에서 온 값이라면 값 자리에 ? 를 쓰고 값을 따로 넘기세요.",
    ),
    Says(
        "OperationalError",
        r"^table (?P<table>\S+) has no column named (?P<column>\S+)",
        "표 $table 에 이런 열(column)이 없습니다: $column",
    ),
    Says(
        "OperationalError",
        r"^table (?P<table>\S+) already exists",
        "표(table)가 이미 있습니다: $table. 이렇게 쓰면 없을 때만 만듭니다.\n    CREATE TABLE IF NOT "
        "EXISTS $table (...)",
    ),
    Says(
        "OperationalError",
        '^near "DATABASE": syntax error',
        "SQLite에는 DROP DATABASE가 없습니다. 데이터베이스는 파일이므로, 연결을 닫고 그 파일을 지우면 됩니다.",
    ),
    Says(
        "OperationalError",
        r'^near "(?P<near>[^"]{1,60})": syntax error',
        "SQL 문장을 읽을 수 없습니다. 이 글자 바로 앞이나 그 자리를 보세요: $near",
    ),
    Says(
        "OperationalError",
        """^unrecognized token: "['"]""",
        "따옴표를 열고 닫지 않았습니다. SQL의 글은 작은따옴표로 감싸고, 글 안의 작은따옴표는 두 번 적으세요.",
    ),
    Says(
        "OperationalError", "^incomplete input", "SQL 문장이 끝까지 쓰이지 않았습니다. 괄호와 따옴표를 닫았는지 보세요."
    ),
    Says(
        "OperationalError",
        r"^(table (?P<table>\S+) has (?P<columns>\d+) columns but (?P<values>\d+) values were supplied|"
        r"\d+ values for \d+ columns)",
        "열의 개수와 VALUES의 개수가 다릅니다. 열 이름을 적고 개수를 맞추세요.\n    INSERT INTO 표 (열1, "
        "열2) VALUES (?, ?)",
    ),
    Says(
        "OperationalError",
        "^unable to open database file",
        "데이터베이스 파일을 열 수 없습니다. 그 폴더가 있는지, 경로의 철자가 맞는지 확인하세요.",
    ),
    Says(
        "OperationalError",
        "^database (table )?is locked",
        "다른 연결이 데이터베이스를 쓰고 있습니다. 값을 바꾼 뒤에는 commit()을 하고, 다 쓴 연결은 close()로 닫으세요.",
    ),
    Says(
        "OperationalError",
        "^attempt to write a readonly database",
        "읽기만 할 수 있는 데이터베이스입니다. 파일과 폴더에 쓸 수 있는지 확인하세요.",
    ),
    Says("OperationalError", r"^no such function: (?P<function>\w+)", "SQLite에 이런 함수가 없습니다: $function"),
    Says(
        "OperationalError",
        r"^ambiguous column name: (?P<column>\w+)",
        "두 표에 같은 열이 있습니다: $column. 표.$column 처럼 표 이름을 붙이세요.",
    ),
    Says(
        "IndexError",
        "^No item with that key",
        "이 행에 그런 이름의 열(column)이 없습니다. SELECT 뒤에 쓴 열 이름과 철자가 같은지 보세요.",
    ),
    Says("DatabaseError", "^file is not a database", "SQLite 파일이 아닙니다. 파일 이름이 맞는지 확인하세요."),
    Says(
        "ProgrammingError Warning",
        "^You can only execute one statement at a time",
        "execute()는 한 번에 SQL 문장 하나만 실행합니다. 나누어 쓰거나 executescript()를 쓰세요.",
    ),
    Says(
        "ProgrammingError",
        "^Incorrect number of bindings supplied",
        "? 의 개수와 넘긴 값의 개수가 다릅니다. 값이 하나일 때도 쉼표가 있는 튜플로 쓰세요.\n    "
        'con.execute("... WHERE id = ?", (student_id,))',
    ),
    Says(
        "ProgrammingError",
        r"^You did not supply a value for binding (parameter )?:?(?P<parameter>\w+)",
        "이름 있는 자리에 값을 주지 않았습니다: :$parameter. 넘기는 딕셔너리에 그 키를 넣으세요.",
    ),
    Says(
        "ProgrammingError ValueError",
        "^parameters are of unsupported type",
        "execute()의 두 번째 값은 튜플이나 리스트여야 합니다. 값이 하나일 때도 (값,)처럼 쓰세요.",
    ),
    Says(
        "ProgrammingError InterfaceError",
        "^Error binding parameter",
        "표에 담을 수 없는 종류의 값입니다. 문자열, 숫자, None, bytes만 담을 수 있습니다.",
    ),
    Says(
        "ProgrammingError",
        "^Cannot operate on a closed",
        "이미 닫은 연결입니다. close()보다 먼저 쓰고, commit()도 close() 앞에 쓰세요.",
    ),
    Says(
        "ProgrammingError",
        "^SQLite objects created in a thread can only be used in that same thread",
        "한 연결(connection)을 여러 요청이 함께 쓸 수 없습니다. 라우트 함수 안에서 요청마다 새로 연결하세요.",
    ),
    Says(
        "IntegrityError",
        r"^UNIQUE constraint failed: (?P<column>.{1,80})$",
        "같은 값이 이미 있습니다: $column. 먼저 있는지 확인하거나, 이 오류를 except로 받아 409로 답하세요.",
    ),
    Says(
        "IntegrityError",
        r"^NOT NULL constraint failed: (?P<column>.{1,80})$",
        "비워 둘 수 없는 열입니다: $column. 값을 넣으세요.",
    ),
    Says(
        "IntegrityError", "^FOREIGN KEY constraint failed", "가리키는 행이 다른 표에 없습니다. 그 행을 먼저 넣으세요."
    ),
    Says(
        "IntegrityError",
        r"^CHECK constraint failed: (?P<rule>.{1,80})$",
        "표의 규칙(CHECK)에 맞지 않는 값입니다: $rule",
    ),
    Says(
        "IntegrityError",
        r"^cannot store (?P<given>\w+) value in (?P<wanted>\w+) column (?P<column>\S+)",
        "열 $column 에는 $wanted 만 담을 수 있습니다(준 값: $given).",
    ),
    Says(
        "OverflowError",
        "too large to convert to SQLite INTEGER",
        "SQLite의 정수보다 큰 수입니다. 문자열(TEXT)로 저장하세요.",
    ),
)
