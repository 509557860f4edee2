"""12. 파이썬에서 SQLite: 데이터베이스와 연결하는 코드가 이 파일에 있습니다."""

import sqlite3
from pathlib import Path

from flask import g

FOLDER = Path(__file__).parent
DATABASE = FOLDER / "student.sqlite3"
SCHEMA = FOLDER / "schema.sql"


def get_db():
    """지금 요청의 연결을 돌려줍니다. 한 요청에서는 여러 번 불러도 같은 연결입니다."""
    if "con" not in g:
        g.con = sqlite3.connect(DATABASE)
        g.con.row_factory = sqlite3.Row
    return g.con


def init_db():
    """schema.sql의 문장을 실행합니다."""
    # TODO 과제 1: 데이터베이스에 연결하고, SCHEMA를 읽어 실행하고, 연결을 닫으세요.


def close_db(error=None):
    """지금 요청의 연결을 닫습니다. 연 적이 없으면 아무것도 하지 않습니다."""
    # TODO 과제 9: g에 연결이 있으면 꺼내서 닫으세요.
