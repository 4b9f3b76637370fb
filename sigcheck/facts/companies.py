"""Names of companies: one key for one company, and the name as people say it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from sigcheck.facts.company_words import (
    JOINING_WORDS,
    first_words,
    folded_words,
    last_words,
    name_end,
    name_start,
    without_east_asian_form,
)
from sigcheck.facts.folding import fold
from sigcheck.facts.name_casing import proper_case
from sigcheck.facts.placeholders import placeholder
from sigcheck.facts.word_lists import entries, phrases

_PLAIN_WORDS = re.compile(r"(?!zz)(?!.*[aou]e)[A-Za-z0-9]{2,}(?: [A-Za-z0-9]{2,})*", re.IGNORECASE | re.ASCII)
"""Words of plain letters and digits, none of which may be another way to write an umlaut."""

PLAIN_LEGAL_FORM = r",? (?:Inc\.?|Corp\.?|Ltd\.?|(?:Private )?Limited|LLC|LLP|PLC|GmbH|AG|SAS|SARL|BV|NV|AB|Oy|ApS)$"
"""Regular expression (RE2, Java, Python) for the legal forms that most names end in."""

_PLAIN_LEGAL_FORM = re.compile(PLAIN_LEGAL_FORM)
_TRADE_MARK = re.compile("[™®©℠]")
_BRACKETED = re.compile(r"[(\[{（［](.*?)[)\]}）］]")
_TRAILING_NOTE = re.compile(r"(?:\s+[-–—*|/]+\s*|\s*[*|#]+\s*)([^-–—*|/#]*)$")
_LEADING_MARKS = re.compile(r"^(?:[zZ]{2,}[-_ ]+|[*#_~!]+\s*|[-–—]\s+)")
_PUT_LAST = frozenset({"ZZ", "Zz", "zz"})
"""How a record begins that is to sort behind all others."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_EDGE = " \t,;:-–—*|/"
_AFTER_NOTE = frozenset(
    {"account", "as", "do", "entry", "new", "not", "now", "please", "record", "see", "since", "use"}
)
_BEFORE_OLD_NAME = frozenset({"anciennement", "antes", "ehemals", "fka", "formerly", "previously", "vormals"})
_KEPT_IN_SPEECH = frozenset({"co", "company"})
_ACRONYM_LENGTH = 5
"""Letters up to which one word in capitals may be how the company writes itself (IKEA, BASF)."""


def company_name_key(name: str | None) -> str | None:
    """Return a key that is the same for all spellings of one company's name; None where there is no name.

    No name are placeholders (`n/a`) and words for having no company (`freelance`), so that they tie nobody together.
    Case, accents, punctuation, legal forms of any country, a leading "the", the word for "and", and notes such as
    `(old)` make no difference. Every other word does: Acme Holdings is not Acme. A name is never folded away
    (`The Company`, `AG`).
    """
    if not name:
        return None
    return _plain_key(name) or _careful_key(name)


def _plain_key(name: str) -> str | None:
    """Return the key of a name of plain words and at most one plain legal form; None where a closer look is due."""
    bare = _PLAIN_LEGAL_FORM.sub("", name)
    if not _PLAIN_WORDS.fullmatch(bare):
        return None
    key = bare.lower()
    words = key.split(" ")
    if words[0] in first_words() or words[-1] in _telling_ends() or not JOINING_WORDS.isdisjoint(words):
        return None
    is_filler = key in entries("placeholders") if len(words) > 1 else placeholder(bare)
    return None if is_filler or key in entries("no_company") else key


@cache
def _telling_ends() -> frozenset[str]:
    return last_words() | _note_ends()


def telling_words() -> frozenset[str]:
    """Return the words, of ASCII letters and digits, that may say something else than a name, wherever they stand."""
    fillers = {word for entry in entries("placeholders") | entries("no_company") for word in entry.split()}
    words = first_words() | _telling_ends() | JOINING_WORDS | fillers
    return frozenset(word for word in words if word.isascii() and word.isalnum())


