"""What a run of the benchmark is about, and the planned sends that it keeps between runs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from planned_sends import Size

_MAKE = Path(__file__).parents[1] / "planned_sends.py"

HERE = Path(__file__).parents[2]
"""The repository."""

GIGABYTE = 1_000_000_000


class Settings(NamedTuple):
    """What is measured, how often, and the folder that the planned sends are kept in.

    `sizes` are checked beside the floor, `limited` ones within `limit` bytes of memory; `plans` is how many are checked
    in one command, `pairs` how often start-up is timed. `peers_python` is the Python of an environment with the peers.
    """

    data: Path
    sizes: tuple[Size, ...]
    limited: tuple[Size, ...] = ()
    limit: int = 4 * GIGABYTE
    repeats: int = 3
    pairs: int = 10
    plans: int = 200
    peer_rows: tuple[int, ...] = ()
    peers_python: Path = Path(sys.executable)
    seed: int = 1

    def environment(self) -> dict[str, str]:
        """Return what a user's environment has; the cache is one of our own, warm after the first run."""
        return {"SIGCHECK_CACHE_DIR": str(self.data / "cache"), "CI": ""}

    def send(self, size: Size) -> Path:
        """Return the folder of the planned send of this size, made where it is not there yet."""
        folder = self.data / f"{size.recipients}-{size.history}-{size.format}-{self.seed}"
        if not folder.exists():
            being_made = folder.with_suffix(".part")
            shutil.rmtree(being_made, ignore_errors=True)
            numbers = [str(size.recipients), str(size.history)]
            options = ["--format", size.format, "--seed", str(self.seed)]
            subprocess.run([sys.executable, _MAKE, being_made, *numbers, *options], check=True, capture_output=True)
            being_made.rename(folder)
        return folder
