"""Flask: addresses, their rules, and building them."""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

_RULE_KEYWORDS = {
    "method": 'methods(s가 있습니다)와 리스트로 쓰세요.\n    @app.route("/hello", methods=["GET", "POST"])',
    "Methods": '모두 작은 글자입니다.\n    @app.route("/hello", methods=["GET", "POST"])',
    "mehtods": '철자는 methods입니다.\n    @app.route("/hello", methods=["GET", "POST"])',
    "name": '이름을 정하려면 endpoint를 쓰세요.\n    @app.route("/hello", endpoint="hello")',
}
_CONVERTERS = {
    "integer": "int",
    "Int": "int",
    "INT": "int",
    "number": "int",
    "num": "int",
    "str": "string",
    "text": "string",
    "String": "string",
    "double": "float",
    "real": "float",
    "UUID": "uuid",
}
_BUILD = r"^Could not build url for endpoint '(?P<endpoint>[^']+)'"
_MALFORMED = "^malformed url rule: "

TABLE = (
    Says(
        "TypeError",
        r"^Rule\.__init__\(\) got an unexpected keyword argument '(?P<name>\w+)'",
        "route의 괄호 안에 쓸 수 없는 이름입니다: $name. $known",
        known=_RULE_KEYWORDS,
    ),
    Says(
        "TypeError",
        r"^Rule\.__init__\(\) got an unexpected keyword argument '(?P<argument>\w+)'",
        "route의 괄호 안에 쓸 수 없는 이름입니다: $argument. 철자를 확인하세요. 예: methods, endpoint, defaults",
    ),
    Says(
        "TypeError",
        "^Allowed methods must be a list of strings",
        'methods에는 리스트를 씁니다. 대괄호로 감싸세요.\n    methods=["GET"]',
    ),
    Says(
        "TypeError",
        "^Use the 'route' decorator to use the 'methods' argument",
        "@app.get과 @app.post에는 methods를 쓰지 않습니다. methods를 지우거나 @app.route로 바꾸세요.",
    ),
    Says(
        "AssertionError",
        r"^View function mapping is overwriting an existing endpoint function: (?P<endpoint>\S+)",
        "두 주소가 같은 이름(endpoint)을 씁니다: $endpoint. 함수의 이름을 서로 다르게 바꾸세요.",
    ),
    Says(
        "AssertionError",
        r"^The setup method '\w+' can no longer be called",
        "서버가 요청을 받기 시작한 뒤에 주소를 더했습니다. @app.route 줄을 app.run()보다 위로 옮기세요.",
    ),
    Says(
        "ValueError",
        r"(URL rule '(?P<rule>[^']*)' must start with a slash|urls must start with a leading slash)",
        '주소는 /로 시작해야 합니다.\n    @app.route("/$rule")',
    ),
    Says(
        "ValueError",
        _MALFORMED + r".*<(?P<kind>\w+)\s+(?P<variable>\w+)>",
        "종류와 이름 사이에 쌍점(:)을 쓰세요: <$kind:$variable>",
    ),
    Says("ValueError", _MALFORMED + r".*<[^<>]*\s[^<>]*>", "주소의 < > 안에는 빈칸을 쓸 수 없습니다. 빈칸을 지우세요."),
    Says(
        "ValueError", _MALFORMED + r".*<\w*-[^>]*>", "주소의 < > 안에는 빼기(-)를 쓸 수 없습니다. 밑줄(_)로 바꾸세요."
    ),
    Says("ValueError", _MALFORMED + ".*<>", "주소의 < > 안이 비어 있습니다. 이름을 쓰세요. 예: <name>"),
    Says("ValueError", _MALFORMED + ".*<[^>]*'", "주소에서 <를 열고 >로 닫지 않았습니다. <이름>처럼 닫으세요."),
    Says("ValueError", _MALFORMED, "주소의 < > 부분을 읽을 수 없습니다. <이름> 또는 <int:이름>처럼 쓰세요."),
    Says(
        "LookupError",
        r"^the converter '(?P<name>\w+)' does not exist",
        "주소의 종류 이름을 바꾸세요: <$name:...> 대신 <$known:...>",
        known=_CONVERTERS,
    ),
    Says(
        "LookupError",
        r"^the converter '(?P<kind>\w+)' does not exist",
        "주소의 쌍점(:) 앞에는 종류를 씁니다. $kind: 이런 종류는 없습니다. string, int, float, path, "
        "uuid 가운데 고르세요. 예: <int:count>",
    ),
    # building addresses
    Says(
        "TypeError",
        r"^(Flask\.)?url_for\(\) takes \d positional arguments? but \d were given",
        'url_for의 값에는 이름을 붙입니다.\n    url_for("profile", username="kim")',
    ),
    Says(
        "BuildError",
        _BUILD + r".*Did you forget to specify values \[(?P<values>[^\]]+)\]",
        "url_for에 값이 빠졌습니다: $values. 주소의 <이름>마다 이름=값을 써야 합니다.",
    ),
    Says(
        "BuildError",
        _BUILD + r".*Did you mean to use methods",
        "이 주소는 그 메서드(method)를 받지 않습니다: $endpoint. url_for의 _method를 지우거나 바꾸세요.",
    ),
    Says(
        "BuildError",
        _BUILD + r".*Did you mean '(?P<near>[^']+)' instead",
        "url_for가 이런 이름을 찾지 못했습니다: $endpoint. 주소가 아니라 라우트 함수의 이름을 씁니다. "
        "비슷한 이름: $near",
    ),
    Says(
        "BuildError",
        _BUILD,
        "url_for가 이런 이름을 찾지 못했습니다: $endpoint. 주소가 아니라 라우트 함수의 이름을 씁니다.",
    ),
    Says(
        "RuntimeError",
        "^Unable to build URLs outside an active request",
        "url_for는 요청을 처리하는 동안에만 쓸 수 있습니다. 라우트 함수 안에서 쓰거나, 시험할 때는 이 안에서 쓰세요.\n"
        "    with app.test_request_context():",
    ),
    Says(
        "ValueError",
        r"^The name '(?P<blueprint>\S+)' is already registered for this blueprint",
        "같은 이름의 블루프린트(blueprint)를 두 번 등록했습니다: $blueprint. 등록하는 줄을 하나 지우세요.",
    ),
)
