"""The whole path, from a plan to its report; the only place that knows all of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from sigcheck import stages
from sigcheck.assessment import assess
from sigcheck.brief_file import check_named_brief
from sigcheck.engine import Engine
from sigcheck.engine.limits import CLUSTER_TIME_LIMIT, MORE_TIME, TIME_LIMIT, Limits
from sigcheck.errors import InputError, QueryError
from sigcheck.inputs.history import PlannedEmails
from sigcheck.paths import label_of
from sigcheck.plan import Plan, load_plan
from sigcheck.planned_send import Circumstances, load_planned_send
from sigcheck.process import share_of_memory
from sigcheck.report import Report, Severity
from sigcheck.rule import load_packs
from sigcheck.rule_check import check_rules
from sigcheck.selection import Selection, select_rules
from sigcheck.signals import Ended, received_signal

if TYPE_CHECKING:
    from sigcheck.baseline import Baseline
    from sigcheck.pictures import Pictures


class Options(NamedTuple):
    """What the command line or a caller sets; it wins over the plan. `now` is UTC.

    With `redact`, the report can be had without the addresses and names of recipients (`Report.redacted`), and errors
    name nobody; with `pictures`, it holds the numbers that are drawn (`Report.pictures`). What a `baseline` knows is
    set aside. A plan outside `root`, or one that names anything outside it, is refused. With `require_git` an
    acknowledgement counts only where Git has it from the sender. A rule may take `time_limit` seconds, the check
    `memory_limit` bytes. Of several plans, `jobs` are checked at the same time, each in a process of its own. The
    check runs on `engine`, or as the plan says; `master` is that of Spark.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    fail_under: float | None = None
    rule_folders: tuple[Path, ...] = ()
    now: datetime | None = None
    redact: bool = False
    baseline: Baseline | None = None
    root: Path | None = None
    pictures: bool = False
    require_git: bool = False
    time_limit: float | None = None
    memory_limit: int | None = None
    jobs: int = 1
    engine: Literal["duckdb", "spark"] | None = None
    master: str | None = None


def lint(path: str | Path, options: Options | None = None, planned: Path | None = None) -> Report:
    """Check one planned send and return its report. `planned` is a file of what several plans would send.

    Raises InputError, with every mistake that was found, where the plan or what it names cannot be checked.
    """
    options = options or Options()
    if options.redact:
        from sigcheck.masked_errors import masked_errors

        with masked_errors():
            return _linted(Path(path), options, planned)
    return _linted(Path(path), options, planned)


def _linted(path: Path, options: Options, planned: Path | None) -> Report:
    stages.begin(stages.READING, str(path))
    plan = load_confined(path, options.root)
    check_named_brief(plan)
    packs = load_packs((*plan.rule_folders(), *options.rule_folders), with_examples=False)
    selection = select_rules(packs, plan, options.select, options.ignore)
    engine = open_engine(limits_of(plan, options), master_of(plan, options))
    try:
        return _report(engine, plan, selection, options, planned)
    except QueryError as error:
        if received_signal() is not None:  # which the engine has heard of first
            raise Ended from None
        raise InputError.at(plan.label, f"the check could not be carried out: {error}") from None
    finally:
        engine.close()


def _report(engine: Engine, plan: Plan, selection: Selection, options: Options, planned: Path | None) -> Report:
    emails = None if planned is None else PlannedEmails(planned, plan.label)
    send = load_planned_send(engine, plan, Circumstances(options.now, emails, options.require_git)).summary
    engine.lock()
    checked = check_rules(engine, plan, selection, send)
    stages.begin(stages.REPORT)
    if options.baseline is not None:
        from sigcheck.baseline import without_known

        checked = without_known(checked, options.baseline.of(plan), plan.label)
    if options.redact:
        from sigcheck.redaction import add_redactions

        checked = add_redactions(engine, checked)
    pictures = _pictures(engine, redact=options.redact) if options.pictures else None
    fail_under = plan.fail_under if options.fail_under is None else options.fail_under
    report = assess(plan, send, checked, options.fail_on or plan.fail_on, fail_under)
    return report._replace(pictures=pictures)


def _pictures(engine: Engine, *, redact: bool) -> Pictures:
    from sigcheck.pictures.queries import ask_pictures

    pictures = ask_pictures(engine)
    if not redact:
        return pictures
    from sigcheck.redaction import redact_pictures

    return redact_pictures(engine, pictures)


def load_confined(path: Path, root: Path | None) -> Plan:
    """Return a plan. Raises InputError, with every mistake, also where it names anything outside `root`."""
    if root is None:
        return load_plan(path)
    from sigcheck.confinement import confine, confine_sources

    confine_sources(path, root)
    plan = load_plan(path)
    confine(plan, root)
    return plan


def limits_of(plan: Plan, options: Options) -> Limits:
    """Return the limits that hold for the rules of a plan."""
    memory = options.memory_limit or plan.engine.memory_limit or share_of_memory(options.jobs)
    seconds = options.time_limit or plan.engine.time_limit
    if seconds is not None:
        return Limits(seconds, memory)
    is_here = master_of(plan, options) is None
    return Limits(TIME_LIMIT, memory, MORE_TIME) if is_here else Limits(CLUSTER_TIME_LIMIT, memory)


def master_of(plan: Plan, options: Options) -> str | None:
    """Return the Spark master that a plan is checked on; None for DuckDB, on this machine.

    Raises InputError where a plan that is confined to a folder would have its lists sent to some machine or other.
    """
    given = plan.engine.spark
    if options.engine == "duckdb" or (options.engine is None and options.master is None and given is None):
        return None
    if options.master is not None or given is None:
        return options.master or "local[*]"
    if options.root is not None and not given.master.startswith("local"):
        text = f"{given.master} lies outside {label_of(options.root)}: say --master {given.master} if it may be used"
        raise InputError(plan.mistake(("engine", "spark", "master"), text))
    return given.master


def open_engine(limits: Limits | None = None, master: str | None = None) -> Engine:
    """Return a new engine for this machine, or on a Spark master, with the usual limits where none are given."""
    if master is not None:
        from sigcheck.engine.spark import open_spark

        return stages.opened(open_spark(master, limits or Limits(CLUSTER_TIME_LIMIT)))
    from sigcheck.engine.duckdb import DuckDBEngine

    return stages.opened(DuckDBEngine(limits or Limits()))
