"""Gather the visible text of HTML into lines, spaces folded as a mail client folds them."""

from __future__ import annotations

import re

from sigcheck.inputs.text_lines import TextLine

_SPACES = r"[ \t\n\r\f]+"


class HtmlText:
    """Lines of text, built piece by piece; a line remembers where its first word stands in the file."""

    def __init__(self) -> None:
        self._lines: list[TextLine] = []
        self._pieces: list[str] = []
        self._start: tuple[int, int, bool] | None = None
        self._wants_blank = False
        self._has_space = False
        self._holds_a_line_open = False

    def add(self, text: str, line: int, column: int, is_quoted: bool, keeps_spaces: bool = False) -> int | None:
        """Add text whose first word stands at `line` and `column`; return its line's index, None for mere space."""
        folded = text if keeps_spaces else re.sub(_SPACES, " ", text)
        if not folded.strip():
            self._has_space = self._has_space or bool(folded)
            self._holds_a_line_open = self._holds_a_line_open or bool(folded.strip(" \t"))
            return None
        if self._start is None:
            self._begin(line, column, is_quoted)
            folded = folded if keeps_spaces else folded.lstrip(" ")
        elif self._has_space:
            folded = " " + folded.lstrip(" ")
        self._has_space = not keeps_spaces and folded.endswith(" ")
        self._pieces.append(folded if keeps_spaces else folded.rstrip(" "))
        return len(self._lines)

    def add_space(self) -> None:
        """Part what stands before from what follows, as a table cell does."""
        self._has_space = True

    def break_line(self) -> None:
        """End the line; where it is empty, a blank line comes before the next."""
        if self._start is None:
            self._wants_blank = True
        self._end_line()

    def break_block(self, is_set_apart: bool) -> None:
        """End the line, if one has begun; a block that is set apart has blank lines around it."""
        self._end_line()
        self._wants_blank = self._wants_blank or is_set_apart

    def finish(self) -> tuple[TextLine, ...]:
        """Return all lines; none is blank at the start or the end, nor are two in a row."""
        self._end_line()
        return tuple(self._lines)

    def _begin(self, line: int, column: int, is_quoted: bool) -> None:
        if self._wants_blank and self._lines:
            self._lines.append(TextLine(line, "", column, is_quoted and self._lines[-1].is_quoted))
        self._wants_blank = False
        self._start = (line, column, is_quoted)

    def _end_line(self) -> None:
        if self._start is not None:
            line, column, is_quoted = self._start
            text = "".join(self._pieces).replace("\xa0", " ").rstrip()
            self._lines.append(TextLine(line, text, column, is_quoted))
        elif self._holds_a_line_open:  # by nothing but &nbsp;
            self._wants_blank = True
        self._pieces.clear()
        self._start = None
        self._has_space = self._holds_a_line_open = False
