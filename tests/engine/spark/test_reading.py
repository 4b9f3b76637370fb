"""Files are read by Spark just as they are by DuckDB: the same rows, numbers, lines and rejects, also at URLs."""

import duckdb
import pytest

from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.errors import InputError
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.paths import Url

pytestmark = pytest.mark.spark

FILES = {
    "plain": b"email,name\na@x.com,Ann\nb@x.com,Bob\n",
    "blank lines and blank rows": b"email,name\n\na@x.com,Ann\n,\n  , \nb@x.com,Bob",
    "no break at the end": b"email,name\r\na@x.com,Ann\r\nb@x.com,Bob",
    "quotes": b'email,name\n"a@x.com","Lee, ""Dana"""\nb@x.com, "Bob"\n',
    "a row that spans lines": b'email,name\na@x.com,"Ann\nLee"\nb@x.com,Bob\n',
    "ragged": b"email,name\na@x.com\nb@x.com,Bob,x\nc@x.com,Cy,,\nd@x.com,Di\n",
    "a declared delimiter": b"sep=;\nemail;name\na@x.com;Ann\n",
    "a mark of the byte order": b"\xef\xbb\xbfemail;name\na@x.com;\xc3\x89lodie\n",
    "an old code page": b"email;name\na@x.com;J\xf6rg\n",
    "UTF-16": "email\tname\na@x.com\tJörg\n".encode("utf-16"),
    "old line breaks": b"email,name\ra@x.com,Ann\rb@x.com,Bob\r",
    "a title above": b"Leads of the quarter\n\nemail;name\na@x.com;Ann\n",
    "closing notes": b"email,name,company\na@x.com,Ann,X\n\nTotal,1\nConfidential Information - Do Not Distribute\n",
    "damaged": b"email,name\na@x.com,A\0nn\nb@x.com,Bob\n",
}


def read(engine, table):
    loaded = engine.read(table, "list")
    cells = ", ".join(f"c{number}" for number in range(1, len(loaded.header) + 1))
    rows = engine.query(f"SELECT row, line, {cells} FROM list ORDER BY row").rows
    return loaded.header, loaded.rejects, rows


def read_by_duckdb(table):
    engine = DuckDBEngine()
    try:
        return read(engine, table)
    finally:
        engine.close()


@pytest.mark.parametrize("kind", FILES)
def test_a_csv_file_is_read_the_same_by_both_engines(kind, engine, tmp_path):
    path = tmp_path / "list [1].csv"
    path.write_bytes(FILES[kind])
    table = inspect_table(path, "list.csv")
    assert read(engine, table) == read_by_duckdb(table)


@pytest.mark.parametrize("kind", ["plain", "quotes", "ragged", "an old code page", "a mark of the byte order"])
def test_a_csv_file_at_a_url_is_read_as_one_beside_the_plan(kind, engine, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(FILES[kind])
    there = inspect_table(Url(path.as_uri()), "list.csv")
    assert read(engine, there) == read_by_duckdb(inspect_table(path, "list.csv"))


def test_parquet_is_read_with_its_types(engine, tmp_path):
    path = tmp_path / "list.parquet"
    duckdb.sql("SELECT 'a' AS email, TIMESTAMP '2026-11-30 12:00:00' AS at, 7 AS n").write_parquet(str(path))
    table = inspect_table(path, "list.parquet")
    assert read(engine, table) == read_by_duckdb(table)
    loaded = engine.read(inspect_table(Url(path.as_uri()), "list"), "again")
    assert loaded.types == ("VARCHAR", "TIMESTAMP", "INTEGER")


def test_a_list_at_a_url_that_is_not_there_is_told_in_one_line(campaign, run, tmp_path):
    plan = campaign(plan={"recipients": (tmp_path / "gone.parquet").as_uri(), "engine": {"spark": {"master": "local"}}})
    ran = run(plan)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "gone.parquet" in ran.err


def test_a_list_at_a_url_is_no_list_for_duckdb(campaign, run, tmp_path):
    ran = run(campaign(plan={"recipients": (tmp_path / "list.parquet").as_uri()}))
    assert (ran.status, ran.out) == (2, "")
    assert "lies where only a cluster reads it: check with --engine spark" in ran.err


def test_a_confined_plan_names_no_url(campaign, run):
    plan = campaign(plan={"recipients": "s3a://bucket/list.parquet"})
    ran = run(plan, "--root", plan.parent)
    assert ran.status == 2
    assert "s3a://bucket/list.parquet lies outside" in ran.err


def test_rows_that_cannot_be_read_keep_their_lines(engine, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(FILES["ragged"])
    rejects = engine.read(inspect_table(path, "list.csv"), "list").rejects
    assert [(reject.row, reject.line) for reject in rejects] == [(2, 2), (3, 3)]


def test_a_file_that_changed_meanwhile_is_told(engine, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(FILES["plain"])
    engine.read(inspect_table(path, "list.csv"), "list")
    path.write_bytes(FILES["quotes"])
    with pytest.raises(InputError, match="changed while it was read"):
        engine.check_files()
