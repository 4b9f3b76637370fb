"""What a fix changes, for people to read: every change with its rule and place, and what was left and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sigcheck.fixes.catalogue import FIXES, fix_named
from sigcheck.fixes.edits import RowEdit
from sigcheck.fixing.result import Fixed, Left, NotMade, Place
from sigcheck.formats.edits import described
from sigcheck.formats.page import write_on_console
from sigcheck.formats.phrases import listed
from sigcheck.formats.places import near
from sigcheck.formats.plain_text import counted, plain
from sigcheck.paths import label_of

SHOWN_PER_FIX = 5
"""Changes listed for one fix unless all are asked for."""

PLACE_WIDTH = 34
"""Columns that the place of a change takes at most."""


class FixStyle(NamedTuple):
    """How much is shown: the last lines only, or everything; none of the recipients' data where `redact` says so."""

    quiet: bool = False
    verbose: bool = False
    redact: bool = False


def write_changes(fixed: Fixed, stream: TextIO, style: FixStyle) -> None:
    """Write what changes, what was left as it is, and what could be asked for."""
    if not style.quiet:
        write_on_console(stream, lambda console: _print(console, fixed, style))


def _print(console: Console, fixed: Fixed, style: FixStyle) -> None:
    for part in (*_made(fixed, style), *_not_made(fixed, style), *_left(fixed, style)):
        console.print(part)


def write_outcome(fixed: Fixed, written: Sequence[str] | None, stream: TextIO) -> None:
    """Write in a few lines what all comes to: `written` are the files that were, None where changes were only shown."""

    def write(console: Console) -> None:
        for line in _outcome(fixed, written):
            console.print(Text(plain(line)), soft_wrap=True)

    write_on_console(stream, write)


def _made(fixed: Fixed, style: FixStyle) -> Iterator[RenderableType]:
    order = [fix.name for fix in FIXES]
    ranked = sorted(fixed.made, key=lambda made: (order.index(made.edit.fix), made.place.row or made.place.line or 0))
    for name, group in groupby(ranked, key=lambda made: made.edit.fix):
        changes = list(group)
        yield _section(name, len(changes))
        shown = changes if style.verbose else changes[:SHOWN_PER_FIX]
        rows = [(_place(fixed, made.place), made.edit.code, described(made.edit, style.redact)) for made in shown]
        yield _table(rows, len(changes) - len(shown))
        yield Text()


def _section(name: str, changes: int) -> Text:
    fix = fix_named(name)
    title = Text(name, "bold")
    title.append(f"  {fix.summary if fix else ''}: {counted(changes, 'change')}", "dim")
    return title


def _table(rows: Sequence[tuple[str, str, str]], more: int) -> Padding:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="blue", max_width=PLACE_WIDTH, overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for place, code, text in rows:
        table.add_row(plain(place), code, plain(text))
    if more > 0:
        table.add_row("", "", Text(f"… and {more:,} more", "dim"))
    return Padding(table, (0, 0, 0, 2))


def _place(fixed: Fixed, place: Place) -> str:
    where = near(fixed.before, place.file)
    if place.line is not None:
        return f"{where}:{place.line}"
    return where if place.row is None else f"{where} row {place.row}"


def _not_made(fixed: Fixed, style: FixStyle) -> Iterator[RenderableType]:
    if not fixed.not_made:
        return
    shown = fixed.not_made if style.verbose else fixed.not_made[:SHOWN_PER_FIX]
    yield Text("Left as it is", "bold underline")
    yield _table([_withheld(fixed, one, style) for one in shown], len(fixed.not_made) - len(shown))
    yield Text()


def _withheld(fixed: Fixed, one: NotMade, style: FixStyle) -> tuple[str, str, str]:
    reason = "for a reason that may name recipients" if style.redact else one.reason
    return ("" if one.place is None else _place(fixed, one.place)), one.code, f"{one.fix}: {reason}"


def _left(fixed: Fixed, style: FixStyle) -> Iterator[RenderableType]:
    if not fixed.left:
        return
    yield Text("Not asked for", "bold underline")
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, group in groupby(sorted(fixed.left), key=lambda left: left.fix):
        of_fix = list(group)
        codes = ", ".join(f"{left.code} ({left.findings:,})" for left in of_fix)
        table.add_row(name, f"{codes}: {_how(of_fix[0])}")
        for text in _offers(fixed, of_fix, style):
            table.add_row("", Text(plain(text), "dim"))
    yield Padding(table, (0, 0, 0, 2))
    yield Text()


def _how(left: Left) -> str:
    if left.is_offered:
        return f"--select {left.fix}, or --unsafe"
    return "--unsafe" if left.is_unsafe else f"--select {left.code}"


def _offers(fixed: Fixed, of_fix: Sequence[Left], style: FixStyle) -> list[str]:
    """Return what is offered, so that it can be judged before it is asked for."""
    if not of_fix[0].is_offered or style.redact:
        return []
    codes = {left.code for left in of_fix}
    found = [finding.message for finding in fixed.before.findings if finding.code in codes]
    rest = len(found) - SHOWN_PER_FIX
    if style.verbose or rest <= 0:
        return found
    return [*found[:SHOWN_PER_FIX], f"… and {rest:,} more"]


def _outcome(fixed: Fixed, written: Sequence[str] | None) -> Iterator[str]:
    yield _summary(fixed)
    if fixed.excluded is not None:
        out = sum(1 for made in fixed.made if isinstance(made.edit, RowEdit))
        file = near(fixed.before, label_of(fixed.excluded))
        yield f"{counted(out, 'recipient')} taken out, kept with the reason in {file}"
    if fixed.stale is not None:
        yield f"{fixed.stale} covers the send as it was: let the sender look again, and run sigcheck acknowledge"
    if written:
        yield f"Written: {listed(written, 5)}"
    elif written is None and fixed.files:
        yield "Nothing is written yet: --write changes the files, --output DIR writes a corrected copy"


def _summary(fixed: Fixed) -> str:
    """Return in one line how much changes in which files, and what that does to the score."""
    if not fixed.made:
        return f"{fixed.before.plan}: nothing to change"
    places = dict.fromkeys(near(fixed.before, made.place.file) for made in fixed.made)
    score = f"score {fixed.before.score:.1f} → {fixed.after.score:.1f}"
    return f"{fixed.before.plan}: {counted(len(fixed.made), 'change')} in {listed(list(places), 3)}; {score}"
