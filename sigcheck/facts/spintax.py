"""Spintax: one text that holds many, as in "{Hi|Hello|Hey} Frank". Groups may stand inside groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import gcd, prod

from sigcheck.facts.merge_tags import merge_tag_spans

_MAX_DEPTH = 20
"""Braces nested deeper than this are read as text: nobody writes so, and it bounds the recursion."""


@dataclass(frozen=True)
class _Choice:
    """A group: one of its options is inserted."""

    options: tuple[_Phrase, ...]

    @property
    def count(self) -> int:
        return sum(option.count for option in self.options)

    def text(self, number: int) -> str:
        for option in self.options:
            if number < option.count:
                return option.text(number)
            number -= option.count
        raise IndexError(number)


@dataclass(frozen=True)
class _Phrase:
    """Text and groups, one after another; the last group turns fastest as `number` grows."""

    pieces: tuple[str | _Choice, ...]

    @property
    def count(self) -> int:
        return prod(piece.count for piece in self.pieces if isinstance(piece, _Choice))

    def text(self, number: int) -> str:
        texts: list[str] = []
        for piece in reversed(self.pieces):
            if isinstance(piece, str):
                texts.append(piece)
            else:
                number, here = divmod(number, piece.count)
                texts.append(piece.text(here))
        return "".join(reversed(texts))


def expand_spintax(text: str, limit: int = 20) -> list[str]:
    """Return up to `limit` different texts that `text` can become; `text` itself where it holds no spintax.

    Where there are more than `limit`, those returned are spread over all of them, so that each group shows
    several of its options; the choice is always the same. Merge tags are kept as they are.
    """
    phrase = _parse(text)
    total = phrase.count
    step = _spread(total) if total > limit else 1
    return list(dict.fromkeys(phrase.text(index * step % total) for index in range(min(limit, total))))


def spin(text: str, number: int) -> str:
    """Return the text that `text` becomes for the recipient of that number, from 0: always the same for one number.

    Neighbours get wordings that lie far apart; each wording comes up before any comes up again.
    """
    phrase = _parse(text)
    total = phrase.count
    return phrase.text(number * _spread(total) % total)


def has_spintax(text: str) -> bool:
    """Return whether `text` holds a group of at least two options."""
    return any(isinstance(piece, _Choice) for piece in _parse(text).pieces)


def count_variations(text: str) -> int:
    """Return how many combinations of options `text` can become; 1 where it holds no spintax."""
    return _parse(text).count


def _spread(total: int) -> int:
    # Steps near the golden section fall far apart from each other; without a common divisor none is met twice.
    step = max(1, total * 618 // 1000)
    while gcd(step, total) != 1:
        step += 1
    return step


def _parse(text: str) -> _Phrase:
    if "|" not in text or "{" not in text:
        return _Phrase((text,))
    groups = [_OpenGroup("")]
    for part in _parts(text):
        if _is_opening(part) and len(groups) <= _MAX_DEPTH:
            groups.append(_OpenGroup(part))
        elif part == "}" and len(groups) > 1 and groups[-1].is_closed_by_next_brace():
            groups[-2].add(*groups.pop().closed())
        elif part == "|" and len(groups) > 1:
            groups[-1].options.append([])
        elif part != "}" or len(groups) == 1:
            groups[-1].add(part)
    while len(groups) > 1:
        groups[-2].add(*groups.pop().as_text(""))
    return _Phrase(tuple(groups[0].options[0]))


class _OpenGroup:
    """A brace whose partner has not been met yet; `{{random|` needs two of them."""

    def __init__(self, opening: str) -> None:
        self.opening = opening
        self.missing = opening.count("{")
        self.options: list[list[str | _Choice]] = [[]]

    def add(self, *pieces: str | _Choice) -> None:
        self.options[-1].extend(pieces)

    def is_closed_by_next_brace(self) -> bool:
        self.missing -= 1
        return self.missing == 0

    def closed(self) -> list[str | _Choice]:
        if len(self.options) < 2:
            return self.as_text("}" * self.opening.count("{"))
        return [_Choice(tuple(_Phrase(tuple(option)) for option in self.options))]

    def as_text(self, closing: str) -> list[str | _Choice]:
        pieces: list[str | _Choice] = [self.opening, *self.options[0]]
        for option in self.options[1:]:
            pieces.extend(("|", *option))
        return [*pieces, closing]


def _is_opening(part: str) -> bool:
    return part == "{" or (part.startswith("{{") and part.endswith("|"))


def _parts(text: str) -> list[str]:
    """Return `text` cut at braces and bars; a merge tag is one part, and so is Instantly's `{{random|`."""
    parts: list[str] = []
    position = 0
    for start, end in merge_tag_spans(text):
        parts.extend(_cut_pattern().split(text[position:start]))
        parts.append(text[start:end])
        position = end
    parts.extend(_cut_pattern().split(text[position:]))
    return [part for part in parts if part]


@cache
def _cut_pattern() -> re.Pattern[str]:
    return re.compile(r"(\{\{ ?random ?\||[{}|])", re.IGNORECASE)
