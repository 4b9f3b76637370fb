"""The facts of `sends`: what time it is where the recipient is, and whether people work there then."""

from __future__ import annotations

from datetime import datetime

from sigcheck.engine import Engine
from sigcheck.facts.fact import Fact
from sigcheck.facts.local_time import local_time, workday
from sigcheck.relations import Column

_LOCAL = Fact(
    inputs=("send_minute", "zones", "country_code", "region_code"),
    outputs=(
        Column("minute_local_at", "TIMESTAMP", ""),
        Column("minute_latest_local_at", "TIMESTAMP", ""),
        Column("is_workday", "BOOLEAN", ""),
        Column("holiday", "VARCHAR", ""),
    ),
    compute=lambda minute, zones, country, region: _local(minute, zones, country, region),
    ask="send_minute IS NOT NULL",
)


def add_send_facts(engine: Engine) -> None:
    """Create `sends` from `send_times` (row, variant, sender, occurrence, send_at, time_problem, zones, …).

    Local time is asked once for each distinct minute, set of zones, country and subdivision.
    """
    engine.define_view("send_minutes", "SELECT *, date_trunc('minute', send_at) AS send_minute FROM send_times")
    engine.add_facts("send_minutes", "local_sends", [_LOCAL])
    engine.define_view(
        "sends",
        """
        SELECT row, variant, sender, occurrence, send_at, time_problem, local_at,
          CAST(local_at AS DATE) AS local_date,
          CAST(hour(local_at) * 60 + minute(local_at) AS INTEGER) AS local_minute,
          latest_local_at,
          CAST(hour(latest_local_at) * 60 + minute(latest_local_at) AS INTEGER) AS latest_local_minute,
          CAST(isodow(local_at) AS INTEGER) AS weekday,
          is_workday, holiday, timezone_source
        FROM (
          SELECT *,
            minute_local_at + (send_at - send_minute) AS local_at,
            minute_latest_local_at + (send_at - send_minute) AS latest_local_at
          FROM local_sends
        ) AS located""",
    )


def _local(
    minute: datetime, zones: str, country: str | None, region: str | None
) -> tuple[datetime, datetime, bool, str | None]:
    local = local_time(minute, zones)
    day = workday(local.local_at.date(), country, region)
    return local.local_at, local.latest_local_at, day.is_workday, day.holiday
