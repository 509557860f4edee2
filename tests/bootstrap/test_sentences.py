"""What the bootstrap says must be printable on a Korean Windows console."""

import inspect

import pytest

from shared.bootstrap import screen
from shared.messages import installing


def sentences() -> list[str]:
    """Every sentence there is, functions called with made-up values."""
    values = {"str": "x", "int": 1, "bool": True}
    found = [value for name, value in vars(installing).items() if name.isupper() and isinstance(value, str)]
    for _, function in inspect.getmembers(installing, inspect.isfunction):
        given = [values[parameter.annotation.__name__] for parameter in inspect.signature(function).parameters.values()]
        found.append(function(*given))
    return [*found, installing.no_venv("3.12", apt=False)]


@pytest.mark.parametrize("sentence", sentences())
def test_every_sentence_is_polite_and_made_of_characters_that_cp949_has(sentence: str) -> None:
    assert sentence.encode("cp949")
    assert any(ending in sentence for ending in ("니다", "세요", "개째"))


def test_a_folder_in_decomposed_hangul_is_readable_on_cp949(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(raw, encoding="cp949", errors="strict"))
    screen.say("가 \N{BULLET}".replace("가", "\u1100\u1161"))
    assert raw.getvalue().decode("cp949") == "가 ?\n"


def test_a_python_without_a_console_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    screen.say("안녕하세요")
