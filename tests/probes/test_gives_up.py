"""A function that asks a silent server: whether it gives up is found out without waiting as long as it would."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from shared.messages import calling as words
from shared.probes import Mismatch
from shared.probes.client import Client

Make = Callable[..., Client]

GET = "import requests\ndef f(base_url):\n    return requests.get(base_url + '/x'{more}).text\n"
URLLIB = (
    "import urllib.request\ndef f(base_url):\n    return urllib.request.urlopen(base_url, timeout={seconds}).read()\n"
)

GIVES_UP = {
    "a limit": GET.format(more=", timeout=5"),
    "a limit of exactly ten": GET.format(more=", timeout=10"),
    "two limits": GET.format(more=", timeout=(3, 5)"),
    "a long limit for connecting alone": GET.format(more=", timeout=(60, 5)"),
    "urllib": URLLIB.format(seconds=4),
    "http.client": (
        "import http.client\ndef f(base_url):\n"
        "    line = http.client.HTTPConnection(base_url[7:], timeout=3)\n    line.request('GET', '/')\n"
        "    return line.getresponse().status\n"
    ),
    "an exception of its own": (
        "import requests\ndef f(base_url):\n    try:\n        requests.get(base_url, timeout=2)\n"
        "    except requests.Timeout as error:\n        raise RuntimeError('늦음') from error\n"
    ),
    "several short tries": (
        "import requests\ndef f(base_url):\n    for _ in range(3):\n        try:\n"
        "            return requests.get(base_url, timeout=2).text\n"
        "        except requests.Timeout:\n            pass\n"
        "    raise TimeoutError\n"
    ),
    "a limit for all sockets": (
        "import socket, urllib.request\nsocket.setdefaulttimeout(1)\n"
        "def f(base_url):\n    return urllib.request.urlopen(base_url).read()\n"
    ),
}

DOES_NOT = {
    "no limit": (GET.format(more=""), words.NO_TIMEOUT),
    "a long limit": (GET.format(more=", timeout=60"), words.TIMEOUT_TOO_LONG),
    "a limit a little too long": (GET.format(more=", timeout=12"), words.TIMEOUT_TOO_LONG),
    "a long limit for reading": (GET.format(more=", timeout=(3, 60)"), words.TIMEOUT_TOO_LONG),
    "urllib with a long limit": (
        URLLIB.format(seconds=30),
        words.TIMEOUT_TOO_LONG,
    ),
    "many tries": (
        "import requests\nfrom requests.adapters import HTTPAdapter\ndef f(base_url):\n    s = requests.Session()\n"
        "    s.mount('http://', HTTPAdapter(max_retries=3))\n    return s.get(base_url, timeout=5).text\n",
        words.TIMEOUT_TOO_LONG,
    ),
    "an exception swallowed": (
        "import requests\ndef f(base_url):\n    try:\n        return requests.get(base_url, timeout=2).text\n"
        "    except requests.RequestException:\n        return None\n",
        words.SILENCE_HIDDEN,
    ),
    "nothing asked": ("def f(base_url):\n    return []\n", words.SILENCE_HIDDEN),
    "the end of the process": ("import os\ndef f(base_url):\n    os._exit(1)\n", words.DIED),
    "no such function": ("def g(): ...", words.MISSING.format(name="f", file="client.py")),
}


@pytest.mark.parametrize("text", GIVES_UP.values(), ids=GIVES_UP)
def test_a_function_that_gives_up_in_time_is_right(client: Make, text: str) -> None:
    began = time.monotonic()
    client(text, 12).gives_up("f", seconds=10)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(("text", "message"), DOES_NOT.values(), ids=DOES_NOT)
def test_a_function_that_does_not_is_told_why(client: Make, text: str, message: str) -> None:
    began = time.monotonic()
    with pytest.raises(Mismatch) as caught:
        client(text, 12).gives_up("f", seconds=10)
    assert time.monotonic() - began < 5
    assert caught.value.message == message


def test_the_call_is_shown_without_an_address_that_is_gone(client: Make) -> None:
    with pytest.raises(Mismatch) as caught:
        client("def f(base_url, n):\n    return n\n").gives_up("f", 3, seconds=10)
    assert caught.value.did == "연결은 받고 답은 하지 않는 서버에 f(base_url, 3)"
    assert caught.value.got == "돌려준 값: 3"
