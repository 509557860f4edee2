"""Finding the lesson that somebody means."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from shared.lessons import ROOT, LessonAmbiguous, LessonNotFound, all_lessons, find, of_check


def test_the_project_is_where_the_engine_stands() -> None:
    assert (ROOT / "shared" / "lessons").is_dir()


def test_all_lessons_come_in_the_order_of_their_numbers(project: Path) -> None:
    assert [lesson.number for lesson in all_lessons(project)] == ["01", "04", "05", "10"]


def test_what_is_no_lesson_folder_is_passed_over(project: Path) -> None:
    (project / "lessons" / "06_empty").mkdir()
    (project / "lessons" / "notes").mkdir()
    (project / "lessons" / "07_file").write_text("", encoding="utf-8")
    assert len(all_lessons(project)) == 4


def test_a_project_without_lessons_has_none(tmp_path: Path) -> None:
    assert all_lessons(tmp_path) == ()
    with pytest.raises(LessonNotFound, match="lessons 폴더에 레슨이 없습니다"):
        find("04", tmp_path)


@pytest.mark.parametrize(
    "query",
    [
        "4",
        "04",
        " 04 ",
        "04_routing",
        "04-Routing",
        "rout",
        "ROUTING",
        "라우팅",
        unicodedata.normalize("NFD", "라우팅"),
        "url 변수",
        "lessons/04_routing/",
        "lessons\\04_routing",
    ],
)
def test_a_lesson_is_found_by(query: str, project: Path) -> None:
    assert find(query, project).slug == "04_routing"


def test_a_number_is_never_part_of_another(project: Path) -> None:
    assert find("1", project).slug == "01_rest"
    with pytest.raises(LessonNotFound):
        find("0", project)


@pytest.mark.parametrize("query", ["99", "없는 레슨", "", "  ", "[a-z]"])
def test_what_no_lesson_answers_to_names_the_lessons_there_are(query: str, project: Path) -> None:
    with pytest.raises(LessonNotFound) as refused:
        find(query, project)
    assert "04_routing" in refused.value.message


def test_what_several_lessons_answer_to_names_them(project: Path) -> None:
    with pytest.raises(LessonAmbiguous) as refused:
        find("url", project)
    assert "05_url_for, 10_url_design" in refused.value.message
    assert "04_routing" not in refused.value.message


def test_the_lesson_of_a_check_is_found_by_the_file_name(project: Path) -> None:
    assert of_check(project / "checks" / "04_routing.py").slug == "04_routing"
    assert of_check(str(project / "checks" / "04_routing.py")).folder == project / "lessons" / "04_routing"


def test_a_check_without_a_lesson_is_told(project: Path) -> None:
    with pytest.raises(LessonNotFound, match=r"08_nothing\.py"):
        of_check(project / "checks" / "08_nothing.py")
