"""Hosts and company names so plain that SQL can say what Python would: nearly all of a long list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sigcheck.engine.sql import text
from sigcheck.facts.address_kinds import BRANDS
from sigcheck.facts.companies import PLAIN_LEGAL_FORM, telling_words
from sigcheck.facts.domains import FLAT_SUFFIXES
from sigcheck.facts.folding import MAYBE_UMLAUT

_PLAIN_HOST = rf"[a-z0-9-]+[.](?:{'|'.join(FLAT_SUFFIXES)})"
_PLAIN_NAME = "[A-Za-z0-9]{2,}(?: [A-Za-z0-9]{2,})*"


def is_plain_host_sql(host: str) -> str:
    """Return an SQL condition that holds only where `host` (SQL) was registered as it stands.

    Whether it is a mailbox provider's is then for the lists alone to say.
    """
    return (
        f"regexp_full_match({host}, {text(_PLAIN_HOST)})"
        f" AND NOT regexp_matches({host}, {text(f'^(?:{_alternatives(BRANDS)})[.]')})"
    )


def plain_name_key_sql(name: str) -> tuple[str, str]:
    """Return an SQL condition on a company's name (SQL), and the key that `company_name_key` gives it where it holds.

    It holds for two or more words of ASCII letters and digits, a plain legal form at the end set aside, none of
    which says anything but a name, or may be another way to write an umlaut.
    """
    bare = f"regexp_replace({name}, {text(PLAIN_LEGAL_FORM)}, '')"
    key = f"lower({bare})"
    telling = f"\\b(?:{_alternatives(sorted(telling_words()))})\\b|^zz|{MAYBE_UMLAUT}"
    condition = (
        f"contains({bare}, ' ')"
        f" AND regexp_full_match({bare}, {text(_PLAIN_NAME)})"
        f" AND NOT regexp_matches({key}, {text(telling)})"
    )
    return condition, key


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words))
