"""Several planned sends that know of each other: each has what the others would send in its history."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from sigcheck.engine.duckdb import join_parquet
from sigcheck.errors import InputError
from sigcheck.linter import Options, lint, load_confined, open_engine
from sigcheck.planned_send import load_planned_emails
from sigcheck.report import Report


def lint_together(paths: Sequence[str | Path], options: Options | None = None) -> list[Report | InputError]:
    """Check several planned sends, each with the sends of the others in its history.

    Returns, for each path, its report or the reasons why it cannot be checked; such a plan is unknown to the others.
    """
    if len(paths) < 2:
        return [_tried(path, options, None) for path in paths]
    with tempfile.TemporaryDirectory(prefix="sigcheck-") as folder:
        planned = export_planned_emails(paths, Path(folder), options.root if options else None)
        return [_tried(path, options, planned) for path in paths]


def export_planned_emails(paths: Sequence[str | Path], folder: Path, root: Path | None = None) -> Path | None:
    """Write what all plans would send to one Parquet file in `folder`, and return it; None where no plan can be read.

    A plan that cannot be read is left out: its own check will tell why.
    """
    parts = [folder / f"plan-{number}.parquet" for number, _ in enumerate(paths)]
    written = [part for path, part in zip(paths, parts, strict=True) if _export(path, part, root)]
    if not written:
        return None
    join_parquet(written, folder / "planned.parquet")
    return folder / "planned.parquet"


def _export(path: str | Path, target: Path, root: Path | None) -> bool:
    engine = open_engine()
    try:
        load_planned_emails(engine, load_confined(Path(path), root))
        engine.export("SELECT * FROM planned_emails", target)
    except InputError:
        return False
    finally:
        engine.close()
    return True


def _tried(path: str | Path, options: Options | None, planned: Path | None) -> Report | InputError:
    try:
        return lint(path, options, planned)
    except InputError as error:
        return error
