"""A server of ours that the learner's client talks to, and what arrived there."""

from __future__ import annotations

import importlib.util
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl

from shared.messages import calling as words
from shared.probes.exchange import as_text
from shared.probes.mismatch import Mismatch
from shared.probes.reply import same_json
from shared.server import Server, serve
from shared.verdict import Exchange, Request
from shared.worker.worker import Job

MAX_BODY = 4 * 1024 * 1024
MAX_REQUESTS = 1000


@dataclass(frozen=True)
class Arrived:
    """One request as it came in at the server. `path` is decoded; `query` holds decoded pairs in their order."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: dict[str, str]
    body: bytes
    url: str

    @property
    def media_type(self) -> str:
        """The media type of the body, without parameters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def line(self) -> str:
        """Method, path and query in one line."""
        query = "&".join(f"{name}={value}" for name, value in self.query)
        return f"{self.method} {self.path}" + (f"?{query}" if query else "")

    @property
    def json(self) -> Any:
        """The decoded body, or None where it is no JSON (or null)."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    @property
    def exchange(self) -> Exchange:
        """As evidence of a step: what the learner's client sent."""
        return Exchange(Request(self.method, self.url, self.headers, as_text(self.body) or None), None, "", "")

    def asks(self, method: str, path: str, query: dict[str, str] | None = None) -> Arrived:
        """The request has this method, path and query; gives it back.

        Raises:
            Mismatch: it is another one.
        """
        wanted = query or {}
        expected = f"{method} {path}" + ("?" + "&".join(f"{k}={v}" for k, v in wanted.items()) if wanted else "")
        if (self.method, self.path, dict(self.query)) != (method, path, wanted) or len(self.query) != len(wanted):
            raise Mismatch(expected=expected, got=self.line, exchange=self.exchange)
        return self

    def has_header(self, name: str, value: str) -> Arrived:
        """The request carries this header; media types are compared without their parameters."""
        got = self.headers.get(name)
        if got != value and not (name == "Content-Type" and self.media_type == value):
            shown = words.NO_HEADER.format(name=name) if got is None else words.HEADER.format(name=name, value=got)
            raise Mismatch(expected=words.HEADER.format(name=name, value=value), got=shown, exchange=self.exchange)
        return self

    def has_json(self, value: Any) -> Arrived:
        """The body is this value as JSON, and is declared to be JSON."""
        if self.media_type != "application/json" or not same_json(self.json, value):
            body = words.BODY.format(body=as_text(self.body), type=self.headers.get("Content-Type", "-"))
            expected = words.JSON_BODY.format(value=json.dumps(value, ensure_ascii=False))
            raise Mismatch(expected=expected, got=body, exchange=self.exchange)
        return self


class Reference:
    """Serves an app of ours where the learner's client can reach it, and keeps all requests."""

    def __init__(self, job: Job, folder: Path, file: str) -> None:
        self._job = job
        self._folder = folder
        self._file = file
        self._lock = Lock()
        self._arrived: list[Arrived] = []
        self._server: Server | None = None
        self.app: Any = None

    @property
    def base_url(self) -> str:
        """Address of the server, without a slash at the end. The server starts with the first look at it."""
        if self._server is None:
            self.start(_load_app(self._folder / self._file))
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.port}"

    def start(self, app: Callable[..., Iterable[bytes]]) -> str:
        """Serve another app than the lesson's own from now on; gives the base address."""
        self.stop()
        self.app = app
        self._server = serve(self._recording(app), sock=self._job.listen())
        return self.base_url

    @property
    def arrived(self) -> list[Arrived]:
        """All requests so far, oldest first."""
        with self._lock:
            return list(self._arrived)

    def forget(self) -> None:
        """Forget the requests so far."""
        with self._lock:
            self._arrived.clear()

    def one(self) -> Arrived:
        """The only request since the start (or since `forget`).

        Raises:
            Mismatch: none has come, or more than one.
        """
        arrived = self.arrived
        if len(arrived) != 1:
            got = "\n".join(request.line for request in arrived[:10]) or words.REQUEST_COUNT.format(count=0)
            raise Mismatch(None if arrived else words.NO_REQUEST, expected=words.ONE_REQUEST, got=got)
        return arrived[0]

    def stop(self) -> None:
        """Stop serving."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    def _recording(self, app: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
        def wsgi(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            length = int(environ.get("CONTENT_LENGTH") or 0)
            if "chunked" in environ.get("HTTP_TRANSFER_ENCODING", ""):
                length = MAX_BODY
            body = environ["wsgi.input"].read(min(length, MAX_BODY)) if length > 0 else b""
            environ["wsgi.input"] = io.BytesIO(body)
            with self._lock:
                if len(self._arrived) < MAX_REQUESTS:
                    self._arrived.append(_arrived(environ, body))
            return app(environ, start_response)

        return wsgi


def _arrived(environ: dict[str, Any], body: bytes) -> Arrived:
    headers = {name[5:].replace("_", "-").title(): value for name, value in environ.items() if name.startswith("HTTP_")}
    for name, header in (("CONTENT_TYPE", "Content-Type"), ("CONTENT_LENGTH", "Content-Length")):
        if environ.get(name):
            headers[header] = environ[name]
    raw = environ.get("RAW_URI") or environ["PATH_INFO"]
    return Arrived(
        method=environ["REQUEST_METHOD"],
        path=environ["PATH_INFO"].encode("latin-1").decode("utf-8", errors="replace"),
        query=tuple(parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True)),
        headers=headers,
        body=body,
        url=f"http://{environ.get('HTTP_HOST', '127.0.0.1')}{raw}",
    )


def _load_app(path: Path) -> Any:
    """A fresh copy of an app of ours: state that a request changed must not reach the next step."""
    spec = importlib.util.spec_from_file_location(f"reference_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.app if hasattr(module, "app") else module.create_app()
