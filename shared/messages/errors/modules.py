"""Imports that fail, and files named like the library they hide."""

from __future__ import annotations

from shared.messages.errors.explanation import Explanation as Says

_LIBRARIES = (
    "flask requests socketio engineio jinja2 werkzeug markupsafe json sqlite3 random time datetime html string io "
    "uuid re os secrets socket threading typing pathlib csv math email http types enum logging"
)
_HIDDEN = {name: f"{name}.py" for name in _LIBRARIES.split()}
_RENAME = (
    "내 파일의 이름이 라이브러리의 이름과 같아서, 라이브러리 대신 내 파일을 읽었습니다. 이 파일의 이름을 "
    "바꾸세요: $known"
)
_FROM_FLASK = {
    "requests": "받은 요청은 request입니다(s가 없습니다).\n    from flask import Flask, request",
    "Requests": "받은 요청은 request입니다.\n    from flask import Flask, request",
    "flask": "첫 글자가 큰 Flask를 가져옵니다.\n    from flask import Flask",
    "FLASK": "첫 글자만 큽니다.\n    from flask import Flask",
    "app": "app은 가져오지 않고 만듭니다.\n    from flask import Flask\n    app = Flask(__name__)",
    "escape": "escape는 markupsafe에 있습니다.\n    from markupsafe import escape",
    "Markup": "Markup은 markupsafe에 있습니다.\n    from markupsafe import Markup",
    "jsonfy": "철자는 jsonify입니다.\n    from flask import jsonify",
    "Jsonify": "모두 작은 글자입니다.\n    from flask import jsonify",
    "json_ify": "밑줄이 없습니다.\n    from flask import jsonify",
    "urlfor": "밑줄이 있습니다.\n    from flask import url_for",
    "urlFor": "모두 작은 글자이고 밑줄이 있습니다.\n    from flask import url_for",
    "render_templates": "s가 없습니다.\n    from flask import render_template",
    "rendertemplate": "밑줄이 있습니다.\n    from flask import render_template",
    "redirects": "s가 없습니다.\n    from flask import redirect",
    "secure_filename": "secure_filename은 werkzeug.utils에 있습니다.\n    from werkzeug.utils import secure_filename",
    "socketio": "python-socketio는 따로 가져옵니다.\n    import socketio",
    "Socketio": "python-socketio는 따로 가져옵니다.\n    import socketio",
    "SocketIO": "python-socketio는 따로 가져옵니다.\n    import socketio",
}
_FROM_WERKZEUG = {
    "secure_filename": "werkzeug.utils",
    "escape": "markupsafe",
    "generate_password_hash": "werkzeug.security",
    "check_password_hash": "werkzeug.security",
    "run_simple": "werkzeug.serving",
}
_PACKAGES = {
    "flask": "Flask",
    "requests": "requests",
    "socketio": "python-socketio",
    "engineio": "python-socketio",
    "jinja2": "Flask",
    "werkzeug": "Flask",
    "markupsafe": "Flask",
    "simple_websocket": "simple-websocket",
    "websocket": "websocket-client",
}
_MISSPELT = {
    "Flask": "flask",
    "FLASK": "flask",
    "falsk": "flask",
    "request": "requests",
    "Requests": "requests",
    "sqlite": "sqlite3",
    "SQLite3": "sqlite3",
    "sqllite3": "sqlite3",
    "socket_io": "socketio",
    "SocketIO": "socketio",
    "python_socketio": "socketio",
    "Json": "json",
    "JSON": "json",
    "Random": "random",
}

TABLE = (
    # The learner's own flask.py, requests.py, json.py ... is found before the library.
    Says(
        "ImportError AttributeError",
        r"partially initialized module '(?P<name>\w+)'",
        _RENAME,
        known=_HIDDEN,
    ),
    Says(
        "ImportError AttributeError",
        r"consider renaming '(?P<file>[^']+)'",
        "내 파일의 이름이 라이브러리의 이름과 같아서, 라이브러리 대신 내 파일을 읽었습니다. 이 파일의 "
        "이름을 바꾸세요: $file",
    ),
    Says("ModuleNotFoundError", r"'(?P<name>\w+)' is not a package", _RENAME, known=_HIDDEN),
    Says(
        "ImportError",
        r"partially initialized module '(?P<module>[\w.]+)'",
        "두 파일이 서로를 import 하고 있습니다. $module 쪽에서 쓰는 것을 한 파일로 모으거나, 한쪽의 import를 지우세요.",
    ),
    Says(
        "ImportError",
        r"^cannot import name '(?P<name>\w+)' from 'flask'",
        "flask 안에 이런 이름이 없습니다: $name. $known",
        known=_FROM_FLASK,
    ),
    Says(
        "ImportError",
        r"^cannot import name '(?P<name>\w+)' from 'werkzeug'",
        "$name: 다른 곳에 있습니다.\n    from $known import $name",
        known=_FROM_WERKZEUG,
    ),
    Says(
        "ImportError",
        r"^cannot import name '(?P<wanted>\w+)' from '(?P<module>[\w.]+)'",
        "$module 안에 이런 이름이 없습니다: $wanted. 철자와 대소문자를 확인하세요.",
    ),
    Says("ImportError", "attempted relative import", "import 줄에서 이름 앞의 점(.)을 지우세요."),
    Says(
        "ModuleNotFoundError",
        r"^No module named '(?P<name>\w+)'$",
        "모듈의 이름을 이렇게 쓰세요: import $known",
        known=_MISSPELT,
    ),
    Says(
        "ModuleNotFoundError",
        "^No module named 'flask_socketio'",
        "여기에서는 Flask-SocketIO가 아니라 python-socketio를 씁니다.\n    import socketio",
    ),
    Says(
        "ModuleNotFoundError",
        r"^No module named '(?P<name>\w+)'$",
        "이 컴퓨터의 파이썬에 아직 설치되지 않았습니다: $name. 터미널에 입력하세요.\n    python -m pip install $known",
        known=_PACKAGES,
    ),
    Says(
        "ModuleNotFoundError",
        r"^No module named '(?P<module>[\w.]+)'",
        "이런 모듈을 찾지 못했습니다: $module. 철자를 확인하세요. 내가 만든 파일이라면 같은 폴더에 있어야 합니다.",
    ),
)
