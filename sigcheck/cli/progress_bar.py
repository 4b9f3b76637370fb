"""How progress looks: a line on standard error with the stage, what it is about, how far it is, and the time taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Column

from sigcheck.formats.plain_text import plain
from sigcheck.stages import FACTS, READING, REPORT, RULES

if TYPE_CHECKING:
    from sigcheck.cli.progress import Watch

WORDS = {
    READING: "Reading",
    FACTS: "Working out the facts of",
    RULES: "Checking the rules",
    REPORT: "Writing the report",
}
BAR_WIDTH = 20

ROOM_FOR_ECHO = 3
"""Columns left free at the end of the line: a terminal writes ^C there, and on a full line that would begin another."""


@contextmanager
def drawn(watch: Watch) -> Iterator[Callable[[], None]]:
    """Return what draws the line anew; wipe the line out in the end."""
    console = Console(stderr=True)
    console.width -= ROOM_FOR_ECHO
    columns = (
        SpinnerColumn(),
        BarColumn(BAR_WIDTH, table_column=Column(no_wrap=True)),
        TextColumn("{task.fields[far]:>5}", markup=False, table_column=Column(no_wrap=True)),
        TimeElapsedColumn(table_column=Column(no_wrap=True)),
        TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
    )
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as progress:
        task = progress.add_task(describe(watch), total=None, far="")
        progress.tasks[0].start_time = watch.began_at

        def draw() -> None:
            share = watch.share()
            total, completed = (None, 0.0) if share is None else (1.0, min(share, 0.999))
            progress.update(task, description=describe(watch), total=total, completed=completed, far=far(watch, share))
            progress.refresh()

        yield draw


def describe(watch: Watch) -> str:
    """Return what goes on in words."""
    return plain(f"{WORDS.get(watch.stage.name, 'Starting')} {watch.stage.about}".strip())


def far(watch: Watch, share: float | None) -> str:
    """Return how far it is: steps where they are known, else per cent."""
    if watch.stage.steps:
        return f"{watch.done}/{watch.stage.steps}"
    return "" if share is None else f"{share:.0%}"
