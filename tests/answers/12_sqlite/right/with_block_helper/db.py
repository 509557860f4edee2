import sqlite3
from contextlib import contextmanager
from pathlib import Path

FILE = Path(__file__).resolve().with_name("student.sqlite3")


@contextmanager
def database():
    con = sqlite3.connect(FILE)
    con.row_factory = sqlite3.Row
    try:
        yield con
        con.commit()
    finally:
        con.close()
