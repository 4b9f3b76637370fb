"""That the benchmark runs, on tiny sends, and what it makes of its figures; nothing asks how long anything took."""

import re
import sys

import pytest
from planned_sends import Size
from speed import PAGE, measure
from tables import Table, with_table
from timed.checked import PARTS, parts_of
from timed.checks import growth
from timed.many_plans import write_plans
from timed.peer_checks.subset import CHECKS
from timed.peers import Peer
from timed.process import CommandError, Run, memory_limit, middle, run
from timed.settings import Settings

SIZES = (Size(20, 40, "parquet"), Size(40, 80, "parquet"), Size(20, 40, "csv"))


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return Settings(tmp_path_factory.mktemp("data"), SIZES, repeats=1)


@pytest.mark.slow
def test_checks_are_timed_beside_the_floor(settings):
    checks, stages, grown = measure("checks", settings)
    assert [row[:3] for row in checks.rows] == [
        (str(size.recipients), str(size.history), size.format) for size in SIZES
    ]
    for row in stages.rows:
        assert sum(int(cell.removesuffix(" %")) for cell in row[2:]) == pytest.approx(100, abs=3)
    assert [row[:2] for row in grown.rows] == [("parquet", "20 to 40")]


def test_a_process_is_charged_for_what_it_takes_and_not_for_who_started_it(tmp_path):
    held = bytearray(300_000_000)
    small = run([sys.executable, "-c", "pass"], tmp_path)
    large = run([sys.executable, "-c", "held = bytearray(100_000_000)"], tmp_path)
    assert small.peak < 100_000_000 < large.peak < len(held)


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path):
    with pytest.raises(CommandError, match=r"exit status 5\nno luck"):
        run([sys.executable, "-c", "import sys; sys.stderr.write('no luck'); sys.exit(5)"], tmp_path)
    assert run([sys.executable, "-c", "raise SystemExit(5)"], tmp_path, statuses=(0, 5)).wall > 0


def test_a_process_cannot_hold_more_than_its_limit(tmp_path):
    command = [sys.executable, "-c", "held = bytearray(200_000_000)"]
    with memory_limit(100_000_000) as group:
        if group is None:
            pytest.skip("only root, or whom the system lets, can limit memory")
        with pytest.raises(CommandError, match="exit status -9"):
            run(command, tmp_path, group=group)
    assert not group.exists()


def test_the_middle_of_runs_is_that_of_each_figure():
    assert middle([Run(1, 9, 5), Run(3, 7, 6), Run(2, 8, 9)]) == Run(2, 8, 6)


def test_time_that_doubles_with_the_rows_grows_linearly():
    assert growth([(100, 1.0), (200, 2.0), (400, 4.0)]) == pytest.approx(1)
    assert growth([(100, 1.0), (200, 4.0), (400, 16.0)]) == pytest.approx(2)


def test_the_parts_of_a_run_make_up_the_whole():
    ended = Run(10.0, 0, 0, began=100.0)
    parts = parts_of(
        ended, [("reading", 101.0), ("facts", 103.0), ("reading", 104.0), ("rules", 105.0), ("report", 109.0)]
    )
    assert dict(zip(PARTS, parts, strict=True)) == {"start-up": 1, "reading": 3, "facts": 1, "rules": 4, "report": 1}


@pytest.mark.slow
def test_plans_are_timed_together_and_apart(settings):
    (table,) = measure("many_plans", settings._replace(plans=2))
    assert [row[0] for row in table.rows] == ["2"]


def test_one_send_is_cut_into_many_and_no_row_is_in_two(settings, tmp_path):
    plans = write_plans(settings._replace(plans=3), tmp_path)
    people = [(plan / "recipients.csv").read_text().splitlines()[1:] for plan in plans]
    assert [len(rows) for rows in people] == [50, 50, 50]
    whole = settings.send(Size(150, 300, "csv")) / "recipients.csv"
    assert [row for rows in people for row in rows] == whole.read_text().splitlines()[1:]


@pytest.mark.slow
def test_a_check_is_timed_within_a_limit_of_memory(settings):
    (table,) = measure("limited", settings._replace(limited=SIZES[:2]))
    assert [row[:3] for row in table.rows] == [("20", "40", "parquet"), ("40", "80", "parquet")]


@pytest.mark.slow
def test_cold_start_is_timed(settings, monkeypatch):
    monkeypatch.setattr("timed.start_up.EXAMPLES", ("clean",))
    (table,) = measure("start_up", settings._replace(pairs=1))
    assert [row[0] for row in table.rows] == ["clean"]


@pytest.mark.slow
def test_the_subset_is_checked_and_peers_that_are_not_installed_are_left_out(settings, monkeypatch):
    monkeypatch.setattr("timed.peers.ALL_FORMATS", ("csv",))
    monkeypatch.setattr("timed.peers.PEERS", (Peer("Nobody", ("no-such-package",), "with_nobody.py"),))
    side_by_side, found = measure("peers", settings._replace(peer_rows=(200,)))
    assert [row[:3] for row in side_by_side.rows] == [("sigcheck", "200", "csv")]
    assert {row[0].split(" (")[0] for row in found.rows} == set(CHECKS)
    assert found.rows[list(CHECKS).index("company")][1] > "0"


def test_the_page_has_a_place_for_every_table():
    keys = ("checks", "stages", "growth", "fixes", "limited", "start-up", "plans", "peers", "found")
    assert re.findall(r"<!-- (\S+) -->", PAGE.read_text(encoding="utf-8")) == list(keys)
    for key in keys:
        assert "| 7 |" in with_table(PAGE.read_text(encoding="utf-8"), Table(("n",), [("7",)], 0, key))
