"""A sender's recipients as a table for a spreadsheet: RFC 4180, each of them a row."""

from __future__ import annotations

import csv
from datetime import datetime
from typing import TextIO

from sigcheck.brief.model import Brief, Others, Person
from sigcheck.formats.csv import BYTE_ORDER_MARK, safe_cell

COLUMNS = (
    "sender",
    "row",
    "email",
    "name",
    "title",
    "company",
    "country",
    "variation",
    "send_at_utc",
    "local_time",
    "latest_local_time",
    "time_zones",
    "time_zone_from",
    "holiday",
    "time_problem",
    "times",
    "emails_before",
    "last_email_before_utc",
    "last_email_before_by",
    "has_answered_before",
    "others_at_company_in_this_send",
    "others_at_company_emailed_before",
    "emails_to_others_before",
    "last_email_to_others_utc",
    "last_email_to_others_by",
    "others_at_company_excluded",
)


def write_csv(brief: Brief, stream: TextIO) -> None:
    """Write a row a recipient under a header; needs a brief that lists everyone.

    A text that a spreadsheet would take for a formula gets a leading apostrophe, which says that it is text.
    """
    stream.write(BYTE_ORDER_MARK)
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for person, others in brief.everyone:
        cells = (brief.sender.email, *_of_person(person), *_of_others(others))
        table.writerow([safe_cell(value) for value in cells])


def _of_person(person: Person) -> tuple[str | int | None, ...]:
    time = person.time
    return (
        person.row,
        person.email,
        person.name,
        person.title,
        person.company,
        person.country,
        person.variant,
        _moment(time.send_at),
        _moment(time.local_at),
        _moment(time.latest_local_at),
        " ".join(time.zones),
        time.source,
        time.holiday,
        time.problem,
        person.times,
        person.emails,
        _moment(person.last_at),
        person.last_by,
        "yes" if person.has_replied else "no",
    )


def _of_others(others: Others) -> tuple[str | int | None, ...]:
    return (
        others.in_send,
        others.people,
        others.emails,
        _moment(others.last_at),
        others.last_by,
        others.excluded,
    )


def _moment(at: datetime | None) -> str | None:
    return None if at is None else f"{at:%Y-%m-%d %H:%M}"
