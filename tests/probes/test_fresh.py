"""Random values keep what their names promise, and follow from the seed alone."""

from __future__ import annotations

import random
import re
import uuid
from decimal import Decimal

from shared.probes.fresh import Fresh

SEEDS = range(300)


def fresh(seed: object) -> Fresh:
    return Fresh(random.Random(str(seed)))


def some_of_all(source: Fresh) -> list[object]:
    return [
        source.word(),
        source.name(),
        source.integer(1, 9),
        source.half_number(),
        source.uuid(),
        source.markup(),
        source.choice("abc"),
        source.sample(range(9), 3),
        source.rng.random(),
    ]


def test_the_same_seed_gives_the_same_values() -> None:
    assert some_of_all(fresh("7:3")) == some_of_all(fresh("7:3"))


def test_another_task_gets_other_values() -> None:
    assert len({fresh(f"7:{task}").word() for task in range(50)}) == 50


def test_values_are_what_they_are_called() -> None:
    for seed in SEEDS:
        source = fresh(seed)
        assert re.fullmatch("[a-z]{6}", source.word())
        assert re.fullmatch("[a-z]{9}", source.word(9))
        assert re.fullmatch("[가-힣]{3}", source.name())
        assert 2 <= source.integer(2, 3) <= 3
        assert re.fullmatch(r"<img src=\w+ onerror=alert\(\d+\)>", source.markup())
        assert len(set(source.sample(range(5), 5))) == 5
        code = source.uuid()
        assert str(uuid.UUID(code)) == code
        assert uuid.UUID(code).version == 4


def test_half_of_a_half_number_shows_every_shortcut() -> None:
    for seed in SEEDS:
        number = fresh(seed).half_number()
        half = number / 2
        assert 0 < number < 1_000_000
        assert half not in (number // 2, round(half, 2), round(half, 3))
        assert str(half) not in (f"{half:.2f}", f"{half:.1f}", str(int(half)))
        assert re.fullmatch(r"\d+\.\d{3}", str(number)), "a float converter takes digits, a point, digits"
        assert Decimal(str(half)) == Decimal(str(number)) / 2, "what Python prints is the half that a person works out"
