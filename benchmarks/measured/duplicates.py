"""DUP003 on colleagues: one person whose name is written in two ways, and two people with half a name in common."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from measured.findings import FIRST_ROW, csv_text, findings
from measured.measurement import Measurement, compare

SEED = 2026
SIZE = 60
"""People of each locale, where nothing else is asked for."""

LOCALES = (
    "ar_AA cs_CZ da_DK de_DE el_GR en_GB en_US es_ES fi_FI fr_FR he_IL hu_HU it_IT ja_JP ko_KR nl_NL no_NO pl_PL "
    "pt_BR ro_RO ru_RU sv_SE tr_TR uk_UA vi_VN zh_CN"
).split()
_ONLY_IN_SPACED_SCRIPTS = frozenset({"with a title", "with a suffix", "with an initial"})
_WITHOUT_CASE_OR_SPACES = ("ja_JP", "ko_KR", "zh_CN")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})


class Name(NamedTuple):
    """A name as two cells of a list hold it."""

    first: str
    last: str


def _without_accents(name: Name) -> Name:
    return Name(
        *("".join(c for c in unicodedata.normalize("NFKD", part) if not unicodedata.combining(c)) for part in name)
    )


SPELLINGS: dict[str, Callable[[Name], Name]] = {
    "as it stands": lambda name: name,
    "in capitals": lambda name: Name(name.first.upper(), name.last.upper()),
    "in small letters": lambda name: Name(name.first.lower(), name.last.lower()),
    "without accents": _without_accents,
    "with umlauts spelled out": lambda name: Name(name.first.translate(_UMLAUTS), name.last.translate(_UMLAUTS)),
    "the other way round": lambda name: Name(name.last, name.first),
    "in one cell": lambda name: Name(f"{name.first} {name.last}", ""),
    "with a comma in one cell": lambda name: Name(f"{name.last}, {name.first}", ""),
    "with an initial": lambda name: Name(f"{name.first} M.", name.last),
    "with a title": lambda name: Name(f"Dr. {name.first}", name.last),
    "with a suffix": lambda name: Name(name.first, f"{name.last} Jr."),
    "with a note": lambda name: Name(name.first, f"{name.last} (left)"),
    "with spaces": lambda name: Name(f" {name.first} ", f"{name.last}  "),
}


def measure(size: int = SIZE) -> list[Measurement]:
    """Return how the rule does on `size` people of each locale and the spellings of their names."""
    by_locale = {locale: _names(locale, size) for locale in LOCALES}
    return [_spellings(by_locale), _namesakes(list(by_locale.values()))]


def _names(locale: str, size: int) -> list[Name]:
    from faker import Faker

    faker = Faker(locale, use_weighting=False)
    faker.seed_instance(SEED)
    return [Name(faker.first_name(), faker.last_name()) for _ in range(size)]


def _spellings(by_locale: Mapping[str, Sequence[Name]]) -> Measurement:
    rng = random.Random(SEED)
    pairs = []
    for locale, names in by_locale.items():
        left_out = _ONLY_IN_SPACED_SCRIPTS if locale in _WITHOUT_CASE_OR_SPACES else frozenset()
        for name in names:
            how = rng.choice(sorted(SPELLINGS.keys() - left_out))
            pairs.append((name, SPELLINGS[how](name), how))
    cases = {number: f"{' '.join(one)} / {' '.join(other)} ({how})" for number, (one, other, how) in enumerate(pairs)}
    return compare("DUP003", "one name in two spellings", cases, set(cases), _found([pair[:2] for pair in pairs]))


def _namesakes(by_locale: Sequence[Sequence[Name]]) -> Measurement:
    """Measure colleagues with the same surname, and with the same first name."""
    pairs = []
    for names in by_locale:
        for one, other in pairwise(names):
            pairs += [(one, Name(other.first, one.last)), (one, Name(one.first, other.last))]
    pairs = [(one, other) for one, other in pairs if set(map(str.lower, one)) != set(map(str.lower, other))]
    cases = {number: f"{' '.join(one)} / {' '.join(other)}" for number, (one, other) in enumerate(pairs)}
    return compare("DUP003", "two people with half a name in common", cases, set(), _found(pairs))


def _found(pairs: Sequence[tuple[Name, Name]]) -> set[int]:
    rows = [
        (f"p{number}{side}@firm{number}.com", *name, f"Harbor Foods {number}")
        for number, pair in enumerate(pairs)
        for side, name in zip("ab", pair, strict=True)
    ]
    recipients = csv_text(("email", "first name", "last name", "company"), rows)
    return {(finding["row"] - FIRST_ROW) // 2 for finding in findings(["DUP003"], {"recipients": recipients})["DUP003"]}
