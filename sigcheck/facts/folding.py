"""Folding of text to what stays the same however a name is typed: case, accents and transliterations."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_LETTERS = {
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
    "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ħ": "h", "Ħ": "h", "ı": "i", "ŧ": "t", "Ŧ": "t",
    "ə": "e", "Ə": "e", "ŋ": "n", "Ŋ": "n",
}  # fmt: skip
"""Letters that Unicode does not decompose, with the spelling used where they cannot be typed."""


MAYBE_UMLAUT = "[bcdfghjklmnprstvwxz][aou]e[bcdfghjklmnpqrstvwxz]"
"""Regular expression (RE2, Java, Python) that matches wherever `join_umlauts` may change something, and seldom else."""


@cache
def _letter_table() -> dict[int, str]:
    return str.maketrans(_LETTERS)


@cache
def _umlaut_digraph() -> re.Pattern[str]:
    # Not at the end of a word, nor before a lone l (Michael, Joel), after q (Jacques) or next to a vowel (Noemi).
    return re.compile(
        r"(?<=[bcdfghjklmnprstvwxz])(?:([ao])e(?=[bcdfghjkmnpqrstvwxz]|ll)|(u)e(?=[bcdfghjklmnpqrstvwxz]))"
    )


def fold(text: str) -> str:
    """Return `text` without case and accents: `Łukasz MÜLLER-Groß` becomes `lukasz muller-gross`.

    Letters of scripts other than Latin stay, without their case; marks that such scripts need to tell
    letters apart (Devanagari, Thai, kana) stay too.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.translate(_letter_table())).casefold()
    text = "".join(character for character in text if not "\u0300" <= character <= "\u036f")
    return unicodedata.normalize("NFC", text)


def join_umlauts(folded: str) -> str:
    """Return folded text with ae, oe, ue read as the umlauts they stand for: `mueller` becomes `muller`."""
    if "ae" in folded or "oe" in folded or "ue" in folded:
        return _umlaut_digraph().sub(r"\1\2", folded)
    return folded
