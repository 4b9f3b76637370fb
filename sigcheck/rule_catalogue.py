"""Finding rules and packs by what a user calls them, for the commands that tell about rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sigcheck.errors import InputError, Mistake
from sigcheck.rule import LoadedRule, Pack
from sigcheck.selection import unknown_codes
from sigcheck.wording import shown, suggestion


class PackedRule(NamedTuple):
    """A rule and the pack that it belongs to."""

    pack: Pack
    loaded: LoadedRule


def find_rule_or_pack(packs: Sequence[Pack], word: str) -> Pack | tuple[PackedRule, ...]:
    """Return the pack of which `word` is the key, else the rules of which it is the code or the name, case aside.

    Packs of different origin may each have a rule of one name. Raises InputError, with what was probably meant, where
    there is nothing of the kind.
    """
    wanted = word.strip().casefold()
    pack = next((pack for pack in packs if pack.header.key.casefold() == wanted), None)
    if pack is not None:
        return pack
    rules = [PackedRule(pack, loaded) for pack in packs for loaded in pack.rules]
    found = tuple(one for one in rules if wanted in (one.loaded.code.casefold(), one.loaded.rule.name))
    if found:
        return found
    raise InputError(Mistake("", None, None, f"there is no rule or pack {shown(word)}{_meant(packs, word)}"))


def _meant(packs: Sequence[Pack], word: str) -> str:
    """Return what `word` was probably meant to be: of a code with a wrong number, the codes of its pack."""
    key = word.strip().rstrip("0123456789").upper()
    pack = next((pack for pack in packs if pack.header.key == key and pack.rules), None)
    if pack is not None:
        return f": the rules of {key} are {pack.rules[0].code} to {pack.rules[-1].code}"
    known = [name for pack in packs for name in _names(pack)]
    return suggestion(word, known) or ": 'sigcheck rules' lists them all"


def _names(pack: Pack) -> Iterator[str]:
    yield pack.header.key
    for loaded in pack.rules:
        yield loaded.code
        yield loaded.rule.name


def selected(packs: Sequence[Pack], select: Sequence[str]) -> tuple[Pack, ...]:
    """Return the packs with those of their rules whose codes are, or begin with, one of `select`; all where empty.

    Raises InputError where one of `select` fits no rule.
    """
    mistakes = unknown_codes([loaded.code for pack in packs for loaded in pack.rules], select)
    if mistakes:
        raise InputError(*mistakes)
    beginnings = tuple(select) or ("",)
    chosen = (
        pack._replace(rules=tuple(loaded for loaded in pack.rules if loaded.code.startswith(beginnings)))
        for pack in packs
    )
    return tuple(pack for pack in chosen if pack.rules)
