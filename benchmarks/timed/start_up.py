"""Cold start: a check of an example beside a Python that imports DuckDB and ends."""

from __future__ import annotations

import sys
from statistics import median

from tables import Table

from timed.checked import CHECKED
from timed.figures import ratio, seconds
from timed.process import middle, run
from timed.settings import HERE, Settings

EXAMPLES = ("clean", "first-time", "sinful")


def measure(settings: Settings) -> list[Table]:
    """Time both in turn; the ratio is the median of those of the pairs."""
    rows = [_row(settings, name) for name in EXAMPLES]
    header = ("example", "seconds", "import duckdb", "ratio", "CPU seconds", "import duckdb", "ratio")
    return [Table(header, rows, 1, "start-up", f"Cold start, {settings.pairs} pairs")]


def _row(settings: Settings, name: str) -> tuple[str, ...]:
    ours = [sys.executable, "-m", "sigcheck", f"examples/{name}", "--quiet"]
    least = [sys.executable, "-c", "import duckdb"]
    environment = settings.environment()
    run(ours, HERE, CHECKED, environment)
    pairs = [(run(ours, HERE, CHECKED, environment), run(least, HERE)) for _ in range(settings.pairs)]
    check, imported = middle([ours for ours, _ in pairs]), middle([least for _, least in pairs])
    walls, cpus = (median(ours[index] / least[index] for ours, least in pairs) for index in range(2))
    return (
        *(name, seconds(check.wall), seconds(imported.wall), ratio(walls)),
        *(seconds(check.cpu), seconds(imported.cpu), ratio(cpus)),
    )
