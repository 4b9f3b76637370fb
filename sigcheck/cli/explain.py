"""`sigcheck explain`: all that a rule's file says."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sigcheck.cli.options import rule_folders


@click.command(name="explain", short_help="Tell all about a rule, or about a sin and its rules.")
@click.argument("code")
@rule_folders
def command(code: str, rules: tuple[Path, ...]) -> int:
    """Tell all about a rule, or about a sin and its rules.

    CODE is a rule's code (ORG001) or name (many-contacts), or a pack's key (ORG).
    """
    from sigcheck.formats.explanation import write_explanation
    from sigcheck.rule import load_packs
    from sigcheck.rule_catalogue import find_rule_or_pack

    write_explanation(find_rule_or_pack(load_packs(rules), code), sys.stdout)
    return 0
