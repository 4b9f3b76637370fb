"""Whether fixes brought anything with them that was not there before: findings, or a lower score."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sigcheck.report import Finding, Report
from sigcheck.rule_run import MAX_FINDINGS
from sigcheck.score import total_score

STALE = "SND002"
"""The rule that any change of the send calls up: the sender has to look again. That is no fault of a fix."""


class Harm(NamedTuple):
    """Something that a fix brought: a finding, in a row of the list on disk where it is about one; or a lower score.

    A lower score has no code.
    """

    code: str
    text: str
    row: int | None = None

    @property
    def place(self) -> tuple[str, int | None]:
        """Return the rule and the row that it is about."""
        return self.code, self.row

    @property
    def is_of_score(self) -> bool:
        """Return whether it is the score that is lower, and no finding that is new."""
        return not self.code

    @property
    def as_consequence(self) -> str:
        """Return it as the reason why a fix was withheld."""
        return self.text if self.is_of_score else f"it would bring {self.code}: {self.text}"


class OnDisk(NamedTuple):
    """A report, and which row of the list on disk each of its rows is."""

    report: Report
    row_on_disk: Callable[[int], int]


def harms(before: OnDisk, after: OnDisk) -> list[Harm]:
    """Return what is worse after than before.

    Where a rule finds single recipients, a finding is new if the rule said nothing of that row; what is found about
    several, about a message or the plan, or more often than can be listed, is counted.
    """
    found = [
        *_new_in_rows(before, after),
        *_more(before.report, after.report),
        *_lower_score(before.report, after.report),
    ]
    return list(dict.fromkeys(found))


def _new_in_rows(before: OnDisk, after: OnDisk) -> Iterator[Harm]:
    earlier, later = before.report.findings, after.report.findings
    of_groups = {finding.code for finding in (*earlier, *later) if not _is_about_one(finding)}
    too_many = {result.code for result in before.report.results if result.findings > MAX_FINDINGS}
    passed_over = of_groups | too_many | {STALE}
    known = {
        (finding.code, before.row_on_disk(finding.row or 0)) for finding in earlier if finding.code not in passed_over
    }
    for finding in later:
        if finding.code not in passed_over:
            row = after.row_on_disk(finding.row or 0)
            if (finding.code, row) not in known:
                yield Harm(finding.code, finding.message, row)


def _is_about_one(finding: Finding) -> bool:
    return finding.row is not None and finding.recipients == 1 and not finding.related


def _more(before: Report, after: Report) -> Iterator[Harm]:
    counts = {result.code: (result.findings, result.affected) for result in before.results}
    for result in after.results:
        findings, affected = counts.get(result.code, (0, 0))
        if result.code != STALE and (result.findings > findings or result.affected > affected):
            first = next(finding for finding in after.findings if finding.code == result.code)
            yield Harm(result.code, first.message)


def _lower_score(before: Report, after: Report) -> Iterator[Harm]:
    one, other = _score(before), _score(after)
    if other < one:
        yield Harm("", f"the score would fall from {one:.1f} to {other:.1f}")


def _score(report: Report) -> float:
    """Return the score as it is without the rule that any change calls up."""
    packs = []
    for pack in report.packs:
        lost = [one.deducted for one in report.results if one.pack == pack.key and one.findings and one.code != STALE]
        kept = None if pack.kept is None else max(0.0, pack.points - math.fsum(sorted(lost)))
        packs.append(pack._replace(kept=kept))
    return total_score(packs)
