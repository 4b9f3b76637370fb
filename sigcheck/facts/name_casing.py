"""The casing of people's names: whether it is as a person would write it, and how it would be.

nameparser's own capitalisation is not used: it writes MacHado and İbrahi̇m, and takes ten times as long.
"""

from __future__ import annotations

import re
from functools import cache

from sigcheck.facts.folding import fold
from sigcheck.facts.word_lists import entries

_ABBREVIATION_LENGTH = 2
"""Cased letters up to which a word in capitals may be initials (JP) or short for a name (Al, Bo)."""

_LOWER_AFTER_NAME = frozenset({"jr", "jr.", "sr", "sr.", "junior", "senior", "phd", "md", "esq", "esq.", "cpa", "mba"})
_AS_WRITTEN = {"PHD": "PhD", "PH.D.": "Ph.D.", "MBA": "MBA", "CPA": "CPA", "DDS": "DDS", "DVM": "DVM", "MSC": "MSc"}
_SHORT_FORMS = frozenset({"dr", "jr", "mr", "ms", "mt", "sr", "st"})
_ELIDED = frozenset({"all", "d", "dall", "dell", "l", "m", "n", "nell", "o", "sant", "t"})
"""Latin prefixes after whose apostrophe a name starts anew (O'Neil, Dell'Orto), unlike Sa'id or Ka'ala."""
_TURKISH = frozenset("İığĞ")
"""Letters that tell a Turkish or Azerbaijani name, whose I is the capital of ı."""

_IRISH_ECLIPSES = frozenset({"bP", "bhF", "dT", "gC", "mB", "nD", "nG", "tS"})
"""Small letters before a capital that Irish grammar puts there: nGall, mBriain, tSaoir."""

_APOSTROPHE = re.compile("(['’‘ʼ`´])")
_ROMAN = re.compile("I{2,3}|IV|VI{1,3}|IX|XI{1,3}")
_NO_VOWEL = re.compile("[B-DF-HJ-NP-TV-XZ]{3}")
_DUTCH_IJ = re.compile("Ij(?=[dfkprstvz])")
_ALTERNATING = re.compile("(?:Aa+)+")


def proper_case(name: str | None) -> str | None:
    """Return the proper form of a badly cased name (`FRANK`, `frank`, `fRANK`); None where the casing is fine.

    Takes first, last or full names. Fine are inner capitals (McDonald, LeBron), small particles next to a name
    (van der Berg, d'Arcy), names in ff (ffrench), initials (JP, J.P.), and scripts without case.
    """
    if not name or name.istitle():
        return None
    words = name.split()
    if not any(_has_case(character) for character in name):
        return None
    bad = [_is_badly_cased(word, position, len(words)) for position, word in enumerate(words)]
    names = [word for word in words if not _is_particle(word)]
    if not any(bad) or not (names or (len(words) == 1 and name.isupper())):  # DAS and VAN alone are names
        return None
    whole = not any(_starts_with_capital(word) and not word.isupper() for word in words)
    repaired = [
        _proper_word(word, position, words) if is_bad or whole else word
        for position, (word, is_bad) in enumerate(zip(words, bad, strict=True))
    ]
    proper = " ".join(repaired)
    return proper if proper != name else None


def _has_case(character: str) -> bool:
    # Georgian has capitals in Unicode that nobody writes names with.
    return character.lower() != character.upper() and not "\u10d0" <= character <= "\u10ff"


def _cased(word: str) -> str:
    return "".join(character for character in word if _has_case(character))


def _is_particle(word: str) -> bool:
    return word.lower().strip(".,") in entries("name_particles") or word.lower() in entries("name_particles")


def _starts_with_capital(word: str) -> bool:
    cased = _cased(word)
    return bool(cased) and cased[0].isupper()


def _is_badly_cased(word: str, position: int, count: int) -> bool:
    parts = word.split("-")
    for index, part in enumerate(parts):
        letters = _cased(part)
        if not letters or part.istitle():
            continue
        if letters.isupper():
            bad = _is_shouted(part, letters, position)
        elif letters.islower():
            bad = _is_uncapitalised(part, parts, index, alone=count == 1)
        else:
            bad = not _is_mixed_well(letters)
        if bad:
            return True
    return False