def _careful_key(name: str) -> str | None:
    if placeholder(name) or fold(name).strip(_EDGE) in entries("no_company"):
        return None
    text = name if name.isascii() else unicodedata.normalize("NFKC", _TRADE_MARK.sub("", name))
    text = without_east_asian_form(_without_notes(text)) or text
    words = folded_words(text)
    if not words:
        return " ".join(fold(name).split()) or None
    end = name_end(words, text.rstrip())
    return " ".join(words[name_start(words, end) : end])


def spoken_company_name(name: str | None) -> str | None:
    """Return a company's name as people say it where it is written as a database holds it; None where it is fine.

    Legal forms (`Acme Holdings, Inc.`), notes (`(old)`, `DO NOT USE`) and capitals throughout go; short names in
    capitals (IBM, 3M), small letters and inner capitals are the company's own way. `Tiffany & Co.` is said so.
    """
    if not name or not name.strip():
        return None
    text = " ".join(name.split())
    spoken = _without_legal_form(_without_notes(text)).strip(_EDGE) or text
    spoken = _without_capitals(spoken)
    return spoken if spoken != text else None


def _without_notes(name: str) -> str:
    if name.replace(" ", "").isalpha() and fold(name).split()[-1] not in _note_ends() and name[:2] not in _PUT_LAST:
        return name
    text = _BRACKETED.sub(lambda match: " " if _is_note(match.group(1)) else match.group(), name)
    text = _LEADING_MARKS.sub("", text)
    match = _TRAILING_NOTE.search(text)
    if match is not None and (_is_note(match.group(1)) or not match.group(1)):
        text = text[: match.start()]
    return _without_note_words(text).strip() or name


def _is_note(text: str) -> bool:
    words = folded_words(text)
    if len(words) > 1 and words[0] in _BEFORE_OLD_NAME:
        return True
    for end in range(1, len(words) + 1):
        if tuple(words[:end]) in phrases("company_notes"):
            rest = words[end:]
            return end > 1 or not rest or rest[0].isdigit() or rest[0] in _AFTER_NOTE
    return False


@cache
def _note_ends() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in phrases("company_notes"))


def _without_note_words(text: str) -> str:
    """Return `text` without a note of several words at its end, as in `Acme DO NOT USE`."""
    words = text.split()
    for length in (4, 3, 2):
        if len(words) > length and tuple(fold(word).strip("!.,") for word in words[-length:]) in phrases(
            "company_notes"
        ):
            return " ".join(words[:-length])
    return text


def _without_legal_form(name: str) -> str:
    """Return `name` without its legal form; "Co." and "Company" stay where they are what is said last."""
    bare = " ".join(without_east_asian_form(name).split()) or name
    words = folded_words(bare)
    end = name_end(words, bare, kept=_KEPT_IN_SPEECH)
    start = 0 if words[:1] == ["the"] else name_start(words, end)
    tokens = bare.split()
    first = _tokens_holding(tokens, words[:start]) if start else 0
    last = _tokens_holding(tokens, words[:end])
    return " ".join(tokens[first:last]) if first is not None and last is not None else bare


def _tokens_holding(tokens: list[str], words: list[str]) -> int | None:
    """Return how many of the first `tokens` fold to just these `words`; None where the words end inside a token."""
    for count in range(1, len(tokens) + 1):
        held = folded_words(" ".join(tokens[:count]) + " xx")[:-1]
        if held == words:
            return count
    return None


def _without_capitals(name: str) -> str:
    words = name.split()
    if not name.isupper() or not any(_is_shouted(word, alone=len(words) == 1) for word in words):
        return name
    return " ".join(_spoken_word(word, position) for position, word in enumerate(words))


def _is_shouted(word: str, *, alone: bool) -> bool:
    letters = sum(character.isalpha() for character in word)
    shortest = _ACRONYM_LENGTH + 1 if alone else _ACRONYM_LENGTH - 1
    return letters >= shortest and _spoken_word(word, 1) != word


def _spoken_word(word: str, position: int) -> str:
    if word.strip(".,") in entries("company_acronyms") or any(
        character.isdigit() or character == "&" for character in word
    ):
        return word
    if word.lower() in entries("small_words"):
        return word.lower() if position else word.capitalize()
    if _INITIALS.fullmatch(word):
        return word
    return proper_case(word) or word
