"""The command line with a stopwatch: `python staged.py RESULT.json ARGUMENT…` writes down when each stage began."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import monotonic

from sigcheck.cli import main
from sigcheck.engine import Engine
from sigcheck.stages import Stage, watched


class Stopwatch:
    """Writes down when each stage began, by a clock that all processes share."""

    def __init__(self) -> None:
        self.began_at: list[tuple[str, float]] = []

    def opened(self, engine: Engine) -> None:
        """Take no note of engines."""

    def began(self, stage: Stage) -> None:
        """Note the time."""
        self.began_at.append((stage.name, monotonic()))

    def advanced(self) -> None:
        """Take no note of steps."""


def run(result: Path, arguments: list[str]) -> None:
    stopwatch = Stopwatch()
    try:
        with watched(stopwatch):
            main(arguments)
    finally:
        result.write_text(json.dumps(stopwatch.began_at), encoding="ascii")


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2:])
