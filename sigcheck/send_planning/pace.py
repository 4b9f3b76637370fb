"""How fast one sender may write."""

from __future__ import annotations

import math
from typing import NamedTuple

from sigcheck.plan import Plan
from sigcheck.send_planning.limits import Limits
from sigcheck.send_planning.seconds import DAY, HOUR


class Pace(NamedTuple):
    """At most so many emails an hour, a day (the recipients') and at one moment; None where there is no limit.

    Hours are counted by the clock (UTC), as HRS003 does. A pace under one an hour is counted over blocks of as many
    hours as one email takes.
    """

    per_hour: float | None
    per_day: int | None
    at_once: int | None

    @property
    def block(self) -> int:
        """Return over how many seconds emails are counted: one hour, or the hours that one email takes."""
        if not self.per_hour or self.per_hour >= 1:
            return HOUR
        return math.ceil(1 / self.per_hour) * HOUR

    def room(self, seconds: int) -> int | None:
        """Return how many emails may be planned in so many seconds of a block: at least one, where there is a pace."""
        if self.per_hour is None:
            return None
        if not self.per_hour:
            return 0
        return max(1, math.floor(self.per_hour * seconds / HOUR))

    @property
    def most(self) -> int | None:
        """Return how many planned emails of one block are no more than the pace allows, rounded up."""
        return None if self.per_hour is None else math.ceil(self.per_hour * self.block / HOUR - 1e-9)

    def fewest_days(self, emails: int) -> int:
        """Return on how many days, at the least, so many emails can go out."""
        a_day = [limit for limit in (self.per_day, self.room(DAY + self.block)) if limit is not None]
        return -(-emails // max(1, min(a_day))) if a_day else 1


def pace_of(plan: Plan, limits: Limits) -> Pace:
    """Return the pace of each sender: the plan's, where that is below the limit of the rule, else that limit."""
    of_rule = None if limits.per_hour is None else float(max(0, math.floor(limits.per_hour)))
    of_both = [pace for pace in (of_rule, plan.schedule.per_hour) if pace is not None]
    return Pace(min(of_both, default=None), limits.per_day, limits.at_once)
