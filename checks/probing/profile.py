"""Lesson 02: the profile in profile.json, what it must hold, and how JSON texts are compared."""

from __future__ import annotations

import json
import re

FILE = "profile.json"
MARK = b"\xef\xbb\xbf"


class Written(float):
    """A number with a point or an exponent, and how it stands in the text: 170.0 and 170 are the same number."""

    def __new__(cls, text):
        number = super().__new__(cls, text)
        number.text = text
        return number


def is_whole(value):
    """Whether this is a whole number, however it is written."""
    return type(value) is int or (isinstance(value, Written) and value.is_integer())


def has_fraction(value):
    """Whether something else than zeros stands behind the point."""
    return isinstance(value, Written) and re.search(r"\.\d*[1-9]", value.text) is not None


def are_texts(value):
    """Whether this is a list of two texts or more."""
    return isinstance(value, list) and len(value) >= 2 and all(isinstance(text, str) for text in value)


WANTED = {
    "name": ("string", lambda value: isinstance(value, str)),
    "grade": ("number (정수)", is_whole),
    "height": ("number (0이 아닌 소수 부분이 있는 수)", has_fraction),
    "member": ("boolean", lambda value: isinstance(value, bool)),
    "nickname": ("null", lambda value: value is None),
    "hobbies": ("array (string 두 개 이상)", are_texts),
    "contact": ("object", lambda value: isinstance(value, dict)),
}
"""For each key what its value should be called, and whether a value is so."""


def wrong_key(profile):
    """The first key that is missing, or has a value of another kind."""
    return next((key for key, (_, fits) in WANTED.items() if key not in profile or not fits(profile[key])), None)


def has_mark(files):
    """Whether the file begins with a byte order mark."""
    return files.exists(FILE) and files.read_bytes(FILE).startswith(MARK)


def decoded(text):
    """The value of a JSON text, where NaN and the like are no JSON. Numbers with a point keep how they are written."""

    def refuse(constant):
        raise ValueError(f"JSON에는 {constant}이라는 값이 없습니다.")

    return json.loads(text, parse_float=Written, parse_constant=refuse)


def as_json(value):
    """A value as JSON text, Korean as it is."""
    return json.dumps(value, ensure_ascii=False)


def is_json_of(text, value):
    """Whether a text is JSON for this value; the order of keys and blanks do not matter."""
    if not isinstance(text, str):
        return False
    try:
        return json.dumps(json.loads(text), sort_keys=True) == json.dumps(value, sort_keys=True)
    except (ValueError, RecursionError):
        return False


def new_profile(fresh):
    """A made-up profile with all the keys."""
    return {
        "name": fresh.name(),
        "grade": fresh.integer(1, 3),
        "height": fresh.integer(1401, 1409) / 10,
        "member": fresh.choice((True, False)),
        "nickname": None,
        "hobbies": [fresh.word(), fresh.name()],
        "contact": {"email": f"{fresh.word()}@example.com"},
    }
