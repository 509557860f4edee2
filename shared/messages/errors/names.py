"""Names that Python does not know, and attributes that a value does not have."""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

_FROM = {
    "flask": "Flask request jsonify url_for abort redirect render_template render_template_string session g flash "
    "get_flashed_messages make_response Blueprint current_app send_file send_from_directory Response",
    "markupsafe": "escape Markup",
    "pathlib": "Path",
    "contextlib": "closing contextmanager",
    "typing": "Optional Any Union List Dict Tuple",
    "dataclasses": "dataclass",
    "collections": "deque defaultdict Counter",
    "datetime": "date timedelta timezone",
    "threading": "Lock Thread",
    "uuid": "uuid4 UUID",
    "werkzeug.utils": "secure_filename",
    "werkzeug.security": "generate_password_hash check_password_hash",
    "werkzeug.exceptions": "HTTPException NotFound BadRequest",
}
_MODULES = "json os sys re sqlite3 random time math uuid html secrets socket threading socketio flask csv io string"
_IMPORTS = {
    **{name: f"from {module} import {name}" for module, names in _FROM.items() for name in names.split()},
    **{module: f"import {module}" for module in _MODULES.split()},
}
_OTHER_LANGUAGES = {
    "true": "True",
    "false": "False",
    "null": "None",
    "none": "None",
    "nil": "None",
    "undefined": "None",
    "TRUE": "True",
    "FALSE": "False",
    "NULL": "None",
}
_FLASK = {
    "routes": "route",
    "Route": "route",
    "rout": "route",
    "rotue": "route",
    "start": "run",
    "Run": "run",
    "errorhandlers": "errorhandler",
    "error_handler": "errorhandler",
}
_REQUEST = {
    "arg": "args",
    "params": "args",
    "param": "args",
    "query": "args",
    "forms": "form",
    "body": "get_data()",
    "Json": "get_json()",
    "getJson": "get_json()",
    "header": "headers",
    "methods": "method",
    "mehtod": "method",
    "file": "files",
    "cookie": "cookies",
}
_BUILT_IN = {
    "str": "문자열(str)",
    "int": "정수(int)",
    "float": "실수(float)",
    "bool": "참거짓(bool)",
    "list": "리스트(list)",
    "tuple": "튜플(tuple)",
    "dict": "딕셔너리(dict)",
    "set": "집합(set)",
    "bytes": "바이트(bytes)",
}
_NOT_DEFINED = r"^name '(?P<name>[^']+)' is not defined"

