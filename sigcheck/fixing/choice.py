"""Which fixes run, for which rules: as the command line chooses among them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sigcheck.errors import InputError, Mistake
from sigcheck.fixes.catalogue import FIXES, fix_named
from sigcheck.fixes.fix import Fix
from sigcheck.rule import Pack, Rule
from sigcheck.selection import unknown_codes


class Choice(NamedTuple):
    """The codes of the rules whose findings are acted on, and of those whose are not, though a fix mends them."""

    codes: frozenset[str]
    left: frozenset[str]

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is acted on."""
        return not self.codes


def choose(packs: Sequence[Pack], select: Sequence[str], unsafe: bool) -> Choice:
    """Return what is chosen. `select` holds names of fixes, codes, or beginnings of codes; all where it is empty.

    Unsafe fixes run only where that is said; one that is offered also where it, or its rule, is selected by its full
    name. Raises InputError for what names neither a fix nor a rule.
    """
    rules = [loaded.rule for pack in packs for loaded in pack.rules]
    mistakes = list(_unknown(select, [rule.code for rule in rules]))
    if mistakes:
        raise InputError(*mistakes)
    fixable = {rule.code: fix for rule in rules if (fix := fix_named(rule.fix)) is not None}
    chosen = {
        rule.code for rule in rules if rule.code in fixable and _is_chosen(rule, fixable[rule.code], select, unsafe)
    }
    return Choice(frozenset(chosen), frozenset(fixable.keys() - chosen))


def _unknown(select: Sequence[str], codes: Sequence[str]) -> Iterable[Mistake]:
    names = [fix.name for fix in FIXES]
    for entry in select:
        if entry in names or not unknown_codes(codes, [entry]):
            continue
        near = difflib.get_close_matches(entry, [*names, *codes], n=1)
        hint = f"did you mean {near[0]}?" if near else f"fixes are {', '.join(names)}"
        yield Mistake("", None, None, f"there is no fix and no rule '{entry}': {hint}")


def _is_chosen(rule: Rule, fix: Fix, select: Sequence[str], unsafe: bool) -> bool:
    is_selected = not select or any(entry == fix.name or rule.code.startswith(entry) for entry in select)
    is_allowed = fix.is_safe or unsafe or (fix.is_offered and any(entry in (fix.name, rule.code) for entry in select))
    return is_selected and is_allowed
