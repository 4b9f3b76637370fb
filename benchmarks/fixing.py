"""How long a fix takes, as a multiple of what the check alone takes: `python benchmarks/fixing.py [RECIPIENTS]`.

Both are measured in one run, one after the other, on the same planned send; the ratio is what counts. A list has
everything wrong with it that the benchmark's generator makes: legal forms in companies' names, many people at one
company, people who opted out or were written to lately, and send times at night.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from planned_sends import Size, write_planned_send

from sigcheck.fixing.carry_out import copy_to
from sigcheck.fixing.run import Wishes, fix_plan
from sigcheck.linter import lint

BOUND = 5
"""Times the check's duration that a fix may take."""


def main(recipients: int) -> int:
    """Print the durations and their ratios; return 1 where a fix takes too long."""
    is_slow = False
    with tempfile.TemporaryDirectory(prefix="sigcheck-benchmark-") as name:
        folder = Path(name)
        plan = write_planned_send(folder / "plan", Size(recipients, 3 * recipients, "csv"))
        lint(plan)
        check = _timed(lambda: lint(plan))
        print(f"check: {check:.1f} s for {recipients:,} recipients")
        for title, wishes in (("safe fixes", Wishes()), ("all fixes", Wishes(unsafe=True))):
            copy = folder / title.partition(" ")[0]
            took = _timed(lambda wishes=wishes, copy=copy: copy_to(fix_plan(plan, wishes), plan, copy))
            print(f"{title}: {took:.1f} s, {took / check:.1f} times the check")
            is_slow = is_slow or took > BOUND * check
    return int(is_slow)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
