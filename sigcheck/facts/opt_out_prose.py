"""Instructions in prose by which a reader can opt out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from sigcheck.facts.language import language_of
from sigcheck.facts.opt_out_patterns import WordingPatterns, wording_patterns
from sigcheck.facts.opt_out_wording import LANGUAGES, wording_of

_Span = tuple[int, int]

_NEIGHBOURS = {"da": "no", "no": "da", "es": "pt", "pt": "es"}
"""Languages that short texts do not tell apart."""


class ProseOptOut(NamedTuple):
    """Where in a paragraph an instruction to opt out stands (offsets), and its language."""

    start: int
    end: int
    language: str


def find_prose_opt_out(paragraph: str, mail_language: str | None = None) -> ProseOptOut | None:
    """Return the first instruction by which the reader of `paragraph` can opt out, or None.

    `paragraph` is plain text on one line (`plain_text`), `mail_language` what the whole mail is written in, where
    that is known: it tells what a paragraph is too short to tell.
    """
    for candidate in _candidates(paragraph, mail_language):
        span = _instruction(paragraph, wording_patterns(candidate))
        if span is not None:
            return ProseOptOut(*span, candidate)
    return None


def _candidates(paragraph: str, mail_language: str | None) -> Iterable[str]:
    """Yield the languages to try, the likeliest first: each that is not tried need not be compiled."""
    own_language = language_of(paragraph)
    likely = [language for language in (own_language, mail_language) if language is not None]
    likely += [_NEIGHBOURS[language] for language in likely if language in _NEIGHBOURS]
    yield from dict.fromkeys((*likely, "en"))
    if own_language is not None:
        return
    folded = paragraph.casefold()
    for language in LANGUAGES:
        wording = wording_of(language)
        is_mentioned = any(word in folded for word in (*wording.keywords, *wording.url_words))
        if language not in (*likely, "en") and (is_mentioned or mail_language is None):
            yield language


def _instruction(text: str, patterns: WordingPatterns) -> _Span | None:
    says = _spans(patterns.say, text)
    if not says:
        return None
    wishes = _meant(_spans(patterns.wish, text), _spans(patterns.not_meant, text))
    found = [
        *_pairs(text, wishes, says, _may_follow_wish),
        *_pairs(text, says, wishes, _same_sentence(60)),
        *_pairs(text, says, _spans(patterns.promise, text), _same_sentence(90)),
        *_pairs(text, says, _spans(patterns.marked_keyword, text), _same_sentence(50)),
        *_pairs(text, says, _spans(patterns.keyword, text), _same_sentence(12)),
        *_pairs(text, _spans(patterns.marked_keyword, text), says, _same_sentence(15)),
    ]
    return min(found, default=None)


def _meant(wishes: list[_Span], not_meant: list[_Span]) -> list[_Span]:
    """Return the wishes that overlap nothing of `not_meant`."""
    ends = [end for _, end in not_meant]
    nearest = ((wish, bisect_right(ends, wish[0])) for wish in wishes)
    return [wish for wish, index in nearest if index == len(ends) or not_meant[index][0] >= wish[1]]


def _pairs(text: str, firsts: Iterable[_Span], seconds: list[_Span], fits: Callable[[str], bool]) -> Iterable[_Span]:
    """Yield, for each of `firsts`, where it starts and where its nearest follower ends, if the gap fits."""
    ends = [end for _, end in seconds]
    for first_start, first_end in firsts:
        index = bisect_right(ends, first_end)
        # A follower may begin inside: "tell me to stop" is "tell me" and "to stop", "schreiben Sie" two ways to say so.
        if index < len(ends) and seconds[index][0] >= first_start and fits(text[first_end : seconds[index][0]]):
            yield first_start, seconds[index][1]


def _may_follow_wish(gap: str) -> bool:
    return len(gap) <= 120 and _full_stop().search(gap) is None


def _same_sentence(most: int) -> Callable[[str], bool]:
    return lambda gap: len(gap) <= most and _sentence_end().search(gap) is None


def _spans(pattern: re.Pattern[str], text: str) -> list[_Span]:
    return [match.span() for match in pattern.finditer(text)]


@cache
def _full_stop() -> re.Pattern[str]:
    # A question may come before its answer: "Rather not hear from me? Just tell me."
    return re.compile(r"[.!]\s|。")


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?]\s|[。？]")
