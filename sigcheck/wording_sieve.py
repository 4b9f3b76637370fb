"""Which of many expressions a text can match at all, told by the words that each of them cannot do without.

A list of wording holds a hundred expressions in a dozen languages, and compiling them costs more than all else that is
done with them; of most, not even a word stands in the text. Nothing is lost: what is left out cannot match.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from sigcheck import __version__
from sigcheck.memory import remembered
from sigcheck.required_words import required_words

NOTHING = r"(?i)\b\B"
"""An expression that matches nothing."""


class WordingSieve:
    """Picks, out of many expressions, those that one of some texts may match, or two that follow each other."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take down all that is said."""
        self._said = _folded(" ".join(texts))

    def alternation(self, expressions: Sequence[str]) -> str:
        """Return one expression, case aside, that matches in the texts just what any of `expressions` does."""
        key = hashlib.sha256("\n".join(expressions).encode()).hexdigest()
        words = remembered("wordings", __version__, key, lambda: [_words(expression) for expression in expressions])
        kept = [expression for expression, needed in zip(expressions, words, strict=True) if self._may_match(needed)]
        return "(?i)" + "|".join(f"(?:{expression})" for expression in kept) if kept else NOTHING

    def _may_match(self, needed: Sequence[str] | None) -> bool:
        return needed is None or any(word in self._said for word in needed)


def _words(expression: str) -> list[str] | None:
    needed = required_words(expression)
    return None if needed is None else sorted({_folded(word) for word in needed})


def _folded(text: str) -> str:
    """Return a text with case, the form of apostrophes and the width of spaces set aside."""
    return " ".join(text.casefold().replace("’", "'").split())
