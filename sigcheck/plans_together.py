"""Several planned sends that know of each other: each has what the others would send in its history."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from sigcheck import stages
from sigcheck.engine.duckdb_files import join_parquet
from sigcheck.errors import InputError, QueryError
from sigcheck.linter import Options, lint, load_confined, open_engine
from sigcheck.planned_send import load_planned_emails
from sigcheck.private_folder import private_folder
from sigcheck.report import Report
from sigcheck.workers import Map, workers


def lint_together(paths: Sequence[str | Path], options: Options | None = None) -> list[Report | InputError]:
    """Check several planned sends, each with the sends of the others in its history.

    Returns, for each path, its report or the reasons why it cannot be checked; such a plan is unknown to the others.
    With `options.jobs`, so many processes share the work. Raises QueryError where one of them ends too early.
    """
    options = options or Options()
    if len(paths) < 2:
        return [_tried(path, options, None) for path in paths]
    with private_folder() as folder, workers(min(options.jobs, len(paths)), folder) as mapped:
        planned = export_planned_emails(paths, folder, options.root, mapped)
        if options.jobs > 1:
            stages.begin(stages.RULES, f"of {len(paths)} plans", len(paths))
        found = []
        for outcome in mapped(partial(_tried, options=options, planned=planned), paths):
            found.append(outcome)
            if options.jobs > 1:
                stages.advance()
        return found


def export_planned_emails(
    paths: Sequence[str | Path], folder: Path, root: Path | None = None, mapped: Map = map
) -> Path | None:
    """Write what all plans would send to one Parquet file in `folder`, and return it; None where no plan can be read.

    A plan that cannot be read is left out: its own check will tell why. `mapped` says who does the reading.
    """
    written = list(mapped(partial(_export, folder=folder, root=root), enumerate(paths)))
    parts = [part for part in written if part is not None]
    if not parts:
        return None
    join_parquet(parts, folder / "planned.parquet")
    return folder / "planned.parquet"


def _export(numbered: tuple[int, str | Path], folder: Path, root: Path | None) -> Path | None:
    number, path = numbered
    target = folder / f"plan-{number}.parquet"
    engine = open_engine()
    try:
        try:
            load_planned_emails(engine, load_confined(Path(path), root))
        except (InputError, QueryError):
            return None
        engine.export("SELECT * FROM planned_emails", target)
    finally:
        engine.close()
    return target


def _tried(path: str | Path, options: Options | None, planned: Path | None) -> Report | InputError:
    try:
        return lint(path, options, planned)
    except InputError as error:
        return error
