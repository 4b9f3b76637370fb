"""Pages for people to read: as wide as the terminal, or 80 columns without colour elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import TextIO

from rich.console import Console, RenderableType

from sigcheck.wording import without_command

PAGE_WIDTH = 80
"""Columns of a page that goes to a file or a pipe."""


def write_page(stream: TextIO, *parts: RenderableType) -> None:
    """Write `parts`, one below the other; on a terminal with colour, unless the variable NO_COLOR is set."""
    write_on_console(stream, lambda console: console.print(*parts, sep="\n"))


def write_on_console(stream: TextIO, write: Callable[[Console], None]) -> None:
    """Let `write` print on a console for `stream`; lines that go to a file or a pipe end without spaces."""
    if stream.isatty():
        write(Console(file=stream, highlight=False, emoji=False, markup=False))
        return
    page = StringIO()
    write(Console(file=page, highlight=False, emoji=False, markup=False, width=PAGE_WIDTH))
    # A text from data may be broken anywhere, and what was inside a line then begins one.
    stream.writelines(f"{without_command(line.rstrip())}\n" for line in page.getvalue().splitlines())
