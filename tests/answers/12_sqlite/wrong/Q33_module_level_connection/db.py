import sqlite3
from pathlib import Path

FOLDER = Path(__file__).parent
DATABASE = FOLDER / "student.sqlite3"
SCHEMA = FOLDER / "schema.sql"

con = sqlite3.connect(DATABASE)
con.row_factory = sqlite3.Row


def get_db():
    return con


def init_db():
    con.executescript(SCHEMA.read_text(encoding="utf-8"))


def close_db(error=None):
    pass
