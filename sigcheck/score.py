"""The arithmetic of the score: from what the rules found to points, grade and verdict."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sigcheck.report import SEVERITIES, PackResult, PackStatus, Severity, Verdict

GRADES = ((90, "A"), (80, "B"), (70, "C"), (60, "D"))
"""Lowest score of each grade; F below them all."""


class PackTally(NamedTuple):
    """What is known of a pack once its rules have run.

    `deductions` holds the points that each firing rule takes; `checked`, `unchecked` and `ignored` count
    the rules that apply, where `unchecked` leaves out what the plan says on purpose does not exist.
    """

    key: str
    title: str
    points: float
    deductions: tuple[float, ...]
    checked: int
    unchecked: int
    ignored: int


def deduction(deduct: float, per: str, affected: int, recipients: int) -> float:
    """Return the points a firing rule takes: `deduct × √(affected ÷ recipients)`, or `deduct` for the whole send.

    The root, because one odd name in a hundred already gets talked about.
    """
    if affected <= 0:
        return 0.0
    if per == "send" or recipients <= 0:
        return deduct
    return deduct * math.sqrt(min(1.0, affected / recipients))


def pack_result(tally: PackTally) -> PackResult:
    """Return the points that a pack keeps, never under 0, and its state.

    A pack none of whose rules could be checked keeps nothing and puts nothing at stake: `kept` is None.
    """
    if tally.checked == 0 and tally.ignored == 0:
        return PackResult(tally.key, tally.title, tally.points, None, "unchecked")
    kept = max(0.0, tally.points - math.fsum(sorted(tally.deductions)))
    return PackResult(tally.key, tally.title, tally.points, kept, _status(tally))


def _status(tally: PackTally) -> PackStatus:
    if tally.deductions:
        return "failed"
    if tally.ignored:
        return "ignored"
    return "unchecked" if tally.unchecked else "passed"


def total_score(packs: Iterable[PackResult]) -> float:
    """Return 100 × points kept ÷ points at stake, cut (not rounded) to one decimal: 100.0 means that nothing was lost.

    Where nothing was at stake, nothing was shown to be right either: 0.
    """
    checked = [(pack.points, pack.kept) for pack in packs if pack.kept is not None]
    at_stake = math.fsum(sorted(points for points, _ in checked))
    if at_stake == 0:
        return 0.0
    share = 100 * math.fsum(sorted(kept for _, kept in checked)) / at_stake
    return math.floor(round(share * 10, 9)) / 10


def grade_of(score: float) -> str:
    """Return the school grade of a score: A from 90, B from 80, C from 70, D from 60, else F."""
    return next((grade for lowest, grade in GRADES if score >= lowest), "F")


def is_at_or_above(severity: Severity, threshold: Severity) -> bool:
    """Return whether `severity` is at least as grave as `threshold`."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(threshold)


def verdict_of(
    severities: Sequence[Severity],
    score: float,
    unchecked_errors: int,
    fail_on: Severity,
    fail_under: float | None,
) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict and the reasons for it, in plain words.

    `severities` are those of the rules that found something; `unchecked_errors` counts rules of severity
    error that apply and could not be checked, leaving out what the plan says on purpose does not exist.
    """
    reasons = []
    grave = sum(1 for severity in severities if is_at_or_above(severity, fail_on))
    if grave:
        gravity = "severity error" if fail_on == "error" else f"severity {fail_on} or worse"
        reasons.append(f"{grave} {_plural('rule', grave)} of {gravity} found something")
    if fail_under is not None and score < fail_under:
        reasons.append(f"the score is under {fail_under:g}")
    if reasons:
        return "fail", tuple(reasons)
    if unchecked_errors:
        rules = f"{unchecked_errors} {_plural('rule', unchecked_errors)} of severity error"
        return "incomplete", (f"{rules} could not be checked",)
    return "pass", ()


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"
