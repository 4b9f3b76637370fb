"""Fixing a whole planned send, beside the check alone."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tables import Table

from timed.checked import check
from timed.figures import bytes_of, count, ratio, seconds
from timed.process import Run, middle, run
from timed.settings import Settings

WISHES = {"safe fixes": (), "all fixes": ("--unsafe",)}
MOST_RECIPIENTS = 100_000


def measure(settings: Settings) -> list[Table]:
    """Fix copies of the planned sends, each beside a check that ran just before."""
    sizes = [size for size in settings.sizes if size.recipients <= MOST_RECIPIENTS]
    rows = [
        (count(size.recipients), count(size.history), size.format, *row)
        for size in sizes
        for row in _rows(settings, settings.send(size))
    ]
    header = (
        "recipients",
        "history",
        "format",
        "fixed",
        "seconds",
        "CPU seconds",
        "peak memory",
        "× check",
        "CPU × check",
    )
    return [Table(header, rows, 3, "fixes", "Fixing, beside the check alone")]


def _rows(settings: Settings, send: Path) -> Iterator[Sequence[str]]:
    for title, options in WISHES.items():
        pairs = [(check(settings, send).run, _fix(settings, send, options)) for _ in range(settings.repeats)]
        took = middle([fixed for _, fixed in pairs])
        walls, cpus = (median(fixed[at] / checked[at] for checked, fixed in pairs) for at in range(2))
        yield title, seconds(took.wall), seconds(took.cpu), bytes_of(took.peak), ratio(walls), ratio(cpus)


def _fix(settings: Settings, send: Path, options: Sequence[str]) -> Run:
    with tempfile.TemporaryDirectory(prefix="sigcheck-speed-") as scratch:
        output = ("--output", str(Path(scratch) / "fixed"))
        command = [sys.executable, "-m", "sigcheck", "fix", "plan.yaml", *options, *output]
        return run(command, send, (0, 1, 3), settings.environment())
