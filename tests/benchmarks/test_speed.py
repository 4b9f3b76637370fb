"""That the benchmark runs, on tiny sends, and what it makes of its figures; nothing asks how long anything took."""

import sys

import pytest
from planned_sends import Size
from speed import measure
from timed.checks import Measured, exponent
from timed.process import CommandError, Run, memory_limit, middle, run
from timed.settings import Settings

SIZES = (Size(20, 40, "parquet"), Size(40, 80, "parquet"), Size(20, 40, "csv"))


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return Settings(tmp_path_factory.mktemp("data"), SIZES, repeats=1)


@pytest.mark.slow
def test_checks_are_timed_beside_the_floor(settings):
    checks, growth = measure("checks", settings)
    assert [row[:3] for row in checks.rows] == [
        (str(size.recipients), str(size.history), size.format) for size in SIZES
    ]
    assert [row[:2] for row in growth.rows] == [("parquet", "20 to 40")]


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
    measured = [Measured(Size(n, n), Run(n / 100, n**2, 0), Run(1, 1, 0), 1.0) for n in (100, 200, 400)]
    assert exponent(measured, "wall") == pytest.approx(1)
    assert exponent(measured, "cpu") == pytest.approx(2)
