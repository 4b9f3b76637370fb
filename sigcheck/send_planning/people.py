"""The recipients of a planned send, with the time they would get it so far."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from sigcheck.engine import Engine
from sigcheck.send_planning.seconds import seconds_of
from sigcheck.send_planning.working_time import Calendar, Place

_DIGITS = 16
"""Digits of a digest that make a number below 2^64."""


class Person(NamedTuple):
    """A row of the list. `chance` orders people as if by chance, yet alike however the list is ordered.

    `present` is the moment so far, in seconds, and `day` the local day it is for (an ordinal); None where it cannot be
    read. `is_ahead` says that it exists, is not over and lies in the plan's window, `is_working` that it is working
    time in all zones where the person may be.
    """

    chance: int
    row: int
    sender: str | None
    company: str | None
    calendar: Calendar
    present: int | None
    day: int | None
    is_ahead: bool
    is_working: bool


def load_people(engine: Engine, seed: int, min_days: int) -> list[Person]:
    """Return all recipients, in the order of `chance`, with the times of the first occurrence of the schedule.

    Who got a signature-driven email within `min_days` of now gets no other before these are over, unless the present
    time breaks with that already: FRQ001 would have found nothing before, and is to find nothing then.
    """
    # HRS007 has nothing to say about what is ahead; HRS001, HRS002 and HRS006 have not about what is working time.
    rows = engine.query(
        """
        WITH rested AS (
          SELECT
            e.row,
            CAST(max(CAST(e.sent_at AS DATE)) + $min_days * INTERVAL 1 DAY AS DATE) AS from_date
          FROM received_emails AS e
          CROSS JOIN plan AS p
          WHERE e.kind = 'signature'
            AND e.source = 'history'
            AND e.sent_at <= p.now
          GROUP BY e.row, p.now
          HAVING max(CAST(e.sent_at AS DATE)) + $min_days * INTERVAL 1 DAY > p.now
        )
        SELECT
          s.row,
          md5(concat($seed, ' ', coalesce(r.mailbox, r.address, ''))) AS chance,
          s.sender,
          r.company_key,
          s.zones,
          s.country_code,
          r.region_code,
          CASE WHEN coalesce(CAST(s.send_at AS DATE) >= e.from_date, TRUE) THEN e.from_date END AS not_before,
          s.send_at,
          s.local_date,
          coalesce(
            s.time_problem IS NULL
              AND p.time_problem IS NULL
              AND s.send_at >= p.now
              AND (p.schedule <> 'window' OR (p.end_at >= p.start_at AND s.send_at <= p.end_at)),
            FALSE
          ) AS is_ahead,
          coalesce(
            s.is_workday
              AND CAST(s.latest_local_at AS DATE) = s.local_date
              AND s.local_minute >= p.hours_from
              AND s.latest_local_minute <= p.hours_to,
            FALSE
          ) AS is_working
        FROM sends AS s
        JOIN recipients AS r
          ON r.row = s.row
        LEFT JOIN rested AS e
          ON e.row = s.row
        CROSS JOIN plan AS p
        WHERE s.occurrence = 1
        ORDER BY chance, s.send_at, s.row""",
        {"seed": str(seed), "min_days": min_days},
    ).rows
    return [_person(row) for row in rows]


def _person(row: tuple[Any, ...]) -> Person:
    number, chance, sender, company, *place, not_before, send_at, local_date, is_ahead, is_working = row
    return Person(
        chance=int(chance[:_DIGITS], 16),
        row=number,
        sender=sender,
        company=company,
        calendar=Calendar(Place(*place), 0 if not_before is None else not_before.toordinal()),
        present=None if send_at is None else seconds_of(send_at),
        day=None if local_date is None else local_date.toordinal(),
        is_ahead=is_ahead,
        is_working=is_working,
    )


def chance_of(seed: int, text: str) -> int:
    """Return a number below 2^64 that looks like chance and is the same for the same seed and text."""
    return int(hashlib.md5(f"{seed} {text}".encode(), usedforsecurity=False).hexdigest()[:_DIGITS], 16)
