import sqlite3
from pathlib import Path

FOLDER = Path(__file__).parent
DATABASE = FOLDER / "student.sqlite3"
SCHEMA = FOLDER / "schema.sql"


def get_db():
    con = sqlite3.connect(DATABASE)
    con.row_factory = sqlite3.Row
    return con


def init_db():
    con = sqlite3.connect(DATABASE)
    con.executescript(SCHEMA.read_text(encoding="utf-8"))
    con.close()
