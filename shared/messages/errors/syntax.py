"""Errors of writing, part two: blocks, brackets, assignments, calls, imports, indentation.

Python could not read the file at all. The texts differ between Python 3.10 and 3.14.
"""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

_AFTER_COLON = "쌍점(:)으로 끝난 줄의 다음 줄은 안으로 들여 써야 합니다(indent). 다음 줄 앞에 빈칸 4개를 넣으세요."

TABLE = (
    # a colon
    Says("SyntaxError", "expected ':'", "파이썬에는 else if가 없습니다. elif로 쓰세요.", code=r"^else\s+if\b"),
    Says(
        "SyntaxError",
        "^expected ':'",
        "쌍점(:)이 빠졌습니다. if, elif, else, for, while, def, class, with, try, except로 시작하는 줄은 "
        ":으로 끝납니다.",
    ),
    Says(
        "SyntaxError",
        "':' expected after dictionary key",
        '딕셔너리(dict)는 {"키": 값}처럼 키 뒤에 쌍점(:)과 값을 씁니다.',
    ),
    Says(
        "SyntaxError",
        "expression expected after dictionary key",
        '딕셔너리(dict)의 쌍점(:) 뒤에 값이 없습니다. {"키": 값}처럼 쓰세요.',
    ),
    # brackets
    Says(
        "SyntaxError",
        r"^'(?P<open>[(\[{])' was never closed",
        "열고 닫지 않은 괄호가 있습니다: $open\n짝이 되는 닫는 괄호를 쓰세요.",
    ),
    Says(
        "SyntaxError",
        r"^unmatched '(?P<close>[)\]}])'",
        "여는 괄호가 없는 닫는 괄호가 있습니다: $close\n지우거나, 앞에 여는 괄호를 쓰세요.",
    ),
    Says(
        "SyntaxError",
        r"closing parenthesis '(?P<close>.)' does not match opening parenthesis '(?P<open>.)'",
        "괄호의 짝이 다릅니다. 연 괄호: $open 닫은 괄호: $close\n같은 모양으로 맞추세요.",
    ),
    # = and ==
    Says(
        "SyntaxError",
        "^invalid syntax. Maybe you meant '==' or ':='",
        "= 하나는 값을 넣는 기호입니다. 두 값이 같은지 물을 때는 == 로 쓰세요.",
    ),
    Says(
        "SyntaxError",
        "^cannot assign to .* here. Maybe you meant '=='",
        "= 의 왼쪽에는 값을 담을 이름이 와야 합니다. 두 값이 같은지 물으려면 == 로 쓰고, 값을 담으려면 "
        "이름 = 값 순서로 쓰세요.",
    ),
    Says(
        "SyntaxError",
        "^cannot assign to (?P<word>True|False|None)",
        "$word: 파이썬이 정해 둔 값이라 이름으로 쓸 수 없습니다.",
    ),
    Says(
        "SyntaxError",
        'expression cannot contain assignment, perhaps you meant "=="',
        "괄호 안의 이름=값에서 이름은 따옴표나 점 없이 씁니다. 비교하려던 것이라면 == 로 쓰세요.",
    ),
    # calls and functions
    Says(
        "SyntaxError",
        "Missing parentheses in call to 'print'",
        'print 뒤에 괄호가 필요합니다. print("안녕")처럼 쓰세요.',
    ),
    Says(
        "SyntaxError",
        "positional argument follows keyword argument",
        "이름=값은 뒤에 모아 써야 합니다. 이름 없는 값을 앞으로 옮기세요.",
    ),
    Says(
        "SyntaxError",
        "(non-default argument follows default|parameter without a default follows)",
        "기본값이 있는 매개변수(이름=값)는 뒤에 모아 써야 합니다. 기본값이 없는 이름을 앞으로 옮기세요.",
    ),
    Says(
        "SyntaxError",
        "duplicate (argument|parameter) '(?P<argument>\\w+)'",
        "한 주소 규칙에 같은 변수 이름이 두 번 있습니다: <$argument>. 이름을 서로 다르게 쓰세요.",
        code=r"\.(route|get|post|put|patch|delete)\(",
    ),
    Says(
        "SyntaxError",
        "duplicate (argument|parameter) '(?P<argument>\\w+)'",
        "함수의 괄호 안에 같은 이름이 두 번 있습니다: $argument. 이름을 서로 다르게 쓰세요.",
    ),
    Says(
        "SyntaxError",
        r"keyword argument repeated: (?P<argument>\w+)",
        "같은 이름을 두 번 주었습니다: $argument. 하나를 지우세요.",
    ),
    Says("SyntaxError", "expected argument value expression", "이름= 뒤에 값이 없습니다. 값을 쓰세요."),
    Says(
        "SyntaxError",
        "'(?P<word>return|yield|await)' outside function",
        "$word 줄이 함수 밖에 있습니다. 함수 안의 줄이라면 앞에 빈칸 4개를 넣으세요.",
    ),
    Says("SyntaxError", "'await' outside async function", "await는 async def로 만든 함수 안에서만 쓸 수 있습니다."),
    Says(
        "SyntaxError",
        "('break' outside loop|'continue' not properly in loop)",
        "break와 continue는 for나 while 안에서만 쓸 수 있습니다. 들여쓰기를 확인하세요.",
    ),
    Says(
        "SyntaxError",
        "expected 'except' or 'finally' block",
        "try 다음에는 except가 필요합니다. try와 같은 들여쓰기로 except: 줄을 쓰세요.",
    ),
    Says(
        "SyntaxError",
        "'elif' block follows an 'else' block",
        "elif는 else보다 앞에 와야 합니다. else를 맨 뒤로 옮기세요.",
    ),
    Says(
        "SyntaxError",
        "expected 'else' after 'if' expression",
        "한 줄 if에는 else가 필요합니다. 값1 if 조건 else 값2처럼 쓰세요.",
    ),
    Says(
        "SyntaxError",
        r"name '(?P<variable>\w+)' is assigned to before global",
        "global $variable 줄을 함수의 맨 위로 옮기세요.",
    ),
    # imports
    Says("SyntaxError", "trailing comma not allowed", "import 줄이 쉼표(,)로 끝났습니다. 마지막 쉼표를 지우세요."),
    Says(
        "SyntaxError",
        "Expected one or more names after 'import'",
        "import 뒤에 가져올 이름을 쓰세요. 예: from flask import Flask",
    ),
    Says(
        "SyntaxError",
        "invalid syntax",
        "import 뒤에 가져올 이름을 쓰세요. 예: from flask import Flask",
        code=r"^from\s+\S+\s+import$",
    ),
    Says(
        "SyntaxError",
        "(Did you mean to use 'from ... import ...'|^invalid syntax$)",
        "순서를 바꾸세요: from $module import $wanted",
        code=r"^import\s+(?P<wanted>\w+)\s+from\s+(?P<module>\w+)",
    ),
    # a plain "invalid syntax" whose line leaves no doubt
    Says("SyntaxError", "^invalid syntax$", "파이썬에는 ++ 가 없습니다. += 1 로 쓰세요.", code=r"^\w+\s*\+\+$"),
    Says(
        "SyntaxError",
        "^invalid syntax$",
        "파이썬에는 && 가 없습니다. and 로 쓰세요.",
        code=r"^(if|elif|while)\b[^'\"]*&&",
    ),
    Says(
        "SyntaxError",
        "^invalid syntax$",
        "파이썬에는 || 가 없습니다. or 로 쓰세요.",
        code=r"^(if|elif|while)\b[^'\"]*\|\|",
    ),
    Says("SyntaxError", "^invalid syntax$", "파이썬에서는 ! 대신 not 을 씁니다.", code=r"^(if|elif|while)\s+!\s*\w"),
    Says(
        "SyntaxError",
        "^invalid syntax$",
        "$word: 짝이 되는 앞 줄과 들여쓰기가 맞지 않거나, 짝이 되는 줄이 없습니다. else의 짝은 if, "
        "except와 finally의 짝은 try입니다.",
        code=r"^(?P<word>else|finally|except)(\s+\w+(\s+as\s+\w+)?)?:$",
    ),
    Says(
        "SyntaxError",
        "^invalid syntax$",
        "$word: 파이썬이 쓰는 낱말이라 이름으로 쓸 수 없습니다. 다른 이름으로 바꾸세요.",
        code=r"^(def\s+)?(?P<word>class|return|import|from|pass|def|if|for|is|in|global|lambda|with|try)(\s*=[^=]|\()",
    ),
    Says(
        "SyntaxError",
        "^invalid syntax$",
        "@로 시작하는 줄(데코레이터, decorator) 바로 아래에는 def 줄이 와야 합니다.",
        code=r"^@[\w.]+\(.*\)$",
    ),
    Says(
        "SyntaxError",
        "^invalid syntax$",
        "한글 글이 코드 자리에 있습니다. 설명이라면 줄 앞에 # 을 쓰고, 화면에 보일 글이라면 따옴표로 감싸세요.",
        code=r"^[가-힣]+(\s+[가-힣]+)+[.!?]?$",
    ),
    Says("SyntaxError", r"Did you mean '(?P<word>\w+)'\?", "낱말의 철자를 확인하세요. 혹시 이 낱말인가요: $word"),
    Says(
        "SyntaxError",
        "Perhaps you forgot a comma",
        "두 값이 나란히 붙어 있습니다. 사이에 쉼표(,)나 다른 기호, 또는 따옴표가 빠졌는지 보세요.",
    ),
    # indentation
    Says(
        "TabError", "inconsistent use of tabs", "들여쓰기에 탭(Tab)과 빈칸이 섞여 있습니다. 모두 빈칸 4개로 바꾸세요."
    ),
    Says("IndentationError", "expected an indented block", _AFTER_COLON),
    Says(
        "IndentationError",
        "unexpected indent",
        "이 줄이 앞 줄보다 더 들어가 있습니다. 줄 앞의 빈칸을 앞 줄과 같게 맞추세요.",
    ),
    Says(
        "IndentationError",
        "unindent does not match",
        "이 줄의 들여쓰기가 위의 어느 줄과도 맞지 않습니다. 줄 앞의 빈칸을 같은 묶음의 줄과 같게 맞추세요.",
    ),
)
