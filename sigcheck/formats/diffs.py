"""The diff of a fix: coloured on a terminal, and elsewhere as `patch` reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console
from rich.text import Text

from sigcheck.fixing.diffs import diff_of
from sigcheck.fixing.result import Fixed
from sigcheck.formats.fixes import FixStyle
from sigcheck.formats.plain_text import plain
from sigcheck.paths import label_of

SHOWN_LINES = 200
"""Lines of the diff that a terminal shows unless all are asked for."""

_COLOURS = {"+++": "bold", "---": "bold", "@@": "cyan", "+": "green", "-": "red"}


def write_diffs(fixed: Fixed, stream: TextIO, style: FixStyle) -> None:
    """Write the diff of every file; with `redact`, of those alone that hold no recipients."""
    if style.quiet:
        return
    lines = _lines(fixed, style)
    if not stream.isatty():
        for line in lines:
            stream.write(f"{line}\n")
        return
    console = Console(file=stream, highlight=False, emoji=False, markup=False)
    for number, line in enumerate(lines, start=1):
        if number > SHOWN_LINES and not style.verbose:
            rest = sum(1 for _ in lines) + 1
            console.print(Text(f"… and {rest:,} more lines of the diff (--verbose)", "dim"))
            break
        console.print(Text(plain(line), _colour(line)), soft_wrap=True)


def _lines(fixed: Fixed, style: FixStyle) -> Iterator[str]:
    for change in fixed.files:
        if style.redact and change.path in (fixed.list_path, fixed.excluded):
            yield f"# {label_of(change.path)}: not shown, as it holds recipients (--no-redact)"
        else:
            yield from diff_of(fixed, change)


def _colour(line: str) -> str:
    return next((colour for start, colour in _COLOURS.items() if line.startswith(start)), "")
