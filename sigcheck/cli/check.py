"""`sigcheck check`: the main job."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from sigcheck.cli.ending import print_mistakes
from sigcheck.cli.options import FOLDER, SECONDS, Master, Memory, Moment, codes, rule_folders
from sigcheck.cli.outputs import outputs_of, refuse_inputs, write_outputs
from sigcheck.errors import InputError
from sigcheck.formats import FORMATS, ILLUSTRATED, Style
from sigcheck.report import SEVERITIES, Report

FILE = click.Path(dir_okay=False, path_type=Path)
OUTPUT_HELP = "Write the report to this file, in the format given or that its name ends in; may be repeated."


@click.command(name="check", short_help="Check planned sends and print a scored report.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="PATH...")
@click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS), help="How to print the report.")
@click.option("--output", "files", multiple=True, type=FILE, help=OUTPUT_HELP)
@click.option("--redact/--no-redact", default=None, help="Mask recipients' addresses and names (default: in CI).")
@click.option("--select", multiple=True, callback=codes, metavar="CODES", help="Run only these rules: ORG,DAT004 …")
@click.option("--ignore", multiple=True, callback=codes, metavar="CODES", help="Leave these rules out.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Lightest severity that fails (default: error).")
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="SCORE", help="Fail under this score.")
@rule_folders
@click.option("--root", type=FOLDER, help="Refuse plans that are, or name anything, outside this folder.")
@click.option("--require-git", is_flag=True, help="Count an acknowledgement only if the sender committed it.")
@click.option("--engine", type=click.Choice(["duckdb", "spark"]), help="What to check with (default: duckdb).")
@click.option("--master", type=Master(), help="Spark master: local[2], spark://HOST:7077, sc://HOST:15002 …")
@click.option(
    "--time-limit",
    type=SECONDS,
    metavar="SECONDS",
    help="Time that one rule may take (default: 60, and 60 more a GB of lists).",
)
@click.option("--memory-limit", type=Memory(), help="Memory to use at most, such as 4GB (default: 80% of all).")
@click.option(
    "--jobs", "-j", type=click.IntRange(1), help="Plans to check at the same time (default: by their number)."
)
@click.option("--now", type=Moment(), help="Check as of this moment (UTC) instead of the plan's or the present.")
@click.option("--skip-unplanned", is_flag=True, help="Let through files that no plan names (for pre-commit).")
@click.option("--baseline", type=FILE, help="Set aside the findings that are in this file, and tell only new ones.")
@click.option("--write-baseline", type=FILE, help="Write all that is found into this file, for --baseline, and pass.")
@click.option("--quiet", "-q", is_flag=True, help="One line a plan.")
@click.option("--verbose", "-v", is_flag=True, help="Every finding, and the arithmetic of the score.")
@click.option("--statistics", is_flag=True, help="A line for each rule: findings, recipients affected, points lost.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Check planned sends and print a scored report.

    PATH is a plan, a folder (searched for plan.yaml and *.plan.yaml), or any file that a plan names.

    Exit status: 0 pass, 1 fail, 2 could not check, 3 incomplete.
    """
    from sigcheck.linter import Options
    from sigcheck.plan_search import find_plans
    from sigcheck.workers import usual_jobs

    if not paths:
        raise click.UsageError("name a plan, a folder, or a file that a plan names: sigcheck plan.yaml")
    plans = find_plans([Path(path) for path in paths], skip_unplanned=options["skip_unplanned"])
    outputs = outputs_of(options["formats"], options["files"], options["redact"])
    refuse_inputs(filter(None, (*options["files"], options["write_baseline"])), plans)
    settings = Options(
        select=options["select"],
        ignore=options["ignore"],
        fail_on=options["fail_on"],
        fail_under=options["fail_under"],
        rule_folders=options["rules"],
        now=options["now"],
        redact=any(output.redact for output in outputs),
        baseline=_baseline(options["baseline"]),
        root=options["root"],
        pictures=any(output.format in ILLUSTRATED for output in outputs),
        require_git=options["require_git"],
        time_limit=options["time_limit"],
        memory_limit=options["memory_limit"],
        jobs=options["jobs"] or usual_jobs(len(plans)),
        engine=options["engine"],
        master=options["master"],
    )
    reports, could_not_check = _lint_each(plans, settings)
    if options["write_baseline"] is not None:
        return 2 if could_not_check else _write_baseline(options["write_baseline"], reports)
    if reports:
        write_outputs(outputs, reports, Style(options["quiet"], options["verbose"], options["statistics"]))
    return 2 if could_not_check else _status(reports)


def _baseline(path: Path | None) -> Any:
    if path is None:
        return None
    from sigcheck.baseline import read_baseline

    return read_baseline(path)


def _write_baseline(path: Path, reports: Sequence[Report]) -> int:
    from sigcheck.baseline import write_baseline

    findings = write_baseline(path, reports)
    click.echo(f"{path}: {findings:,} findings written; check with --baseline {path}")
    return 0


def _lint_each(plans: Sequence[Path], settings: Any) -> tuple[list[Report], bool]:
    from sigcheck.cli.progress import show_progress
    from sigcheck.plans_together import lint_together

    with show_progress():
        outcomes = lint_together(plans, settings)
    errors = [outcome for outcome in outcomes if isinstance(outcome, InputError)]
    for error in errors:
        print_mistakes(error)
    return [outcome for outcome in outcomes if isinstance(outcome, Report)], bool(errors)


def _status(reports: Sequence[Report]) -> int:
    """Return the gravest status: a failed plan outweighs one that could not be checked in full."""
    statuses = {report.exit_status for report in reports}
    return next((status for status in (1, 3) if status in statuses), 0)
