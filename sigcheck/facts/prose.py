"""Plain prose: its words, and the sentences it opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sigcheck.facts.folding import fold, join_umlauts
from sigcheck.facts.merge_tags import merge_tag_spans
from sigcheck.facts.spintax import expand_spintax

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st jr sr no nr vs etc inc ltd corp co e.g i.e a.m p.m approx dept z.b d.h u.a bzw ca tel str hr "
    "fr usw evtl ggf inkl mio mrd p.ex mme mlle env sra srta ud uds aprox jan feb mar apr jun jul aug sep sept oct okt "
    "nov dec dez déc".split()
)
"""What ends in a full stop in the middle of a sentence."""


def with_words_inserted(text: str, word: str) -> str:
    """Return `text` with `word` in the place of each merge tag."""
    for start, end in reversed(merge_tag_spans(text)):
        text = text[:start] + word + text[end:]
    return text


def count_words(text: str) -> int:
    """Return the words that a reader sees: a merge tag or an address is one, of spintax one choice counts."""
    wording = with_words_inserted(expand_spintax(text, limit=1)[0], "x")
    return sum(any(map(str.isalnum, piece)) for piece in wording.split())


def opening_of(text: str, sentences: int = 2) -> str | None:
    """Return the first sentences of a text as one line; None where it holds no words. A paragraph ends a sentence."""
    found: list[str] = []
    for paragraph in re.split(r"\n[ \t]*\n", text):
        found += [sentence for sentence in _sentences(" ".join(paragraph.split())) if any(map(str.isalnum, sentence))]
        if len(found) >= sentences:
            break
    return " ".join(found[:sentences]) or None


def folded_words(text: str) -> str:
    """Return the words of a text, folded as in `person_key`, with a space before and after each, to look names up."""
    folded = join_umlauts(fold(re.sub("['’‘ʼ`´]", "", text)))
    words = re.findall(r"[^\W_]+", folded)
    return f" {' '.join(words)} "


def _sentences(line: str) -> Iterator[str]:
    start = 0
    for end in _sentence_end().finditer(line):
        words = line[start : end.start()].split()
        last = words[-1].lower() if words else ""
        # 9. Dezember, J. Smith: neither an ordinal nor an initial ends a sentence.
        if end["mark"] == "." and (last in _ABBREVIATIONS or last.isdigit() or (len(last) == 1 and last.isalpha())):
            continue
        yield line[start : end.end()].strip()
        start = end.end()
    yield line[start:].strip()


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"(?P<mark>[.!?…]+)[\"'”’»)\]]*(?:\s+|$)|(?P<full>[。！？])")
