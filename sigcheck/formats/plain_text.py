"""Text from data, made safe to show."""

from __future__ import annotations

import unicodedata

from sigcheck.wording import without_command

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of control characters, bidi and other marks, halves of letters, and separators of lines."""

_NO_LETTERS = frozenset("\ufffe\uffff")
"""What Unicode sets aside as no letter, and XML forbids."""


def plain(value: str) -> str:
    """Return a text in one line, with what cannot be seen made visible.

    So data cannot steer the terminal that shows it, nor the CI server in whose log it stands.
    """
    return without_command(visible(value))


def visible(value: str) -> str:
    """Return a text in one line, with what cannot be seen made visible."""
    if value.isprintable():
        return value
    return "".join(f"\\u{ord(letter):04x}" if is_hidden(letter) else letter for letter in value)


def shortened(value: str, length: int) -> str:
    """Return a text of at most `length` letters, an ellipsis at its end where something is missing."""
    return value if len(value) <= length else value[: length - 1].rstrip() + "…"


def counted(number: int, noun: str) -> str:
    """Return a number and what it counts: `1 finding`, `1,200 findings`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def is_hidden(letter: str) -> bool:
    """Return whether a letter cannot be seen, or turns what is seen."""
    return letter in _NO_LETTERS or unicodedata.category(letter) in _HIDDEN
