"""Which of many expressions a message can match at all, told by the words that each of them cannot do without.

A rule about wording brings a hundred expressions in a dozen languages, and compiling them costs more than all else that
it does; of most, not even a word stands in the message. Nothing is lost: what is left out cannot match.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sigcheck import __version__
from sigcheck.engine import Engine
from sigcheck.memory import remembered
from sigcheck.required_words import required_words
from sigcheck.rule import ParameterValue, Rule

NOTHING = r"(?i)\b\B"
"""An expression that matches nothing."""

_LINES = """
SELECT text, prose
FROM message_lines
ORDER BY variant, part, line"""


class WordingSieve:
    """Picks, out of many expressions, those that a line of the messages may match, or two that follow each other."""

    def __init__(self, engine: Engine) -> None:
        """Take down all that the messages say, as written and without merge tags."""
        lines = engine.query(_LINES).rows
        self._said = _folded(" ".join(entry for column in zip(*lines, strict=True) for entry in column if entry))

    def bindings(self, rule: Rule, overrides: Mapping[str, ParameterValue]) -> dict[str, ParameterValue]:
        """Return all that a rule's query may bind: its parameters, and its wordings as one expression each."""
        wordings = rule.wordings_of(overrides).items()
        return {**rule.bindings(overrides), **{name: self.alternation(several) for name, several in wordings}}

    def alternation(self, expressions: Sequence[str]) -> str:
        """Return one expression, case aside, that matches in the messages just what any of `expressions` does."""
        key = "\n".join(expressions)
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
