import subprocess
import sys
from threading import Event

import pytest

from sigcheck import process
from sigcheck.engine import limits as module
from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.engine.limits import Limits, Watchdog
from sigcheck.errors import LimitError
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.sizes import parse_size

ENDLESS = "SELECT count(*) FROM range(100000000000) AS a, range(100000000000) AS b"


MEMORY = "SELECT current_setting('memory_limit')"


@pytest.fixture
def engine():
    opened = DuckDBEngine(Limits(seconds=0.2))
    yield opened
    opened.close()


def test_a_query_is_interrupted_once_its_time_is_up_and_the_next_one_runs(engine):
    with pytest.raises(LimitError, match=r"after 0\.2 seconds"), engine.limited("rule"):
        engine.query(ENDLESS)
    with engine.limited("rule"):
        assert engine.query("SELECT 1").rows == [(1,)]


def test_the_time_is_that_of_all_queries_together(engine):
    def ask_on():
        while True:
            engine.query("SELECT count(*) FROM range(1000000)")

    with pytest.raises(LimitError), engine.limited("rule"):
        ask_on()


def test_what_is_not_a_rule_takes_its_time(engine):
    with engine.limited("rule"):
        pass
    assert engine.query("SELECT count(*) FROM range(300000000)").rows == [(300_000_000,)]


def test_a_query_that_does_not_hear_ends_the_process_by_its_name(monkeypatch):
    ended = Event()
    reasons = []

    def end(reason):
        reasons.append(reason)
        ended.set()

    monkeypatch.setattr(process, "end", end)
    monkeypatch.setattr(module, "GRACE", 0.1)
    watchdog = Watchdog(Limits(seconds=0.1))
    with watchdog.limited("rules/deaf.yaml: EVIL001"), watchdog.interruptible(lambda: None):
        assert ended.wait(30)
    watchdog.stop()
    assert reasons[0].startswith("rules/deaf.yaml: EVIL001: query: was stopped after 0.1 seconds")


def test_an_ended_process_says_why_and_leaves_no_temporary_file(tmp_path):
    code = (
        "import tempfile; from sigcheck.process import end, own_process\n"
        "kept = tempfile.TemporaryDirectory(); end('not mine')\n"
        "with own_process(): end('::error::why\\n\\x1b[31m')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env={"TMPDIR": str(tmp_path)}
    )
    assert (ran.returncode, ran.stderr) == (2, ": :error::why �[31m\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of a process's memory holds on Linux only")
def test_a_process_grows_to_its_limit_and_beyond_once_it_is_lifted():
    code = (
        "from sigcheck.process import *\n"
        "def grow():\n"
        "    try: bytearray(900_000_000); print('grew')\n"
        "    except MemoryError: print('held')\n"
        "limit_memory(600_000_000); grow()\n"
        "with own_process(): limit_memory(600_000_000); grow(); lift_memory_limit(); grow()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["grew", "held", "grew"]


def test_rules_may_take_longer_where_the_lists_are_long(tmp_path):
    engine = DuckDBEngine(Limits(seconds=1.0, seconds_a_byte=1e-5))
    try:
        engine.read(long_list(tmp_path), "rows")
        assert str(engine._watchdog.out_of_time()).startswith("was stopped after 13 seconds")
    finally:
        engine.close()


@pytest.mark.parametrize(("memory", "left"), [(4_000_000_000, 3_000_000_000), (400_000_000, 200_000_000)])
def test_where_a_list_is_long_memory_is_left_to_what_is_not_the_engines(memory, left, tmp_path):
    engine = DuckDBEngine(Limits(memory=memory))
    try:
        assert parse_size(engine.query(MEMORY).rows[0][0]) == pytest.approx(memory, rel=0.05)
        engine.read(long_list(tmp_path), "rows")
        assert parse_size(engine.query(MEMORY).rows[0][0]) == pytest.approx(left, rel=0.05)
    finally:
        engine.close()


def long_list(folder):
    """Return a list of 1.2 MB."""
    path = folder / "list.csv"
    path.write_text("email\n" + "ana.ruiz@northwind.example.com\n" * 40_000, encoding="utf-8")
    return inspect_table(path, path.name)
