"""How alike two texts are, and a key that is the same for the same message."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache

from sigcheck.facts.merge_tags import without_merge_tags


def comparable_text(text: str) -> str:
    """Return `text` with all set aside that does not make two messages differ for a reader.

    Merge tags become a space, letters are in lower case and of one form (NFKC), and whatever is no letter or
    digit is a single space.
    """
    folded = unicodedata.normalize("NFKC", without_merge_tags(text)).casefold()
    return _gap_pattern().sub(" ", folded).strip()


def similarity(a: str, b: str) -> float:
    """Return how alike two comparable texts are: the share of words that they have in common in order, 0 to 1.

    This is rapidfuzz's normalised Indel similarity (twice the longest common subsequence over the sum of the
    lengths), taken over words. Over letters, any two texts of one language are half alike; sets of words
    (`token_set_ratio`) would call a shuffled text, or a part of one, the same. Each Chinese or Japanese
    character counts as a word. Two empty texts are alike.
    """
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(_words(a), _words(b)))


def message_key(subject: str | None, comparable: str) -> str:
    """Return a key of 16 hexadecimal digits that is equal for messages of equal subject and comparable text."""
    text = f"{comparable_text(subject or '')}\n{comparable}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _words(text: str) -> list[str]:
    return _word_pattern().findall(text)


@cache
def _gap_pattern() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")
