"""Who gets the email of one sender, when, and who else at their companies was written to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sigcheck.brief.model import Audience, Company, Others, Person
from sigcheck.engine import Engine
from sigcheck.preview import PreviewTime
from sigcheck.redaction import MASK, masked, masked_address, people_among

LISTED_COMPANIES = 500
"""Companies that a brief to read lists."""

LISTED_PEOPLE = 10
"""People of one company that it lists."""

LISTED_WITHOUT_COMPANY = 100
"""People that it lists of whom no company is known."""

_NAMED_SENDERS = 3


class Recipients(NamedTuple):
    """Recipients of one sender with who else was written to at their companies, by key."""

    audience: Audience
    everyone: tuple[tuple[Person, Others], ...]


def recipients_of(engine: Engine, sender: str, redact: bool, with_everyone: bool) -> Recipients:
    """Return who gets the sender's emails; each of them in order of rows where `with_everyone`, else none."""
    _define(engine, sender)
    try:
        others = _others(engine, sender)
        listed, counts = _listed(engine)
        everyone = _people(engine, "TRUE ORDER BY row") if with_everyone else []
        if redact:
            listed, others = _redacted(engine, listed, others)
            everyone = _redacted(engine, everyone, {})[0]
        return Recipients(
            _audience(engine, listed, counts, others),
            tuple((person, others.get(person.company_key, Others())) for person in everyone),
        )
    finally:
        engine.drop("brief_people", "brief_emails", "brief_times")


def _define(engine: Engine, sender: str) -> None:
    """Create `brief_people`: the sender's recipients, each with the first send time and what went before."""
    engine.define(
        "brief_times",
        """
        SELECT row, count(send_at) AS times, min(send_at) AS send_at, min(occurrence) AS occurrence
        FROM sends
        WHERE sender = $sender
        GROUP BY row""",
        {"sender": sender},
    )
    engine.define(
        "brief_emails",
        """
        SELECT
          row,
          count(*) AS emails,
          max(sent_at) AS last_at,
          arg_max(sender, sent_at) AS last_by,
          coalesce(bool_or(replied), FALSE) AS has_replied
        FROM received_emails
        WHERE source = 'history'
          AND kind = 'signature'
        GROUP BY row""",
    )
    engine.define(
        "brief_people",
        f"""
        WITH people AS (
          SELECT r.*, t.times, t.send_at AS first_at, t.occurrence
          FROM recipients AS r
          LEFT JOIN brief_times AS t
            ON t.row = r.row
          WHERE r.sender = $sender
        )
        SELECT
          p.row, p.full_name, p.email, p.title, p.company, p.company_label, p.company_key, p.mailbox, p.variant,
          coalesce(p.country, p.country_code) AS country,
          d.zones, d.send_at, d.local_at, d.latest_local_at, d.timezone_source, d.is_workday, d.holiday, d.time_problem,
          coalesce(p.times, 0) AS times,
          coalesce(e.emails, 0) AS emails, e.last_at, e.last_by, coalesce(e.has_replied, FALSE) AS has_replied,
          row_number() OVER (PARTITION BY p.company_key ORDER BY p.first_at, p.row) AS place,
          dense_rank() OVER ({_BY_COMPANY}) AS company_place
        FROM people AS p
        LEFT JOIN sends AS d
          ON d.row = p.row AND d.send_at IS NOT DISTINCT FROM p.first_at
          AND (p.first_at IS NOT NULL OR d.occurrence = p.occurrence)
        LEFT JOIN brief_emails AS e
          ON e.row = p.row
        QUALIFY row_number() OVER (PARTITION BY p.row ORDER BY d.occurrence) = 1""",
        {"sender": sender},
    )


_BY_COMPANY = "ORDER BY p.company_key IS NULL, lower(p.company_label), p.company_key"


def _listed(engine: Engine) -> tuple[list[Person], Mapping[str | None, int]]:
    """Return the people that a brief lists, by company, and how many there are at each listed company."""
    shown = f"""
        (company_key IS NULL AND place <= {LISTED_WITHOUT_COMPANY})
        OR (company_key IS NOT NULL AND place <= {LISTED_PEOPLE} AND company_place <= {LISTED_COMPANIES})
        ORDER BY company_place, place"""
    counts = engine.query(
        f"""
        SELECT company_key, count(*)
        FROM brief_people
        WHERE company_key IS NULL OR company_place <= {LISTED_COMPANIES}
        GROUP BY company_key"""
    ).rows
    return _people(engine, shown), dict(counts)


