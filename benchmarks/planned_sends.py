"""Planned sends of any size, drawn from a seed with the skew that real lists have: `python benchmarks/planned_sends.py`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

import duckdb
from drawn.emails import history, opt_outs
from drawn.people import companies_of, create_people

from sigcheck.rule_examples import CLEAN_MESSAGE

PLAN = """\
name: Benchmark
purpose: meeting-request
sender: {{name: Ana Ruiz, email: ana.ruiz@northwind.com, title: Account Executive, away: [2026-12-24/2027-01-02]}}
message: [message-a.txt, message-b.txt]
recipients: recipients.{format}
schedule: {{timezone: America/New_York, start: 2026-12-01 09:10, end: 2026-12-18 16:30, hours: 09:00-17:00}}
history: history.{format}
suppress: [{{file: optouts.csv, source: marketing automation, as_of: 2026-11-25}}]
opt_out: {{owner: privacy@northwind.com, process: By reply or by the link, systems: [marketing automation]}}
relevance: They run warehouses.
now: 2026-11-30 12:00
"""

SECOND_MESSAGE = """\
Subject: Thursday at {{company}}?

Dear {{first_name}} {{last_name}},

A neighbour of yours cut the time that lorries wait at the dock by half this autumn. I would be glad to tell you how
it was done, by telephone or over a coffee when I am in {{city:default=town}} next month.

If this is nothing for you, reply and tell me, and you will not hear from me again.

Kind regards,
Ana Ruiz
Account Executive, Northwind
12 Harbor Street, Boston, MA 02110
"""

OTHERS = 0.5
"""People of the history who are not in the list, for each recipient."""


class Size(NamedTuple):
    """How large a planned send is, and in which format (parquet or csv) its list and history are."""

    recipients: int
    history: int
    format: str = "parquet"

    def __str__(self) -> str:
        return f"{self.recipients:,} recipients, {self.history:,} history rows, {self.format}"


def write_planned_send(folder: Path, size: Size, seed: int = 1) -> Path:
    """Write a planned send into `folder` and return the path of its plan; the same seed gives the same send."""
    folder.mkdir(parents=True, exist_ok=True)
    people = size.recipients + max(10, int(size.recipients * OTHERS))
    with duckdb.connect(config={"temp_directory": str(folder / "spill")}) as connection:
        for statement in create_people(people, companies_of(size.recipients), seed):
            connection.execute(statement)
        options = "FORMAT parquet" if size.format == "parquet" else "FORMAT csv, HEADER"
        for name, query in (
            ("recipients", _recipients(size.recipients)),
            ("history", history(size.history, size.recipients, people)),
        ):
            connection.execute(f"COPY ({query}) TO '{folder / name}.{size.format}' ({options})")
        connection.execute(f"COPY ({opt_outs(size.recipients)}) TO '{folder / 'optouts.csv'}' (FORMAT csv, HEADER)")
    (folder / "message-a.txt").write_text(CLEAN_MESSAGE, encoding="utf-8")
    (folder / "message-b.txt").write_text(SECOND_MESSAGE, encoding="utf-8")
    plan = folder / "plan.yaml"
    plan.write_text(PLAN.format(format=size.format), encoding="utf-8")
    return plan


def _recipients(count: int) -> str:
    """Return the list with the headers of an export."""
    return f"""
        SELECT email AS "Email", first AS "First Name", last AS "Last Name", company AS "Company Name",
          title AS "Job Title", country AS "Country", region AS "State/Region", city AS "City",
          owner AS "Contact owner", source AS "Lead Source"
        FROM people
        WHERE i < {count}"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a planned send of any size, to try things on.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("recipients", type=int)
    parser.add_argument("history", type=int, help="rows of the history")
    parser.add_argument("--format", choices=("parquet", "csv"), default="parquet")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(write_planned_send(given.folder, Size(given.recipients, given.history, given.format), given.seed))


if __name__ == "__main__":
    main()
