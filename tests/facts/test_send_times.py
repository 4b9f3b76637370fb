from datetime import datetime
from itertools import pairwise

import pytest

from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.plan import load_plan
from sigcheck.planned_send import load_planned_send
from sigcheck.rule_examples import write_example


@pytest.mark.parametrize("column", ["Send At", "send at", "send_at"])
def test_the_column_of_send_times_is_found_by_its_header_or_its_standard_name(column, tmp_path):
    inputs = {
        "plan": {"schedule": {"at": None, "column": column}},
        "recipients": "email,Send At\na@acme.com,2026-12-01 10:07\n",
    }
    engine = DuckDBEngine()
    try:
        load_planned_send(engine, load_plan(write_example(inputs, tmp_path)))
        assert engine.query("SELECT send_at FROM sends").rows == [(datetime(2026, 12, 1, 15, 7),)]
    finally:
        engine.close()


def test_a_window_is_spread_evenly_over_a_number_of_recipients_that_does_not_divide_it(tmp_path):
    recipients = "email\n" + "".join(f"p{number}@company{number}.com\n" for number in range(121))
    schedule = {"at": None, "start": "2026-12-01 08:00", "end": "2026-12-01 12:00"}
    engine = DuckDBEngine()
    try:
        load_planned_send(
            engine, load_plan(write_example({"plan": {"schedule": schedule}, "recipients": recipients}, tmp_path))
        )
        times = [at for (at,) in engine.query("SELECT send_at FROM sends ORDER BY row").rows]
    finally:
        engine.close()
    gaps = {(later - earlier).seconds for earlier, later in pairwise(times)}
    assert times[0] == datetime(2026, 12, 1, 13, 0)
    assert times[-1] < datetime(2026, 12, 1, 17, 0)
    assert gaps <= {119, 120}
