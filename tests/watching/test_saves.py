"""Saves are noticed whatever the file system tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from shared.watching import Trouble, saves
from shared.watching.saves import Saves
from tests import tiny_project

SECONDS = 15.0


class Heard:
    """Collects the lessons that were saved."""

    def __init__(self) -> None:
        self.slugs: SimpleQueue[str] = SimpleQueue()
        self.troubles: list[Trouble] = []

    def next(self, seconds: float = SECONDS) -> str | None:
        try:
            return self.slugs.get(timeout=seconds)
        except Empty:
            return None


@pytest.fixture
def heard() -> Heard:
    return Heard()


def listen(root: Path, heard: Heard, polling: bool | None) -> Saves:
    return Saves(root / "lessons", heard.slugs.put, heard.troubles.append, polling=polling)


def app(root: Path, slug: str = tiny_project.SLUG) -> Path:
    return root / "lessons" / slug / "app.py"


def replace(path: Path, text: str) -> None:
    """Save as many editors do: write another file and move it over the old one."""
    beside = path.with_name(".app.py.swp")
    tiny_project.write(beside, text)
    beside.replace(path)


@pytest.mark.parametrize("polling", [None, True])
@pytest.mark.parametrize("way", [tiny_project.write, replace], ids=["written", "moved over"])
def test_a_save_is_noticed(tmp_path: Path, heard: Heard, polling: bool | None, way: object) -> None:
    assert callable(way)
    tiny_project.make(tmp_path)
    tiny_project.make(tmp_path, "02_second")
    listening = listen(tmp_path, heard, polling)
    try:
        for number, slug in enumerate((tiny_project.SLUG, "02_second", tiny_project.SLUG)):
            way(app(tmp_path, slug), f"# {'x' * number}\n")
            while (noticed := heard.next()) != slug:  # one save may be told twice
                assert noticed is not None
    finally:
        listening.close()
    assert heard.troubles == []


def deaf(*paths: object, force_polling: bool | None = None, **options: object) -> Iterator[object]:
    """A file system that tells nothing: only time passes, until somebody looks."""
    if force_polling:
        yield from real_watch(*paths, force_polling=True, **options)  # type: ignore[arg-type]
    stop = options["stop_event"]
    while not stop.wait(0.05):  # type: ignore[attr-defined]
        yield set()


real_watch = saves.watch


def test_where_nothing_is_told_it_looks(tmp_path: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saves, "watch", deaf)
    tiny_project.make(tmp_path)
    listening = listen(tmp_path, heard, None)
    try:
        for number in range(4):
            tiny_project.write(app(tmp_path), f"# {'x' * number}\n")
            assert heard.next() == tiny_project.SLUG
        assert listening.polling
    finally:
        listening.close()


def test_where_no_more_can_be_watched_it_looks(tmp_path: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*paths: object, force_polling: bool | None = None, **options: object) -> Iterator[object]:
        if not force_polling:
            raise OSError("OS file watch limit reached")
        return real_watch(*paths, force_polling=True, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(saves, "watch", full)
    tiny_project.make(tmp_path)
    listening = listen(tmp_path, heard, None)
    try:
        while not listening.polling:
            pass
        tiny_project.write(app(tmp_path), "# x\n")
        assert heard.next() == tiny_project.SLUG
    finally:
        listening.close()


def test_a_folder_that_cannot_be_watched_at_all_is_told(tmp_path: Path, heard: Heard) -> None:
    listening = listen(tmp_path / "nowhere", heard, None)
    listening._thread.join(SECONDS)
    listening.close()
    assert [trouble.sentence[:13] for trouble in heard.troubles] == ["저장을 알아챌 수 없습니다"[:13]]
