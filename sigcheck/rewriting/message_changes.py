"""What is to change in a message."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from sigcheck.inputs.text_lines import NEWLINE

Replacement = tuple[str, str | None]
"""A piece of a line and what stands in its place; None takes out the line, of which the piece then is all."""


class MessageChanges(NamedTuple):
    """Pieces to replace, by the line of the file on which their text starts; the subject; and whether markup goes.

    `subject` is the old one, decoded, and the new one.
    """

    lines: Mapping[int, Sequence[Replacement]]
    subject: tuple[str, str] | None = None
    drops_markup: bool = False


def split_with_ends(text: str) -> list[str]:
    """Return the lines of a text with their ends, counted as the readers of messages count them."""
    return re.findall(rf"[^\r\n]*(?:{NEWLINE})|[^\r\n]+\Z", text)


def parted(line: str) -> tuple[str, str]:
    """Return a line's text and its end."""
    text = line.rstrip("\r\n")
    return text, line[len(text) :]


def replaced(text: str, replacements: Sequence[Replacement], newline: str) -> str | None:
    """Return a line after its replacements; None where it is taken out. Raises ValueError where a piece is not in it.

    In markup a piece may stand escaped.
    """
    for old, new in replacements:
        if new is None:
            if text.strip() != old.strip():
                raise ValueError(f"'{old}' does not stand on its line as it is read")
            return None
        found = next((piece for piece in (old, escape(old, quote=False), escape(old)) if piece and piece in text), None)
        if found is None:
            raise ValueError(f"'{old}' does not stand on its line as it is read")
        text = text.replace(found, new if found == old else escape(new, quote=False))
    return text.replace("\n", newline)
