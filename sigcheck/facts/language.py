"""The language of a text, by its most frequent words and its script.

Twelve languages and Japanese are all that the wording checks know, and a mail holds dozens of such words: a
table of them is as sure here as a statistical model, and starts at once.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from sigcheck.facts.language_words import FREQUENT_WORDS
from sigcheck.facts.merge_tags import without_merge_tags

_MIN_SCORE = 2.0
"""Weight of found words (one that only this language has weighs 1) below which nothing is said."""

_MIN_LEAD = 1.25
"""How many times the score of the next language the best one must have."""

_MIN_SHARE = 0.2
"""Share of the words that must be in the table of the best language: a Czech text holds some Polish words too."""

_MIN_KANA_SHARE = 0.2
"""Share of kana among the letters from which a text is Japanese: Chinese has none."""


def language_of(text: str) -> str | None:
    """Return the two-letter code of the text's language, or None where unsure (short, mixed or unknown).

    Known are English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Finnish,
    Polish and Japanese. Merge tags and addresses are not looked at.
    """
    pieces = without_merge_tags(text).lower().split()
    prose = " ".join(piece for piece in pieces if "@" not in piece and "://" not in piece)
    if _is_japanese(prose):
        return "ja"
    words = _word_pattern().findall(prose)
    scores: dict[str, float] = dict.fromkeys(FREQUENT_WORDS, 0.0)
    for word in words:
        for language, weight in _weights().get(word, {}).items():
            scores[language] += weight
    (score, best), (next_score, _) = sorted(((score, language) for language, score in scores.items()), reverse=True)[:2]
    if score < _MIN_SCORE or score < next_score * _MIN_LEAD:
        return None
    return best if sum(best in _weights().get(word, {}) for word in words) >= len(words) * _MIN_SHARE else None


def _is_japanese(prose: str) -> bool:
    letters = sum(character.isalpha() for character in prose)
    kana = sum("\u3040" <= character <= "\u30ff" for character in prose)
    return kana >= 2 and kana >= letters * _MIN_KANA_SHARE


@cache
def _weights() -> dict[str, dict[str, float]]:
    words = {language: listed.split() for language, listed in FREQUENT_WORDS.items()}
    shared = Counter(word for listed in words.values() for word in set(listed))
    weights: dict[str, dict[str, float]] = {}
    for language, listed in words.items():
        for word in listed:
            weights.setdefault(word, {})[language] = 1 / shared[word]
    return weights


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")
