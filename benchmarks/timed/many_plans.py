"""Many small plans in one command, beside a command for each."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from planned_sends import Size
from tables import Table

from timed.checked import check
from timed.figures import bytes_of, count, ratio, seconds
from timed.settings import Settings

RECIPIENTS, HISTORY = 50, 100
"""Of each plan."""

SAMPLE = 20
"""Commands that are timed, to reckon how long all of them would take."""


def measure(settings: Settings) -> list[Table]:
    """Check all plans at once, and every so many of them alone."""
    with tempfile.TemporaryDirectory(prefix="sigcheck-speed-") as scratch:
        plans = [plan.name for plan in write_plans(settings, Path(scratch))]
        check(settings, Path(scratch), plans[0], "--quiet")
        alone = [check(settings, Path(scratch), plan, "--quiet").run for plan in plans[:: -(-len(plans) // SAMPLE)]]
        together = check(settings, Path(scratch), ".", "--quiet").run
    times = len(plans) / len(alone)
    walls, cpus = (sum(run[index] for run in alone) * times for index in range(2))
    row = (
        *(count(len(plans)), seconds(together.wall), seconds(walls), ratio(together.wall / walls)),
        *(seconds(together.cpu), seconds(cpus), ratio(together.cpu / cpus), bytes_of(together.peak)),
    )
    taken = ("in one command", "in as many commands", "ratio")
    header = (
        "plans",
        *(f"seconds {name}" for name in taken),
        *(f"CPU seconds {name}" for name in taken),
        "peak memory",
    )
    return [Table(header, [row], 0, "plans", f"Many plans of {RECIPIENTS} recipients and {HISTORY} history rows each")]


def write_plans(settings: Settings, folder: Path) -> list[Path]:
    """Cut one planned send into as many as are asked for, each a folder with its own part of list and history."""
    number = settings.plans
    whole = settings.send(Size(number * RECIPIENTS, number * HISTORY, "csv"))
    plans = [folder / f"{index:03}" for index in range(number)]
    for plan in plans:
        plan.mkdir()
        for name in ("message-a.txt", "message-b.txt", "optouts.csv"):
            shutil.copy(whole / name, plan)
        text = (whole / "plan.yaml").read_text(encoding="utf-8")
        (plan / "plan.yaml").write_text(
            text.replace("name: Benchmark", f"name: Benchmark {plan.name}"), encoding="utf-8"
        )
    for name in ("recipients.csv", "history.csv"):
        header, *lines = (whole / name).read_text(encoding="utf-8").splitlines(keepends=True)
        size = len(lines) // number
        for index, plan in enumerate(plans):
            (plan / name).write_text(header + "".join(lines[index * size : (index + 1) * size]), encoding="utf-8")
    return plans
