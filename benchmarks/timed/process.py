"""Whole processes: how long one runs, what it costs, and how much memory it takes at its peak."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

_LAUNCH = Path(__file__).with_name("launch.py")
_CGROUPS = ((Path("/sys/fs/cgroup/memory"), "memory.limit_in_bytes"), (Path("/sys/fs/cgroup"), "memory.max"))


class Run(NamedTuple):
    """One run of a process: seconds of wall and CPU time, bytes of memory at its peak, when it began (monotonic)."""

    wall: float
    cpu: float
    peak: int
    began: float = 0.0

    @property
    def ended(self) -> float:
        """Return when it ended (monotonic)."""
        return self.began + self.wall


class CommandError(Exception):
    """A command ended with a status that is not among those expected."""


def run(
    command: Sequence[str | Path],
    folder: Path,
    statuses: Sequence[int] = (0,),
    environment: Mapping[str, str] | None = None,
    group: Path | None = None,
) -> Run:
    """Run a command in a folder, its output thrown away, and return what it took. Raises CommandError."""
    with tempfile.TemporaryDirectory(prefix="sigcheck-speed-") as scratch:
        result = Path(scratch) / "taken.json"
        launch = [sys.executable, "-I", "-S", str(_LAUNCH), str(result), str(group or "-"), *map(str, command)]
        ended = subprocess.run(
            launch,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        taken = json.loads(result.read_text(encoding="ascii")) if result.exists() else {"status": ended.returncode}
    if taken["status"] not in statuses:
        raise CommandError(f"{' '.join(map(str, command))}: exit status {taken['status']}\n{ended.stderr.strip()}")
    return Run(taken["ended"] - taken["began"], taken["cpu"], taken["peak"], taken["began"])


def middle(runs: Sequence[Run]) -> Run:
    """Return the medians of several runs, each figure for itself."""
    return Run(*(median(run[index] for run in runs) for index in range(2)), round(median(run.peak for run in runs)))


@contextmanager
def memory_limit(size: int) -> Iterator[Path | None]:
    """Make a control group whose processes together may hold `size` bytes; None where the system lets nobody."""
    group = _make_group(size)
    try:
        yield group
    finally:
        if group is not None:
            group.rmdir()


def _make_group(size: int) -> Path | None:
    for root, setting in _CGROUPS:
        group = root / f"sigcheck-speed-{os.getpid()}"
        try:
            group.mkdir()
        except OSError:
            continue
        try:
            (group / setting).write_text(str(size), encoding="ascii")
        except OSError:
            group.rmdir()
            continue
        return group
    return None
