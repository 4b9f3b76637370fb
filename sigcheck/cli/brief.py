"""`sigcheck brief`: what the person whose name is on a send has to know."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

FORMAT_HELP = "How to write it; csv lists every recipient (default: by the name of the file, else markdown)."
OUTPUT_HELP = (
    "Write to this file, or a file a sender into this folder (default: what the plan names, else print; -: print)."
)


@click.command(name="brief", short_help="Write what a sender has to know before the send.")
@click.argument("plan", type=click.Path(path_type=Path))
@click.option("--sender", metavar="EMAIL", help="Only the brief of this sender.")
@click.option("--format", "format_name", type=click.Choice(("markdown", "html", "csv")), help=FORMAT_HELP)
@click.option("--output", type=click.Path(), metavar="FILE|DIR", help=OUTPUT_HELP)
@click.option("--redact", is_flag=True, help="Mask recipients' names and addresses.")
def command(plan: Path, **options: Any) -> int:
    """Write what a sender has to know before the send.

    Who gets it and when by their clocks, the message as it arrives, who else at their companies was written to,
    replies to expect with a way to answer each, and how people opt out. It names recipients, as it is for the sender's
    eyes: keep it where only the sender and whoever answers in that name can read it.
    """
    from io import StringIO

    from sigcheck.brief import briefs_of
    from sigcheck.brief.files import files_of
    from sigcheck.brief_file import brief_to_write
    from sigcheck.cli.outputs import refuse_inputs
    from sigcheck.cli.progress import show_progress
    from sigcheck.errors import InputError
    from sigcheck.formats.brief import SUFFIXES, format_of, write_brief
    from sigcheck.paths import label_of
    from sigcheck.whole_file import write_whole

    refuse_inputs([Path(options["output"])] if options["output"] else [], [plan])
    output: str | None = options["output"] or brief_to_write(plan)
    output = None if output == "-" else output
    format_name = options["format_name"] or format_of(Path(output or ""))
    with show_progress():
        briefs = briefs_of(plan, options["sender"], options["redact"], with_everyone=format_name == "csv")
    if not briefs:
        raise InputError.at(label_of(plan), "no sender of this plan has a recipient")
    if output is None:
        if len(briefs) != 1:
            raise click.UsageError(f"{plan} has {len(briefs)} senders: choose --sender EMAIL, or --output DIR for all")
        write_brief(format_name, briefs[0], sys.stdout)
        return 0
    for brief, file in zip(briefs, files_of(briefs, output, SUFFIXES[format_name]), strict=True):
        text = StringIO()
        write_brief(format_name, brief, text)
        write_whole(file, text.getvalue())
        click.echo(f"{label_of(file)}: what {brief.sender.name} has to know")
    return 0
