"""Notes that ended up in a name field: `Franky [I think]`, `Ann (left)`, `Bob - use mobile`."""

from __future__ import annotations

import re
from functools import cache

from sigcheck.facts.folding import fold
from sigcheck.facts.word_lists import entries, phrases

_EMOJI = re.compile(
    "[\u203c\u2049\u20e3\u2122\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0f"
    "\U0001f000-\U0001faff\U000e0000-\U000e007f]"
)
_URL = re.compile(r"https?:|www\.|\w{3}\.(?:com|org|net|io|de|fr|es|co|eu|info)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\b[1-9](?:st|nd|rd|th)\.?$", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[{<（［【](.*?)(?:[)\]}>）］】]|$)")
_QUOTES = re.compile(r"[\"“„«”»「『](.*?)(?:[\"“”»」』]|$)|(?:^|\s)['‘](\w.*?\w)['’](?:\s|$)")
_REMARK = re.compile(r"\s[-–—]+\s*(.+)|\bex[- ](?=\w{3})", re.IGNORECASE)
_LOST_LETTER = re.compile(r"[^\W\d_]\?+[^\W\d_]|(?:^|\s)\?+[^\W\d_]")
_ABBREVIATION_LENGTH = 4
"""Letters up to which a word in capitals after a dash is a remark (VIP, CEO) rather than a second name."""

_WORD = re.compile(r"[^\W\d_]+")
_NICKNAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[ .'’-][^\W\d_]+)?\.?")
_ODD_MARKS = {
    "@": "an @",
    "?": "a question mark",
    "？": "a question mark",
    "!": "an exclamation mark",
    "#": "a #",
    "*": "an asterisk",
    "/": "a slash",
    "\\": "a backslash",
    "|": "a bar",
    ";": "a semicolon",
    ":": "a colon",
    "_": "an underscore",
    "=": "an equals sign",
    "%": "a percent sign",
    "+": "a plus sign",
    "&": "an ampersand",
    "~": "a tilde",
    "^": "a caret",
    "$": "a dollar sign",
    "€": "a euro sign",
    "…": "an ellipsis",
    "...": "an ellipsis",
    ")": "a bracket",
    "]": "a bracket",
}


def name_note(name: str | None) -> str | None:
    """Return what in `name` is not part of a name, as words that fit after "the name holds"; None where all is.

    A nickname in brackets or quotes counts: `Robert (Bob)` would be greeted as it stands. Generational suffixes
    (Jr., III, 3rd), `St. John`, `O'Neil`, `Mª` and names in any script are names.
    """
    if not name:
        return None
    if name.isalpha():
        return _note_word(name)
    return (
        _address_or_link(name)
        or _enclosed(name)
        or _phrase(name)
        or _word_by_casing(name)
        or _odd_character(name)
        or _remark(name)
    )


def _note_word(name: str) -> str | None:
    return f'the note "{name}"' if (fold(name),) in phrases("name_notes") else None


def _address_or_link(name: str) -> str | None:
    if "@" in name:
        return "an address" if "." in name else "an @"
    return "a web address" if ("." in name or ":" in name) and _URL.search(name) else None


def _enclosed(name: str) -> str | None:
    for pattern, place in ((_BRACKETS, "brackets"), (_QUOTES, "quotes")):
        match = pattern.search(name)
        if match is None:
            continue
        content = next((group for group in match.groups() if group), "").strip()
        if _is_nickname(content):
            return f'a nickname in {place} ("{content}")'
        return f'a note in {place} ("{content}")' if content else "a bracket" if place == "brackets" else "a quote"
    return None


def _is_nickname(content: str) -> bool:
    return (
        content[:1] != content[:1].lower()
        and not content.isupper()
        and _NICKNAME.fullmatch(content) is not None
        and (fold(content).strip("."),) not in phrases("name_notes")
        and _phrase(content) is None
    ) or (content.isalpha() and content.lower() == content.upper())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases("name_notes"))


def _phrase(name: str) -> str | None:
    words = _WORD.findall(fold(name.replace("'", "").replace("’", "")))
    if _first_words().isdisjoint(words):
        return None
    known = phrases("name_notes")
    for start in range(len(words)):
        for end in range(min(start + 4, len(words)), start, -1):
            if tuple(words[start:end]) in known:
                return f'the note "{" ".join(words[start:end])}"'
    return None


def _word_by_casing(name: str) -> str | None:
    """Return a note that could be a name (Gone, New) but is written unlike the name before it: `Dana gone`."""
    first, *others = name.split()
    if first.islower() or first.isupper():
        return None
    for word in others:
        if (word.islower() or word.isupper()) and fold(word).strip(".,;-") in entries("name_notes_by_casing"):
            return f'the note "{word}"'
    return None


def _odd_character(name: str) -> str | None:
    if _LOST_LETTER.search(name):
        return "a question mark in the place of a letter"
    if any(character.isdigit() for character in name) and not _ORDINAL.search(name):
        return "digits"
    for mark, description in _ODD_MARKS.items():
        if mark in name:
            return description
    return "an emoji or symbol" if not name.isascii() and _EMOJI.search(name) else None


def _remark(name: str) -> str | None:
    match = _REMARK.search(name)
    if match is None:
        return None
    remark = (match.group(1) or name[match.start() :]).strip()
    is_abbreviation = remark.isupper() and len(remark) <= _ABBREVIATION_LENGTH and not name.isupper()
    is_second_name = (
        match.group(1) is not None and remark[:1] != remark[:1].lower() and " " not in remark and not is_abbreviation
    )
    return None if is_second_name else f'the note "{remark}"'
