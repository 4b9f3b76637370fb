"""One check as a user runs it, as a whole process, and the time of each of its stages."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from sigcheck.stages import STAGES
from timed.process import Run, run
from timed.settings import Settings

START = "start-up"
PARTS = (START, *STAGES)
"""What a run is made up of; the report's part lasts until the process is gone."""

CHECKED = (0, 1, 3)
"""Exit statuses of a check that was carried out."""

_STAGED = Path(__file__).with_name("staged.py")
_FLOOR = Path(__file__).with_name("floor.py")


class Check(NamedTuple):
    """A run, and how many seconds of it were spent on each of PARTS."""

    run: Run
    parts: tuple[float, ...]


def check(settings: Settings, folder: Path, *arguments: str, group: Path | None = None) -> Check:
    """Run `sigcheck ARGUMENT…` in a folder; by default it checks the plan there."""
    with tempfile.TemporaryDirectory(prefix="sigcheck-speed-") as scratch:
        result = Path(scratch) / "stages.json"
        command = [sys.executable, _STAGED, result, *(arguments or ("plan.yaml", "--quiet"))]
        ended = run(command, folder, CHECKED, settings.environment(), group)
        began_at = json.loads(result.read_text(encoding="ascii"))
    return Check(ended, parts_of(ended, began_at))


def parts_of(ended: Run, began_at: Sequence[tuple[str, float]]) -> tuple[float, ...]:
    """Return the seconds of each of PARTS from the moments at which stages began."""
    marks = [(START, ended.began), *began_at, ("", ended.ended)]
    seconds = dict.fromkeys(PARTS, 0.0)
    for (name, since), (_, until) in pairwise(marks):
        seconds[name] += until - since
    return tuple(seconds.values())


def floor(folder: Path) -> Run:
    """Have DuckDB read the files of a send into tables and do nothing more."""
    with tempfile.TemporaryDirectory(prefix="sigcheck-speed-") as scratch:
        return run([sys.executable, _FLOOR, folder], Path(scratch))
