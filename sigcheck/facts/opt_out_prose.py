"""Instructions in prose by which a reader can opt out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from sigcheck.facts.opt_out_patterns import WordingPatterns, wording_languages, wording_patterns

_Span = tuple[int, int]


@dataclass(frozen=True)
class ProseOptOut:
    """Where in a paragraph an instruction to opt out stands (offsets), and its language."""

    start: int
    end: int
    language: str


def find_prose_opt_out(paragraph: str, language: str | None = None) -> ProseOptOut | None:
    """Return the first instruction by which the reader of `paragraph` can opt out, or None.

    `paragraph` is plain text on one line (`plain_text`); `language` is what it is probably written in: that
    wording is tried first, then English, then the others.
    """
    for candidate in wording_languages((language, "en")):
        span = _instruction(paragraph, wording_patterns(candidate))
        if span is not None:
            return ProseOptOut(*span, candidate)
    return None


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
    return [
        (start, end) for start, end in wishes if not any(start < other[1] and other[0] < end for other in not_meant)
    ]


def _pairs(text: str, firsts: Iterable[_Span], seconds: list[_Span], fits: Callable[[str], bool]) -> Iterable[_Span]:
    """Yield, for each of `firsts`, where it starts and its nearest fitting follower ends."""
    for first_start, first_end in firsts:
        # What overlaps its beginning is a part of it: "tell me to stop" holds "me to stop".
        following = next((span for span in seconds if span[0] >= first_start and span[1] > first_end), None)
        if following is not None and fits(text[first_end : following[0]]):
            yield first_start, following[1]


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
