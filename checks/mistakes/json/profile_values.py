"""Lesson 02: mistakes in the values of profile.json, which is JSON already."""

from __future__ import annotations

import re

from mistakes.json.evidence import json_or_none
from mistakes.json.tasks import PROFILE
from probing.profile import FILE, decoded, is_whole, wrong_key
from shared.checking import KnownMistakes

known = KnownMistakes()


def in_value_of(*keys):
    """Recognise by the value of the first wrong key, where it is one of these."""

    def of_these(is_it):
        def recognise(source):
            profile = json_or_none(source.text(FILE), decoded)
            key = wrong_key(profile) if isinstance(profile, dict) else None
            return key in keys and key in profile and is_it(profile[key])

        return recognise

    return of_these


@known(
    PROFILE,
    id="quoted-number",
    says="수를 따옴표로 감쌌습니다. 감싸면 수가 아니라 문자열입니다. 따옴표를 지워 주세요.",
)
@in_value_of("grade", "height")
def number_in_quotes(value):
    return isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value)


@known(
    PROFILE,
    id="quoted-word",
    says="`true`, `false`, `null`을 따옴표로 감쌌습니다. 감싸면 문자열입니다. 따옴표를 지워 주세요.",
)
@in_value_of("member", "nickname")
def word_in_quotes(value):
    return value in ("true", "false", "null", "True", "False", "None")


@known(
    PROFILE,
    id="H10",
    says="height에 0이 아닌 소수 부분이 없습니다. JSON에는 수가 한 종류라서 170과 170.0은 같은 수입니다. "
    "168.5처럼 적어 주세요.",
)
@in_value_of("height")
def whole_height(value):
    return is_whole(value)


@known(
    PROFILE,
    id="one-hobby",
    says="hobbies에 값이 두 개보다 적습니다. 쉼표로 나누어 두 개 이상 적어 주세요.",
)
@in_value_of("hobbies")
def too_few_hobbies(value):
    return isinstance(value, list) and len(value) < 2


@known(
    PROFILE,
    id="empty-text",
    says='`""`는 빈 문자열입니다. 값이 없다는 뜻은 `null`로 적습니다. 따옴표는 쓰지 않습니다.',
)
@in_value_of("nickname")
def empty_text_for_null(value):
    return value == ""
