"""Whether servers on this computer can be reached from this computer."""

from __future__ import annotations

import http.client
import socket
from pathlib import Path
from urllib.request import getproxies, proxy_bypass

from shared.doctor.finding import Finding
from shared.messages import doctor as words

SECONDS = 5.0
FLASK_PORT = 5000
ANSWER = b"workbook"


def loopback(_: Path) -> Finding:
    """A real server on a free port answers when it is asked directly."""
    from shared.server import serve

    try:
        with serve(answer) as server:
            status, body = _ask(server.host, server.port)
    except OSError as error:
        return Finding(words.LOOPBACK, words.loopback_failed(error), words.LOOPBACK_TO_DO, blocks=True)
    if (status, body) != (200, ANSWER):
        detail = words.loopback_failed(f"{status} {body[:60]!r}")
        return Finding(words.LOOPBACK, detail, words.LOOPBACK_TO_DO, blocks=True)
    return Finding(words.LOOPBACK, words.LOOPBACK_FINE)


def proxy(_: Path) -> Finding:
    """It answers too when asked the way lessons ask: with `requests`, which obeys the proxy settings."""
    import requests

    from shared.server import serve

    try:
        with serve(answer) as server:
            reached = requests.get(server.url, timeout=SECONDS).content == ANSWER
    except (requests.RequestException, OSError):
        reached = False
    if not reached:
        return Finding(words.PROXY, words.PROXY_IN_THE_WAY, words.PROXY_TO_DO, blocks=True)
    used = getproxies().get("http") and proxy_bypass("127.0.0.1")
    return Finding(words.PROXY, words.PROXY_BYPASSED if used else words.PROXY_NONE)


def port_5000(_: Path, port: int = FLASK_PORT) -> Finding:
    """Whether `python app.py` will find its usual port free."""
    if not _taken(port):
        return Finding(words.PORT, words.PORT_FREE)
    server = _server_name(port)
    if "AirTunes" in server:
        return Finding(words.PORT, words.PORT_BY_AIRPLAY, words.PORT_AIRPLAY_TO_DO)
    if "Werkzeug" in server:
        return Finding(words.PORT, words.PORT_BY_FLASK, words.PORT_FLASK_TO_DO)
    return Finding(words.PORT, words.PORT_BY_OTHER, words.PORT_OTHER_TO_DO)


def answer(environ: object, start_response: object) -> list[bytes]:
    """The smallest WSGI app."""
    assert callable(start_response)
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(ANSWER)))])
    return [ANSWER]


def _ask(host: str, port: int) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    try:
        connection.request("GET", "/")
        response = connection.getresponse()
        return response.status, response.read()
    except http.client.HTTPException as error:
        raise ConnectionError(repr(error)) from error
    finally:
        connection.close()


def _taken(port: int) -> bool:
    # Asked and not bound: where two programs may share a port (Windows), binding would succeed.
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family, socket.SOCK_STREAM) as asking:
                asking.settimeout(1)
                if asking.connect_ex((host, port)) == 0:
                    return True
        except OSError:
            continue  # no IPv6 here
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return True
    return False


def _server_name(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/")
        return connection.getresponse().getheader("Server") or ""
    except (OSError, http.client.HTTPException):
        return ""
    finally:
        connection.close()
