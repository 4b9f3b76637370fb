"""The findings of all plans one by one, each with its plan and rule, for formats that are lists of findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sigcheck.formats.plain_text import plain
from sigcheck.report import SEVERITIES, Finding, Report, RuleResult


class Entry(NamedTuple):
    """One finding of one plan, and the result of the rule that made it."""

    report: Report
    result: RuleResult
    finding: Finding

    @property
    def file(self) -> str:
        """Return the file that the finding is in; the plan where it is in none."""
        return self.finding.file or self.report.plan

    @property
    def sin(self) -> str:
        """Return the title of the rule's pack."""
        return next(pack.title for pack in self.report.packs if pack.key == self.result.pack)

    @property
    def text(self) -> str:
        """Return what is wrong and what to do about it, as sentences in one line."""
        return f"{_sentence(self.finding.message)} {_sentence(self.finding.help)}".strip()


def entries_of(reports: Iterable[Report]) -> list[Entry]:
    """Return the findings in the order of the reports."""
    entries = []
    for report in reports:
        results = {result.code: result for result in report.results}
        entries += [Entry(report, results[finding.code], finding) for finding in report.findings]
    return entries


def findings_by_rule(report: Report) -> dict[str, list[Finding]]:
    """Return the findings of each rule that found something, by its code, in the order of the report."""
    groups: dict[str, list[Finding]] = {}
    for finding in report.findings:
        groups.setdefault(finding.code, []).append(finding)
    return groups


def gravest_first(entries: Sequence[Entry]) -> list[Entry]:
    """Return the findings by severity; within one severity they keep their order."""
    return sorted(entries, key=lambda entry: SEVERITIES.index(entry.finding.severity))


def _sentence(text: str) -> str:
    shown = plain(text)
    return shown if not shown or shown.endswith((".", "!", "?", "…")) else f"{shown}."
