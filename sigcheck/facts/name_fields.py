"""Fields of a name that hold something else: a title, the whole name, a company; and addresses of somebody else."""

from __future__ import annotations

import re

from sigcheck.facts.address_kinds import role_local_parts
from sigcheck.facts.folding import fold, join_umlauts
from sigcheck.facts.remembered import remembered
from sigcheck.facts.word_lists import entries

TITLES = frozenset(
    {"dr", "frau", "herr", "herrn", "madame", "mademoiselle", "mlle", "mme", "monsieur", "mr", "mrs", "ms", "mx"}
    | {"prof", "professor", "professeur", "señor", "señora", "senor", "senora", "signor", "signora"}
)
"""Titles that no person is called, folded."""

_ABBREVIATED_TITLES = frozenset({"capt", "col", "dipl", "dott", "dra", "drs", "fr", "gen", "hr", "ing", "lt", "mag"})
_ABBREVIATED_TITLES |= {"rev", "sgt", "sig", "sr", "sra", "srta", "univ"}
"""Titles that are told from names (Mag, Sig, Ing-Marie) by their full stop."""

_ENDS_OF_TITLES = frozenset({"habil", "med", "na", "nat", "phil", "ra", "rer", "ssa"})
"""What stands behind a full stop in Sig.ra, Dott.ssa, Dr.med."""

DEGREES = frozenset({"phd", "md", "mba", "msc", "bsc", "esq", "cpa", "dds", "dvm", "jd", "llm", "llb"})
"""Academic degrees and the like after a name, without full stops."""

LEGAL_FORMS = frozenset(
    {"corp", "corporation", "gmbh", "inc", "incorporated", "limited", "llc", "llp", "ltd", "ltda", "plc", "pty"}
    | {"sarl", "sas", "spa", "srl", "sro"}
)
"""Legal forms of companies that are no names of people, without full stops."""

_PLAIN_LOCAL_PART = re.compile(r"([a-z]{3,})[._]([a-z]{3,})[0-9]{0,2}")
_LATIN_WORD = re.compile("[a-z]+")
_ALIKE = 60
"""Likeness (0 to 100, rapidfuzz) from which on two words may be one name in two spellings: Yulia and Julia."""

_SAME_START = 3

ASK_ABOUT_ADDRESS = (
    "first_name IS NOT NULL AND last_name IS NOT NULL"
    " AND regexp_matches(local_part, '^[a-z]{3,}[._][a-z]{3,}[0-9]{0,2}$')"
    " AND strpos(local_part, lower(trim(first_name))) = 0 AND strpos(local_part, lower(trim(last_name))) = 0"
)
"""SQL that holds where `address_name` may return a name."""


def misplaced_in_name(name: str, field: str) -> str | None:
    """Return what `name` holds that belongs into another field, as words that fit after "holds"; None if nothing does.

    `field` is first_name, last_name or full_name. Found are two names with a comma between (`Smith, Frank`), a company,
    degrees save in a full name, and in a first name a title: `Dr. Frank`. Generational suffixes (Jr., III) belong to a
    name.
    """
    words = [word for word in re.split(r"[\s,]+", name) if word]
    keys = [fold(word).replace(".", "").strip("()") for word in words]
    if field == "first_name" and keys and (_is_title(words[0], keys[0]) or (keys[0] == "miss" and len(keys) > 1)):
        return f"the title '{words[0]}'"
    for word, key in zip(words[1:], keys[1:], strict=True):
        if key in LEGAL_FORMS:
            return "a company"
        if field != "full_name" and key in DEGREES and (word.isupper() or "," in name or word == "PhD"):
            return f"the degree '{word}'"
    before, comma, after = name.partition(",")
    last = fold(after).replace(".", "").strip()
    if not comma or not before.strip() or not last:
        return None
    if last in TITLES or (last in _ABBREVIATED_TITLES and after.rstrip().endswith(".")):
        return f"the title '{after.strip()}'"
    return None if last in entries("name_suffixes") else "two names with a comma between"


@remembered
def address_name(local_part: str, first_name: str, last_name: str) -> str | None:
    """Return the name in the part of an address before the @ where it is another person's; None where it may be theirs.

    `omar.diaz` for Dana Lee gives "Omar Diaz". Nothing is said of addresses in any other form than two words of three
    letters or more, of roles, and of names in other scripts; nor where either word is like either name (nicknames,
    maiden names, transliterations), or the initials agree.
    """
    match = _PLAIN_LOCAL_PART.fullmatch(local_part)
    names = [_latin_words(first_name), _latin_words(last_name)]
    if match is None or not all(names):
        return None
    one, other = match.groups()
    if {one, other} & (role_local_parts() | entries("role_qualifiers")) or _initials_agree((one, other), names):
        return None
    known = [word for words in names for word in (*words, "".join(words))]
    if any(_may_be_one_name(word, name) for word in (one, other) for name in known):
        return None
    return f"{one.capitalize()} {other.capitalize()}"


def _is_title(word: str, key: str) -> bool:
    if key in TITLES or (key in _ABBREVIATED_TITLES and word.endswith(".")):
        return True
    parts = [part for part in re.split("[.-]+", fold(word)) if part]  # Dipl.-Ing., Univ.Prof., Sig.ra
    return (
        "." in word and len(parts) > 1 and all(part in TITLES | _ABBREVIATED_TITLES | _ENDS_OF_TITLES for part in parts)
    )


def _latin_words(name: str) -> list[str]:
    folded = join_umlauts(fold(name.replace("'", "").replace("’", "")))
    words = [word for word in re.split(r"[\W_]+", folded) if word]
    return words if all(_LATIN_WORD.fullmatch(word) for word in words) else []


def _initials_agree(words: tuple[str, str], names: list[list[str]]) -> bool:
    initials = (names[0][0][0], names[1][0][0])
    return (words[0][0], words[1][0]) in (initials, initials[::-1])


def _may_be_one_name(word: str, name: str) -> bool:
    if word in name or (len(name) >= _SAME_START and name in word) or word[:_SAME_START] == name[:_SAME_START]:
        return True
    from rapidfuzz.fuzz import ratio

    return bool(ratio(join_umlauts(word), name) >= _ALIKE)
