"""Times are read as exports write them, and never read wrongly in silence."""

from datetime import datetime

import pytest

from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.inputs.text_moments import moment_in
from sigcheck.relations import Column

READ = {
    "2026-11-20": (2026, 11, 20),
    "2026-11-20 9:05": (2026, 11, 20, 9, 5),
    " 2026-11-20T09:12:33.250Z ": (2026, 11, 20, 9, 12, 33, 250000),
    "2026-11-20 09:12:00 UTC": (2026, 11, 20, 9, 12),
    "2026-11-20 09:12:00 -0500": (2026, 11, 20, 14, 12),
    "2026-11-20T09:12+05:30": (2026, 11, 20, 3, 42),
    "2026-11-20 9:12 PM": (2026, 11, 20, 21, 12),
    "11/20/2026 9:12 AM": (2026, 11, 20, 9, 12),
    "11/20/2026, 9:12:33 pm": (2026, 11, 20, 21, 12, 33),
    "11/20/26 9:12": (2026, 11, 20, 9, 12),
    "11/20/2026 9:12PM": (2026, 11, 20, 21, 12),
    "11/20/2026": (2026, 11, 20),
    "20.11.2026 09:12": (2026, 11, 20, 9, 12),
    "20.11.26": (2026, 11, 20),
    "2026/11/20 09:12:11": (2026, 11, 20, 9, 12, 11),
    "20261120": (2026, 11, 20),
    "20-Nov-2026": (2026, 11, 20),
    "20-Nov-26 09:12": (2026, 11, 20, 9, 12),
    "20 Nov 2026 09:12": (2026, 11, 20, 9, 12),
    "Nov 20, 2026 9:12 AM": (2026, 11, 20, 9, 12),
    "November 20, 2026 at 9:12 p.m.": (2026, 11, 20, 21, 12),
    "Friday, November 20, 2026 9:12 AM": (2026, 11, 20, 9, 12),
    "Fri, 20 Nov 2026 09:12:00 +0000": (2026, 11, 20, 9, 12),
    "Fri, 20 Nov 2026 09:12:00 -0500 (EST)": (2026, 11, 20, 14, 12),
}

UNREADABLE = [
    "2026-11-20 09:12:00 EST",
    "11/20/2026 09:12 (EST)",
    "2026-11-31",
    "13/13/2026",
    "00/00/0000",
    "0026-11-20",
    "11/20/0026",
    "1763629920",
    "46346.38",
    "yesterday",
    "-",
]


@pytest.fixture
def read():
    engine = DuckDBEngine()

    def read_texts(*texts):
        engine.create("texts", [Column("given", "VARCHAR", "")], [(text,) for text in texts])
        moments = engine.query(f"SELECT {moment_in(engine, 'texts', 'given')} FROM texts").rows
        return [moment for (moment,) in moments]

    yield read_texts
    engine.close()


@pytest.mark.parametrize("text", READ)
def test_a_time_is_read(read, text):
    assert read(text) == [datetime(*READ[text])]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_may_be_misread_is_not_read(read, text):
    assert read(text) == [None]


def test_the_ways_of_writing_may_differ_from_row_to_row(read):
    assert read(*READ) == [datetime(*moment) for moment in READ.values()]


def test_days_with_slashes_have_the_month_first_unless_another_row_tells(read):
    assert read("03/04/2026") == [datetime(2026, 3, 4)]


def test_one_row_that_has_the_day_first_tells_for_all(read):
    assert read("03/04/2026", "31/03/2026", None, "") == [datetime(2026, 4, 3), datetime(2026, 3, 31), None, None]


def test_ways_that_only_late_rows_have_are_found(read):
    moments = read(*["03/04/2026"] * 300, *["Nov 20, 2026"] * 300, "31/03/2026 10:00")
    assert moments[0] == datetime(2026, 4, 3)
    assert moments[-2:] == [datetime(2026, 11, 20), datetime(2026, 3, 31, 10)]
