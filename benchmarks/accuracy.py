"""Precision and recall of the rules on labelled data: `python benchmarks/accuracy.py`.

--markdown   the table as docs/accuracy.md holds it
--misses     what was missed or wrongly found, too
SUBJECT …    only these subjects, such as names or duplicates
"""

from __future__ import annotations

import argparse
import re
from importlib import import_module
from math import ceil, floor
from pathlib import Path

from measured.measurement import Measurement

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
    print(markdown_table(measurements) if arguments.markdown else plain_table(measurements))
    if arguments.write:
        PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), measurements), encoding="utf-8")
    if arguments.misses:
        print("\n".join(misses(measurements)))


def measure(subject: str) -> list[Measurement]:
    return import_module(f"measured.{subject}").measure()


def markdown_table(measurements: list[Measurement]) -> str:
    lines = [HEADER, ("---",) * 2 + ("---:",) * (len(HEADER) - 2), *map(_cells, measurements)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def with_table(page: str, measurements: list[Measurement]) -> str:
    """Return the page with the table of these measurements in the place of the first one that it holds."""
    return re.sub(r"^\|.*\|$(?:\n^\|.*\|$)*", lambda _: markdown_table(measurements), page, count=1, flags=re.MULTILINE)


def plain_table(measurements: list[Measurement]) -> str:
    lines = [HEADER, *map(_cells, measurements)]
    widths = [max(len(line[index]) for line in lines) for index in range(len(HEADER))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if index < 2 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


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
