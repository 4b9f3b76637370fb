"""What a rule of a stranger cannot do on Spark: what gets past the reading of the rule is refused, or stopped, here."""

import os
import subprocess
import sys
from pathlib import Path

import hostile_rules as hostile
import pytest

from sigcheck.errors import QueryError
from sigcheck.relations import Column

pytestmark = pytest.mark.spark

MANY = [(number, "a") for number in range(2, 2_000)]

READ_BUT_HARMLESS = {"length", "a long sum", "negations"}
"""Ways that only use up time while they are read; a rule is not long enough for them."""

SPARKS_OWN = {
    "file": "SELECT * FROM csv.`/etc/passwd`",
    "file in quotes": 'SELECT * FROM parquet."/etc/passwd"',
    "text of files": "SELECT * FROM text.`/etc/passwd`",
    "table function": "SELECT * FROM read_files('/etc/passwd')",
    "Java": "SELECT reflect('java.lang.System', 'getenv', 'HOME') AS x",
    "Java by another name": "SELECT java_method('java.lang.Runtime', 'getRuntime') AS x",
    "program": "SELECT TRANSFORM (email) USING 'cat' AS (x) FROM recipients",
    "error": "SELECT raise_error('x') AS x",
    "setting": "SELECT current_database() AS x",
    "user": "SELECT current_user() AS x",
    "file being read": "SELECT input_file_name() AS x FROM recipients",
    "metadata of a file": "SELECT _metadata.file_path AS x FROM recipients",
    "view of all sessions": "SELECT * FROM global_temp.recipients",
    "catalogue": "SELECT * FROM spark_catalog.default.recipients",
    "variable": "SELECT system.session.x AS x",
    "secret": "SELECT secret('scope', 'key') AS x",
    "function of the workers": "SELECT sigcheck_000000000000000000000000('x') AS x",
    "long text": "SELECT repeat('x', 2000000000) AS x",
    "long list": "SELECT sequence(1, 2000000000) AS x",
    "many rows": "SELECT * FROM range(100000000000)",
    "endless": "WITH RECURSIVE n AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM n) SELECT * FROM n",
}
"""Ways that Spark's SQL has and DuckDB's has not."""


@pytest.fixture
def locked(engine):
    engine.create("recipients", [Column("row", "INTEGER", ""), Column("email", "VARCHAR", "")], MANY)
    engine.create("plan", [Column("name", "VARCHAR", "")], [("x",)])
    engine.lock()
    return engine


@pytest.mark.parametrize("way", [way for way in hostile.REFUSED if way not in READ_BUT_HARMLESS])
def test_a_locked_engine_refuses_a_query_that_nobody_looked_at_before(way, locked):
    with pytest.raises(QueryError):
        locked.query(hostile.REFUSED[way])


@pytest.mark.parametrize("way", SPARKS_OWN)
def test_a_locked_engine_refuses_what_only_spark_offers(way, locked, monkeypatch):
    asked = []
    monkeypatch.setattr(locked._spark, "sql", lambda *query: asked.append(query))
    with pytest.raises(QueryError):
        locked.query(SPARKS_OWN[way])
    assert asked == []


def test_a_hint_to_spark_is_left_out():
    from sigcheck.engine.spark.translation import parsed, translated

    query = "SELECT /*+ REPARTITION(1000000) */ email FROM recipients"
    assert translated(parsed(query), {}).sql == "SELECT `email` FROM `recipients`"


def test_queries_that_would_take_for_ever_are_stopped_the_next_is_run_and_the_process_ends(tmp_path):
    program = [sys.executable, str(Path(__file__).with_name("endless_queries.py"))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        # What is not stopped would hold up all further tests for ever.
        program,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    assert ran.stdout.splitlines() == [
        "the first: was stopped after 3 seconds: make it simpler, or allow more with --time-limit",
        "the next: [(1998,)]",
        "cancelled: [True, True]",
    ]


@pytest.mark.parametrize("expression", ["(a+)+$", "(a|aa)+b", "(a?){30}a{30}b", "(.*a){20}b", "([a-z]+)*1"])
def test_an_expression_that_explodes_elsewhere_comes_to_an_end(expression, locked):
    long = "a" * 10_000
    query = f"SELECT count(*) AS x FROM recipients WHERE regexp_matches(concat('{long}', email), '{expression}')"
    assert len(locked.query(query).rows) == 1
