"""What a rule pack of a stranger cannot do: each way is tried as its author would, through the command line.

What is refused before it is run is tried on every engine; what an engine has to stop, on DuckDB here, and on Spark
beside the other tests of it.
"""

import json
import subprocess
import sys

import hostile_rules as hostile
import pytest
import spark_here
import yaml

from sigcheck.engine import QueryError
from sigcheck.engine.duckdb import DuckDBEngine


def on_spark():
    from sigcheck.engine.limits import Limits
    from sigcheck.engine.spark import open_spark

    return open_spark(spark_here.MASTER, Limits())


DUCKDB = [pytest.param({}, DuckDBEngine, id="duckdb")]
SPARK = pytest.param({"spark": {"master": spark_here.MASTER}}, on_spark, id="spark", marks=pytest.mark.spark)
ENGINES = [*DUCKDB, SPARK]
"""What a plan says under `engine`, and the engine that it then gets."""

RULE = {
    "code": "EVIL001",
    "name": "evil",
    "severity": "note",
    "deduct": 1,
    "per": "send",
    "query": "SELECT 'found' AS x FROM plan",
    "message": "{x}",
    "help": "None.",
    "why": "None.",
    "source": "None.",
}
PACK = {"key": "EVIL", "title": "Evil", "points": 10, "summary": "None.", "source": "None."}


