"""What in a subject reads as marketing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sigcheck.facts.prose import with_words_inserted
from sigcheck.facts.spintax import expand_spintax
from sigcheck.facts.subject_case import is_headline, shouted_words
from sigcheck.facts.word_lists import ordered_entries
from sigcheck.wording_sieve import WordingSieve

_INSERTED = "\ue000" * 8
"""Stands for what a merge tag inserts: of middling length, and from the private use area, so that no text holds it."""

_EMOJI = (
    "[\U0001f1e6-\U0001f1ff]{2}|[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\u231a\u231b\u23e9-\u23f3\u25b6\u25c0"
    "\u2b05-\u2b07\u25ba\u25cf\u2605]"
)
"""Emoji (Unicode's emoji blocks) and the stars, arrows and ticks that advertising uses like them."""

_EXCLAMATION = r"[!！¡]"
_NAME_WITH_EXCLAMATION = r"\b(?:yahoo|jeopardy|yum|joomla|oklahoma)!"
"""Names that are written with an exclamation mark."""

_BRACKETS = r"^\s*(?:\[[^\]\d#][^\]]*\]|【[^】]*】)"
_NOT_A_BRAND = r"^\s*\[(?:ext|extern|external|draft|entwurf|internal|intern)\]"
"""Marks that mail systems and colleagues put in front of a subject."""


def subject_marks(subject: str, language: str | None) -> tuple[str, ...]:
    """Return what in a subject reads as marketing, in words, each once; empty where nothing does.

    `language` is that of the message (two-letter code): wording is looked for in it and in English, which
    advertising mixes into any. What merge tags insert is not looked at; of spintax, every choice is.
    """
    texts = _readings(subject)
    return tuple(dict.fromkeys(mark for text in texts for mark in _marks(text, language)))


def subject_length(subject: str) -> int:
    """Return the characters that a reader sees; a merge tag counts as a word of 8, of spintax the longest choice."""
    return max(map(len, _readings(subject)))


def _readings(subject: str) -> list[str]:
    return [with_words_inserted(text, _INSERTED).strip() for text in expand_spintax(subject)] or [""]


def _marks(text: str, language: str | None) -> Iterator[str]:
    folded = text.replace("’", "'").replace("\xa0", " ")
    shouted = shouted_words(text)
    if shouted:
        yield f"capitals ({shouted})"
    if re.search(_EXCLAMATION, re.sub(_NAME_WITH_EXCLAMATION, "", text, flags=re.IGNORECASE)):
        yield "an exclamation mark"
    emoji = re.search(_EMOJI, text)
    if emoji:
        yield f"a picture sign ({emoji.group()})"
    bracketed = re.match(_BRACKETS, text)
    if bracketed and not re.match(_NOT_A_BRAND, text, re.IGNORECASE):
        yield f"a label in brackets ({bracketed.group().strip()})"
    if is_headline(text):
        yield "a Capital on Every Word"
    sieve = WordingSieve([folded])
    discount = _search("discount", folded, sieve)
    if discount:
        yield f"a discount ('{discount.group().strip()}')"
    for known in dict.fromkeys(("any", "en", language or "en")):
        wording = _search(known, folded, sieve)
        if wording:
            yield f"the words '{wording.group().strip()}'"


def _search(kind: str, text: str, sieve: WordingSieve) -> re.Match[str] | None:
    """Return the first match of `discount`, or of a language's wording; None also for other languages."""
    return re.search(sieve.alternation(_wording(kind)), text)


@cache
def _wording(kind: str) -> tuple[str, ...]:
    listed = (entry.partition(": ")[::2] for entry in ordered_entries("marketing_subjects"))
    return tuple(pattern for key, pattern in listed if key == kind)
