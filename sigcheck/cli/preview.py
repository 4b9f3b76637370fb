"""`sigcheck preview`: the email as one recipient would get it."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command(name="preview", short_help="Show the email just as one recipient would get it.")
@click.argument("plan", type=click.Path(path_type=Path))
@click.option("--row", type=click.IntRange(min=1), metavar="N", help="The recipient in this row; the header is row 1.")
@click.option("--email", metavar="ADDRESS", help="The recipient with this address.")
def command(plan: Path, row: int | None, email: str | None) -> int:
    """Show the email just as one recipient would get it.

    The variation, merge tags filled in from the recipient's row, one choice of the spintax, and when it is sent, by
    the recipient's clock. The first row of the list where none is chosen. What is missing is marked ⟦so⟧ and listed
    below. Nothing is sent.
    """
    from sigcheck.cli.progress import show_progress
    from sigcheck.formats.preview_text import write_preview
    from sigcheck.preview import preview

    if row is not None and email is not None:
        raise click.UsageError("choose the recipient by --row or by --email, not by both")
    with show_progress():
        shown = preview(plan, row, email)
    write_preview(shown, sys.stdout)
    return 0
