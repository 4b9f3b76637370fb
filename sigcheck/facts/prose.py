"""Plain prose: its words, and the sentences it opens with."""

from __future__ import annotations

import re
from functools import cache

from sigcheck.facts.folding import fold, join_umlauts
from sigcheck.facts.merge_tags import without_merge_tags
from sigcheck.facts.spintax import expand_spintax

_ABBREVIATIONS = (
    r"mr|mrs|ms|dr|prof|st|jr|sr|no|nr|vs|etc|inc|ltd|corp|co|e\.g|i\.e|a\.m|p\.m|approx|dept|"
    r"z\.b|d\.h|u\.a|bzw|ca|tel|str|hr|fr|usw|evtl|ggf|inkl|mio|mrd|p\.ex|mme|mlle|env|sra|srta|ud|uds|aprox|"
    r"jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|déc"
)
"""What ends in a full stop in the middle of a sentence."""


def count_words(text: str) -> int:
    """Return the words that a reader sees: a merge tag or an address is one, of spintax one choice counts."""
    wording = expand_spintax(text, limit=1)[0]
    tags = len(_tag_gap_pattern().findall(_with_gaps(wording)))
    return tags + sum(any(map(str.isalnum, piece)) for piece in _with_gaps(wording).replace(_GAP, " ").split())


def opening_of(text: str, sentences: int = 2) -> str | None:
    """Return the first sentences of a text as one line; None where it holds no words. A paragraph ends a sentence."""
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text):
        line = " ".join(paragraph.split())
        found += [sentence for sentence in _sentence_end().split(line) if any(map(str.isalnum, sentence))]
        if len(found) >= sentences:
            break
    return " ".join(found[:sentences]) or None


def folded_words(text: str) -> str:
    """Return the words of a text without case, accents and apostrophes, each between two spaces, to look names up in."""
    folded = join_umlauts(fold(re.sub("['’‘ʼ`´]", "", text)))
    return f" {' '.join(re.findall(r'[^\\W_]+', folded))} "
