"""The whole path, from a plan to its report; the only place that knows all of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sigcheck.assessment import assess
from sigcheck.engine import Engine
from sigcheck.plan import load_plan
from sigcheck.planned_send import load_planned_send
from sigcheck.report import Report, Severity
from sigcheck.rule import load_packs
from sigcheck.rule_check import check_rules
from sigcheck.selection import select_rules


class Options(NamedTuple):
    """What the command line or a caller sets; it wins over the plan. `now` is UTC."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    fail_under: float | None = None
    rule_folders: tuple[Path, ...] = ()
    now: datetime | None = None


def lint(path: str | Path, options: Options | None = None) -> Report:
    """Check one planned send and return its report.

    Raises InputError, with every mistake that was found, where the plan or what it names cannot be checked.
    """
    options = options or Options()
    plan = load_plan(Path(path))
    packs = load_packs((*plan.rule_folders(), *options.rule_folders), with_examples=False)
    selection = select_rules(packs, plan, options.select, options.ignore)
    engine = open_engine()
    try:
        send = load_planned_send(engine, plan, options.now).summary
        engine.lock()
        checked = check_rules(engine, plan, selection, send)
    finally:
        engine.close()
    fail_under = plan.fail_under if options.fail_under is None else options.fail_under
    return assess(plan, send, checked, options.fail_on or plan.fail_on, fail_under)


def open_engine() -> Engine:
    """Return a new engine for this machine."""
    from sigcheck.engine.duckdb import DuckDBEngine

    return DuckDBEngine()
