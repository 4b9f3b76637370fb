"""Cases that were labelled by hand: the tables of tests/data, as the pages beside them describe."""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "tests" / "data"


def labelled(name: str) -> list[dict[str, str]]:
    """Return the rows of `tests/data/<name>.csv`."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
