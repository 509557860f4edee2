"""Lesson 13: mistakes that keep `app.py` from being loaded, and a client where the server should be."""

from __future__ import annotations

from shared.checking import KnownMistakes

known = KnownMistakes()

CONNECTING = 1


@known(
    CONNECTING,
    id="W5",
    says="`server`라는 이름은 없습니다. `sio = socketio.Server()`로 만들었으면 "
    "`socketio.WSGIApp(sio, app.wsgi_app)`처럼 같은 이름 `sio`를 넣어 주세요.",
)
def server_has_another_name(load_error, error):
    return error.type == "NameError" and "'server'" in error.text


@known(
    CONNECTING,
    id="W7",
    says="`SimpleClient`에는 `on`과 `event`가 없습니다. 게다가 이 파일은 서버입니다. `sio = socketio.Server()`로 "
    "만들어 주세요. 처리 함수가 있는 클라이언트는 `socketio.Client()`입니다.",
)
def simple_client_with_handlers(load_error, error):
    return error.type == "AttributeError" and "'SimpleClient' object has no attribute" in error.text


@known(
    CONNECTING,
    id="W7",
    says="`sio`가 서버가 아니라 클라이언트입니다. `app.py`는 서버이므로 `sio = socketio.Server()`로 만들어 주세요.",
)
def client_for_server(source):
    made = {name.rpartition(".")[2] for name, _ in source.calls("app.py")}
    return not made.isdisjoint({"Client", "SimpleClient"}) and "Server" not in made


@known(
    CONNECTING,
    id="W4",
    says='설치할 때의 이름과 `import`할 때의 이름이 다릅니다. 설치는 `pip install "python-socketio[client]"`, '
    "코드에서는 `import socketio`입니다.",
)
def package_name_imported(load_error, error):
    return error.type == "ModuleNotFoundError" and "'python_socketio'" in error.text


@known(
    CONNECTING,
    id="W4",
    says='클라이언트에 필요한 `requests`가 없어서 연결하지 못했습니다. `pip install "python-socketio[client]"`로 '
    "설치해 주세요. 그리고 연결하는 코드는 `app.py`가 아니라 클라이언트 파일에 적어 주세요.",
)
def client_without_requests(load_error, error):
    return "requests package is not installed" in error.text


@known(
    CONNECTING,
    id="W6",
    says="`app.py`가 서버를 켜기 전에 스스로 서버에 연결하려고 했습니다. 연결하는 코드는 다른 파일로 옮기고, 주소에는 "
    "`http://127.0.0.1:5000`처럼 포트까지 적어 주세요.",
)
def connects_to_itself(load_error, error):
    return error.type == "ConnectionError"


@known(
    CONNECTING,
    id="file-named-socketio",
    says="내 파일의 이름이 `socketio.py`라서 `import socketio`가 패키지 대신 그 파일을 읽습니다. 파일 이름을 바꾸어 "
    "주세요.",
)
def own_file_hides_the_package(load_error, files):
    return files.exists("socketio.py")


@known(
    CONNECTING,
    id="async-mode",
    says='이 워크북에는 `eventlet`과 `gevent`가 없습니다. `socketio.Server(async_mode="threading")`이라고 적어 주세요.',
)
def async_mode_not_there(load_error, error):
    return error.type == "ValueError" and "Invalid async_mode" in error.text
