"""Precision and recall of the rules on labelled data: `python benchmarks/accuracy.py`.

--markdown   the table as docs/accuracy.md holds it
--misses     what was missed or wrongly found, too
SUBJECT …    only these subjects, such as names or duplicates
"""

from __future__ import annotations

import argparse
from importlib import import_module
from math import ceil, floor
from pathlib import Path

from measured.measurement import Measurement
from tables import Table, markdown, plain, with_table

SUBJECTS = ("names", "addresses", "companies", "values", "titles", "duplicates", "messages", "whole_messages")
FETCHED = ("mail_corpus",)
"""Subjects whose data comes from the network: measured only when they are named."""

PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"
HEADER = ("rule", "data", "cases", "wrong", "found", "precision", "recall", "harmless flagged")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the precision and recall of the rules.")
    parser.add_argument(
        "subjects",
        nargs="*",
        metavar="SUBJECT",
        help=f"of {', '.join((*SUBJECTS, *FETCHED))}; by default all but {', '.join(FETCHED)}",
    )
    parser.add_argument("--markdown", action="store_true", help="print the table as docs/accuracy.md holds it")
    parser.add_argument("--write", action="store_true", help="put that table into docs/accuracy.md")
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrongly found, too")
    arguments = parser.parse_args()
    measurements = [entry for subject in arguments.subjects or SUBJECTS for entry in measure(subject)]
    table = table_of(measurements)
    print(markdown(table) if arguments.markdown else plain(table))
    if arguments.write:
        PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), table), encoding="utf-8")
    if arguments.misses:
        print("\n".join(misses(measurements)))


def measure(subject: str) -> list[Measurement]:
    return import_module(f"measured.{subject}").measure()


def table_of(measurements: list[Measurement]) -> Table:
    return Table(HEADER, [*map(_cells, measurements)])


def misses(measurements: list[Measurement]) -> list[str]:
    return [
        f"{entry.rule}, {entry.data}: {kind} {case}"
        for entry in measurements
        for kind, cases in (("missed", entry.missed), ("wrongly found", entry.wrongly_found))
        for case in cases
    ]


def _cells(entry: Measurement) -> tuple[str, ...]:
    counts = [f"{count:,}" for count in (entry.cases, entry.wrong, entry.found)]
    shares = [_down(entry.precision), _down(entry.recall), _up(entry.flagged)]
    return (entry.rule, entry.data, *counts, *shares)


def _down(share: float | None) -> str:
    """Return a share in per cent, rounded down, so that 100 % means all."""
    return "–" if share is None else f"{floor(round(share * 10_000, 6)) / 100:.2f} %"


def _up(share: float | None) -> str:
    """Return a share in per cent, rounded up, so that 0 % means none."""
    return "–" if share is None else f"{ceil(round(share * 10_000, 6)) / 100:.2f} %"


if __name__ == "__main__":
    main()
