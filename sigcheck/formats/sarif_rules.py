"""The rules of a check as SARIF reporting descriptors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sigcheck.formats.markdown_text import words
from sigcheck.formats.plain_text import plain, shortened
from sigcheck.report import Report, Severity

DESCRIPTION_LENGTH = 1_024
"""Characters of a rule's description that GitHub takes."""

PROBLEM_SEVERITY: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "recommendation"}
"""Severities by the names that GitHub code scanning filters by."""


class _Rule(NamedTuple):
    code: str
    name: str
    sin: str
    severity: Severity
    why: str = ""
    source: str = ""


def rules_of(reports: Iterable[Report]) -> list[dict[str, Any]]:
    """Return every rule that was checked or could not be, once, in the order of the reports.

    `points` is what the rule took off the score of the plans, in all.
    """
    rules: dict[str, _Rule] = {}
    points: dict[str, float] = {}
    for report in reports:
        for rule in _of(report):
            rules.setdefault(rule.code, rule)
        for result in report.results:
            points[result.code] = points.get(result.code, 0) + result.deducted
    return [_descriptor(rule, round(points.get(rule.code, 0), 2)) for rule in rules.values()]


def _of(report: Report) -> list[_Rule]:
    sins = {pack.key: pack.title for pack in report.packs}
    checked = [_Rule(r.code, r.name, sins[r.pack], r.severity, r.why, r.source) for r in report.results]
    return checked + [_Rule(entry.code, entry.name, sins[entry.pack], entry.severity) for entry in report.unchecked]


def _descriptor(rule: _Rule, points: float) -> dict[str, Any]:
    title = plain(f"{rule.sin}: {rule.name.replace('-', ' ')}")
    why = plain(rule.why) or title
    source = f"Source: {plain(rule.source)}" if rule.source else ""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": shortened(title, DESCRIPTION_LENGTH)},
        "fullDescription": {"text": shortened(why, DESCRIPTION_LENGTH)},
        "help": {
            "text": "\n\n".join(part for part in (why, source) if part),
            "markdown": "\n\n".join(f"_{label}_ {words(text)}" for label, text in _parts(rule, title)),
        },
        "defaultConfiguration": {"level": rule.severity},
        "properties": {
            "tags": [plain(rule.sin)],
            "points": points,
            "problem.severity": PROBLEM_SEVERITY[rule.severity],
        },
    }


def _parts(rule: _Rule, title: str) -> list[tuple[str, str]]:
    """Return the paragraphs of the help, each with its label, so that no text of a rule begins a line."""
    parts = [("Rule:", title), ("Why:", rule.why), ("Source:", rule.source)]
    return [(label, text) for label, text in parts if text]
