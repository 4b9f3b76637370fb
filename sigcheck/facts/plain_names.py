"""Names of people so plain that SQL can say what Python would: nearly all of a long list."""

from __future__ import annotations

import re

from sigcheck.engine.sql import text
from sigcheck.facts.folding import MAYBE_UMLAUT
from sigcheck.facts.word_lists import entries

_PLAIN_NAME = "[A-Za-z]{2,} [A-Za-z]{2,}"


def plain_person_key_sql(name: str) -> tuple[str, str]:
    """Return an SQL condition on a full name (SQL), and the key that `person_key` gives it where it holds.

    It holds for two words of ASCII letters, neither of which is a title or suffix, or may be another way to write an
    umlaut.
    """
    words = "|".join(map(re.escape, sorted(entries("name_titles") | entries("name_suffixes"))))
    folded = f"lower({name})"
    condition = (
        f"regexp_full_match({name}, {text(_PLAIN_NAME)})"
        f" AND NOT regexp_matches({folded}, {text(rf'(?:^| )(?:{words})(?: |$)|{MAYBE_UMLAUT}')})"
    )
    first, second = (f"split_part({folded}, ' ', {number})" for number in (1, 2))
    return condition, f"concat(least({first}, {second}), ' ', greatest({first}, {second}))"
