import sqlite3

from flask import g

MAKE = """
CREATE TABLE IF NOT EXISTS student_list (
    id INTEGER PRIMARY KEY,
    name TEXT DEFAULT '이름 없음',
    phone_number TEXT,
    birth_date TEXT,
    club TEXT DEFAULT 'web'
)
"""


def get_db():
    if not hasattr(g, "con"):
        g.con = sqlite3.connect("student.sqlite3", isolation_level=None)
        g.con.row_factory = sqlite3.Row
        g.con.execute(MAKE)
    return g.con


def close_db(error):
    if hasattr(g, "con"):
        g.con.close()
