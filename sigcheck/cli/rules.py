"""`sigcheck rules`: all rules at a glance."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sigcheck.cli.options import codes, rule_folders


@click.command(name="rules", short_help="List all rules.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("table", "json", "markdown")),
    default="table",
    help="How to print the list.",
)
@click.option("--select", multiple=True, callback=codes, metavar="CODES", help="List only these rules: ORG,DAT004 …")
@rule_folders
def command(format_name: str, select: tuple[str, ...], rules: tuple[Path, ...]) -> int:
    """List all rules by the sin that they look for.

    JSON holds all of each rule but its examples.
    """
    from sigcheck.formats.rule_list import write_rule_list
    from sigcheck.rule import load_packs
    from sigcheck.rule_catalogue import selected

    write_rule_list(format_name, selected(load_packs(rules, with_examples=False), select), sys.stdout)
    return 0