def _is_shouted(part: str, letters: str, position: int) -> bool:
    if len(letters) <= _ABBREVIATION_LENGTH or _NO_VOWEL.fullmatch(letters):
        return False
    if "." in part.strip(".") and max(len(piece) for piece in part.split(".")) <= _ABBREVIATION_LENGTH:
        return False
    if position and (letters in _AS_WRITTEN or part.upper().strip(".,") in _AS_WRITTEN):
        return False
    return not (position and _ROMAN.fullmatch(letters))


def _is_uncapitalised(part: str, parts: list[str], index: int, *, alone: bool) -> bool:
    if part.startswith("ff") and len(part) > len("ff"):
        return False
    if index:  # Kyung-soo, Abd-al-Rahman: what follows a hyphen may be small, if what precedes it is not.
        return not any(_starts_with_capital(earlier) for earlier in parts[:index]) and not _is_particle(part)
    if len(parts) > 1 and _is_particle(part):
        return not any(_starts_with_capital(later) for later in parts[1:])
    return alone or not (_is_particle(part) or part.strip(",") in _LOWER_AFTER_NAME)


def _is_mixed_well(letters: str) -> bool:
    """Return whether capitals and small letters alternate as in a name: LeBron, McDonald, d'Arcy, IJsbrand, hEithir."""
    if letters.startswith("IJ"):
        letters = "I" + letters[2:]
    shape = "".join("A" if letter.isupper() or letter.istitle() else "a" for letter in letters)
    head = shape.index("A")
    if head and letters[:head] not in entries("joined_prefixes") and letters[: head + 1] not in _IRISH_ECLIPSES:
        return False
    return _ALTERNATING.fullmatch(shape, head) is not None


def _proper_word(word: str, position: int, words: list[str]) -> str:
    if position and word.upper().strip(",") in _AS_WRITTEN:
        return _AS_WRITTEN[word.upper().strip(",")]
    if position and _ROMAN.fullmatch(word.upper()):
        return word.upper()
    if _is_particle(word) and _stays_small(word, position, words):
        return word.lower()
    parts = word.split("-")
    return "-".join(
        part.lower() if index + 1 < len(parts) and len(part) > 1 and _is_particle(part) else _proper_part(part)
        for index, part in enumerate(parts)
    )


def _stays_small(word: str, position: int, words: list[str]) -> bool:
    last = position + 1 == len(words)
    if last or word.endswith("."):
        return False
    return position > 0 or word.lower() in entries("name_particles_leading") or _is_particle(words[1])


def _proper_part(part: str) -> str:
    letters = _cased(part)
    if len(letters) <= _ABBREVIATION_LENGTH:
        return _proper_short(part, letters)
    if "." in part.strip("."):
        return ".".join(_proper_part(piece) if piece else "" for piece in part.split("."))
    pieces = _APOSTROPHE.split(part)
    proper = [_capitalised(pieces[0])]
    for mark, before, after in zip(pieces[1::2], pieces[:-1:2], pieces[2::2], strict=True):
        starts_anew = fold(before) in _ELIDED and len(after) > 1
        proper += [mark, _capitalised(after) if starts_anew else _lowered(after)]
    return "".join(proper)


def _proper_short(part: str, letters: str) -> str:
    folded = fold(letters)
    is_initials = (
        len(folded) == 1 or folded.endswith("j") or (folded.isascii() and not set("aeiouy").intersection(folded))
    )
    return part.upper() if is_initials and folded not in _SHORT_FORMS else _capitalised(part)


def _capitalised(word: str) -> str:
    start = next((index for index, character in enumerate(word) if _has_case(character)), None)
    if start is None:
        return word
    word = word[:start] + _upper(word[start], word) + _lowered(word[start + 1 :], word)
    folded = word.lower()
    if folded.startswith("mc") and len(folded) > len("mcx"):
        return word[:2] + word[2:].capitalize()
    if folded.startswith("mac"):
        return _mac_surnames().get(folded, word)
    return _DUTCH_IJ.sub("IJ", word)


@cache
def _mac_surnames() -> dict[str, str]:
    return {surname.lower(): surname for surname in entries("mac_surnames")}


def _upper(letter: str, word: str) -> str:
    if letter == "i" and _TURKISH.intersection(word):
        return "İ"
    return letter.title() if len(letter.title()) == 1 else letter


def _lowered(word: str, whole: str = "") -> str:
    if _TURKISH.intersection(whole or word):
        return word.replace("İ", "i").replace("I", "ı").lower()
    return word.lower()
