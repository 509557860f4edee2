"""What a check may ask of a reply, and what it then says."""

from __future__ import annotations

from typing import Any

import pytest

from shared.probes import Mismatch
from shared.probes.reply import Reply
from tests.probes.asking import reply_of


def json_reply(body: str, media_type: str = "application/json") -> Reply:
    return reply_of(body, media_type)


def test_other_types_than_html_are_shown_as_they_are() -> None:
    reply_of("a <b>c</b> &amp;\n", "text/plain").shows("a <b>c</b> &amp;")
    with pytest.raises(Mismatch):
        reply_of(" Hello", "text/plain; charset=utf-8").shows("Hello")


def test_media_type_is_known_in_any_case_and_with_parameters() -> None:
    assert reply_of("", "Text/HTML; charset=utf-8").media_type == "text/html"
    reply = reply_of("", "")
    reply.response.headers.clear()
    lower = reply_of("", "text/plain")
    lower.response.headers.clear()
    lower.response.headers["content-type"] = "application/json"
    assert Reply(lower.url, lower.response, b"", lower.exchange).media_type == "application/json"


def test_the_status_must_be_200_unless_it_was_asked() -> None:
    with pytest.raises(Mismatch) as caught:
        reply_of("Hello", status=404).shows("Hello")
    assert caught.value.expected == "상태 코드 200"
    reply_of("Hello", status=404).has_status(404).shows("Hello")


def test_one_of_several_status_codes_is_enough() -> None:
    reply_of("", status=415).has_status(400, 415)
    with pytest.raises(Mismatch) as caught:
        reply_of("", status=500).has_status(400, 415)
    assert (caught.value.expected, caught.value.got) == ("상태 코드 400 또는 415", "상태 코드 500")
    assert caught.value.did == "GET /here/now"


def test_text_that_must_not_be_there_is_found_anywhere() -> None:
    reply_of("<p>a</p>").not_shows("b")
    with pytest.raises(Mismatch):
        reply_of("<p>a long b sentence</p>").not_shows("b")


@pytest.mark.parametrize("media_type", ["application/json", "application/problem+json", "Application/JSON; charset=x"])
def test_json_of_a_json_type_is_decoded(media_type: str) -> None:
    assert json_reply('{"a": [1, null]}', media_type).is_json() == {"a": [1, None]}


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", ""])
def test_json_of_another_type_is_refused(media_type: str) -> None:
    with pytest.raises(Mismatch) as caught:
        json_reply("{}", media_type).is_json()
    assert caught.value.expected == "Content-Type: application/json"


@pytest.mark.parametrize("body", ["", "{'a': 1}", "{", "NaN", '{"a": Infinity}', "[" * 100_000, "\ufeff{}"])
def test_what_is_no_json_is_refused(body: str) -> None:
    with pytest.raises(Mismatch) as caught:
        json_reply(body).is_json()
    assert caught.value.expected == "JSON"


def test_json_may_hold_more_than_was_asked_for() -> None:
    json_reply('{"name": "a", "id": 1}').json_has(name="a")
    json_reply('{"class": 7, "id": 1}').json_has({"class": 7}, id=1)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ('{"ok": 1}', {"ok": True}),
        ('{"n": true}', {"n": 1}),
        ('{"n": [true]}', {"n": [1]}),
        ('{"n": {"m": false}}', {"n": {"m": 0}}),
        ('{"n": "1"}', {"n": 1}),
        ('{"m": 1}', {"n": 1}),
        ('{"n": [1, 2]}', {"n": [1]}),
        ('{"n": null}', {"n": ""}),
        ("[]", {"n": 1}),
        ('"n"', {"n": 1}),
        ("null", {}),
    ],
)
def test_json_values_of_another_type_differ(body: str, wanted: dict[str, Any]) -> None:
    with pytest.raises(Mismatch):
        json_reply(body).json_has(wanted)


def test_whole_and_broken_numbers_of_one_value_are_the_same_in_json() -> None:
    json_reply('{"sum": 3.0}').json_has(sum=3)


def test_half_of_a_surrogate_pair_can_still_be_written_down() -> None:
    with pytest.raises(Mismatch) as caught:
        json_reply('{"a": "\\ud800"}').json_has(a="b")
    assert caught.value.got is not None
    caught.value.got.encode("utf-8")


@pytest.mark.parametrize(
    "location",
    ["/user/John%20Doe", "http://127.0.0.1:5000/user/John%20Doe", "../user/John Doe", "/user/John Doe"],
)
def test_a_redirect_may_be_written_in_many_ways(location: str) -> None:
    reply_of("", status=302, Location=location).redirects_to("/user/John Doe")


@pytest.mark.parametrize(
    "location",
    ["/user/john", "http://example.com/user/John%20Doe", "//example.com/user/John%20Doe", "http://[", "", "/user/"],
)
def test_a_redirect_to_somewhere_else_is_refused(location: str) -> None:
    with pytest.raises(Mismatch) as caught:
        reply_of("", status=302, Location=location).redirects_to("/user/John Doe")
    assert caught.value.got == f"Location: {location}"


def test_a_redirect_without_location_or_with_another_status_is_refused() -> None:
    with pytest.raises(Mismatch) as caught:
        reply_of("", status=302).redirects_to("/")
    assert caught.value.got == "Location: (없음)"
    with pytest.raises(Mismatch):
        reply_of("", status=301, Location="/").redirects_to("/")
    reply_of("", status=303, Location="/?a=1").redirects_to("/?a=1", 303)


def test_elements_are_found_by_selector() -> None:
    page = reply_of("<nav><a href=/a>x</a><a href='/b'>y</a></nav>")
    assert [link.attributes["href"] for link in page.select("nav a")] == ["/a", "/b"]
    assert reply_of("no markup").select("a") == []
