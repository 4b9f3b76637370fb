"""Fixes applied so that nothing is worse afterwards: what would bring a finding, or a lower score, is withheld."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sigcheck.fixes.catalogue import FIXES
from sigcheck.fixes.edits import CellEdit, Withheld
from sigcheck.fixing.harm import Harm, harms
from sigcheck.fixing.look import Look
from sigcheck.fixing.settle import Blocked, Settled, Task, settle
from sigcheck.report import Report

DEMANDED_BY_LAW = frozenset({"OPT003"})
"""Rules whose findings are mended though fewer recipients then share the points that are lost elsewhere."""


class Attempt(NamedTuple):
    """A draft after all fixes but those that were blocked; what is worse in it, and why something was withheld."""

    settled: Settled
    blocked: Blocked
    harms: tuple[Harm, ...]
    withheld: tuple[Withheld, ...]


def settle_without_harm(task: Task, first: Look, before: Report) -> Attempt:
    """Return the draft after all fixes that do no harm.

    Most often this is one run. Where something is worse after it, the edits of the very rows that are found fault with
    are withheld; else all that is done for one rule, the last fix's lightest rule first, until nothing is worse.
    """
    attempt = _attempt(task, first, before, Blocked(), ())
    while attempt.harms:
        attempt = next(
            other
            for blocked, withheld in _remedies(attempt)
            if len((other := _attempt(task, first, before, blocked, withheld)).harms) < len(attempt.harms)
        )
    return attempt


def _attempt(task: Task, first: Look, before: Report, blocked: Blocked, withheld: tuple[Withheld, ...]) -> Attempt:
    settled = settle(task, first, blocked)
    found = harms(before, settled.report, settled.draft.row_on_disk)
    if {change.edit.code for change in settled.changes} <= DEMANDED_BY_LAW:
        found = [harm for harm in found if not harm.is_of_score]
    return Attempt(settled, blocked, tuple(found), withheld)


def _remedies(attempt: Attempt) -> Iterator[tuple[Blocked, tuple[Withheld, ...]]]:
    """Yield what to block, the least first; blocking everything is the last."""
    blocked, said = attempt.blocked, attempt.withheld
    rows = {harm.row: harm for harm in attempt.harms if harm.row is not None}
    cells = [
        (change.edit, change.row)
        for change in attempt.settled.changes
        if isinstance(change.edit, CellEdit) and change.row in rows
    ]
    if cells:
        notes = [Withheld(edit.fix, edit.code, rows[row].as_consequence, row) for edit, row in cells if row is not None]
        touched = frozenset((edit.fix, row) for edit, row in cells if row is not None)
        yield blocked._replace(rows=blocked.rows | touched), (*said, *dict.fromkeys(notes))
    codes = _codes_from_last(attempt.settled, attempt.harms[0])
    for fix, code in codes:
        yield (
            blocked._replace(codes=blocked.codes | {code}),
            (*said, Withheld(fix, code, attempt.harms[0].as_consequence)),
        )
    every = tuple(Withheld(fix, code, attempt.harms[0].as_consequence) for fix, code in codes)
    yield blocked._replace(codes=blocked.codes | {code for _, code in codes}), (*said, *every)


def _codes_from_last(settled: Settled, harm: Harm) -> list[tuple[str, str]]:
    """Return fix and code of all that was done: what is likeliest to blame first.

    That are rules of the same pack, as they are about the same things; then the last fix, and its lightest rule.
    """
    done = dict.fromkeys((change.edit.fix, change.edit.code) for change in settled.changes)
    order = [fix.name for fix in FIXES]
    from_last = sorted(done, key=lambda entry: order.index(entry[0]))[::-1]
    return sorted(from_last, key=lambda entry: _pack_of(entry[1]) != _pack_of(harm.code))


def _pack_of(code: str) -> str:
    return code.rstrip("0123456789")
