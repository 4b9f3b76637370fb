"""`sigcheck fix`: from what was found to files that pass."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from sigcheck.cli.options import FOLDER, Moment, codes, rule_folders

SELECT_HELP = "Only these: names of fixes, codes, or beginnings of codes: name-casing,DAT010,ORG …"
UNSAFE_HELP = "Also what drops or decides: duplicates, one person a company, opt-outs, HTML, variations, send times."
OUTPUT_HELP = "Write a corrected copy of the plan and of all that it names into this folder, new or empty."


@click.command(name="fix", short_help="Change what was found, as far as it can be changed for you.")
@click.argument("plan", type=click.Path(path_type=Path))
@click.option("--diff", is_flag=True, help="Only show what would change, as a diff (the default).")
@click.option("--write", is_flag=True, help="Change the files where they are.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help=OUTPUT_HELP)
@click.option("--unsafe", is_flag=True, help=UNSAFE_HELP)
@click.option("--select", multiple=True, callback=codes, metavar="FIXES", help=SELECT_HELP)
@click.option("--seed", type=int, default=0, metavar="N", help="Another seed gives other send times (default: 0).")
@rule_folders
@click.option("--root", type=FOLDER, help="Refuse a plan that is, or names anything, outside this folder.")
@click.option("--now", type=Moment(), help="Fix as of this moment (UTC) instead of the plan's or the present.")
@click.option("--redact/--no-redact", default=None, help="Show nothing of recipients (default: in CI).")
@click.option("--quiet", "-q", is_flag=True, help="Only what was done, in a line or two.")
@click.option("--verbose", "-v", is_flag=True, help="Every change, and the whole diff.")
def command(plan: Path, **options: Any) -> int:
    """Change what was found, as far as it can be changed for you.

    Shows every change with its rule and place, then the diff; --write or --output makes the changes. Safe fixes alone
    unless --unsafe. People taken out go to excluded.csv beside the list, with the reason. What would bring a finding
    is left as it is, and said. Fixing once more changes nothing.

    Exit status: 0 nothing is left to change, or it was written; 1 changes were only shown; 2 could not.
    """
    from sigcheck.cli.outputs import in_ci
    from sigcheck.cli.progress import show_progress
    from sigcheck.fixing.carry_out import copy_to, write_in_place
    from sigcheck.fixing.run import Wishes, fix_plan
    from sigcheck.formats.diffs import write_diffs
    from sigcheck.formats.fixes import FixStyle, write_changes, write_outcome

    chosen = [name for name in ("diff", "write", "output") if options[name]]
    if len(chosen) > 1:
        raise click.UsageError(f"--{chosen[0]} and --{chosen[1]} do not go together: choose one")
    with show_progress():
        fixed = fix_plan(plan, Wishes(**{name: options[name] for name in Wishes._fields}))
    redact = in_ci() if options["redact"] is None else options["redact"]
    style = FixStyle(options["quiet"], options["verbose"], redact)
    written = None
    if options["write"]:
        written = write_in_place(fixed)
    elif options["output"] is not None:
        written = copy_to(fixed, plan, options["output"])
    write_changes(fixed, sys.stdout, style)
    if written is None:
        write_diffs(fixed, sys.stdout, style)
    write_outcome(fixed, written, sys.stdout)
    return 1 if written is None and fixed.files else 0
