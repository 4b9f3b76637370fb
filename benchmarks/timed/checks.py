"""Checks of planned sends from small to large: what each takes, beside the floor, and how that grows."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from statistics import linear_regression, median
from typing import NamedTuple

from planned_sends import Size
from tables import Table

from timed.checked import PARTS, check, floor
from timed.figures import bytes_of, count, ratio, seconds, share
from timed.process import Run, middle
from timed.settings import Settings

_LONG = 1_000_000
"""Recipients above which one run has to do."""


class Measured(NamedTuple):
    """The check and the floor at one size: medians, and the median ratio of pairs that ran one after the other.

    `parts` holds the share of each of PARTS.
    """

    size: Size
    check: Run
    floor: Run
    ratio: float
    parts: tuple[float, ...] = ()

    @property
    def rows(self) -> int:
        """Return the rows of list and history together."""
        return self.size.recipients + self.size.history


def measure(settings: Settings) -> list[Table]:
    measured = [measure_size(settings, size) for size in settings.sizes]
    return [_table(measured), _shares(measured), *_growth(measured)]


def measure_size(settings: Settings, size: Size) -> Measured:
    """Time check and floor in turn, so that what else the machine does meets both."""
    folder = settings.send(size)
    repeats = settings.repeats if size.recipients <= _LONG else 1
    pairs = [(check(settings, folder), floor(folder)) for _ in range(repeats)]
    ours = middle([ours.run for ours, _ in pairs])
    least = middle([least for _, least in pairs])
    ratios = median(ours.run.wall / least.wall for ours, least in pairs)
    seconds_of = [median(part) for part in zip(*(ours.parts for ours, _ in pairs), strict=True)]
    return Measured(size, ours, least, ratios, tuple(part / sum(seconds_of) for part in seconds_of))


def _table(measured: Sequence[Measured]) -> Table:
    header = (
        *("recipients", "history", "format", "seconds", "CPU seconds", "peak memory", "rows a second"),
        *("floor: seconds", "CPU seconds", "peak memory", "× floor", "CPU × floor"),
    )
    return Table(header, [_row(entry) for entry in measured], 0, "checks", "Check and floor")


def _row(entry: Measured) -> tuple[str, ...]:
    size, ours, least = entry.size, entry.check, entry.floor
    return (
        *(count(size.recipients), count(size.history), size.format),
        *(seconds(ours.wall), seconds(ours.cpu), bytes_of(ours.peak), count(round(entry.rows / ours.wall))),
        *(seconds(least.wall), seconds(least.cpu), bytes_of(least.peak)),
        *(ratio(entry.ratio), ratio(ours.cpu / least.cpu)),
    )


def _shares(measured: Sequence[Measured]) -> Table:
    header = ("format", "recipients", *PARTS)
    rows = [(entry.size.format, count(entry.size.recipients), *map(share, entry.parts)) for entry in measured]
    return Table(header, rows, 1, "stages", "Share of each stage")


def _growth(measured: Sequence[Measured]) -> list[Table]:
    """Return the exponent of growth for each format of which there are two sizes: 1 is linear."""
    rows = []
    for name in sorted({entry.size.format for entry in measured}):
        of_format = [entry for entry in measured if entry.size.format == name]
        largest = sorted(of_format, key=lambda entry: entry.rows)[-3:]
        if len(largest) > 1:
            sizes = f"{count(largest[0].size.recipients)} to {count(largest[-1].size.recipients)}"
            exponents = (growth([(entry.rows, taken(entry.check)) for entry in largest]) for taken in (_wall, _cpu))
            rows.append((name, sizes, *(f"{exponent:.2f}" for exponent in exponents)))
    header = ("format", "recipients", "exponent of seconds", "exponent of CPU seconds")
    return [Table(header, rows, 2, "growth", "How time grows with rows")] if rows else []


def growth(points: Sequence[tuple[int, float]]) -> float:
    """Return the b of time = a × rows^b that fits (rows, time) best."""
    return linear_regression([log(rows) for rows, _ in points], [log(time) for _, time in points]).slope


def _wall(taken: Run) -> float:
    return taken.wall


def _cpu(taken: Run) -> float:
    return taken.cpu
