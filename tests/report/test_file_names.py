"""File names out of names of people."""

from __future__ import annotations

import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.report.file_names import MAX_BYTES, FileNames, safe

WINDOWS_DEVICES = ["CON", "prn", "Aux", "NUL", "COM1", "lpt9", "com²", "CONIN$", "con.txt", "aux .zip"]
NASTY = st.text(alphabet='a가\u1100\u1161.. /\\:*?"<>|#%\x00\x1f\u202e\u200b~$-', max_size=12)


@given(st.one_of(st.text(max_size=300), NASTY, st.sampled_from(WINDOWS_DEVICES)))
def test_every_name_is_good_on_every_system(text: str) -> None:
    name = safe(text)
    assert name
    assert len(name.encode("utf-8")) <= MAX_BYTES + 1
    assert not set(name) & set('<>:"/\\|?*#%')
    assert name.isprintable()
    assert name[-1] not in " ."
    assert name not in (".", "..")
    assert not PureWindowsPath(name + ".html").is_reserved()
    assert unicodedata.is_normalized("NFC", name)


@pytest.mark.parametrize("device", WINDOWS_DEVICES)
def test_names_of_devices_get_a_mark(device: str) -> None:
    assert safe(device) == f"_{device}"


def test_an_ordinary_name_stays() -> None:
    assert FileNames().of("10203", "김하늘") == "10203_김하늘"
    assert FileNames().of("", "김 하늘") == "김 하늘"
    assert safe(unicodedata.normalize("NFD", "김하늘")) == "김하늘"


@pytest.mark.parametrize(
    "names",
    [
        ("kim", "Kim", "KIM"),
        ("김하늘", unicodedata.normalize("NFD", "김하늘")),
        ("a/b", "a:b", "a_b"),
        ("", ".", " "),
        ("kim", "kim-2", "Kim"),
        ("ｋｉｍ", "kim"),
    ],
)
def test_different_people_get_different_files(names: tuple[str, ...]) -> None:
    given_names = FileNames()
    made = [given_names.of(name) for name in names]
    compared = {unicodedata.normalize("NFKC", name).casefold() for name in made}
    assert len(compared) == len(names)
    assert [given_names.of(name) for name in names] == made, "asked again"
    again = FileNames()
    assert [again.of(name) for name in names] == made, "in another run"


@given(st.lists(NASTY, unique=True, max_size=8))
def test_no_two_share_a_file(names: list[str]) -> None:
    made = FileNames()
    assert len({made.of(name) for name in names}) == len(names)
