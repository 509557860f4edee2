"""Values of the right kind that still do not fit: missing keys, places past the end, text that is no number."""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

TABLE = (
    Says(
        "KeyError",
        r"^'(?P<key>[^']*)'$",
        "환경 변수(environment variable)가 없습니다: $key. 없을 때 쓸 값을 함께 쓰세요.\n    "
        'os.environ.get("$key", "기본값")',
        code=r"environ\[",
    ),
    Says("KeyError", r"^(?P<key>.{1,80})$", "format에 이 이름의 값을 주지 않았습니다: $key", code=r"\.format\("),
    Says(
        "KeyError",
        r"^(?P<key>.{1,80})$",
        "딕셔너리(dict)에 이 키가 없습니다: $key. 철자를 확인하거나, 없을 수 있는 키라면 .get()으로 꺼내세요.",
        code=r"\[",
    ),
    Says(
        "IndexError",
        "^(?P<kind>list|string|tuple) (assignment )?index out of range",
        "그 번호의 자리가 없습니다. 번호는 0부터 시작하고, 마지막 번호는 개수보다 1 작습니다. 비어 있지 "
        "않은지도 보세요.",
    ),
    Says("IndexError", "^pop from (an )?empty", "비어 있어서 꺼낼 값이 없습니다. 꺼내기 전에 비었는지 확인하세요."),
    Says("IndexError", "^Replacement index", "문자열의 { } 개수보다 format에 준 값이 적습니다."),
    Says(
        "ValueError",
        r"^invalid literal for int\(\) with base 10: ''",
        "빈 글을 정수로 바꿀 수 없습니다. int()를 쓰기 전에 비었는지 확인하세요.",
    ),
    Says(
        "ValueError",
        r"^invalid literal for int\(\) with base 10: (?P<given>.{1,80})$",
        "정수로 바꿀 수 없는 글입니다: $given. 숫자만 있는지 먼저 확인하세요.",
    ),
    Says(
        "ValueError",
        r"^could not convert string to float: (?P<given>.{1,80})$",
        "숫자로 바꿀 수 없는 글입니다: $given. 숫자인지 먼저 확인하세요.",
    ),
    Says(
        "ValueError",
        "^(too many|not enough) values to unpack",
        "이름의 개수와 나누어 담을 값의 개수가 다릅니다. = 왼쪽이나 for 뒤에 적은 이름의 개수를 값과 같게 맞추세요.",
    ),
    Says(
        "ValueError",
        r"^list\.remove\(x\): x not in list",
        "리스트(list)에 없는 값을 지우려고 했습니다. 먼저 in으로 있는지 확인하세요.",
    ),
    Says("ValueError", "^I/O operation on closed file", "이미 닫힌 파일입니다. with 블록 안에서 쓰세요."),
    Says("ZeroDivisionError", "zero", "0으로 나눌 수 없습니다. 나누기 전에 0인지 확인하세요."),
    Says(
        "RecursionError",
        "maximum recursion depth exceeded",
        "함수가 자기 자신을 끝없이 부릅니다. 언제 멈출지 조건을 쓰거나, 부르는 이름이 맞는지 확인하세요.",
    ),
    Says(
        "RuntimeError",
        "^dictionary changed size during iteration",
        "for로 도는 동안 딕셔너리(dict)를 바꾸었습니다. for 줄에서 list(값)으로 복사해 도세요.",
    ),
)
