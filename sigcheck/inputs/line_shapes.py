"""What a line or a paragraph reads like: a name, prose, a closing, a postscript, a disclaimer, a separator."""

from __future__ import annotations

import functools
import re
import unicodedata

from sigcheck.inputs.masking import MASK, mask_markup
from sigcheck.inputs.wording import CLOSINGS, DISCLAIMERS, POSTAL_ADDRESSES, POSTSCRIPT

DECORATION = " \t\xa0*_#>~"
"""What Markdown and plain-text habits put around a line."""

NAME_WORD = rf"(?:{MASK}+|\[[^\]]{{1,30}}\]|(?!I\b)[^\W\d_a-z][\w.'’-]*)"
"""Pattern: a capitalised word, a word in a script without case, or a merge tag."""

_PARTICLE = r"(?:de|da|di|la|le|el|al|bin|van|von|vom|zu|der|den|dos|ter|ten)"
_CLOSING_END = " ,.!…:;–—-~*_)(♥❤🙂😊🙏"
_MAX_NAME_CHARACTERS = 60
_MAX_NAMED_CLOSING_CHARACTERS = 200
_MAX_CLOSING_WORDS = 7
"""Words of a closing that is drawn out: `Thank you in advance for your help`."""
_SCRIPTS_WITHOUT_SPACES = r"[\u3040-\u30ff\u3400-\u9fff]"


def is_separator(text: str) -> bool:
    """Return whether the line is a rule drawn in characters, such as `___` or `* * *`."""
    return bool(_pattern(r"\s*(?:([_=*~–—#·•─━-])\s?)(?:\1\s?){2,}").fullmatch(text))


def is_signature_delimiter(text: str) -> bool:
    """Return whether the line is the delimiter of RFC 3676, 4.3; editors strip its space or make it a dash."""
    return text.strip("\xa0 ") in ("—", "–") or text.rstrip("\xa0 ") == "--"


def is_postscript(text: str) -> bool:
    """Return whether the line begins a postscript."""
    return bool(_pattern(POSTSCRIPT, re.IGNORECASE).match(text.strip(DECORATION)))


def is_name(text: str) -> bool:
    """Return whether the line is a person's name or a merge tag, and nothing else; a dash may lead it, no bullet."""
    if _pattern(r"\s*[*+•]\s").match(text):
        return False
    masked = mask_markup(text).strip(DECORATION).lstrip("–—-/ ")
    word = rf"(?:{NAME_WORD}|{_PARTICLE})"
    return 0 < len(masked) <= _MAX_NAME_CHARACTERS and bool(
        _pattern(rf"(?:{word}[ \xa0]+){{0,4}}{NAME_WORD}").fullmatch(masked) and not masked.endswith((".", "…"))
    )


def is_prose(text: str) -> bool:
    """Return whether the line or paragraph is a sentence rather than a name, a title, a number or an address.

    A sentence has at least five words, over a third of them in lower case, and ends as one or goes on for long.
    """
    masked = mask_markup(text).strip(DECORATION)
    if len(_pattern(_SCRIPTS_WITHOUT_SPACES).findall(masked)) > 15:
        return "。" in masked
    words = _pattern(r"[^\W\d_][\w'’-]*").findall(_pattern(r"\S*(?:://|@|www\.)\S*").sub("", masked))
    if len(words) < 5 or sum(word[0].islower() for word in words) <= len(words) / 3:
        return False
    return len(words) > 11 or masked.rstrip("\"'”’)").endswith((".", "!", "?", ":", "…"))


def is_closing(text: str) -> bool:
    """Return whether the line closes a letter: a closing alone, with a name after it, or drawn out by a few words."""
    folded = _fold(text)
    bare = folded.strip(_CLOSING_END)
    if not bare or len(bare) > 80:
        return False
    if bare in _closings() or closing_names_someone(text):
        return True
    if any(phrase in bare for phrase in CLOSINGS["ja"]):
        return len(bare) <= 40
    words = bare.split()
    is_drawn_out = len(words) <= _MAX_CLOSING_WORDS and any(
        " ".join(words[:count]).rstrip(_CLOSING_END) in _long_closings() for count in range(1, len(words))
    )
    return is_drawn_out and not folded.rstrip().endswith((".", "?", ":", ";"))


def closing_names_someone(text: str) -> bool:
    """Return whether a name follows the closing on its line: `Best, Ana`, `Cheers – Tom`."""
    masked = unicodedata.normalize("NFC", mask_markup(text).strip(DECORATION))
    if len(masked) > _MAX_NAMED_CLOSING_CHARACTERS:
        return False
    match = _pattern(rf"([^,!.–—]+?)\s*(?:[,!.]|\s[–—-])\s*((?:{NAME_WORD}\s+){{0,3}}{NAME_WORD})").fullmatch(masked)
    return match is not None and _fold(match.group(1)).strip(_CLOSING_END) in _closings()


def disclaims(text: str) -> bool:
    """Return whether the line or paragraph holds legal or opt-out wording."""
    # A merge tag counts: {{unsubscribe_link}} is all that some mails have.
    return bool(_disclaimer_pattern().search(_fold_letters(text)))


def has_postal_address(text: str) -> bool:
    """Return whether the text holds what only a postal address has: a postcode before or after a place."""
    return bool(_pattern("|".join(POSTAL_ADDRESSES)).search(text))


def _fold(text: str) -> str:
    """Return the text for comparison: one form of each letter, lower case, straight apostrophes, no merge tags."""
    return _fold_letters(mask_markup(text))


def _fold_letters(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold()
    return folded.replace("’", "'").replace("\xa0", " ").strip(DECORATION)


@functools.cache
def _closings() -> frozenset[str]:
    return frozenset(phrase.casefold() for phrases in CLOSINGS.values() for phrase in phrases)


@functools.cache
def _long_closings() -> frozenset[str]:
    """Return the closings that more words may follow: `LG` and `ta` may not."""
    return frozenset(phrase for phrase in _closings() if len(phrase) > 3)


@functools.cache
def _disclaimer_pattern() -> re.Pattern[str]:
    return re.compile("|".join(pattern.casefold() for patterns in DISCLAIMERS.values() for pattern in patterns))


@functools.cache
def _pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)
