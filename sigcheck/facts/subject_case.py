"""Capitals in a subject: words that are shouted, and headlines that capitalise every word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sigcheck.facts.word_lists import entries

_MIN_SHOUTED_LETTERS = 10
_MIN_LETTERS_OF_RUN = 12
"""Letters from which on a subject all in capitals, or three such words in a row, are shouted: acronyms are shorter
(DHL / UPS / FEDEX)."""

_MIN_HEADLINE_WORDS = 4
"""Capitalised words of the shortest headline: three are soon a name (Acme Holdings Boston)."""

_MIN_HEADLINE_SIGNS = 2
"""Capitalised words inside a headline that no name holds; `Your` and `You` alone are enough."""

_SURE_SIGNS = frozenset({"you", "your", "our", "how", "why", "what", "is", "are", "this", "that"})

_SMALL_WORDS = frozenset(
    "a an and as at but by for from if in into nor of off on onto or out over per so than the to up upon via vs with "
    "yet".split()
)
"""Words that stay small in a headline, after the usual style guides for English titles."""


def shouted_words(text: str) -> str | None:
    """Return the words of `text` that are shouted in capitals, or None; acronyms (`SAP`, `RFP`) are not."""
    words = _words(text)
    run = _longest_run(words)
    letters = sum(map(len, run))
    is_whole = len(run) >= 2 and all(word.isupper() for word in words if len(word) > 1 and word.isalpha())
    if (is_whole and letters >= _MIN_SHOUTED_LETTERS) or (len(run) >= 3 and letters >= _MIN_LETTERS_OF_RUN):
        return " ".join(run)
    shouted = [word for word in words if word.isupper() and _is_everyday(word)]
    return " ".join(shouted) or None


def is_headline(text: str) -> bool:
    """Return whether every word of an English line is capitalised as in a headline: `Five Ways To Cut Your Costs`.

    Names do not make one, however many there are (`Question for Acme Holdings Boston`), and German nouns do not
    either: it takes words that nobody capitalises inside a sentence.
    """
    words = [word for word in _words(text) if word.isalpha() or "'" in word or "-" in word]
    words = [word for word in words if not (word.isupper() and len(word) > 1)]
    if any(word.islower() and word not in _SMALL_WORDS for word in words):
        return False
    capitalised = [word for word in words if word[0].isupper()]
    inside = {word.lower() for word in capitalised[1:]} - {"i"}
    signs = inside & entries("headline_words")
    return len(capitalised) >= _MIN_HEADLINE_WORDS and bool(signs & _SURE_SIGNS or len(signs) >= _MIN_HEADLINE_SIGNS)


def _longest_run(words: Sequence[str]) -> list[str]:
    """Return the most words in capitals that follow each other."""
    longest: list[str] = []
    run: list[str] = []
    for word in words:
        run = [*run, word] if word.isupper() and len(word) > 1 and not re.search(r"\d", word) else []
        longest = max(longest, run, key=len)
    return longest


def _is_everyday(word: str) -> bool:
    return word.lower() in entries("shouted_words")


def _words(text: str) -> list[str]:
    return _word_pattern().findall(text.replace("’", "'"))


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['&/-][^\W_]+)*")
