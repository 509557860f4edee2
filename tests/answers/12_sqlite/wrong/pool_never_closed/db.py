import sqlite3
from pathlib import Path

from threading import local

FOLDER = Path(__file__).parent
DATABASE = FOLDER / "student.sqlite3"
SCHEMA = FOLDER / "schema.sql"


mine = local()


def get_db():
    if not hasattr(mine, "con"):
        mine.con = sqlite3.connect(DATABASE)
        mine.con.row_factory = sqlite3.Row
    return mine.con


def init_db():
    con = sqlite3.connect(DATABASE)
    con.executescript(SCHEMA.read_text(encoding="utf-8"))
    con.close()


def close_db(error=None):
    pass
