"""When nothing may go out in a sender's name: while away, and in the days before, in which answers come."""

from __future__ import annotations

from collections.abc import Iterable

from sigcheck.inputs.senders import SenderEntry
from sigcheck.send_planning.seconds import DAY, Span, joined, midnight


def absences_of(senders: Iterable[SenderEntry], reply_days: int) -> dict[str | None, tuple[Span, ...]]:
    """Return the absences of each sender who has any, by address; SND003 counts days in UTC, and so do these."""
    return {
        sender.email: joined(
            Span(midnight(period.start.toordinal()) - reply_days * DAY, midnight(period.end.toordinal()) + DAY)
            for period in sender.away
        )
        for sender in senders
        if sender.away
    }
