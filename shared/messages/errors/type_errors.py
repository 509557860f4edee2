"""Values of another kind than the code needs, and calls whose arguments do not fit."""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

_NO_JSON = {
    "set": "list(값)으로 바꾸세요.",
    "Row": "dict(값)으로 바꾸세요.",
    "bytes": '값.decode("utf-8")로 바꾸세요.',
    "datetime": "값.isoformat()으로 바꾸세요.",
    "date": "값.isoformat()으로 바꾸세요.",
    "UUID": "str(값)으로 바꾸세요.",
    "Markup": "str(값)으로 바꾸세요.",
    "function": "함수라면 이름 뒤에 괄호()를 붙여 부르세요.",
    "Response": "Response는 그대로 return 하세요.",
    "Cursor": ".fetchall()로 행을 먼저 꺼내세요.",
}
_NO_JSON_TEXT = {
    "dict": "이미 파이썬 값입니다. json.loads 없이 그대로 쓰세요.",
    "list": "이미 파이썬 값입니다. json.loads 없이 그대로 쓰세요.",
    "TextIOWrapper": "파일이라면 json.load(파일)을 쓰세요(s가 없습니다).",
    "Response": "requests의 응답이라면 응답.json()을 쓰세요.",
    "NoneType": "값이 None(값 없음)입니다. 어디에서 온 값인지 확인하세요.",
}

