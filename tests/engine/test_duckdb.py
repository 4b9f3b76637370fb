import subprocess
import sys

import pytest

from sigcheck.engine import QueryError
from sigcheck.engine.duckdb import INSERT_CHUNK, DuckDBEngine
from sigcheck.facts.fact import Fact, Lookup
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.relations import Column


@pytest.fixture
def engine():
    opened = DuckDBEngine()
    yield opened
    opened.close()


def columns(**types):
    return [Column(name, kind, "") for name, kind in types.items()]


def test_small_relations_keep_values_types_and_order(engine):
    rows = [(1, "a", True, ["x", "y"]), (2, None, None, []), (3, "ü'\"", False, ["ß"])]
    engine.create("r", columns(n="INTEGER", s="VARCHAR", b="BOOLEAN", l="VARCHAR[]"), rows)
    assert engine.query("SELECT * FROM r").rows == rows


def test_a_relation_without_rows_has_its_columns(engine):
    engine.create("r", columns(n="INTEGER", s="VARCHAR"), [])
    assert engine.columns("r") == ("n", "s")
    assert engine.query("SELECT * FROM r").rows == []


def test_rows_beyond_one_chunk_all_arrive(engine):
    count = 2 * INSERT_CHUNK if INSERT_CHUNK < 10_000 else INSERT_CHUNK + 7
    engine.create("r", columns(n="INTEGER"), ((number,) for number in range(count)))
    assert engine.query("SELECT count(*), sum(n) FROM r").rows == [(count, count * (count - 1) // 2)]


def test_a_fact_is_asked_once_for_each_distinct_value_that_sql_leaves_open(engine):
    engine.create("r", columns(n="INTEGER", s="VARCHAR"), [(1, "a"), (2, "b"), (3, "a"), (4, None), (5, "plain")])
    asked = []

    def compute(value):
        asked.append(value)
        return (value.upper(), len(value))

    fact = Fact(
        ("s",), tuple(columns(upper="VARCHAR", size="INTEGER")), compute, ask="s <> 'plain'", otherwise=("s", "0")
    )
    engine.add_facts("r", "facts", [fact])
    assert sorted(asked) == ["a", "b"]
    assert engine.query("SELECT * FROM facts ORDER BY n").rows == [
        (1, "a", "A", 1),
        (2, "b", "B", 1),
        (3, "a", "A", 1),
        (4, None, None, 0),
        (5, "plain", "plain", 0),
    ]


def test_a_fact_of_several_values_is_joined_where_some_are_missing(engine):
    engine.create("r", columns(a="VARCHAR", b="VARCHAR"), [("x", None), (None, "y"), ("x", "y"), (None, None)])
    fact = Fact(("a", "b"), tuple(columns(both="VARCHAR")), lambda a, b: (f"{a}{b}",))
    engine.add_facts("r", "facts", [fact])
    assert set(engine.query("SELECT * FROM facts").rows) == {
        ("x", None, "xNone"),
        (None, "y", "Noney"),
        ("x", "y", "xy"),
        (None, None, None),
    }


def test_a_lookup_joins_what_a_relation_holds(engine):
    engine.create("r", columns(k="VARCHAR"), [("x",), (None,), ("z",)])
    engine.create("known", columns(k="VARCHAR", v="INTEGER"), [("x", 1), ("y", 2)])
    engine.add_facts("r", "found", [], [Lookup("known", ("k",), ("v",))])
    assert set(engine.query("SELECT * FROM found").rows) == {("x", 1), (None, None), ("z", None)}


def test_a_lookup_by_several_values_finds_them_where_some_are_missing(engine):
    engine.create("r", columns(a="VARCHAR", b="VARCHAR"), [("x", None), (None, "y"), ("x", "z")])
    engine.create("known", columns(a="VARCHAR", b="VARCHAR", v="INTEGER"), [("x", None, 1), (None, "y", 2)])
    engine.add_facts("r", "found", [], [Lookup("known", ("a", "b"), ("v",))])
    assert set(engine.query("SELECT * FROM found").rows) == {("x", None, 1), (None, "y", 2), ("x", "z", None)}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1; SELECT 2",
        "",
        "-- nothing",
        "COPY (SELECT 1) TO '/tmp/out'",
        "INSERT INTO r VALUES (1) RETURNING *",
        "DESCRIBE SELECT 1",
        "SHOW TABLES",
        "PRAGMA version",
        "FROM range(3)",
        "EXPLAIN SELECT 1",
        "CALL pragma_version()",
        "SUMMARIZE SELECT 1",
        "SELECT FROM WHERE",
    ],
)
def test_only_one_select_is_a_query(engine, query):
    with pytest.raises(QueryError):
        engine.parameter_names(query)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT $a + $b", {"a", "b"}),
        ("-- why\n/* and how */ WITH x AS (SELECT $a AS n) SELECT n FROM x", {"a"}),
        ("select '$c'", set()),
    ],
)
def test_parameters_are_named(engine, query, names):
    assert engine.parameter_names(query) == names


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM secret",
        "SELECT * FROM sqlite_scan('x.db', 't')",
        "SELECT getenv('HOME')",
    ],
)
def test_a_locked_engine_reaches_no_file_and_no_variable_of_the_program(engine, query):
    secret = [1, 2, 3]
    engine.lock()
    with pytest.raises(QueryError):
        engine.query(query)
    assert secret


