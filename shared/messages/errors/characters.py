"""Errors of writing, part one: quotes, f-strings, and characters that Python does not take. See `syntax`."""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

SAVE_AS_UTF8 = (
    "파일이 UTF-8로 저장되어 있지 않습니다. VS Code 오른쪽 아래의 인코딩 이름을 누르고 "
    "'인코딩하여 저장(Save with Encoding)'에서 UTF-8을 고르세요."
)
_QUOTE = '큰따옴표(")로 바꾸세요.'
_SINGLE = "작은따옴표(')로 바꾸세요."
_WRONG_CHARACTERS = {
    "“": _QUOTE,
    "”": _QUOTE,
    "„": _QUOTE,
    "＂": _QUOTE,
    "‘": _SINGLE,
    "’": _SINGLE,
    "＇": _SINGLE,
    "`": _SINGLE,
    "，": "쉼표(,)로 바꾸세요.",
    "、": "쉼표(,)로 바꾸세요.",
    "。": "마침표(.)로 바꾸거나 지우세요.",
    "．": "마침표(.)로 바꾸세요.",
    "：": "쌍점(:)으로 바꾸세요.",
    "；": "쌍반점(;)으로 바꾸거나 지우세요.",
    "（": "괄호 (로 바꾸세요.",
    "）": "괄호 )로 바꾸세요.",
    "［": "대괄호 [로 바꾸세요.",
    "］": "대괄호 ]로 바꾸세요.",
    "｛": "중괄호 {로 바꾸세요.",
    "｝": "중괄호 }로 바꾸세요.",
    "＝": "등호(=)로 바꾸세요.",
    "＋": "+ 로 바꾸세요.",
    "－": "- 로 바꾸세요.",
    "–": "- 로 바꾸세요.",
    "—": "- 로 바꾸세요.",
    "×": "곱하기라면 * 로 바꾸세요.",
    "÷": "나누기라면 / 로 바꾸세요.",
    "→": "-> 로 바꾸세요.",
    "…": "점 세 개(...)로 바꾸세요.",
    "·": "지우거나 쉼표(,)로 바꾸세요.",
}

TABLE = (
    # strings
    Says(
        "SyntaxError",
        "unterminated triple-quoted",
        '따옴표 세 개(""")로 연 문자열을 닫지 않았습니다. 끝에 """를 쓰세요.',
    ),
    Says(
        "SyntaxError",
        r"unterminated (f-|t-)?string literal",
        "따옴표를 닫지 않았습니다. 문자열은 연 따옴표와 같은 따옴표로, 같은 줄에서 끝나야 합니다.",
    ),
    Says(
        "SyntaxError", r"f-string: expecting .*'}'", "f-문자열에서 {를 열고 }로 닫지 않았습니다. {이름}처럼 닫으세요."
    ),
    Says(
        "SyntaxError",
        r"f-string: single '}' is not allowed",
        "f-문자열에 여는 {가 없는 }가 있습니다. {이름}처럼 짝을 맞추고, } 글자 자체를 쓰려면 }}로 쓰세요.",
    ),
    Says(
        "SyntaxError",
        "f-string: (empty expression not allowed|valid expression required before '}')",
        "f-문자열의 { } 안이 비어 있습니다. 안에 이름이나 식을 쓰세요. 예: {name}",
    ),
    Says(
        "SyntaxError",
        "f-string expression part cannot include a backslash",
        "f-문자열의 { } 안에는 역슬래시(\\)를 쓸 수 없습니다. 값을 먼저 변수에 담은 뒤 {변수}로 쓰세요.",
    ),
    Says(
        "SyntaxError",
        "unicodeescape",
        '따옴표 앞에 r을 붙이세요. 문자열 안의 역슬래시(\\)가 특별한 글자로 읽혔습니다.\n    r"C:\\Users\\..."',
    ),
    Says("SyntaxError", r"(can't decode byte|Non-UTF-8 code)", SAVE_AS_UTF8),
    Says(
        "SyntaxError ValueError",
        "cannot contain null bytes",
        "파일 안에 보이지 않는 글자(NUL)가 있습니다. " + SAVE_AS_UTF8,
    ),
    Says(
        "SyntaxError",
        r"f-string: unmatched '[(\[]'",
        (
            "f-문자열의 { } 안에 바깥과 같은 따옴표를 썼습니다. 안쪽은 다른 따옴표로 바꾸세요.\n"
            "    f\"{student['name']}\""
        ),
    ),
    Says(
        "SyntaxError",
        "Is this intended to be part of the string",
        "문자열 안에 같은 따옴표가 있어 문자열이 중간에 끝났습니다. 안쪽 따옴표를 다른 따옴표로 바꾸세요.",
    ),
    # characters
    Says(
        "SyntaxError",
        r"invalid character '(?P<name>.)' \(U\+",
        "파이썬에서 쓸 수 없는 글자가 있습니다: $name\n$known",
        known=_WRONG_CHARACTERS,
    ),
    Says(
        "SyntaxError",
        r"invalid character '(?P<character>.)' \(U\+",
        "파이썬에서 쓸 수 없는 글자가 있습니다: $character\n지우세요. 화면에 보일 글이라면 따옴표로 감싸세요.",
    ),
    Says(
        "SyntaxError",
        r"invalid non-printable character U\+(?P<code_point>\w+)",
        "눈에 보이지 않는 글자가 섞여 있습니다(U+$code_point). 복사해서 붙인 줄이라면 그 줄을 지우고 직접 입력하세요.",
    ),
    Says(
        "SyntaxError",
        "invalid decimal literal",
        "파이썬에서 쓸 수 없는 글자가 있습니다: $name\n$known",
        code="(?P<name>[，、。．：；（）［］｛｝＝＋－“”‘’×÷])",
        known=_WRONG_CHARACTERS,
    ),
    Says(
        "SyntaxError",
        "invalid decimal literal",
        "숫자 바로 뒤에 글자가 붙어 있습니다. 이름은 숫자로 시작할 수 없습니다.",
    ),
    Says(
        "SyntaxError",
        "leading zeros in decimal integer",
        '숫자는 0으로 시작할 수 없습니다. 앞의 0을 지우세요. 번호처럼 0이 필요하면 "007"처럼 문자열로 쓰세요.',
    ),
    Says(
        "SyntaxError",
        "unexpected character after line continuation",
        "역슬래시(\\) 뒤에 다른 글자가 있습니다. 문자열의 따옴표가 빠졌는지 보고, 필요 없는 \\ 는 지우세요.",
    ),
)