TABLE = (
    # calls
    Says(
        "TypeError",
        r"^(\w+\.)?__init__\(\) missing 1 required positional argument: 'import_name'",
        "Flask의 괄호 안에 __name__ 을 쓰세요.\n    app = Flask(__name__)",
    ),
    Says(
        "TypeError",
        r"^(?P<function>[\w.<>]+)\(\) missing \d+ required (positional|keyword-only) arguments?: (?P<missing>.+)$",
        "함수의 괄호 안에 있는 이름에 값이 오지 않았습니다: $missing (함수: $function). 라우트(route) "
        "함수라면 주소의 <이름>과 괄호 안의 이름이 같아야 합니다. Socket.IO의 이벤트 함수라면 괄호 안의 이름이 "
        "오는 값보다 많습니다. 이름을 줄이거나, 보내는 쪽에서 값을 더 보내세요.",
        called_by="library",
    ),
    Says(
        "TypeError",
        r"^(?P<function>[\w.<>]+)\(\) missing \d+ required (positional|keyword-only) arguments?: (?P<missing>.+)$",
        "함수를 부를 때 값이 빠졌습니다: $missing (함수: $function). 괄호 안에 값을 더 쓰세요.",
    ),
    Says(
        "TypeError",
        r"^(?P<function>[\w.<>]+)\(\) got an unexpected keyword argument '(?P<argument>\w+)'",
        "주소에는 <$argument> 자리가 있는데, 함수의 괄호 안에는 그 이름이 없습니다. 두 이름을 같게 쓰세요.\n"
        "    def $function($argument):",
        called_by="library",
    ),
    Says(
        "TypeError",
        r"^(?!Rule\.)(?P<function>[\w.<>]+)\(\) got an unexpected keyword argument '(?P<argument>\w+)'",
        "이 함수에는 이런 이름의 매개변수가 없습니다: $argument (함수: $function). 철자를 확인하거나 지우세요.",
    ),
    Says(
        "TypeError",
        r"^(?P<function>[\w.<>]+)\(\) got multiple values for argument '(?P<argument>\w+)'",
        "같은 값을 두 번 주었습니다: $argument (함수: $function). 하나를 지우세요.",
    ),
    Says(
        "TypeError",
        r"^[A-Z]\w*\.\w+\(\) takes 0 positional arguments but 1 was given",
        "클래스 안의 함수는 첫 매개변수가 self입니다. 괄호 안에 self를 쓰세요.",
    ),
    Says(
        "TypeError",
        r"^(?P<function>[\w.<>]+)\(\) takes 0 positional arguments but 1 was given",
        "이 함수는 값을 하나 받아야 합니다. 괄호 안에 이름을 하나 쓰세요. 오류를 처리하는 함수라면 "
        "이렇게 씁니다.\n    def $function(error):",
        called_by="library",
    ),
    Says(
        "TypeError",
        r"^(?P<function>\w+)\(\) takes (?P<takes>from \d+ to \d+|\d+) positional arguments? but "
        r"(?P<given>\d+) (was|were) given",
        "함수에 준 값이 너무 많습니다. 준 값: ${given}개, 함수: $function. 괄호 안의 값을 확인하세요.",
        called_by="learner",
    ),
    Says(
        "TypeError",
        "is not callable",
        "request.$part 뒤의 괄호를 지우세요. $part: 함수가 아니라 값입니다.",
        code=r"request\.(?P<part>method|args|form|json|files|headers|path|url|cookies|values|data)\(",
    ),
    Says(
        "TypeError",
        "^'module' object is not callable",
        "모듈(module)은 괄호로 부를 수 없습니다. 모듈 안의 이름을 부르세요. 예: random.randint(1, 6)",
    ),
    Says(
        "TypeError",
        "^'NoneType' object is not callable",
        "괄호 앞의 값이 None(값 없음)입니다. 함수의 이름이 맞는지 확인하세요.",
    ),
    Says(
        "TypeError",
        "^'(?P<kind>str|int|float|list|tuple|dict|set|bool|ImmutableMultiDict)' object is not callable",
        "괄호() 앞이 함수가 아니라 값입니다($kind). 괄호를 지우세요. 값을 꺼내려면 대괄호 [ ]를 쓰고, "
        "함수 이름에 값을 넣은 적이 없는지 보세요.",
    ),
    # square brackets
    Says(
        "TypeError",
        "^'NoneType' object is not subscriptable",
        "찾은 행이 없어서 fetchone()이 None(값 없음)을 돌려주었습니다. 먼저 None인지 확인하세요.",
        code=r"fetchone\(\)",
    ),
    Says(
        "TypeError",
        "^'NoneType' object is not subscriptable",
        "대괄호 [ ] 앞의 값이 None(값 없음)입니다. 값이 있는지 먼저 확인하세요.",
    ),
    Says(
        "TypeError",
        "^'Request' object is not subscriptable",
        'request에서 바로 꺼낼 수 없습니다. request.args["이름"], request.form["이름"], '
        'request.get_json()["이름"] 가운데 고르세요.',
    ),
    Says(
        "TypeError",
        "^'(function|method|builtin_function_or_method)' object is not subscriptable",
        "함수 이름 뒤에는 대괄호 [ ]가 아니라 괄호 ( )를 씁니다.",
    ),
    Says(
        "TypeError",
        "^'(?P<kind>int|float|bool)' object is not subscriptable",
        "대괄호 [ ] 앞의 값이 숫자입니다($kind). 숫자에서는 값을 꺼낼 수 없습니다.",
    ),
    Says(
        "TypeError",
        "^list indices must be integers or slices, not str",
        '리스트(list)는 번호로 꺼냅니다: [0]. 리스트 안의 딕셔너리에서 꺼내려면 [0]["이름"]처럼 쓰세요.',
    ),
    Says(
        "TypeError",
        "^tuple indices must be integers or slices, not str",
        "튜플(tuple)은 번호로 꺼냅니다: [0]. sqlite3의 행을 열 이름으로 꺼내려면 연결한 뒤에 쓰세요.\n   "
        " con.row_factory = sqlite3.Row",
    ),
    Says(
        "TypeError",
        "^string indices must be integers",
        "문자열(str)은 번호로만 꺼냅니다. JSON 글이라면 json.loads()로 먼저 바꾸세요.",
    ),
    Says(
        "TypeError",
        r"^'(?P<kind>str|tuple)' object does not support item assignment",
        "이 값은 일부만 바꿀 수 없습니다($kind). 새 값을 만들어 담으세요.",
    ),
    # operators
    Says(
        "TypeError",
        r'^can only concatenate str \(not "(?P<kind>\w+)"\) to str',
        '문자열은 문자열과만 더할 수 있습니다(뒤의 값: $kind). f-문자열을 쓰세요.\n    f"Hello {name}"',
    ),
    Says(
        "TypeError",
        r"^unsupported operand type\(s\) for (?P<sign>\S+): .*NoneType",
        "계산하는 값 가운데 None(값 없음)이 있습니다. 값이 있는지 먼저 확인하세요.",
    ),
    Says(
        "TypeError",
        r"^unsupported operand type\(s\) for (?P<sign>\S+): ('(int|float)' and 'str'|'str' and '(int|float)')",
        "숫자와 문자열은 함께 계산할 수 없습니다. 숫자로 계산하려면 문자열을 int(값)으로 바꾸고, 글로 "
        "이으려면 f-문자열을 쓰세요.",
    ),
    Says(
        "TypeError",
        r"^'\S+' not supported between instances of .*NoneType",
        "비교하는 값 가운데 None(값 없음)이 있습니다. 값이 있는지 먼저 확인하세요.",
    ),
    Says(
        "TypeError",
        r"^'\S+' not supported between instances of ('(int|float)' and 'str'|'str' and '(int|float)')",
        "숫자와 문자열의 크기를 비교할 수 없습니다. 문자열을 int(값)으로 숫자로 바꾸세요.",
    ),
    Says(
        "TypeError",
        r"^%\w format: .* is required, not (?P<kind>\w+)",
        '%d 자리에는 숫자가 와야 합니다(준 값: $kind). f-문자열을 쓰면 더 쉽습니다.\n    f"{count}"',
    ),
    Says(
        "TypeError",
        "(not enough arguments for format string|not all arguments converted during string formatting)",
        '% 표시의 개수와 값의 개수가 다릅니다. f-문자열을 쓰면 더 쉽습니다.\n    f"{count}"',
    ),
    Says(
        "TypeError",
        r"^int\(\) argument must be .*NoneType",
        "int()에 None(값 없음)이 들어갔습니다. 요청에 그 값이 없을 때를 먼저 확인하세요.",
    ),
    Says(
        "TypeError",
        r"^int\(\) argument must be .*not '(?P<kind>\w+)'",
        "int()는 문자열이나 숫자를 받습니다(준 값: $kind).",
    ),
    Says(
        "TypeError",
        "^'str' object cannot be interpreted as an integer",
        "정수(int)가 필요한 자리에 문자열이 있습니다. int(값)으로 바꾸세요.",
    ),
    # collections
    Says(
        "TypeError",
        r"('NoneType' object is not iterable|cannot unpack non-iterable NoneType|argument of type "
        r"'NoneType'|'NoneType' has no len)",
        "여러 값이 있어야 하는 자리에 None(값 없음)이 있습니다. 함수에서 return을 빠뜨렸는지, 값이 있는지 확인하세요.",
    ),
    Says(
        "TypeError",
        "^'(?P<kind>int|float|bool)' object is not iterable",
        "for로 하나씩 꺼낼 수 없는 값입니다($kind). 횟수만큼 되풀이하려면 range(값)을 쓰세요.",
        code=r"^for\b",
    ),
    Says(
        "TypeError",
        "unhashable type: '(?P<kind>list|dict|set)'",
        "딕셔너리의 키나 집합(set)의 값으로 쓸 수 없는 값입니다($kind). 문자열이나 숫자, 튜플을 쓰세요.",
    ),
    # JSON
    Says(
        "TypeError",
        "^Object of type (?P<name>\\w+) is not JSON serializable",
        "JSON으로 바꿀 수 없는 값이 있습니다: $name. $known",
        known=_NO_JSON,
    ),
    Says(
        "TypeError",
        "^Object of type (?P<kind>\\w+) is not JSON serializable",
        "JSON으로 바꿀 수 없는 값이 있습니다: $kind. 문자열, 숫자, 참거짓, None, 리스트, 딕셔너리만 쓸 수 있습니다.",
    ),
    Says("TypeError", "^keys must be str", "JSON의 키는 문자열이어야 합니다. 딕셔너리의 키를 문자열로 바꾸세요."),
    Says(
        "TypeError",
        "^the JSON object must be str, bytes or bytearray, not (?P<name>\\w+)",
        "json.loads()에는 글(문자열)을 줍니다. $known",
        known=_NO_JSON_TEXT,
    ),
)
