"""Lines of text that know the line of the file they stand on."""

from __future__ import annotations

import re
from typing import NamedTuple

NEWLINE = r"\r+\n|\r|\n"
"""A line end: CRLF, LF, a lone CR, or the CR CR LF that a text-mode copy makes of CRLF."""


class TextLine(NamedTuple):
    """A line of text: line and column of the file (from 1) where it starts; whether markup says that it is quoted."""

    line: int
    text: str
    column: int = 1
    is_quoted: bool = False


def split_lines(text: str) -> list[str]:
    """Return the lines of `text` without their ends; nothing follows a final line end."""
    lines = re.split(NEWLINE, text)
    if lines[-1] == "":
        lines.pop()
    return lines


def number_lines(lines: list[str], first: int = 1) -> tuple[TextLine, ...]:
    """Return `lines` numbered from `first`."""
    return tuple(TextLine(number, line) for number, line in enumerate(lines, first))
