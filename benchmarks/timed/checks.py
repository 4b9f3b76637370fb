"""Checks of planned sends from small to large: what each takes, beside the floor, and how that grows."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from math import log
from pathlib import Path
from statistics import linear_regression, median
from typing import NamedTuple

from planned_sends import Size
from tables import Table

from timed.figures import bytes_of, count, ratio, seconds
from timed.process import Run, middle, run
from timed.settings import Settings

CHECKED = (0, 1, 3)
"""Exit statuses of a check that was carried out."""

_FLOOR = Path(__file__).with_name("floor.py")
_LONG = 1_000_000
"""Recipients above which one run has to do."""


class Measured(NamedTuple):
    """The check and the floor at one size: medians, and the median ratio of pairs that ran one after the other."""

    size: Size
    check: Run
    floor: Run
    ratio: float

    @property
    def rows(self) -> int:
        """Return the rows of list and history together."""
        return self.size.recipients + self.size.history


def measure(settings: Settings) -> list[Table]:
    measured = [measure_size(settings, size) for size in settings.sizes]
    return [_table(measured), *_growth(measured)]


def measure_size(settings: Settings, size: Size) -> Measured:
    """Time check and floor in turn, so that what else the machine does meets both."""
    folder = settings.send(size)
    repeats = settings.repeats if size.recipients <= _LONG else 1
    pairs = [(check(settings, folder), floor(folder)) for _ in range(repeats)]
    ratios = median(ours.wall / least.wall for ours, least in pairs)
    return Measured(size, middle([ours for ours, _ in pairs]), middle([least for _, least in pairs]), ratios)


def check(settings: Settings, folder: Path, *options: str) -> Run:
    """Run `sigcheck plan.yaml` as a user does."""
    command = [sys.executable, "-m", "sigcheck", "plan.yaml", "--quiet", *options]
    return run(command, folder, CHECKED, settings.environment())


def floor(folder: Path) -> Run:
    """Have DuckDB read the files of the send into tables and do nothing more."""
    return run([sys.executable, _FLOOR, folder], folder)


def _table(measured: Sequence[Measured]) -> Table:
    header = (
        *("recipients", "history", "format", "seconds", "CPU seconds", "peak memory", "rows a second"),
        *("floor: seconds", "CPU seconds", "peak memory", "× floor"),
    )
    return Table(header, [_row(entry) for entry in measured], 0, "checks", "Check and floor")


def _row(entry: Measured) -> tuple[str, ...]:
    size, ours, least = entry.size, entry.check, entry.floor
    return (
        *(count(size.recipients), count(size.history), size.format),
        *(seconds(ours.wall), seconds(ours.cpu), bytes_of(ours.peak), count(round(entry.rows / ours.wall))),
        *(seconds(least.wall), seconds(least.cpu), bytes_of(least.peak), ratio(entry.ratio)),
    )


def _growth(measured: Sequence[Measured]) -> list[Table]:
    """Return the exponent of growth for each format of which there are two sizes: 1 is linear."""
    rows = []
    for name in sorted({entry.size.format for entry in measured}):
        of_format = [entry for entry in measured if entry.size.format == name]
        largest = sorted(of_format, key=lambda entry: entry.rows)[-3:]
        if len(largest) > 1:
            sizes = f"{count(largest[0].size.recipients)} to {count(largest[-1].size.recipients)}"
            rows.append((name, sizes, *(f"{exponent(largest, figure):.2f}" for figure in ("wall", "cpu"))))
    header = ("format", "recipients", "exponent of seconds", "exponent of CPU seconds")
    return [Table(header, rows, 2, "growth", "How time grows with rows")] if rows else []


def exponent(measured: Sequence[Measured], figure: str) -> float:
    """Return the b of time = a × rows^b that fits best."""
    rows = [log(entry.rows) for entry in measured]
    times = [log(getattr(entry.check, figure)) for entry in measured]
    return linear_regression(rows, times).slope
