"""`sigcheck acknowledge`: a sender confirms having seen a send."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(name="acknowledge", short_help="Confirm, as the sender, that you have seen this send.")
@click.argument("plan", type=click.Path(path_type=Path))
@click.option("--as", "sender", required=True, metavar="EMAIL", help="The sender's address.")
def command(plan: Path, sender: str) -> int:
    """Confirm, as the sender, that you have seen this send.

    Writes the file that the plan names under 'acknowledgement', with who, when, and a digest of message, list,
    schedule and sender: a change of any of these calls for a new acknowledgement.
    """
    from sigcheck.acknowledge import write_acknowledgement
    from sigcheck.brief_file import named_brief
    from sigcheck.cli.progress import show_progress
    from sigcheck.paths import label_of

    with show_progress():
        written = write_acknowledgement(plan, sender)
    brief = named_brief(plan)
    if brief is not None:
        click.echo(f"{label_of(Path(brief))}: who gets it, and what to know for their replies")
    click.echo(f"{label_of(written)}: {sender.lower()} has acknowledged this send")
    return 0
