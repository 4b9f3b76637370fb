"""The numbers behind the pictures, asked of the relations of a planned send."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.pictures import Companies, Company, CompanySize, Field, Fields, Hour, Month, Months, Pictures, Week

LARGEST = 10
"""Companies that are named; only those with more than one person in the list."""

MAX_FIELDS = 40
"""Columns of the list that are shown, those that the send uses first."""

MONTHS_BEFORE, MONTHS_AFTER = 18, 6
"""Months shown at most before and after the one in which the plan is checked."""

SIZES: tuple[tuple[int, int | None], ...] = ((1, 1), (2, 2), (3, 5), (6, 10), (11, 25), (26, 100), (101, None))
"""People at a company, from and to: the bars of the distribution."""


def ask_pictures(engine: Engine) -> Pictures:
    """Return what is drawn about the planned send that the engine holds."""
    recipients, now = engine.query("SELECT (SELECT count(*) FROM recipients), now FROM plan").rows[0]
    return Pictures(recipients, _week(engine), _companies(engine), _months(engine, now), _fields(engine))


def _week(engine: Engine) -> Week:
    opens, closes, unsure, untimed = engine.query(
        """
        SELECT
          hours_from,
          hours_to,
          (SELECT count(*) FROM sends WHERE latest_local_at <> local_at),
          (SELECT count(*) FROM sends WHERE local_minute IS NULL)
        FROM plan"""
    ).rows[0]
    rows = engine.query(
        """
        SELECT
          s.weekday,
          s.local_minute // 60,
          count(*),
          count(*) FILTER (WHERE NOT s.is_workday OR CASE
            WHEN CAST(s.latest_local_at AS DATE) = s.local_date
              THEN s.latest_local_minute < p.hours_from OR s.local_minute > p.hours_to
            ELSE s.local_minute > p.hours_to AND s.latest_local_minute < p.hours_from
          END)
        FROM sends AS s
        CROSS JOIN plan AS p
        WHERE s.local_minute IS NOT NULL
        GROUP BY ALL
        ORDER BY ALL"""
    ).rows
    return Week(tuple(Hour(*row) for row in rows), opens, closes, unsure, untimed)


_PEOPLE = """
    SELECT
      company_key,
      min(company_label) AS label,
      least(count(DISTINCT mailbox_row), count(DISTINCT coalesce(person_key, mailbox))) AS people
    FROM recipients
    WHERE company_key IS NOT NULL
    GROUP BY company_key"""
"""Counted as the rule against many contacts counts: the same person twice is one."""


def _companies(engine: Engine) -> Companies:
    counts = engine.query(f"SELECT people, count(*) FROM ({_PEOPLE}) AS c GROUP BY people").rows
    largest = engine.query(
        f"SELECT label, people FROM ({_PEOPLE}) AS c WHERE people > 1 ORDER BY people DESC, label LIMIT {LARGEST}"
    ).rows
    unknown = engine.query("SELECT count(*) FROM recipients WHERE company_key IS NULL").rows[0][0]
    return Companies(tuple(_sizes(counts)), tuple(Company(*row) for row in largest), unknown)


def _sizes(counts: Sequence[tuple[int, int]]) -> Iterable[CompanySize]:
    for least, most in SIZES:
        companies = sum(number for people, number in counts if least <= people <= (most or people))
        if companies:
            yield CompanySize(least, most, companies)


_EMAILS = """
    SELECT row, sent_at, CASE WHEN source = 'plan' THEN 'other_plans' ELSE kind END AS kind
    FROM received_emails
    WHERE sent_at IS NOT NULL
      AND source <> 'exclude'
    UNION ALL
    SELECT row, send_at AS sent_at, 'this_send' AS kind
    FROM sends
    WHERE send_at IS NOT NULL"""


def _months(engine: Engine, now: datetime) -> Months:
    rows = engine.query(
        f"""
        SELECT year(sent_at) * 12 + month(sent_at) - 1 AS number, kind, count(*)
        FROM ({_EMAILS}) AS e
        GROUP BY number, kind"""
    ).rows
    most = engine.query(
        f"""
        SELECT coalesce(max(emails), 0)
        FROM (
          SELECT count(*) AS emails
          FROM ({_EMAILS}) AS e
          GROUP BY row, year(sent_at) * 12 + month(sent_at)
        ) AS of_people"""
    ).rows[0][0]
    this_month = now.year * 12 + now.month - 1
    first, last = this_month - MONTHS_BEFORE, this_month + MONTHS_AFTER
    seen = {(month, kind): emails for month, kind, emails in rows if first <= month <= last}
    return Months(tuple(_by_month(seen)), most, sum(row[2] for row in rows) - sum(seen.values()))


def _by_month(emails: Mapping[tuple[int, str], int]) -> Iterable[Month]:
    """Return every month from the first with an email to the last, also those without any."""
    numbers = [month for month, _ in emails]
    for number in range(min(numbers), max(numbers) + 1) if numbers else ():
        year, month = divmod(number, 12)
        kinds = (emails.get((number, kind), 0) for kind in ("branded", "signature", "other_plans", "this_send"))
        yield Month(date(year, month + 1, 1), *kinds)


def _fields(engine: Engine) -> Fields:
    columns = engine.query(
        """
        SELECT header, name, is_used OR name = 'email'
        FROM list_columns
        ORDER BY NOT (is_used OR name = 'email'), position"""
    ).rows
    shown = columns[:MAX_FIELDS]
    filled = _filled(engine, [name for _, name, _ in shown])
    flawed = _flawed(engine)
    fields = (Field(header, is_used, filled[name], flawed.get(name)) for header, name, is_used in shown)
    return Fields(tuple(fields), len(columns) - len(shown))


def _filled(engine: Engine, names: Sequence[str]) -> dict[str, int]:
    if not names:
        return {}
    counts = ", ".join(f"count(nullif(trim(CAST({quoted(name)} AS VARCHAR)), ''))" for name in names)
    row: tuple[Any, ...] = engine.query(f"SELECT {counts} FROM recipients").rows[0]
    return dict(zip(names, row, strict=True))


def _flawed(engine: Engine) -> dict[str, int]:
    """Return the cells with a flaw for each column that is looked at: those inserted, and the address."""
    inserted = engine.query(
        """
        SELECT
          field,
          count(*) FILTER (
            WHERE is_placeholder
              OR coalesce(decoded, stray, leftover, name_note, proper_case, misplaced, spoken) IS NOT NULL)
        FROM merge_values
        GROUP BY field"""
    ).rows
    addresses = engine.query(
        "SELECT count(*) FROM recipients WHERE address_problem IS NOT NULL OR meant_domain IS NOT NULL"
    ).rows[0][0]
    return {**dict(inserted), "email": addresses}
