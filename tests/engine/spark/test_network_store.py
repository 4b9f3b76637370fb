"""Lists and histories that lie where only the network leads are checked as those beside the plan are."""

import json

import duckdb
import pytest
import spark_here
from web_store import web_store

from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.errors import QueryError
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.paths import Url

pytestmark = [pytest.mark.slow, pytest.mark.spark]

PEOPLE = 'email,first_name,company\nkim@acme.com,Kim,"Acme, Inc."\nlee@bolt.com,LEE,Bolt\n'
SENT = "SELECT 'kim@acme.com' AS email, TIMESTAMP '2026-11-20 09:00:00' AS sent_at, 'News' AS subject"


@pytest.fixture
def store(tmp_path):
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "list.csv").write_text(PEOPLE, encoding="utf-8")
    duckdb.sql(SENT).write_parquet(str(folder / "history.parquet"))
    with web_store(folder) as served:
        yield served


def rows_of(engine, location):
    loaded = engine.read(inspect_table(location, "list"), "list")
    cells = ", ".join(f"c{number}" for number in range(1, len(loaded.header) + 1))
    return loaded.header, engine.query(f"SELECT row, {cells} FROM list ORDER BY row").rows


@pytest.mark.parametrize("name", ["list.csv", "history.parquet"])
def test_a_file_in_a_store_is_read_as_one_of_this_machine(name, engine, store):
    here = DuckDBEngine()
    try:
        assert rows_of(engine, Url(f"{store.url}/{name}")) == rows_of(here, store.folder / name)
    finally:
        here.close()
    assert name in store.opened


def test_a_file_that_the_store_does_not_have_is_told(engine, store):
    with pytest.raises(QueryError, match=r"gone\.parquet"):
        engine.read(inspect_table(Url(f"{store.url}/gone.parquet"), "gone.parquet"), "list")


def test_a_plan_with_its_list_and_history_in_a_store_is_found_the_same(campaign, run, store):
    found = {}
    for place in (store.folder.as_posix(), store.url):
        plan = campaign(plan={"recipients": f"{place}/list.csv", "history": f"{place}/history.parquet"})
        on = [] if place != store.url else ["--engine", "spark", "--master", spark_here.MASTER]
        ran = run(plan, "--format", "json", *on)
        assert ran.err == ""
        found[place] = json.loads(ran.out.replace(place, "STORE"))
    assert found[store.url] == found[store.folder.as_posix()]
    assert found[store.url]["plans"][0]["findings"]
    assert store.opened == {"list.csv", "history.parquet"}
