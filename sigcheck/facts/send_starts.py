"""The relation `send_starts`: when this send and the earlier ones began, by one clock."""

from __future__ import annotations

from datetime import datetime

from sigcheck.engine import Engine
from sigcheck.plan import Plan
from sigcheck.relations import SEND_STARTS
from sigcheck.zones import utc_to_local

MAX_EARLIER = 1_000
"""Earlier sends that are kept, the latest of them."""


def add_send_starts(engine: Engine, plan: Plan, first_at: datetime | None) -> None:
    """Create `send_starts` from `sent_messages` and the schedule.

    `first_at` is when the first email goes out (UTC). What the history holds of one campaign on one day (UTC) is one
    send.
    """
    zone = plan.schedule.timezone
    planned = [plan.schedule.utc(time) for time in plan.schedule.occurrences()]
    if not planned and first_at is not None:
        planned = [first_at]
    starts = [*(("plan", plan.name, time) for time in planned), *_earlier(engine)]
    engine.create(SEND_STARTS.name, SEND_STARTS.columns, [(*start, utc_to_local(start[2], zone)) for start in starts])


def _earlier(engine: Engine) -> list[tuple[str, str | None, datetime]]:
    found = engine.query(
        f"""
        SELECT campaign, min(sent_at) AS starts_at
        FROM sent_messages
        WHERE source = 'history'
          AND kind = 'signature'
          AND sent_at IS NOT NULL
        GROUP BY campaign, CAST(sent_at AS DATE)
        ORDER BY starts_at DESC
        LIMIT {MAX_EARLIER}"""
    )
    return [("history", campaign, starts_at) for campaign, starts_at in found.rows]
