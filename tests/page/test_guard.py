"""Only the one who started the page comes in, from this computer, from this page; and no address leads out of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import requests

from shared.watching import Judged
from tests.page.conftest import SLUG, Opened

Ask = Callable[..., requests.Response]
POST = {"Sec-Fetch-Site": "same-origin"}


def test_the_token_becomes_a_cookie_and_leaves_the_address(opened: Opened) -> None:
    reply = requests.get(opened.url, timeout=5, allow_redirects=False)
    assert reply.status_code == 302 and reply.headers["Location"] == "/"
    cookie = reply.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie


PATHS = ["/", "/?token=", "/?token=wrong", f"/lessons/{SLUG}/", "/static/page.js", "/code.css"]


@pytest.mark.parametrize("path", PATHS)
def test_without_the_token_nothing_is_shown(opened: Opened, path: str) -> None:
    reply = requests.get(opened.base + path, timeout=5)
    assert reply.status_code == 401
    assert "터미널에 나온 주소" in reply.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", ""])
def test_another_host_name_is_refused(opened: Opened, ask: Ask, host: str) -> None:
    port = opened.base.rpartition(":")[2]
    assert ask("/", headers={"Host": host.format(port=port)}).status_code in (400, 403)


def test_localhost_is_this_computer_too(opened: Opened) -> None:
    with requests.Session() as session:
        assert session.get(opened.url.replace("127.0.0.1", "localhost"), timeout=5).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_another_sites_post_does_nothing(ask: Ask, headers: dict[str, str]) -> None:
    for action in ("judge", "undo", "reset", "tasks/1/hint"):
        assert ask(f"/lessons/{SLUG}/{action}", "POST", headers=headers).status_code == 403


def test_another_site_cannot_read_either(ask: Ask) -> None:
    assert ask("/", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}).status_code == 403
    assert ask("/", headers={"Origin": "http://evil.example"}).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/lessons/../README.md",
        "/lessons/%2e%2e/",
        f"/lessons/{SLUG}/images/../app.py",
        f"/lessons/{SLUG}/images/..%2fapp.py",
        f"/lessons/{SLUG}/images/%2e%2e%2f%2e%2e%2fchecks%2fhome.py",
        f"/lessons/{SLUG}/images/app.py",
        f"/lessons/{SLUG}/app.py",
        "/lessons/01/",
        "/lessons/greeting/",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
    ],
)
def test_no_address_leads_to_another_file(ask: Ask, path: str) -> None:
    assert ask(path).status_code in (404, 308)


def test_a_picture_of_the_text_is_sent(ask: Ask) -> None:
    reply = ask(f"/lessons/{SLUG}/images/dot.svg")
    assert (reply.status_code, reply.headers["Content-Type"]) == (200, "image/svg+xml; charset=utf-8")


def test_browsers_are_told_to_run_nothing_else(ask: Ask) -> None:
    headers = ask("/").headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_the_solution_is_shown_only_after_passing(ask: Ask) -> None:
    assert ask(f"/lessons/{SLUG}/solution").status_code == 409


def test_without_a_script_a_hint_comes_too(ask: Ask) -> None:
    reply = ask(f"/lessons/{SLUG}/tasks/1/hint", "POST", headers=POST)
    assert reply.status_code == 302 and reply.headers["Location"].endswith("#task-1")
    assert "힌트 1" in ask(f"/lessons/{SLUG}/").text
    assert ask(f"/lessons/{SLUG}/tasks/9/hint", "POST", headers=POST).status_code == 404


@pytest.mark.parametrize("what", ["study", "page"])
def test_closing_ends_every_stream_at_once(opened: Opened, ask: Ask, what: str) -> None:
    streams = [ask(f"/lessons/{SLUG}/events", stream=True).iter_lines() for _ in range(12)]
    assert {next(stream) for stream in streams} == {b"event: tasks"}
    getattr(opened, what).close()
    for stream in streams:
        list(stream)  # comes to an end; a stream that did not would send a comment after 20 s, and time out after 5


def test_line_ends_of_another_system_are_no_difference(opened: Opened, ask: Ask) -> None:
    file = opened.root / "lessons" / SLUG / "app.py"
    file.write_bytes((opened.root / "solutions" / SLUG / "app.py").read_bytes().replace(b"\n", b"\r\n"))
    with opened.study.subscribe() as events:
        opened.study.judge(SLUG)
        while not isinstance(events.get(timeout=10), Judged):
            pass
    assert "모범 답안과 같습니다." in ask(f"/lessons/{SLUG}/solution").text