def _people(engine: Engine, condition: str) -> list[Person]:
    rows = engine.query(
        f"""
        SELECT
          row, full_name, email, title, coalesce(company_label, company), company_key, country, variant, times,
          emails, last_at, last_by, has_replied,
          zones, send_at, local_at, latest_local_at, timezone_source, is_workday, holiday, time_problem
        FROM brief_people
        WHERE {condition}"""
    ).rows
    return [_person(row) for row in rows]


def _person(cells: tuple[Any, ...]) -> Person:
    row, name, email, title, company, key, country, variant, times, emails, last_at, last_by, replied, *time = cells
    zones, send_at, local_at, latest, source, is_workday, holiday, problem = time
    return Person(
        row=row,
        name=name,
        email=(email or "").strip(),
        title=title,
        company=company,
        company_key=key,
        country=country,
        variant=variant,
        time=PreviewTime(
            tuple((zones or "").split()), send_at, local_at, latest, source or "", is_workday, holiday, problem
        ),
        times=times,
        emails=emails,
        last_at=last_at,
        last_by=last_by,
        has_replied=replied,
    )


def _others(engine: Engine, sender: str) -> dict[str | None, Others]:
    """Return, by the key of each company where there are any, the people there who are not the sender's recipients."""
    in_send = engine.query(
        """
        SELECT r.company_key, count(DISTINCT r.mailbox), list_sort(list(DISTINCT coalesce(s.name, r.sender)))
        FROM recipients AS r
        LEFT JOIN senders AS s
          ON s.email = r.sender
        WHERE r.company_key IN (SELECT company_key FROM brief_people)
          AND r.mailbox NOT IN (SELECT mailbox FROM brief_people WHERE mailbox IS NOT NULL)
          AND r.sender <> $sender
        GROUP BY r.company_key""",
        {"sender": sender},
    ).rows
    before = engine.query(
        """
        SELECT
          company_key,
          count(DISTINCT CASE WHEN source = 'history' THEN mailbox END),
          count(CASE WHEN source = 'history' THEN 1 END),
          max(sent_at),
          arg_max(mailbox, sent_at),
          arg_max(sender, sent_at),
          count(DISTINCT CASE WHEN source = 'exclude' THEN mailbox END)
        FROM history
        WHERE company_key IN (SELECT company_key FROM brief_people)
          AND mailbox NOT IN (SELECT mailbox FROM brief_people WHERE mailbox IS NOT NULL)
          AND (source = 'exclude' OR (source = 'history' AND kind = 'signature'))
        GROUP BY company_key"""
    ).rows
    found = {key: Others(in_send=people, senders=_some(names)) for key, people, names in in_send}
    for key, people, emails, last_at, last_to, last_by, excluded in before:
        one = found.get(key, Others())
        found[key] = one._replace(
            people=people, emails=emails, last_at=last_at, last_to=last_to, last_by=last_by, excluded=excluded
        )
    return found


def _some(names: Sequence[str]) -> tuple[str, ...]:
    rest = len(names) - _NAMED_SENDERS
    return (*names[:_NAMED_SENDERS], *([f"{rest} more"] if rest > 0 else []))


def _audience(
    engine: Engine, listed: Sequence[Person], counts: Mapping[str | None, int], others: Mapping[str | None, Others]
) -> Audience:
    recipients, companies, first_day, last_day = engine.query(
        """
        SELECT count(*), count(DISTINCT company_key), CAST(min(local_at) AS DATE), CAST(max(local_at) AS DATE)
        FROM brief_people"""
    ).rows[0]
    return Audience(
        recipients=recipients,
        companies=companies,
        first_day=first_day,
        last_day=last_day,
        with_others=len(others),
        listed=tuple(
            Company(people[0].company if key else None, tuple(people), counts[key], others.get(key, Others()))
            for key, people in ((key, list(group)) for key, group in groupby(listed, lambda one: one.company_key))
        ),
    )


def _redacted(
    engine: Engine, people: Sequence[Person], others: Mapping[str | None, Others]
) -> tuple[list[Person], dict[str | None, Others]]:
    """Return both without addresses and names of recipients; a company's name is masked where it is a person's."""
    companies: Collection[str] = {person.company for person in people if person.company}
    named = people_among(engine, companies)
    shown = {company: masked(company, named) for company in companies}
    hidden = [
        person._replace(
            name=person.name and MASK,
            email=masked_address(person.email),
            company=person.company and shown[person.company],
        )
        for person in people
    ]
    return hidden, {
        key: one._replace(last_to=one.last_to and masked_address(one.last_to)) for key, one in others.items()
    }
