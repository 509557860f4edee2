"""The practice board of lesson 11: whatever stands in queries.sql, the page comes and says what happened."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser, LexborNode

from shared.sql import blocks

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "lessons" / "11_sql"
SOLUTION = ROOT / "solutions" / "11_sql"
GIVEN = ["server.py", "sample.sql", "templates/board.html", "static/board.css"]


class Board:
    """The board in a folder of its own."""

    def __init__(self, folder: Path, module: ModuleType) -> None:
        self.folder = folder
        self.module = module
        self.client: FlaskClient = module.app.test_client()

    def write(self, **queries: str) -> None:
        text = "\n".join(f"-- name: {name}\n{sql}" for name, sql in queries.items())
        (self.folder / "queries.sql").write_text(text, encoding="utf-8")

    def page(self) -> LexborHTMLParser:
        reply = self.client.get("/")
        assert reply.status_code == 200
        return LexborHTMLParser(reply.text)

    def card(self, name: str) -> LexborNode:
        card = self.page().css_first(f"article#{name}")
        assert card is not None
        return card


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    folder = tmp_path / "11_sql"
    shutil.copytree(SOLUTION, folder, ignore=shutil.ignore_patterns("__pycache__"))
    spec = importlib.util.spec_from_file_location("board_of_lesson_11", folder / "server.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield Board(folder, module)
    del sys.modules[spec.name]


def cells(card: LexborNode) -> list[list[str]]:
    rows = [row.css("th, td") for row in card.css("tbody tr")]
    return [[cell.text(strip=True) for cell in row] for row in rows]


@pytest.mark.parametrize("name", GIVEN)
def test_the_given_files_are_the_same_in_starter_and_solution(name: str) -> None:
    assert (LESSON / name).read_bytes() == (SOLUTION / name).read_bytes()


def test_it_lists_the_tasks_of_the_lesson(board: Board) -> None:
    names = list(blocks.read((LESSON / "queries.sql").read_text(encoding="utf-8")))
    assert [task[0] for task in board.module.TASKS] == names
    headings = [heading.text(strip=True) for heading in board.page().css("article h2")]
    assert [heading.split(".")[0] for heading in headings] == [f"과제 {number}" for number in range(1, 14)]
    readme = (LESSON / "README.md").read_text(encoding="utf-8")
    for number, task in enumerate(board.module.TASKS, 1):
        assert f"### 과제 {number}. {task[1]}\n" in readme


def test_the_solution_runs_without_an_error_and_shows_what_the_text_promises(board: Board) -> None:
    page = board.page()
    assert not page.css("article.error, article.empty, .notice")
    shown = {card.attributes["id"]: cells(card) for card in page.css("article")}
    assert [row[0] for row in shown["create_table"]] == ["id", "name", "phone_number", "birth_date"]
    assert shown["insert_partial"] == [["넣은 행", "10305", "이름 없음", "010-0000-0014", "NULL"]]
    assert len(shown["all_ids"]) == 12 and len(shown["by_id"]) == 1 and len(shown["no_birth_date"]) == 2
    assert [row[0] for row in shown["class_range"]] == ["10201", "10202", "10203", "10301"]
    assert shown["oldest_first"][0][3] == "2008-04-01"
    assert [row[3] for row in shown["oldest_first"][-2:]] == ["NULL", "NULL"]
    assert [row[0] for row in shown["rows_3_to_8"]] == ["10103", "10201", "10202", "10203", "10301", "10302"]
    assert [row[1] for row in shown["name_starts_with"]] == ["별_하나"]
    assert [row[0] for row in shown["change_phone"]] == ["바꾸기 전", "바꾼 뒤"]
    assert [row[0] for row in shown["remove"]] == ["지운 행"]


def test_changed_cells_are_marked(board: Board) -> None:
    card = board.card("change_phone")
    assert [cell.text(strip=True) for cell in card.css("td.changed")] == ["NULL", "010-0000-0015"]


def test_the_starter_is_all_empty(board: Board) -> None:
    shutil.copy(LESSON / "queries.sql", board.folder / "queries.sql")
    assert len(board.page().css("article.empty")) == 13


def test_reloading_shows_the_newest_text(board: Board) -> None:
    board.write(all_ids="SELECT 1")
    assert cells(board.card("all_ids")) == [["1"]]
    board.write(all_ids="SELECT 2")
    assert cells(board.card("all_ids")) == [["2"]]
    assert board.client.get("/").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("sql", "explained"),
    [
        ("SELECT * FROM students", "이런 표(table)가 없습니다: students"),
        ("SELECT nmae FROM student_list", "이런 열(column)이 없습니다: nmae"),
        ("SELECT 1; SELECT 2", "한 번에 SQL 문장 하나만"),
        ("SELECT 'x", "따옴표를 열고 닫지"),
        ("SELECT :number", "이 과제의 파라미터: :id"),
        ("SELECT ?", "이 과제의 파라미터: :id"),
        ("ATTACH 'x' AS y", "쓸 수 없는 문장입니다: ATTACH"),
        ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", "끝나지 않아서"),
        ("SELECT 1 WHERE ((1)", ""),
        ("\0", ""),
    ],
)
def test_a_broken_query_is_explained_and_leaves_the_others_alone(board: Board, sql: str, explained: str) -> None:
    board.write(by_id=sql, all_ids="SELECT id FROM student_list")
    page = board.page()
    card = page.css_first("article#by_id.error")
    assert card is not None and explained in card.text()
    assert len(page.css("article#all_ids tbody tr")) == 12


def test_what_one_query_does_is_not_there_for_the_next(board: Board) -> None:
    board.write(
        drop_table="DROP TABLE student_list", remove="DELETE FROM student_list", all_ids="SELECT 1 FROM student_list"
    )
    assert "이제 없습니다" in board.card("drop_table").text()
    assert len(cells(board.card("remove"))) == 12
    assert len(cells(board.card("all_ids"))) == 12


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE student_list SET id = id + 1000",
        "ALTER TABLE student_list RENAME COLUMN name TO title",
        "ALTER TABLE student_list ADD COLUMN memo TEXT",
        "ALTER TABLE student_list DROP COLUMN name",
        "CREATE TABLE other (id INTEGER)",
        "SELECT NULL, x'00ff', 1.5, ''",
        "SELECT 1 WHERE 0",
        "VALUES (1, 2), (3, 4)",
        "EXPLAIN SELECT 1",
        "SELECT * FROM student_list, student_list AS b, student_list AS c",
        "INSERT INTO student_list (name) VALUES ('x') RETURNING *",
    ],
)
def test_odd_statements_are_shown_too(board: Board, sql: str) -> None:
    board.write(remove=sql)
    assert "(queries.sql" not in board.card("remove").text() or "error" in (
        board.card("remove").attributes["class"] or ""
    )


def test_text_in_double_quotes_is_told(board: Board) -> None:
    board.write(by_id='SELECT "nmae" FROM student_list', all_ids='SELECT "id" FROM "student_list"')
    assert "큰따옴표" in board.card("by_id").css_first(".notice, .said").parent.text()
    assert not board.card("all_ids").css(".notice")


def test_markup_is_shown_as_text(board: Board) -> None:
    markup = "<img src=x onerror=alert(1)>"
    board.write(all_ids=f"SELECT '{markup}' AS `<script>alert(1)</script>`", by_id=f"{markup}", extra="SELECT 1")
    page = board.page()
    assert not page.css("img, script")
    assert cells(page.css_first("article#all_ids")) == [[markup]]
    assert "extra" in page.css_first("header .notice").text()


def test_missing_and_unreadable_files_do_not_break_the_page(board: Board) -> None:
    (board.folder / "queries.sql").write_bytes(b"\xff\xfe-- name: by_id\n\xff")
    board.page()
    (board.folder / "queries.sql").unlink()
    assert len(board.page().css("article.empty")) == 13
    (board.folder / "sample.sql").write_text("CREATE TABEL;", encoding="utf-8")
    assert board.page().css("header .notice")


def test_tables_that_scroll_can_be_reached_with_the_keyboard(board: Board) -> None:
    page = board.page()
    assert all(region.attributes["tabindex"] == "0" and region.attributes["aria-label"] for region in page.css(".wide"))
    ids = {card.attributes["id"] for card in page.css("article")}
    assert [link.attributes["href"] for link in page.css("nav a")] == [f"#{name}" for name in board_names(page)]
    assert ids == set(board_names(page))


def board_names(page: LexborHTMLParser) -> list[str]:
    return [str(card.attributes["id"]) for card in page.css("article")]