@pytest.mark.parametrize("statement", ["SET threads = 1", "SET enable_external_access = true", "ATTACH 'x.db'"])
def test_a_locked_engine_stays_locked(engine, statement):
    engine.lock()
    with pytest.raises(QueryError):
        engine.query(statement)


def test_a_regular_csv_file_is_read_with_rows_and_lines(engine, tmp_path):
    path = tmp_path / "list[1].csv"
    path.write_text('email,name\na@b.com,Ana\n,\n"c@d.com","Dé, ""X"""\n', encoding="utf-8")
    loaded = engine.read(inspect_table(path, "list.csv"), "r")
    assert loaded.header == ("email", "name")
    assert engine.query("SELECT * FROM r").rows == [(2, 2, "a@b.com", "Ana"), (4, 4, "c@d.com", 'Dé, "X"')]


def test_an_irregular_csv_file_gives_the_same_relation_and_its_rejects(engine, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes('email;name\na@b.com;"Ana\nMaria"\nragged\nc@d.com;Bjørn\n'.encode("cp1252"))
    loaded = engine.read(inspect_table(path, "list.csv"), "r")
    assert engine.query("SELECT * FROM r").rows == [(2, 2, "a@b.com", "Ana\nMaria"), (4, 5, "c@d.com", "Bjørn")]
    assert [(reject.row, reject.line) for reject in loaded.rejects] == [(3, 4)]


def test_a_parquet_file_keeps_its_types(engine, tmp_path):
    engine.query(f"COPY (SELECT 'a@b.com' AS email, TIMESTAMP '2026-11-01 09:00' AS at) TO '{tmp_path / 'h.parquet'}'")
    loaded = engine.read(inspect_table(tmp_path / "h.parquet", "h.parquet"), "r")
    assert (loaded.header, loaded.types) == (("email", "at"), ("VARCHAR", "TIMESTAMP"))
    assert engine.query("SELECT row, line, c1 FROM r").rows == [(2, None, "a@b.com")]


def test_dropping_a_view_drops_the_table_behind_it(engine, tmp_path):
    (tmp_path / "list.csv").write_text("email\na@b.com\n", encoding="utf-8")
    engine.read(inspect_table(tmp_path / "list.csv", "list.csv"), "r")
    engine.drop("r")
    assert engine.columns("r") == ()
    assert engine.columns("r_raw") == ()


def test_a_long_query_prints_nothing_even_where_python_is_used_by_hand(tmp_path):
    code = (
        "from sigcheck.engine.duckdb import DuckDBEngine; engine = DuckDBEngine(); "
        "print(engine.query(\"SELECT current_setting('enable_progress_bar')\").rows)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert ran.stdout == "[(False,)]\n"


def test_what_one_engine_exports_another_restores(engine, tmp_path):
    engine.define("emails", "SELECT 'dana@acme.com' AS email, TIMESTAMP '2026-01-31 10:00' AS sent_at")
    engine.export("SELECT * FROM emails", tmp_path / "odd [1].parquet")
    other = DuckDBEngine()
    try:
        other.restore("again", tmp_path / "odd [1].parquet")
        assert other.query("SELECT * FROM again") == engine.query("SELECT * FROM emails")
    finally:
        other.close()
