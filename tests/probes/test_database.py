"""SQL from outside the submission: in memory, on its own file, and what becomes of both when its server is killed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.checking.check import Check
from shared.checking.ground import Ground
from shared.lessons import ROOT
from shared.probes.application import Application
from shared.probes.database import Database, Sql, refusal
from shared.probes.deadline import Deadline
from shared.probes.http import Http
from shared.probes.mismatch import Mismatch
from shared.worker.worker import Worker

SECONDS = 20.0
APP = """
import sqlite3
from flask import Flask, request

app = Flask(__name__)


@app.post("/things")
def add():
    con = sqlite3.connect("student.sqlite3")
    con.execute("CREATE TABLE IF NOT EXISTS things (id INTEGER PRIMARY KEY, name TEXT)")
    con.execute("INSERT INTO things VALUES (?, ?)", (request.args["id"], request.args["name"]))
    if "lose" not in request.args:
        con.commit()
    if "leak" not in request.args:
        con.close()
    return "", 201
"""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(walled=True) as worker:
        yield worker


@pytest.fixture
def ground(worker: Worker) -> Iterator[Ground]:
    files = {"app.py": APP.encode("utf-8")}
    with worker.open("lesson", files) as job:
        ground = Ground(job, Check(ROOT / "checks" / "12_sqlite.py"), files)
        ground.wait_until_loaded(SECONDS)
        assert ground.parts["app"].load_error is None
        yield ground


@pytest.fixture
def database(ground: Ground) -> Database:
    return Database(ground.job, Deadline(SECONDS))


@pytest.fixture
def http(ground: Ground) -> Http:
    return ground.http(Deadline(SECONDS), [])


@pytest.fixture
def application(ground: Ground) -> Application:
    return Application(lambda: ground.parts["app"].run, ground.restart)


def add(http: Http, id: int, **more: str) -> None:
    http.post("/things", params={"id": id, "name": f"n{id}", **more}).has_status(201)


def test_a_missing_file_is_a_mismatch_that_names_it(database: Database) -> None:
    with pytest.raises(Mismatch, match="student.sqlite3"):
        database.rows("SELECT 1")
    with pytest.raises(Mismatch, match="other.sqlite3"):
        database.at("other.sqlite3").run("SELECT 1")


def test_rows_are_read_and_written_beside_the_running_app(http: Http, database: Database) -> None:
    add(http, 1)
    assert database.rows("INSERT INTO things VALUES (?, ?)", 2, "it's") == []
    assert database.rows("SELECT id, name FROM things ORDER BY id") == [(1, "n1"), (2, "it's")]


def test_run_asks_the_file_too_and_gives_its_columns(http: Http, database: Database) -> None:
    add(http, 1)
    result, after = database.run("DELETE FROM things", then=("SELECT * FROM things",))
    assert (result.changed, after.columns, after.rows) == (1, ("id", "name"), ())
    assert database.run("SELECT nobody FROM things")[0].error == "no such column: nobody"


def test_a_fault_in_a_statement_is_a_mismatch(http: Http, database: Database) -> None:
    add(http, 1)
    with pytest.raises(Mismatch, match="no such table: nowhere"):
        database.rows("SELECT * FROM nowhere")


def test_each_statement_in_memory_has_a_database_of_its_own(ground: Ground) -> None:
    sql = Sql(ground.job, Deadline(SECONDS))
    setup = "CREATE TABLE t (a); INSERT INTO t VALUES (1);"
    changed, left = sql.run("UPDATE t SET a = :a", {"a": 2}, setup=setup, then=("SELECT a FROM t",))
    assert (changed.changed, left.rows) == (1, ((2,),))
    assert sql.run("SELECT * FROM t")[0].error == "no such table: t"


def test_what_leads_out_of_the_database_is_refused(ground: Ground) -> None:
    result = Sql(ground.job, Deadline(SECONDS)).run("ATTACH 'x' AS y")[0]
    assert result.refused == "ATTACH"
    assert "ATTACH" in (refusal(result, 2.0) or "")


def test_only_what_was_committed_outlives_a_restart(http: Http, database: Database, application: Application) -> None:
    add(http, 1)
    add(http, 2, lose="yes")
    application.restart()
    assert database.rows("SELECT id FROM things") == [(1,)]
    add(http, 3)
    assert database.rows("SELECT id FROM things") == [(1,), (3,)]


def test_connections_are_counted_from_each_start_on(http: Http, application: Application) -> None:
    assert application.connections() == (0, 0)
    add(http, 1)
    add(http, 2, leak="yes")
    assert application.connections() == (2, 1)
    application.restart()
    assert application.connections() == (0, 0)


def test_one_http_probe_serves_many_threads(http: Http, database: Database, application: Application) -> None:
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda id: add(http, id), range(36)))
    assert database.rows("SELECT count(*) FROM things") == [(36,)]
    assert len(http.replies) == 36
    assert application.connections() == (36, 36)
