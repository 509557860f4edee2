import sqlite3
from pathlib import Path

from flask import g

FOLDER = Path(__file__).parent
DATABASE = FOLDER / "student.sqlite3"
SCHEMA = FOLDER / "schema.sql"


def get_db():
    if "con" not in g:
        g.con = sqlite3.connect(DATABASE)
        g.con.row_factory = sqlite3.Row
    return g.con


def init_db():
    con = sqlite3.connect(DATABASE)
    con.executescript(SCHEMA.read_text(encoding="utf-8"))
    con.close()


def close_db(error=None):
    con = g.pop("con", None)
    if con is not None:
        con.close()
