"""Flask: what a view may return, reading the request, contexts, error answers."""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

_RETURN = {
    "int": "숫자는 str(값)으로 문자열로 바꾸세요.",
    "float": "숫자는 str(값)으로 문자열로 바꾸세요.",
    "bool": "참거짓은 jsonify(값)으로 감싸세요.",
    "set": "집합은 list(값)으로 리스트로 바꾸세요.",
    "UUID": "str(값)으로 문자열로 바꾸세요.",
    "Row": "sqlite3의 행은 dict(값)으로 바꾸세요.",
    "Cursor": "커서(cursor)가 아니라 .fetchall()로 꺼낸 값을 쓰세요.",
    "module": "모듈이 아니라 값을 쓰세요.",
    "function": "함수라면 이름 뒤에 괄호()를 붙여 부르세요.",
}
_IN_REQUEST = r"request\.(?P<part>args|form|files)\[\s*['\"](?P<key>[^'\"]+)['\"]\s*\]"

TABLE = (
    Says(
        "TypeError",
        r"^The view function for '(?P<function>[^']+)' did not return a valid response.*(None|without a return)",
        "라우트(route) 함수가 아무것도 돌려주지 않았습니다: $function. if의 모든 갈래가 return으로 "
        "끝나는지 보세요. print는 응답이 아닙니다.",
    ),
    Says(
        "TypeError",
        r"^The view function did not return a valid response\. .* but it was an? (?P<name>\w+)",
        "라우트(route) 함수는 이 값을 돌려줄 수 없습니다: $name. $known",
        known=_RETURN,
    ),
    Says(
        "TypeError",
        r"^The view function did not return a valid response\. .* but it was an? (?P<kind>\w+)",
        "라우트(route) 함수는 이 값을 돌려줄 수 없습니다: $kind. 문자열, 딕셔너리(dict), 리스트(list), "
        "Response 가운데 하나를 돌려주세요.",
    ),
    Says(
        "TypeError",
        "^The view function did not return a valid response tuple",
        'return 뒤의 값이 맞지 않습니다. 본문만, 또는 본문과 상태 코드를 쓰세요.\n    return {"id": 1}, 201',
    ),
    Says(
        "ValueError",
        "^(too many|not enough) values to unpack",
        "return에서 본문 뒤에 적은 리스트나 세 번째 값은 헤더(header)로 쓰이는데, 헤더의 모양이 아닙니다. 본문에 넣을 "
        "값이면 하나로 묶고, 헤더라면 딕셔너리(dict)로 쓰세요.\n"
        '    return {"names": names}, 200\n'
        '    return "본문", 200, {"X-Name": "값"}',
        called_by="library",
    ),
    Says(
        "TypeError",
        r"^(?P<function>render_template(_string)?)\(\) takes \d positional arguments? but \d+ (was|were) given",
        '템플릿에 넘기는 값에는 이름을 붙입니다.\n    $function("meta.html", name=name)',
    ),
    Says(
        "TypeError",
        r"^issubclass\(\) arg 1 must be a class",
        "errorhandler에는 숫자를 씁니다. 따옴표를 지우세요.\n    @app.errorhandler(404)",
        code=r"errorhandler\(['\"]",
    ),
    Says(
        "LookupError",
        r"^no exception for '(?P<status>\d+)'",
        "abort에는 숫자를 씁니다. 따옴표를 지우세요: abort($status)",
    ),
    Says(
        "LookupError",
        r"^no exception for (?P<status>\d+)",
        "abort로 보낼 수 없는 상태 코드입니다: $status. 400, 404, 409처럼 정해진 오류 코드를 쓰세요.",
    ),
    Says(
        "ValueError",
        r"^'(?P<status>\w+)' is not a recognized HTTP error code",
        "errorhandler가 모르는 상태 코드입니다: $status. 400, 404, 500처럼 정해진 오류 코드를 쓰세요.",
    ),
    # the request
    Says(
        "BadRequestKeyError",
        "",
        '요청의 $part 안에 이 이름이 없습니다: $key. 없을 수 있는 값이면 request.$part.get("$key")로 꺼내세요.',
        code=_IN_REQUEST,
    ),
    Says(
        "BadRequestKeyError",
        "",
        "요청에 없는 이름을 [ ]로 꺼내서 400이 되었습니다. 이름의 철자를 보고, 없을 수 있는 값이면 "
        ".get()으로 꺼내세요. "
        "JSON으로 온 값은 request.form이 아니라 request.get_json()에 있습니다.",
    ),
    Says(
        "UnsupportedMediaType",
        "Did not attempt to load JSON data",
        "JSON이 아닌 요청입니다. 보내는 쪽에서 requests의 json=을 쓰세요(data=이 아닙니다).",
    ),
    Says(
        "MethodNotAllowed",
        "405",
        '이 주소는 있지만 이 메서드(method)를 받지 않습니다. route에 methods를 쓰세요.\n    methods=["GET", "POST"]',
    ),
    # contexts
    Says(
        "RuntimeError",
        r"^Working outside of request context",
        "request는 요청을 처리하는 동안에만 쓸 수 있습니다. 이 줄을 라우트(route) 함수 안으로 옮기세요.",
    ),
    Says(
        "RuntimeError",
        r"^Working outside of application context",
        "Flask 앱이 요청을 처리하는 동안에만 쓸 수 있는 기능입니다. 이 줄을 라우트(route) 함수 안으로 "
        "옮기세요. 시험할 때는 이 안에서 쓰세요.\n"
        "    with app.test_request_context():",
    ),
    Says(
        "RuntimeError",
        r"^The session is unavailable because no secret key",
        'session을 쓰려면 비밀 키가 필요합니다.\n    app.secret_key = "아무도 모르는 긴 글"',
    ),
    Says(
        "RuntimeError",
        r"'async' extra",
        "async def 대신 def로 쓰세요. Flask에서 async def를 쓰려면 따로 설치할 것이 있습니다.",
    ),
)