@pytest.fixture
def cage(tmp_path, monkeypatch):
    """A folder with a secret in it, and in the environment."""
    (tmp_path / "secret.csv").write_text(f"x\n{hostile.CANARY}\n", encoding="utf-8")
    monkeypatch.setenv("SIGCHECK_CANARY", hostile.CANARY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def attempt(cage, campaign, run):
    """A function that checks a plan with a rule of this kind; returns what was printed after looking for damage."""

    def check(settings, *arguments, pack=PACK, **changes):
        rule = yaml.safe_dump({**RULE, **{key: _here(value, cage) for key, value in changes.items()}})
        folder = cage / "rules"
        folder.mkdir(exist_ok=True)
        (folder / "pack.yaml").write_text(yaml.safe_dump(pack), encoding="utf-8")
        (folder / "evil.yaml").write_text(rule, encoding="utf-8")
        plan = campaign(plan={"engine": settings, "rules": {"paths": ["../rules"]}})
        before = sorted(cage.rglob("*"))
        ran = run(plan, "--select", "EVIL", *arguments)
        assert hostile.CANARY not in ran.out + ran.err
        assert sorted(cage.rglob("*")) == before
        return ran

    return check


def _here(value, cage):
    if not isinstance(value, str):
        return value
    places = {"{secret}": cage / "secret.csv", "{target}": cage / "written", "{folder}": cage}
    for name, path in places.items():
        value = value.replace(name, str(path))
    return value


def refused(ran):
    """Assert that one line told why, naming the rule's file; return it."""
    assert ran.status == 2
    assert ran.out == ""
    (line,) = ran.err.splitlines()
    assert line.startswith("rules/evil.yaml:")
    return line


@pytest.mark.parametrize(("settings", "_"), ENGINES)
def test_a_rule_that_asks_for_nothing_else_is_run(settings, _, attempt):
    ran = attempt(settings, "--verbose")
    assert ran.status == 0
    assert "found" in ran.out


@pytest.mark.parametrize(("settings", "_"), ENGINES)
@pytest.mark.parametrize("way", hostile.REFUSED)
def test_a_query_that_reaches_further_than_the_relations_is_refused(settings, _, way, attempt):
    assert "query: " in refused(attempt(settings, query=hostile.REFUSED[way]))


@pytest.mark.parametrize(("_", "engine"), ENGINES)
@pytest.mark.parametrize("way", hostile.LOCKED_OUT)
def test_a_locked_engine_reads_no_file_even_where_the_query_was_not_looked_at(_, engine, way, cage):
    opened = engine()
    try:
        opened.lock()
        with pytest.raises(QueryError):
            opened.query(_here(hostile.LOCKED_OUT[way], cage))
    finally:
        opened.close()


@pytest.mark.parametrize("way", hostile.CONDITIONS)
def test_a_condition_that_is_more_than_one_is_refused(way, attempt):
    assert "when: " in refused(attempt({}, when=hostile.CONDITIONS[way]))


def test_a_condition_of_a_pack_is_looked_at_too(attempt):
    ran = attempt({}, pack={**PACK, "when": hostile.CONDITIONS["second statement"]})
    assert ran.status == 2
    assert ran.err.startswith("rules/pack.yaml:")


@pytest.mark.parametrize(("settings", "_"), DUCKDB)
@pytest.mark.parametrize("way", hostile.FAULTY_CONDITIONS)
def test_a_faulty_condition_is_told_of_its_own_rule(settings, _, way, attempt):
    assert "EVIL001: when: " in refused(attempt(settings, when=hostile.FAULTY_CONDITIONS[way]))


@pytest.mark.parametrize("key", ["message", "help"])
@pytest.mark.parametrize("way", hostile.TEMPLATES)
def test_a_text_that_looks_into_objects_is_refused(way, key, attempt):
    assert f"{key}: " in refused(attempt({}, **{key: hostile.TEMPLATES[way]}))


@pytest.mark.parametrize(("settings", "_"), DUCKDB)
@pytest.mark.parametrize("way", hostile.UNPLACEABLE)
def test_a_result_that_is_no_place_is_refused(settings, _, way, attempt):
    assert "of the result must hold " in refused(attempt(settings, query=hostile.UNPLACEABLE[way]))


@pytest.mark.parametrize(("settings", "_"), DUCKDB)
def test_a_value_is_repeated_only_so_far(settings, _, attempt):
    ran = attempt(settings, "--format", "json", query="SELECT repeat('y', 2000000) AS x FROM plan")
    assert "y" * 500 + "…" in ran.out
    assert len(ran.out) < 10_000


@pytest.mark.parametrize(("settings", "_"), DUCKDB)
def test_a_rule_that_takes_too_long_is_stopped(settings, _, attempt):
    endless = "SELECT count(*) AS x FROM range(100000000000) AS a, range(100000000000) AS b"
    line = refused(attempt(settings, "--time-limit", "0.5", query=endless))
    assert line == (
        "rules/evil.yaml: EVIL001: query: was stopped after 0.5 seconds: "
        "make it simpler, or allow more with --time-limit"
    )


@pytest.mark.parametrize(("settings", "_"), DUCKDB)
def test_a_condition_that_takes_too_long_is_stopped(settings, _, attempt):
    endless = "(SELECT count(*) FROM range(100000000000) AS a, range(100000000000) AS b) > 0"
    assert "EVIL001: when: was stopped after 0.5 seconds" in refused(
        attempt(settings, "--time-limit", "0.5", when=endless)
    )


TOO_MUCH_MEMORY = [
    "SELECT length(repeat('x', 4000000000)) AS x",
    "SELECT list_sum(range(2000000000)) AS x",
    "SELECT repeat('x', 10000000) AS x FROM range(2000)",
    "SELECT list_resize([1], 10000000000) AS x",
]

CHECK_EACH = """
import json, pathlib, sys
from sigcheck.cli import main
rule = json.loads(sys.argv[1])
for query in json.loads(sys.argv[2]):
    pathlib.Path("rules/evil.yaml").write_text(json.dumps({**rule, "query": query}))
    try:
        main(["campaign", "--select", "EVIL", "--memory-limit", "1GB"])
    except SystemExit as ended:
        print(ended.code, file=sys.stderr)
"""


def test_a_rule_that_takes_too_much_memory_is_stopped(attempt, cage):
    assert attempt({}).status == 0
    # In a process of its own, as the limit holds for the whole process.
    command = [sys.executable, "-c", CHECK_EACH, json.dumps(RULE), json.dumps(TOO_MUCH_MEMORY)]
    ran = subprocess.run(command, cwd=cage, capture_output=True, text=True, check=True)
    told = "rules/evil.yaml: EVIL001: query: needs more memory than it may use: make it simpler, or allow more with"
    assert ran.stderr.splitlines() == [f"{told} --memory-limit", "2"] * len(TOO_MUCH_MEMORY)


@pytest.mark.parametrize(("settings", "_"), DUCKDB)
@pytest.mark.parametrize("expression", ["(a+)+$", "(a|aa)+b", "(a?){30}a{30}b", "(.*a){20}b", "([a-z]+)*1"])
def test_an_expression_that_explodes_elsewhere_comes_to_an_end(settings, _, expression, attempt):
    ran = attempt(settings, query=f"SELECT regexp_matches(repeat('a', 50000), '{expression}') AS x FROM plan")
    assert ran.status == 0


@pytest.mark.parametrize("expression", ["((a{100}){100}){100}", "(" * 40 + ")" * 39, "[[:foo:]]", "a**", r"(?=a)"])
def test_an_expression_that_is_too_much_is_told_in_one_line(expression, attempt):
    query = f"SELECT 1 AS x FROM plan WHERE regexp_matches(name, '{expression}')"
    assert "query: " in refused(attempt({}, query=query))


@pytest.mark.parametrize("expression", ["(" * 20_000, "(?:" * 5_000])
def test_plain_wording_in_brackets_that_stay_open_is_told_in_one_line(expression, attempt):
    assert "query: " in refused(attempt({}, query=None, match={"in": "body", "any": [expression]}))


def test_plain_wording_in_any_number_of_brackets_is_looked_for(attempt):
    expression = "(" * 20_000 + "pallet" + ")" * 20_000
    ran = attempt({}, query=None, match={"in": "body", "any": [expression]}, message="{match}")
    assert "pallet" in ran.out
