"""How fast a check is, how much memory it takes, and how both grow: `python benchmarks/speed.py`.

SUBJECT …        only these subjects, such as checks or peers
--quick          on small sizes, to see that it runs
--sizes N …      recipients of the planned sends; the history has ten times as many rows
--formats F …    parquet, csv
--write          put the tables into docs/performance.md
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from planned_sends import Size
from tables import Table, plain, with_table
from timed.settings import HERE, Settings

SUBJECTS = ("checks", "fixes", "start_up", "many_plans", "peers", "limited")
PAGE = HERE / "docs" / "performance.md"
SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
LIMITED = (1_000_000, 10_000_000)
PEER_ROWS = (100_000, 1_000_000)
QUICK_SIZES = (100, 1_000)
FORMATS = ("parquet", "csv")
HISTORY = 10
"""Rows of the history for each recipient."""


def main() -> None:
    given = _arguments()
    settings = _settings(given)
    print(f"{machine()}\n")
    for subject in given.subjects or SUBJECTS:
        for table in measure(subject, settings):
            print(f"{table.title}\n{plain(table)}\n", flush=True)
            if given.write:
                PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), table), encoding="utf-8")


def measure(subject: str, settings: Settings) -> list[Table]:
    tables: list[Table] = import_module(f"timed.{subject}").measure(settings)
    return tables


def machine() -> str:
    """Return what the figures were taken on."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("sigcheck", "duckdb"))
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, {versions}"


def _settings(given: argparse.Namespace) -> Settings:
    quick = given.quick

    def of(recipients: Sequence[int], formats: Sequence[str]) -> tuple[Size, ...]:
        return tuple(Size(size, size * HISTORY, name) for name in formats for size in recipients)

    return Settings(
        data=given.data,
        sizes=of(given.sizes or (QUICK_SIZES if quick else SIZES), given.formats),
        limited=of(given.sizes or (QUICK_SIZES if quick else LIMITED), given.formats[:1]),
        repeats=1 if quick else given.repeats,
        pairs=1 if quick else 10,
        plans=4 if quick else 200,
        peer_rows=given.sizes or ((1_000,) if quick else PEER_ROWS),
        peers_python=given.peers,
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how fast a check is and how much memory it takes.")
    parser.add_argument(
        "subjects", nargs="*", metavar="SUBJECT", help=f"of {', '.join(SUBJECTS)}; by default all of them"
    )
    parser.add_argument("--quick", action="store_true", help="measure small sizes, once")
    parser.add_argument("--sizes", nargs="+", type=int, metavar="N", help="recipients of the planned sends")
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=FORMATS, help="of list and history")
    parser.add_argument("--repeats", type=int, default=3, help="runs that a figure is the median of")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.relative_to(HERE)}")
    python = Path(sys.executable)
    parser.add_argument("--peers", type=Path, default=python, metavar="PYTHON", help="of an environment with peers.txt")
    folder = Path(tempfile.gettempdir()) / "sigcheck-benchmark"
    parser.add_argument("--data", type=Path, default=folder, help="where planned sends are kept between runs")
    return parser.parse_args()


if __name__ == "__main__":
    main()
