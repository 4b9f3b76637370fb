"""Planned sends of any size, made from a seed with the skew that real lists have.

A few companies hold many of the recipients, most hold one; names follow a long tail; most recipients live in a few
countries; some of the history is about people who are not in the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from sigcheck.rule_examples import CLEAN_MESSAGE

PLAN = """\
name: Benchmark
purpose: meeting-request
sender: {{name: Ana Ruiz, email: ana.ruiz@northwind.com, title: Account Executive}}
message: message.txt
recipients: {recipients}
schedule: {{timezone: America/New_York, start: 2026-12-01 09:10, end: 2026-12-18 16:30}}
history: {history}
suppress: {suppress}
opt_out: {{owner: privacy@northwind.com}}
relevance: They run warehouses.
now: 2026-11-30 12:00
"""

FIRST_NAMES = "Dana Omar Jo Kim Lena Marc Anne-Marie Søren José Priya Wei Fatima Liam Noah Emma Mia Olga Ivan Aiko Chen"
LAST_NAMES = "Lee Diaz Day Park Müller Durand McDonald Nielsen García Patel Zhang Haddad Smith Jones Brown Rossi Petrov"
COMPANY_STARTS = (
    "Nord Alta Silver Green Blue River Stone Bright Harbor North East Oak Iron Clear Summit Delta Terra Luma Vega Kern"
)
COMPANY_ENDS = "haven bridge field works ford gate line crest port stream point dale mark wood land view"
TRADES = (
    "Logistics Systems Foods Energy Partners Textiles Robotics Media Health Mobility Packaging Steel Software Seeds"
)
COUNTRIES = "United States|United States|United States|US|Germany|France|United Kingdom|Canada|Spain|Japan"
STATES = "NY|CA|TX|MA|IL|WA|FL|GA"


@dataclass(frozen=True)
class Size:
    """How large a planned send is, and in which format its files are."""

    recipients: int
    history: int
    format: str = "parquet"


def write_planned_send(folder: Path, size: Size, seed: int = 1) -> Path:
    """Write a planned send into `folder` and return the path of its plan."""
    folder.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect()
    connection.execute(f"CREATE MACRO pick(i, salt, n) AS CAST(hash(i * 7919 + salt * 104729 + {seed}) % n AS BIGINT)")
    for name, words, separator in (
        ("firsts", FIRST_NAMES, " "),
        ("lasts", LAST_NAMES, " "),
        ("starts", COMPANY_STARTS, " "),
        ("ends", COMPANY_ENDS, " "),
        ("trades", TRADES, " "),
        ("countries", COUNTRIES, "|"),
        ("states", STATES, "|"),
    ):
        values = ", ".join("'" + word.replace("'", "''") + "'" for word in words.split(separator))
        connection.execute(f"SET VARIABLE {name} = [{values}]")
    connection.execute(_recipients(size.recipients))
    connection.execute(_history(size.history, size.recipients))
    paths = {name: folder / f"{name}.{size.format}" for name in ("recipients", "history")}
    for name, path in paths.items():
        options = "FORMAT parquet" if size.format == "parquet" else "HEADER, FORMAT csv"
        connection.execute(f"COPY {name} TO '{path}' ({options})")
    connection.execute(f"COPY (SELECT email FROM history LIMIT 100) TO '{folder / 'optouts.csv'}' (HEADER)")
    (folder / "message.txt").write_text(CLEAN_MESSAGE, encoding="utf-8")
    suppress = "[{file: optouts.csv, source: marketing automation}]"
    plan = PLAN.format(recipients=paths["recipients"].name, history=paths["history"].name, suppress=suppress)
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    return folder / "plan.yaml"


def _recipients(count: int) -> str:
    """People; a company's size follows a power law, so that a few large ones hold a good share of the list."""
    return f"""
        CREATE TABLE recipients AS
        SELECT regexp_replace(lower(strip_accents(first) || '.' || strip_accents(last)), '[^a-z.]', '', 'g') || i
            || '@' || lower(start) || finish || company || '.com' AS email,
          first AS "First Name", last AS "Last Name", start || finish || company || ' ' || trade || suffix AS "Company",
          title AS "Job Title", country AS "Country", state AS "State/Region"
        FROM (
          SELECT *,
            getvariable('starts')[1 + pick(company, 20, len(getvariable('starts')))] AS start,
            getvariable('ends')[1 + pick(company, 21, len(getvariable('ends')))] AS finish,
            getvariable('trades')[1 + pick(company, 22, len(getvariable('trades')))] AS trade
          FROM (
          SELECT i,
            getvariable('firsts')[1 + pick(i, 1, len(getvariable('firsts')))] AS first,
            getvariable('lasts')[1 + pick(i, 2, len(getvariable('lasts')))]
              || ['', '', 'son', 'man', 'er', 'ini'][1 + pick(i, 16, 6)]
              || ['', '-' || getvariable('lasts')[1 + pick(i, 17, len(getvariable('lasts')))]][1 + pick(i, 18, 2)] AS last,
            CAST(power(pick(i, 3, 1000000) / 1000000.0, 1.5) * {count} / 4 AS BIGINT) AS company,
            [' Inc.', '', '', ' GmbH', ' Ltd'][1 + pick(i, 4, 5)] AS suffix,
            ['Head of Logistics', 'CEO', 'Warehouse Manager', 'VP Operations', 'Buyer'][1 + pick(i, 5, 5)] AS title,
            getvariable('countries')[1 + pick(i, 6, len(getvariable('countries')))] AS country,
            getvariable('states')[1 + pick(i, 7, len(getvariable('states')))] AS state
          FROM range({count}) AS numbers(i)
          ) AS numbered
        ) AS people"""


def _history(count: int, recipients: int) -> str:
    """Emails of two years, half of them to people of the list."""
    return f"""
        CREATE TABLE history AS
        SELECT CASE WHEN i % 2 = 0 THEN r.email ELSE 'other' || pick(i, 8, 1000000) || '@firm' || pick(i, 9, 50000) || '.com'
          END AS email,
          TIMESTAMP '2026-11-25 12:00' - to_minutes(CAST(pick(i, 10, 1000000) AS BIGINT)) AS sent_at,
          ['branded', 'branded', 'branded', 'signature'][1 + pick(i, 11, 4)] AS kind,
          'Campaign ' || pick(i, 12, 40) AS campaign,
          'ana.ruiz@northwind.com' AS sender,
          'Subject ' || pick(i, 13, 40) AS subject,
          pick(i, 14, 3) = 0 AS opened
        FROM range({count}) AS numbers(i)
        LEFT JOIN (SELECT email, row_number() OVER () - 1 AS n FROM recipients) AS r
          ON r.n = pick(i, 15, {recipients})"""