TABLE = (
    Says(
        "NameError",
        "^name 'requests' is not defined",
        "받은 요청은 request입니다(s가 없습니다).\n    from flask import request\n그리고 requests.$part "
        "대신 request.$part 로 쓰세요.",
        code=r"requests\.(?P<part>method|args|form|json|files|headers|path|get_json|values|cookies|data)\b",
    ),
    Says(
        "NameError",
        "^name 'requests' is not defined",
        "requests를 가져오는 줄이 없습니다. 파일 맨 위에 쓰세요.\n    import requests",
        code=r"requests\.(get|post|put|patch|delete|head|options|request|Session)\b",
    ),
    Says(
        "NameError",
        "^name 'datetime' is not defined",
        "datetime을 가져오는 줄이 없습니다. 파일 맨 위에 쓰세요.\n    from datetime import datetime",
        code=r"datetime\.(now|today|strptime|fromisoformat)\(",
    ),
    Says(
        "NameError",
        _NOT_DEFINED,
        "$name: 가져오는 줄이 없습니다. 파일 맨 위에 쓰세요.\n    $known",
        known=_IMPORTS,
    ),
    Says(
        "NameError",
        _NOT_DEFINED,
        "파이썬에는 $name 이라는 값이 없습니다. 이렇게 쓰세요: $known",
        known=_OTHER_LANGUAGES,
    ),
    Says(
        "NameError",
        "^name 'app' is not defined",
        "app을 만들기 전에 썼습니다. 이 줄보다 위에 쓰세요.\n    app = Flask(__name__)",
    ),
    Says(
        "NameError",
        r"^name '__\w+__' is not defined",
        "밑줄 두 개로 감싼 이름의 철자를 확인하세요. 앱을 만들 때는 __name__ 입니다.\n    app = Flask(__name__)",
        code="Flask\\(|__main__",
    ),
    Says(
        "NameError",
        _NOT_DEFINED,
        "파이썬이 이 이름을 모릅니다: $name. 이 줄보다 먼저 만든 이름인지, 철자와 대소문자가 같은지 "
        "보세요. 글자 그대로라면 따옴표로 감싸세요.",
    ),
    Says(
        "UnboundLocalError",
        r"(local variable '(?P<old>\w+)' referenced before|cannot access local variable '(?P<new>\w+)')",
        "함수 안에서 값을 넣기 전에 이름을 썼습니다: $old$new. 함수 안에서 먼저 값을 넣으세요. "
        "함수 밖의 이름을 바꾸려던 것이라면 함수 첫 줄에 쓰세요.\n    global $old$new",
    ),
    # attributes
    Says(
        "AttributeError",
        r"^module '(?P<module>[\w.]+)' has no attribute '(?P<attribute>\w+)'$",
        "$module 안에 이런 이름이 없습니다: $attribute. 철자와 대소문자를 확인하세요.",
    ),
    Says(
        "AttributeError",
        r"^'NoneType' object has no attribute '(?P<attribute>\w+)'",
        "찾은 행이 없어서 fetchone()이 None(값 없음)을 돌려주었습니다. 먼저 None인지 확인하세요.",
        code=r"fetchone\(\)",
    ),
    Says(
        "AttributeError",
        r"^'NoneType' object has no attribute '(?P<attribute>\w+)'",
        "점(.) 앞의 값이 None(값 없음)입니다: .$attribute 를 쓰기 전에 None인지 먼저 확인하세요.",
    ),
    Says(
        "AttributeError",
        r"^'Flask' object has no attribute '(?P<name>\w+)'",
        "Flask 앱에 이런 이름이 없습니다: $name. 이렇게 쓰세요: app.$known",
        known=_FLASK,
    ),
    Says(
        "AttributeError",
        r"^'Flask' object has no attribute '(?P<attribute>\w+)'",
        "Flask 앱에 이런 이름이 없습니다: $attribute. 철자를 확인하세요. 예: app.route, app.get, app.post, app.run",
    ),
    Says(
        "AttributeError",
        r"^'Request' object has no attribute '(?P<name>\w+)'",
        "request에 이런 이름이 없습니다: $name. 이렇게 쓰세요: request.$known",
        known=_REQUEST,
    ),
    Says(
        "AttributeError",
        r"^'Request' object has no attribute '(?P<attribute>\w+)'",
        "request에 이런 이름이 없습니다: $attribute. 철자를 확인하세요. 예: request.args, request.form, "
        "request.get_json()",
    ),
    Says(
        "AttributeError",
        r"^'(ImmutableMultiDict|CombinedMultiDict|dict)' object has no attribute '(?P<attribute>\w+)'",
        '값을 꺼낼 때는 점(.) 대신 대괄호를 씁니다: ["$attribute"] 또는 .get("$attribute")',
        code=r"\.(?P<used>\w+)(?!\w|\()",
    ),
    Says(
        "AttributeError",
        r"^'sqlite3\.Connection' object has no attribute '(?P<attribute>fetch\w+|lastrowid|rowcount)'",
        "$attribute: 연결(connection)이 아니라 execute()가 돌려준 커서(cursor)에 있습니다.\n    cur = con.execute(...)",
    ),
    Says(
        "AttributeError",
        r"^'(function|method|builtin_function_or_method)' object has no attribute '(?P<attribute>\w+)'",
        "함수의 이름 뒤에 괄호가 빠졌습니다. 함수를 부르려면 이름() 처럼 괄호를 쓰세요.",
    ),
    Says(
        "AttributeError",
        r"^'list' object has no attribute '(add|push)'",
        "리스트(list)에 값을 더할 때는 append를 씁니다.",
    ),
    Says(
        "AttributeError",
        r"^'(?P<name>\w+)' object has no attribute '(?P<attribute>\w+)'",
        "점(.) 앞의 값: $known. 이 값에는 .$attribute 가 없습니다. 철자와, 앞의 값이 생각한 값인지 확인하세요.",
        known=_BUILT_IN,
    ),
)
