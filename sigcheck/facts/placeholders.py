"""Values that only fill a field: n/a, null, test, asdf, "First Name", "-"."""

from __future__ import annotations

import re

from sigcheck.facts.folding import fold
from sigcheck.facts.word_lists import entries

_SPREADSHEET_ERROR = re.compile(r"#(?:N/A|REF!?|VALUE!?|NAME\?|DIV/0!?|NULL!?|NUM!?|SPILL!?|CALC!?)", re.IGNORECASE)
_NOT_WORD = re.compile(r"[\W_]+")
_REPEATED = re.compile(r"([a-z0-9])\1{2,}|x{1,2}|yy|zz|0+|1234?5?6?7?8?9?0?")
_AS_TYPED = frozenset({"NA", "na", "NaN", "nan", "NAN", "N.A.", "n.a.", "N.a.", "n.A."})
"""Missing values that are told from the names Na and Nan by their casing alone."""


def placeholder(value: str | None, *, surname: bool = False) -> bool:
    """Return whether `value` fills a field without saying anything; an empty value is none.

    With `surname`, words that are surnames too (Null, Test, Blank, Doe) count only in small letters or capitals.
    `NA`, `na` and `nan` are placeholders, the names `Na` and `Nan` are not.
    """
    text = (value or "").strip()
    if not text:
        return False
    if text in _AS_TYPED or _SPREADSHEET_ERROR.fullmatch(text):
        return True
    words = text.lower() if text.isascii() and text.isalpha() else _words(text)
    if not words:
        return True
    if surname and text.istitle() and (words in entries("placeholder_surnames") or words == "x"):
        return False
    return words in entries("placeholders") or _REPEATED.fullmatch(words) is not None


def _words(text: str) -> str:
    """Return the words of `text`, folded and without punctuation; the text itself where that leaves only symbols."""
    folded = " ".join(_NOT_WORD.sub(" ", fold(text)).split())
    is_symbol_only = not folded and any(ord(character) > 0x2FFF for character in text)
    return text if is_symbol_only else folded
