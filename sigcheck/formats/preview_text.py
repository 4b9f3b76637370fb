"""A previewed email as a page for people to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sigcheck.facts.merge_filling import Gap
from sigcheck.formats.page import write_on_console
from sigcheck.formats.plain_text import plain
from sigcheck.formats.send_times import sent_at
from sigcheck.preview import Preview

SHOWN_TIMES = 5
"""Repetitions of a send that are listed."""

_SAYS = {
    "empty": "{field} is empty in this row, and the tag names no default: {tag}",
    "column": "the list has no column for {tag}",
    "sender": "nothing is known of the sender for {tag}",
    "tool": "the sending tool fills in {tag}",
    "condition": "not understood, and shown as if it held: {tag}",
    "filter": "the filter '{field}' is not applied here: {tag}",
}


def write_preview(preview: Preview, stream: TextIO) -> None:
    """Write the email below its headers, and below it what could not be filled in."""
    write_on_console(stream, lambda console: _print(console, preview))


def _print(console: Console, preview: Preview) -> None:
    console.print(_headers(preview), Text(), Rule(style="dim"), sep="\n")
    # A terminal breaks long lines between words; elsewhere they stay as the message has them.
    console.print(_marked(preview.body), soft_wrap=not console.is_terminal)
    console.print(Rule(style="dim"))
    notes = list(_notes(preview))
    if notes:
        console.print(Text(), *notes, sep="\n")


def _headers(preview: Preview) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("From", _marked(_mailbox(preview.from_name, preview.from_email, "no sender fits this row")))
    table.add_row("To", _marked(_mailbox(preview.to_name, preview.to_email, "no address")))
    if preview.reply_to:
        table.add_row("Reply-To", plain(preview.reply_to))
    table.add_row("Subject", _marked(preview.subject or "⟦no subject⟧"))
    for label, sent in zip(("Sent", *[""] * SHOWN_TIMES), _sent(preview), strict=False):
        table.add_row(label, _marked(sent))
    row = f"row {preview.row} of {preview.list_file}"
    table.add_row(
        "Recipient", plain(f"{row}; the address is also in row {_listed(preview)}" if preview.other_rows else row)
    )
    table.add_row("Message", plain(f"{preview.message_file} (variation '{preview.variant}')"))
    return table


def _listed(preview: Preview) -> str:
    return ", ".join(str(row) for row in preview.other_rows[:5]) + (", …" if len(preview.other_rows) > 5 else "")


def _mailbox(name: str | None, address: str | None, missing: str) -> str:
    if not address:
        return f"⟦{missing}⟧"
    return f"{name} <{address}>" if name else address


def _sent(preview: Preview) -> Iterator[str]:
    for time in preview.times[:SHOWN_TIMES]:
        yield sent_at(time)
    rest = len(preview.times) - SHOWN_TIMES
    if rest > 0:
        yield f"… and {rest} more times"
    if not preview.times:
        yield "⟦never: no time falls to this row⟧"


def _marked(text: str) -> Text:
    """Return text with what is missing standing out."""
    page = Text()
    for piece in re.split(r"(⟦[^⟦⟧]*⟧)", text):
        lines = "\n".join(plain(line) for line in piece.split("\n"))
        page.append(lines, "bold red" if piece.startswith("⟦") else "")
    return page


def _notes(preview: Preview) -> Iterator[RenderableType]:
    missing = [gap for gap in preview.gaps if gap.kind in ("empty", "column", "sender")]
    others = [gap for gap in preview.gaps if gap not in missing]
    if missing:
        yield _section("Missing", missing)
    if others:
        yield _section("Not known here", others)
    if preview.wordings > 1:
        yield Text(f"One of {preview.wordings:,} wordings of the spintax; the sending tool may choose another.", "dim")
    if preview.is_html:
        yield Text("The message has an HTML part; this is the text of it.", "dim")


def _section(title: str, gaps: list[Gap]) -> RenderableType:
    table = Table.grid()
    table.add_row(Text(title, "bold underline"))
    for gap in gaps:
        table.add_row(Padding(Text(plain(_SAYS[gap.kind].format(field=gap.field, tag=gap.tag))), (0, 0, 0, 2)))
    return table
