"""What a user would pick instead for the data half of the job, each on the same subset of checks."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from planned_sends import Size
from tables import Table

from timed.checked import check
from timed.figures import bytes_of, count, ratio, seconds
from timed.peer_checks.subset import CHECKS
from timed.process import Run, middle, run
from timed.settings import Settings

CHECKS_FOLDER = Path(__file__).with_name("peer_checks")
PLAN = "peers.plan.yaml"
OURS = "sigcheck"
ALL_FORMATS = ("parquet", "csv")
_VERSION = "import sys, importlib.metadata as m; print(*(m.version(name) for name in sys.argv[1:]), sep=' on ')"
_LONG = 100_000
"""Rows above which one run of each has to do."""


class Peer(NamedTuple):
    """A tool: its packages, the program that does the checks with it, and the formats it reads."""

    name: str
    packages: tuple[str, ...]
    program: str
    formats: tuple[str, ...] = ALL_FORMATS


PEERS = (
    Peer("pandas", ("pandas",), "with_pandas.py"),
    Peer("pandera (polars)", ("pandera", "polars"), "with_pandera.py"),
    Peer("Great Expectations", ("great-expectations", "pandas"), "with_great_expectations.py"),
    Peer("frictionless", ("frictionless",), "with_frictionless.py", ("csv",)),
)


class Taken(NamedTuple):
    """What a tool took, and how many rows it found to break each check."""

    run: Run
    found: Mapping[str, int]


def measure(settings: Settings) -> list[Table]:
    """Run sigcheck and every peer that is installed in the peers' environment."""
    versions = {peer: version(settings, peer) for peer in PEERS}
    rows: list[tuple[str, ...]] = []
    found: dict[str, Mapping[str, int]] = {}
    for recipients in settings.peer_rows:
        for name in ALL_FORMATS:
            folder = prepare(settings, Size(recipients, 10, name))
            ours = repeated(settings, recipients, partial(ours_on, settings, folder))
            found = {OURS: ours.found}
            rows.append(_row(OURS, recipients, name, ours.run, ours.run))
            for peer in PEERS:
                if versions[peer] and name in peer.formats:
                    theirs = repeated(settings, recipients, partial(peer_on, settings, peer, folder, name))
                    rows.append(_row(f"{peer.name} {versions[peer]}", recipients, name, theirs.run, ours.run))
                    found[peer.name] = theirs.found
    header = ("tool", "recipients", "format", "seconds", "CPU seconds", "peak memory", "× sigcheck", "CPU × sigcheck")
    return [Table(header, rows, 1, "peers", "Side by side"), _found_table(found)]


def version(settings: Settings, peer: Peer) -> str:
    """Return the versions of a peer's packages; empty where it is not installed."""
    command = [str(settings.peers_python), "-c", _VERSION, *peer.packages]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return asked.stdout.strip() if asked.returncode == 0 else ""


def prepare(settings: Settings, size: Size) -> Path:
    """Return the folder of a send with a plan that is about the list and the opt-outs alone."""
    folder = settings.send(size)
    plan = (folder / "plan.yaml").read_text(encoding="utf-8")
    (folder / PLAN).write_text(plan.replace(f"history: history.{size.format}", "history: none"), encoding="utf-8")
    return folder


def repeated(settings: Settings, recipients: int, measured: Callable[[], Taken]) -> Taken:
    """Return the medians of some runs; of a single one on a long list."""
    taken = [measured() for _ in range(settings.repeats if recipients <= _LONG else 1)]
    return Taken(middle([one.run for one in taken]), taken[0].found)


def ours_on(settings: Settings, folder: Path) -> Taken:
    """Run sigcheck on the rules of the subset."""
    with tempfile.TemporaryDirectory(prefix="sigcheck-speed-") as scratch:
        report = Path(scratch) / "report.json"
        arguments = (PLAN, "--quiet", "--select", ",".join(CHECKS.values()), "--output", str(report), "--no-redact")
        ended = check(settings, folder, *arguments).run
        results = json.loads(report.read_text(encoding="utf-8"))["plans"][0]["results"]
    affected = {result["code"]: result["affected"] for result in results}
    return Taken(ended, {name: affected.get(code, 0) for name, code in CHECKS.items()})


def peer_on(settings: Settings, peer: Peer, folder: Path, suffix: str) -> Taken:
    """Run a peer's program."""
    with tempfile.TemporaryDirectory(prefix="sigcheck-speed-") as scratch:
        result = Path(scratch) / "found.json"
        command = [str(settings.peers_python), CHECKS_FOLDER / peer.program, folder, suffix, result]
        ended = run(command, Path(scratch), environment={"GX_ANALYTICS_ENABLED": "false"})
        return Taken(ended, json.loads(result.read_text(encoding="ascii")))


def _row(name: str, recipients: int, suffix: str, taken: Run, ours: Run) -> tuple[str, ...]:
    figures = seconds(taken.wall), seconds(taken.cpu), bytes_of(taken.peak)
    return (name, count(recipients), suffix, *figures, ratio(taken.wall / ours.wall), ratio(taken.cpu / ours.cpu))


def _found_table(found: Mapping[str, Mapping[str, int]]) -> Table:
    """Return how many rows each tool found on the last list, which shows that they look at the same things."""
    rows = [
        (f"{name} ({code})", *(count(of[name]) if name in of else "–" for of in found.values()))
        for name, code in CHECKS.items()
    ]
    return Table(("rows found", *found), rows, 1, "found", "Rows that each tool finds on the last of these lists")
