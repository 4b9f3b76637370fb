"""SQL that tells plain values, about which there is nothing to say, from those that deserve a closer look.

A list holds a million values and hardly a thousand that are odd. What SQL lets pass here is what `value_flaws` finds
nothing in; tests hold the two against each other. The expressions are RE2 and Java alike.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from functools import cache

from sigcheck.engine.sql import text
from sigcheck.facts.company_words import JOINING_WORDS, first_words, last_words
from sigcheck.facts.name_fields import DEGREES, LEGAL_FORMS, TITLES
from sigcheck.facts.stray_text import STRAY, SUSPICIOUS
from sigcheck.facts.word_lists import entries, phrases

_NAME_WORD = r"(?:\p{Lu}\p{Ll}+|[\p{Lo}\p{M}]{2,})"
_PLAIN_NAME = rf"^{_NAME_WORD}(?:[ -]{_NAME_WORD})*$"
_COMPANY_WORD = r"(?:[\p{Lu}\p{Ll}\p{N}]{2,}(?:['’-][\p{Lu}\p{Ll}\p{N}]{2,})*)"
_PLAIN_COMPANY = rf"^{_COMPANY_WORD}(?: (?:& )?{_COMPANY_WORD})*$"
_PLAIN_LEGAL_FORM = (
    r",? (?:Inc\.?|Incorporated|Corp\.?|Ltd\.?|Limited|LLC|LLP|PLC|plc|GmbH|AG|KG|SE|SA|S\.A\.|SAS|SARL|SL|S\.L\."
    r"|BV|B\.V\.|NV|N\.V\.|AB|Oy|AS|ApS)$"
)
"""Legal forms in spellings that leave no doubt, at the end of a company's name."""

_TEMPLATE_MARKS = r"[\[\]{}<«|]|%%|(?i:XX|TBD|TODO|FIXME|lorem|dolor sit|name here)|NAME"
_NOT_LETTERS = r"[^\p{L}\p{N}]"
_ACCENTED = {"a": "aàáâäãåā", "c": "cçćč", "e": "eèéêëē", "i": "iìíîïı", "n": "nñ", "o": "oòóôöõø", "s": "sš"}
_ACCENTED |= {"u": "uùúûü", "y": "yÿ", "z": "zžż"}


def name_may_be_flawed(cell: str) -> str:
    """Return SQL that holds for every name, in the SQL expression `cell`, that `value_flaws` finds something in."""
    telling = {words[0] for words in phrases("name_notes")} | TITLES | DEGREES | LEGAL_FORMS | {"ex"}
    return _or(
        f"NOT regexp_matches({cell}, {text(_PLAIN_NAME)})",
        f"regexp_matches({cell}, {text(SUSPICIOUS)})",
        f"regexp_matches({cell}, {text(_has_word(telling))})",
        f"regexp_matches({cell}, {text(_placeholder())})",
    )


def company_needs_look(cell: str) -> str:
    """Return SQL that holds where neither is a company's name fine nor does `plain_company` say how people say it."""
    notes = {word for words in phrases("company_notes") for word in (words[0], words[-1])}
    base = plain_company(cell)
    joining = rf"(?i) (?:{'|'.join(sorted(JOINING_WORDS))})$"
    return _or(
        f"NOT regexp_matches({base}, {text(_PLAIN_COMPANY)})",
        rf"NOT regexp_matches({base}, '\p{{Ll}}')",
        f"regexp_matches({cell}, {text(SUSPICIOUS)})",
        f"regexp_matches({cell}, {text(_TEMPLATE_MARKS)})",
        f"regexp_matches({base}, {text(_has_word(last_words() | first_words() | notes))})",
        f"regexp_matches({base}, {text(joining)})",
        f"regexp_matches({base}, {text(_placeholder())})",
        f"regexp_matches({cell}, {text(_placeholder())})",
    )


def plain_company(cell: str) -> str:
    """Return SQL for a company's name without its legal form, where that is a plain one."""
    return f"regexp_replace({cell}, {text(_PLAIN_LEGAL_FORM)}, '')"


def text_may_be_flawed(cell: str) -> str:
    """Return SQL that holds for every value of any other field that `value_flaws` finds something in."""
    return f"regexp_matches({cell}, {text(f'(?:{STRAY})|(?:{SUSPICIOUS})|(?:{_TEMPLATE_MARKS})|{_placeholder()}')})"


@cache
def _placeholder() -> str:
    """Return an expression for all that the placeholder list may mean, and for nothing but symbols, digits, `aaa`."""
    listed = "|".join(sorted(_phrase(entry.split()) for entry in entries("placeholders")))
    runs = "|".join(f"{letter}{{3,}}" for letter in string.ascii_lowercase)
    return rf"(?i:^#|^{_NOT_LETTERS}*(?:{listed}|{runs}|xx?|yy|zz|[0-9]+)?{_NOT_LETTERS}*$)"


def _phrase(words: Iterable[str]) -> str:
    return f"{_NOT_LETTERS}+".join(_accented(word) for word in words)


def _has_word(words: Iterable[str]) -> str:
    return rf"(?i:(?:^|[ -])(?:{'|'.join(_accented(word) for word in sorted(words))})(?:$|[ -]))"


def _accented(word: str) -> str:
    return "".join(f"[{_ACCENTED[letter]}]" if letter in _ACCENTED else re.escape(letter) for letter in word)


def _or(*conditions: str) -> str:
    return "(" + " OR ".join(conditions) + ")"
