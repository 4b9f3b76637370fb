"""The facts of `sends`: what time it is where the recipient is, and whether people work there then."""

from __future__ import annotations

from datetime import datetime

from sigcheck.engine import Engine
from sigcheck.facts.fact import Fact
from sigcheck.facts.local_time import local_time, workday
from sigcheck.facts.remembered import remembered
from sigcheck.relations import Column


@remembered
def _local(
    moment: datetime, zones: str, country: str | None, region: str | None
) -> tuple[datetime, datetime, bool, str | None]:
    local = local_time(moment, zones)
    day = workday(local.local_at.date(), country, region)
    return local.local_at, local.latest_local_at, day.is_workday, day.holiday


_LOCAL = Fact(
    inputs=("quarter_hour", "zones", "country_code", "region_code"),
    outputs=(
        Column("quarter_local_at", "TIMESTAMP", ""),
        Column("quarter_latest_local_at", "TIMESTAMP", ""),
        Column("is_workday", "BOOLEAN", ""),
        Column("holiday", "VARCHAR", ""),
    ),
    compute=_local,
    ask="quarter_hour IS NOT NULL",
)


def add_send_facts(engine: Engine) -> None:
    """Create `sends` from `send_times` (row, variant, sender, occurrence, send_at, time_problem, zones, …).

    Local time is asked once for each distinct quarter of an hour, set of zones, country and subdivision: no zone
    shifts its clocks, and no day begins, anywhere but at a quarter (UTC).
    """
    engine.define_view(
        "send_quarters",
        """
        SELECT *,
          date_trunc('hour', send_at) + floor(minute(send_at) / 15) * INTERVAL 15 MINUTE AS quarter_hour
        FROM send_times""",
    )
    engine.add_facts("send_quarters", "local_sends", [_LOCAL])
    engine.define_derived(
        "sends",
        """
        SELECT row, variant, sender, occurrence, send_at, time_problem, local_at,
          CAST(local_at AS DATE) AS local_date,
          CAST(hour(local_at) * 60 + minute(local_at) AS INTEGER) AS local_minute,
          latest_local_at,
          CAST(hour(latest_local_at) * 60 + minute(latest_local_at) AS INTEGER) AS latest_local_minute,
          CAST(isodow(local_at) AS INTEGER) AS weekday,
          is_workday, holiday, zones, country_code, timezone_source
        FROM (
          SELECT *,
            quarter_local_at + (send_at - quarter_hour) AS local_at,
            quarter_latest_local_at + (send_at - quarter_hour) AS latest_local_at
          FROM local_sends
        ) AS located""",
    )
