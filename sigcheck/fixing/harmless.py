"""Fixes applied so that nothing is worse afterwards: what would bring a finding, or a lower score, is withheld."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import NamedTuple, TypeAlias

from sigcheck.fixes.catalogue import FIXES, fix_named
from sigcheck.fixes.edits import CellEdit, Withheld
from sigcheck.fixes.fix import Stage
from sigcheck.fixing.draft import Draft
from sigcheck.fixing.harm import Harm, OnDisk, harms
from sigcheck.fixing.look import Look
from sigcheck.fixing.settle import Blocked, Change, Settled, Task, look_at, settle
from sigcheck.private_folder import private_folder
from sigcheck.report import Report

DEMANDED_BY_LAW = frozenset({"OPT003"})
"""Rules whose findings are mended though fewer recipients then share the points that are lost elsewhere."""


MAX_REPEATS = 5
"""Times that fixing is repeated where something was withheld; the second time hardly ever finds anything."""


class Harmless(NamedTuple):
    """A draft that is nowhere worse than the files on disk: how it came about, and what was withheld to that end."""

    settled: Settled
    withheld: tuple[Withheld, ...]


_Remedy: TypeAlias = tuple[Blocked, tuple[Withheld, ...]]


class _Attempt(NamedTuple):
    """A draft after all fixes but those that were blocked; what is worse in it, and why something was withheld."""

    settled: Settled
    blocked: Blocked
    harms: tuple[Harm, ...]
    withheld: tuple[Withheld, ...]


class _Start(NamedTuple):
    """What attempts start from: a draft, the look at it, and the report on it."""

    task: Task
    draft: Draft
    look: Look
    report: Report


def settle_without_harm(task: Task, first: Look, before: Report) -> Harmless:
    """Return the draft after all fixes that do no harm; fixing it again changes nothing.

    Most often this is one run. Where something was withheld, the draft is fixed again until nothing more is to be done:
    what would have done harm before need not do so any longer.
    """
    attempt = _harmless(_Start(task, Draft(), first, before))
    changes = attempt.settled.changes
    for _ in range(MAX_REPEATS):
        if not attempt.withheld:
            break
        with private_folder() as folder:
            draft, report = attempt.settled.draft, attempt.settled.report
            with look_at(task, draft, first, folder) if draft.files else nullcontext(first) as look:
                attempt = _harmless(_Start(task, draft, look, report))
        changes = (*changes, *attempt.settled.changes)
        if not attempt.settled.changes:
            break
    return Harmless(attempt.settled._replace(changes=changes), (*attempt.withheld, *attempt.settled.withheld))


def _harmless(start: _Start) -> _Attempt:
    """Return the draft after all fixes that do no harm.

    Where something is worse after them, the edits of the very rows that are found fault with are withheld; else all
    that is done for the rule likeliest to blame, or for another, until nothing is worse.
    """
    attempt = _attempt(start, Blocked(), ())
    while attempt.harms:
        attempt = _without_first_harm(start, attempt)
    return attempt


def _without_first_harm(start: _Start, attempt: _Attempt) -> _Attempt:
    """Return an attempt that withholds enough for the first harm to be gone, and little more."""
    suspects = _suspects(attempt)
    for remedy in (_without_cells(attempt), _without_codes(attempt, suspects[:1])):
        if remedy is not None and _is_better(other := _attempt(start, *remedy), attempt):
            return other
    return _narrowed_down(start, attempt, suspects[1:]) or _attempt(start, *_without_codes(attempt, suspects))


def _narrowed_down(start: _Start, attempt: _Attempt, suspects: Sequence[tuple[str, str]]) -> _Attempt | None:
    """Return an attempt without all that is done for the rule to blame, which is found by halving the suspects.

    Where no rule alone is to blame several are withheld; None where no half is.
    """
    best: _Attempt | None = None
    while suspects:
        half = suspects[: (len(suspects) + 1) // 2]
        other = _attempt(start, *_without_codes(attempt, half))
        if _is_better(other, attempt):
            best, suspects = other, half if len(half) > 1 else ()
        else:
            suspects = suspects[len(half) :]
    return best


def _is_better(other: _Attempt, attempt: _Attempt) -> bool:
    """Return whether the first harm is gone, and not at the price of more others."""
    gone = attempt.harms[0].place not in {harm.place for harm in other.harms}
    return gone and len(other.harms) <= len(attempt.harms)


def _attempt(start: _Start, blocked: Blocked, withheld: tuple[Withheld, ...]) -> _Attempt:
    settled = settle(start.task, start.draft, start.look, blocked)
    found = harms(OnDisk(start.report, start.draft.row_on_disk), OnDisk(settled.report, settled.draft.row_on_disk))
    if {change.edit.code for change in settled.changes} <= DEMANDED_BY_LAW:
        found = [harm for harm in found if not harm.is_of_score]
    return _Attempt(settled, blocked, tuple(found), withheld)


def _without_cells(attempt: _Attempt) -> _Remedy | None:
    """Return how to block what was done to the cells of rows that are worse; None where nothing was."""
    rows = {one.row: one for one in attempt.harms if one.row is not None}
    cells = [
        (change.edit, change.row)
        for change in attempt.settled.changes
        if isinstance(change.edit, CellEdit) and change.row is not None and change.row in rows and _is_of_value(change)
    ]
    if not cells:
        return None
    notes = [Withheld(edit.fix, edit.code, rows[row].as_consequence, row) for edit, row in cells]
    touched = frozenset((edit.fix, row) for edit, row in cells)
    blocked = attempt.blocked._replace(rows=attempt.blocked.rows | touched)
    return blocked, (*attempt.withheld, *dict.fromkeys(notes))


def _without_codes(attempt: _Attempt, codes: Sequence[tuple[str, str]]) -> _Remedy:
    """Return how to block all that was done for rules, given with their fixes."""
    notes = [Withheld(fix, code, attempt.harms[0].as_consequence) for fix, code in codes]
    blocked = attempt.blocked._replace(codes=attempt.blocked.codes | {code for _, code in codes})
    return blocked, (*attempt.withheld, *notes)


def _is_of_value(change: Change) -> bool:
    fix = fix_named(change.edit.fix)
    return fix is not None and fix.stage == Stage.VALUES


def _suspects(attempt: _Attempt) -> list[tuple[str, str]]:
    """Return fix and code of all that was done: what is likeliest to blame for the first harm comes first.

    That are rules of the same pack, as they are about the same things; then the last fix, and its lightest rule.
    """
    harm = attempt.harms[0]
    done = dict.fromkeys((change.edit.fix, change.edit.code) for change in attempt.settled.changes)
    order = [fix.name for fix in FIXES]
    from_last = sorted(done, key=lambda entry: order.index(entry[0]))[::-1]
    return sorted(from_last, key=lambda entry: _pack_of(entry[1]) != _pack_of(harm.code))


def _pack_of(code: str) -> str:
    return code.rstrip("0123456789")
