"""Who may come in: the one who started the page, from this computer, from this page.

The address holds a token, as Jupyter's does; it becomes a cookie that scripts cannot read and other sites cannot send.
`Host` is checked against DNS rebinding, `Origin` and `Sec-Fetch-Site` against requests that another site makes.
"""

from __future__ import annotations

from hmac import compare_digest

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def protect(app: Flask, token: str, port: int) -> None:
    """Let nobody else in, and tell browsers what the pages may do: nothing that this server did not send."""
    hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
    cookie = f"workbook-{port}"

    @app.before_request
    def admit() -> AnyResponse | None:
        if request.host not in hosts or not _is_from_here(hosts):
            abort(403)
        given = request.args.get("token")
        if given is not None and request.method == "GET" and compare_digest(given.encode(), token.encode()):
            answer = redirect(request.path)  # the token does not stay in the address
            answer.set_cookie(cookie, token, httponly=True, samesite="Strict", path="/")
            return answer
        if not compare_digest(request.cookies.get(cookie, "").encode(), token.encode()):
            abort(401)
        return None

    @app.after_request
    def harden(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def _is_from_here(hosts: set[str]) -> bool:
    """Whether the request was made by this page, or typed or opened by a person."""
    origin = request.headers.get("Origin")
    if origin is not None and origin not in {f"http://{host}" for host in hosts}:
        return False
    site = request.headers.get("Sec-Fetch-Site")
    if request.method not in SAFE:
        return origin is not None or site == "same-origin"
    return site in (None, "same-origin", "none") or request.headers.get("Sec-Fetch-Mode") == "navigate"
