"""Text that is no JSON. Every sentence says where, as the decoder counts: lines and characters from 1."""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

_AT = r".*line (?P<line>\d+) column (?P<column>\d+)"
_PLACE = "JSON의 ${line}번째 줄 ${column}번째 글자: "

TABLE = (
    Says(
        "JSONDecodeError",
        r"^Expecting value: line 1 column 1 ",
        "JSON이 아닙니다. 글이 비어 있거나, HTML 같은 다른 형식입니다. 받은 글을 print로 먼저 확인하세요.",
    ),
    Says(
        "JSONDecodeError",
        "^Illegal trailing comma" + _AT,
        _PLACE + "마지막 값 뒤에는 쉼표(,)를 쓰지 않습니다. 쉼표를 지우세요.",
    ),
    Says(
        "JSONDecodeError",
        "^Expecting property name enclosed in double quotes" + _AT,
        _PLACE + '키는 큰따옴표(")로 감싸야 합니다. 작은따옴표는 쓸 수 없고, 마지막 값 뒤에는 쉼표(,)를 쓰지 않습니다.',
    ),
    Says(
        "JSONDecodeError",
        "^Expecting value" + _AT,
        _PLACE
        + (
            "값이 와야 합니다. 참과 거짓은 true와 false, 값 없음은 null, 문자열은 큰따옴표로 씁니다. 마지막 "
            "값 뒤의 쉼표(,)도 지우세요."
        ),
    ),
    Says(
        "JSONDecodeError",
        "^Expecting ',' delimiter" + _AT,
        _PLACE + "값과 값 사이에 쉼표(,)가 빠졌거나 괄호를 닫지 않았습니다.",
    ),
    Says("JSONDecodeError", "^Expecting ':' delimiter" + _AT, _PLACE + "키 뒤에는 쌍점(:)이 와야 합니다."),
    Says(
        "JSONDecodeError",
        "^Extra data" + _AT,
        _PLACE + "JSON이 끝난 뒤에 다른 글이 더 있습니다. 값은 하나만 쓸 수 있습니다.",
    ),
    Says("JSONDecodeError", "^Unterminated string" + _AT, _PLACE + '문자열의 닫는 큰따옴표(")가 없습니다.'),
    Says(
        "JSONDecodeError",
        "^Invalid control character" + _AT,
        _PLACE + "문자열 안에서 줄을 바꿀 수 없습니다. 줄바꿈은 \\n 으로 쓰세요.",
    ),
    Says("JSONDecodeError", r"^Invalid \\" + _AT, _PLACE + "역슬래시(\\) 자체는 \\\\ 로 두 번 씁니다."),
    Says(
        "JSONDecodeError",
        "^Unexpected UTF-8 BOM",
        "파일 맨 앞에 보이지 않는 글자(BOM)가 있습니다. VS Code 오른쪽 아래에서 'UTF-8'로 다시 "
        "저장하세요('UTF-8 with BOM'이 아닙니다).",
    ),
)
