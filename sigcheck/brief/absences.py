"""Automatic replies to expect: public holidays of the recipients' countries around the emails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from sigcheck.brief.model import LikelyReply
from sigcheck.engine import Engine
from sigcheck.facts.local_time import workday
from sigcheck.inputs.senders import SenderEntry
from sigcheck.relations import Column

REPLY_DAYS = 3
"""Days after an email in which most answers come; SND003 reckons with them too."""

_SHOWN_HOLIDAYS = 8


class _Holiday(NamedTuple):
    day: date
    name: str
    country: str


def absences(engine: Engine, sender: SenderEntry) -> LikelyReply:
    """Return the automatic replies that the sender should expect, with the holidays that make them likely."""
    holidays, near = _holidays(engine, sender.email)
    basis = [
        f"{one.name} ({one.country}), {one.day:%a} {one.day.day} {one.day:%b %Y}: {emails:,} of your emails "
        f"{'arrives' if emails == 1 else 'arrive'} on it or in the {REPLY_DAYS} days before"
        for one, emails in sorted(holidays.items(), key=lambda entry: (-entry[1], entry[0]))
    ]
    if len(basis) > _SHOWN_HOLIDAYS:
        basis = [*basis[:_SHOWN_HOLIDAYS], f"… and {len(basis) - _SHOWN_HOLIDAYS} more holidays"]
    if not basis:
        basis = ["No public holiday of a recipient's country falls into the send that is known of."]
    if sender.away:
        periods = ", ".join(
            str(period.start) + (f" to {period.end}" if period.end != period.start else "") for period in sender.away
        )
        basis.append(f"You are away yourself: {periods}.")
    return LikelyReply(
        "Out-of-office notices, and answers that come days late",
        near,
        tuple(basis),
        "Do not write again before the day that the notice names. If it names a deputy, leave the deputy in peace.",
    )


class _Group(NamedTuple):
    """Recipients of one place to whom emails come on one local day."""

    country_code: str
    region_code: str | None
    day: date


def _holidays(engine: Engine, sender: str) -> tuple[Counter[_Holiday], int]:
    """Return how many emails arrive shortly before each holiday, and how many recipients that is about.

    A country is called as most of its rows do, and a holiday that its regions call differently as most know it.
    """
    rows = engine.query(f"{_GROUPED} ORDER BY ALL", {"sender": sender}).rows
    names: dict[tuple[date, str], Counter[str]] = {}
    countries: dict[str, Counter[str]] = {}
    near: list[_Group] = []
    for *place, country, emails in rows:
        group = _Group(*place)
        countries.setdefault(group.country_code, Counter())[country] += emails
        for day, name in _holidays_near(group):
            names.setdefault((day, group.country_code), Counter())[name] += emails
            near.append(group)
    found = {
        _Holiday(day, called.most_common(1)[0][0], countries[code].most_common(1)[0][0]): called.total()
        for (day, code), called in names.items()
    }
    return Counter(found), _recipients(engine, sender, set(near))


_GROUPED = """
    SELECT r.country_code, r.region_code, s.local_date, coalesce(trim(r.country), r.country_code), count(*)
    FROM sends AS s
    JOIN recipients AS r
      ON r.row = s.row
    WHERE s.sender = $sender
      AND s.local_date IS NOT NULL
      AND r.country_code IS NOT NULL
    GROUP BY r.country_code, r.region_code, s.local_date, coalesce(trim(r.country), r.country_code)"""


def _holidays_near(group: _Group) -> list[tuple[date, str]]:
    days = (group.day + timedelta(days=number) for number in range(REPLY_DAYS + 1))
    return [(day, name) for day in days if (name := workday(day, group.country_code, group.region_code).holiday)]


def _recipients(engine: Engine, sender: str, groups: Collection[_Group]) -> int:
    columns = [Column("country_code", "VARCHAR", ""), Column("region_code", "VARCHAR", ""), Column("day", "DATE", "")]
    engine.create("brief_days", columns, groups)
    found = engine.query(
        """
        SELECT count(DISTINCT s.row)
        FROM sends AS s
        JOIN recipients AS r
          ON r.row = s.row
        JOIN brief_days AS d
          ON d.day = s.local_date
          AND d.country_code = r.country_code
          AND d.region_code IS NOT DISTINCT FROM r.region_code
        WHERE s.sender = $sender""",
        {"sender": sender},
    ).rows[0][0]
    engine.drop("brief_days")
    return int(found)
