"""Text from data, made safe to show."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of control characters, bidi and other marks, halves of letters, and separators of lines."""

_NO_LETTERS = frozenset("\ufffe\uffff")
"""What Unicode sets aside as no letter, and XML forbids."""


def plain(value: str) -> str:
    """Return a text in one line, with what cannot be seen made visible, so that data cannot steer a terminal."""
    if value.isprintable():
        return value
    return "".join(f"\\u{ord(letter):04x}" if _is_hidden(letter) else letter for letter in value)


def shortened(value: str, length: int) -> str:
    """Return a text of at most `length` letters, an ellipsis at its end where something is missing."""
    return value if len(value) <= length else value[: length - 1].rstrip() + "…"


def counted(number: int, noun: str) -> str:
    """Return a number and what it counts: `1 finding`, `1,200 findings`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _is_hidden(letter: str) -> bool:
    return letter in _NO_LETTERS or unicodedata.category(letter) in _HIDDEN
