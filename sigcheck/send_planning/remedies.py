"""What would let all emails of a send fit: a later end of its window, or a quicker pace."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from sigcheck.plan.schedule import Schedule
from sigcheck.send_planning.arrangement import Rules, fits
from sigcheck.send_planning.load import Load
from sigcheck.send_planning.searching import first_that_suits
from sigcheck.send_planning.window import Opening, earliest_end


class Remedies(NamedTuple):
    """Each alone would do: an end of the window (in seconds), an hourly pace of the plan; None where it would not."""

    end: int | None
    per_hour: int | None


def remedies_for(
    loads: Sequence[Load], opening: Opening, schedule: Schedule, rules: Rules, most_an_hour: float | None
) -> Remedies:
    """Return what would let loads fit that do not; of a schedule without a window nothing would.

    `most_an_hour` is the pace that the rules allow, which a plan had better not exceed.
    """
    if opening.end is None:
        return Remedies(None, None)
    emails = [sum(load.emails.values()) for load in loads]
    days = max(map(rules.pace.fewest_days, emails))
    end = earliest_end(opening, schedule, days, lambda window: fits(loads, window, rules))
    if schedule.per_hour is None:
        return Remedies(end, None)
    window = opening.until(opening.end)
    quickest = max(emails) if most_an_hour is None else min(math.floor(most_an_hour), max(emails))
    per_hour = first_that_suits(
        range(math.floor(schedule.per_hour) + 1, quickest + 1),
        lambda pace: fits(loads, window, rules._replace(pace=rules.pace._replace(per_hour=float(pace)))),
    )
    return Remedies(end, per_hour)
