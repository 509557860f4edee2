"""Lesson 01: mistakes in taking a URL apart."""

from __future__ import annotations

from urllib.parse import urlsplit

from mistakes.client_calls import argument
from mistakes.rest.tasks import SPLITTING
from probing.url_parts import split, wrong_part
from shared.checking import KnownMistakes

known = KnownMistakes()


def in_part(part):
    """Recognise by what came back for the first wrong part of a URL, and by the URL."""

    def of_this_part(is_it):
        def recognise(result):
            url = argument(result)
            return wrong_part(result.value, url) == part and is_it(result.value[part], url)

        return recognise

    return of_this_part


@known(
    SPLITTING,
    id="H2",
    says="포트가 65535보다 큰 URL을 받아들였습니다. 포트는 0부터 65535까지입니다. 더 크면 `raise ValueError(...)`를 "
    "해 주세요. `urlsplit(url).port`는 이것을 스스로 합니다.",
)
def big_port_accepted(result, failure):
    return result.returned and failure.expected == "ValueError"


@known(
    SPLITTING,
    id="H3",
    says="키의 이름이 다릅니다. 핸드아웃의 말 대신 이 글의 말을 씁니다: scheme, host, port, path, query, fragment.",
)
def words_of_the_handout(result):
    words = {"protocol", "domain", "subdomain", "folder", "subfolder", "slug", "parameter", "anchor"}
    names = result.value if isinstance(result.value, dict) else ()
    return any(str(name).lower().replace(" ", "").replace("_", "") in words for name in names)


@known(
    SPLITTING,
    id="host-with-port",
    says="host에 포트가 붙어 있습니다. `netloc`은 호스트와 포트를 합친 것입니다. `hostname`을 쓰세요.",
)
@in_part("host")
def port_stands_at_the_host(got, url):
    return got == urlsplit(url).netloc


@known(
    SPLITTING,
    id="port-text",
    says="포트가 글자입니다. `int(...)`로 바꾸어 수로 돌려주세요.",
)
@in_part("port")
def port_is_text(got, url):
    return isinstance(got, str) and got.isdigit()


@known(
    SPLITTING,
    id="port-zero",
    says="포트 0이 None이 되었습니다. `or`와 `if port:`는 0을 없는 값으로 봅니다. None인지 볼 때는 `is None`을 쓰세요.",
)
@in_part("port")
def port_zero_taken_for_none(got, url):
    return got is None and urlsplit(url).port == 0


@known(
    SPLITTING,
    id="query-text",
    says="query가 나뉘지 않은 글입니다. `dict(parse_qsl(...))`로 나누어 dict로 돌려주세요.",
)
@in_part("query")
def query_in_one_piece(got, url):
    return isinstance(got, str)


@known(
    SPLITTING,
    id="query-list",
    says="query의 값이 list입니다. `parse_qs`는 값을 list에 담습니다. `dict(parse_qsl(...))`을 쓰세요.",
)
@in_part("query")
def values_are_lists(got, url):
    return isinstance(got, dict) and any(isinstance(value, list) for value in got.values())


@known(
    SPLITTING,
    id="H4",
    says="query의 값이 글자가 아닙니다. 쿼리의 값은 모두 글자입니다. 수처럼 보여도 글자 그대로 돌려주세요.",
)
@in_part("query")
def values_are_no_text(got, url):
    return isinstance(got, dict) and {k: str(v) for k, v in got.items()} == split(url)["query"]


@known(
    SPLITTING,
    id="query-encoded",
    says="query에 `%EA` 같은 퍼센트 인코딩이 남아 있습니다. 키와 값을 모두 풀어야 합니다. `parse_qsl`은 스스로 풉니다.",
)
@in_part("query")
def query_is_not_decoded(got, url):
    return isinstance(got, dict) and any("%" in str(text) for pair in got.items() for text in pair)


@known(
    SPLITTING,
    id="fragment-empty",
    says="`#`이 없는 URL의 fragment는 None입니다. `urlsplit`은 빈 글 `''`을 주므로 None으로 바꾸어 주세요.",
)
@in_part("fragment")
def empty_text_for_none(got, url):
    return got == ""
