"""What a rule's query binds: its parameters, and wording that the messages can match."""

from __future__ import annotations

from collections.abc import Mapping

from sigcheck.engine import Engine
from sigcheck.rule import ParameterValue, Rule
from sigcheck.wording_sieve import WordingSieve

_LINES = """
SELECT text, prose
FROM message_lines
ORDER BY variant, part, line"""


def message_sieve(engine: Engine) -> WordingSieve:
    """Return the sieve for all that the messages say, as written and without merge tags."""
    lines = engine.query(_LINES).rows
    return WordingSieve(entry for column in zip(*lines, strict=True) for entry in column if entry)


def bindings_of(rule: Rule, overrides: Mapping[str, ParameterValue], sieve: WordingSieve) -> dict[str, ParameterValue]:
    """Return all that a rule's query may bind: its parameters, and its wordings as one expression each."""
    wordings = {name: sieve.alternation(several) for name, several in rule.wordings_of(overrides).items()}
    return {**rule.bindings(overrides), **wordings}
