"""Seniority from job titles in English, German, French and Spanish."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from sigcheck.facts.folding import fold, join_umlauts
from sigcheck.facts.remembered import remembered
from sigcheck.facts.word_lists import ordered_entries

SENIORITIES = ("c-level", "vp", "director", "manager", "individual", "sales-development")
"""All that `seniority` can return."""

_GENDER = re.compile(
    r"\((?:[a-z] ?[/|,*] ?)+[a-z]\)"  # (m/w/d), (h/f)
    r"|[*:_/]-?(?:innen|in|frau|euse|trice|rice|ne)\b|\((?:in|innen|euse|trice|rice|ne|a|e)\)"
)
_APOSTROPHES = re.compile("['’‘`´](?:s\\b)?")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NOT_LETTERS = re.compile(r"[\W_]+")
_CO = re.compile(r"\bco (?=founder|owner|fond|fund|president|direct)")


@remembered
def seniority(title: str | None) -> str | None:
    """Return one of `SENIORITIES` for a job title; None where the title does not tell.

    Who assists a senior person is an individual, and so is who manages accounts or an office; the most senior part
    of a title counts (`VP & Co-Founder`).
    """
    if not title:
        return None
    text = _folded_title(title)
    return next((level for level, pattern in _ladder() if pattern.search(text)), None)


def _folded_title(title: str) -> str:
    text = _INITIALS.sub(lambda match: match.group().replace(".", ""), _APOSTROPHES.sub(" ", title))
    text = _GENDER.sub("", join_umlauts(fold(text)))
    return _CO.sub("co", _NOT_LETTERS.sub(" ", text).strip())


@cache
def _ladder() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rungs = [entry.partition(": ")[::2] for entry in ordered_entries("seniority")]
    return tuple(
        (level, re.compile("|".join(_pattern(words) for _, words in rung)))
        for level, rung in groupby(rungs, key=lambda entry: entry[0])
    )


def _pattern(words: str) -> str:
    start, end = ("" if words.startswith(("^", "*")) else r"\b"), ("" if words.endswith("$") else r"\b")
    return start + words.removeprefix("*").replace("(", "(?:").replace("*", r"\w*") + end
