"""Findings that were there when a repository began to be checked, so that only new ones are told.

The file holds digests only: by plan, as seen from the file's own folder, and by rule.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sigcheck.errors import InputError
from sigcheck.fingerprint import fingerprints
from sigcheck.paths import label_of
from sigcheck.plan import Plan
from sigcheck.readable_file import read_bytes
from sigcheck.report import Finding, Ignored, Report
from sigcheck.rule_check import CheckedRule
from sigcheck.rule_run import Outcome
from sigcheck.whole_file import write_whole

REASON = "in the baseline"

_VERSION = 1

_MAX_BYTES = 100_000_000
"""Size a baseline may have: a thousand plans, each with a thousand findings of each of a dozen rules."""


class Known(NamedTuple):
    """What was known of one rule: how many findings in all, and the fingerprints of those that were listed."""

    total: int
    fingerprints: frozenset[str]


class Baseline(NamedTuple):
    """A baseline file: by plan (as seen from the file's folder) and code, what was known."""

    path: Path
    plans: Mapping[str, Mapping[str, Known]]

    def of(self, plan: Plan) -> Mapping[str, Known]:
        """Return what was known of a plan, by code."""
        return self.plans.get(_name_of(plan.path, self.path), {})


def read_baseline(path: Path) -> Baseline:
    """Return a baseline file. Raises InputError, in one line, where it is none."""
    label = label_of(path)
    try:
        document = json.loads(read_bytes(path, label, _MAX_BYTES))
        if document["version"] != _VERSION:
            raise ValueError("is of another version")
        plans = {
            name: {code: Known(int(entry["total"]), frozenset(entry["findings"])) for code, entry in codes.items()}
            for name, codes in document["plans"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError.at(label, "is no baseline: write one with --write-baseline") from None
    return Baseline(path, plans)


def write_baseline(path: Path, reports: Sequence[Report]) -> int:
    """Write what the reports found, whole or not at all; return how many findings that is."""
    plans = {_name_of(Path(report.plan), path): _known(report) for report in reports}
    text = json.dumps({"version": _VERSION, "plans": plans}, indent=1, sort_keys=True, ensure_ascii=False)
    write_whole(path, f"{text}\n")
    return sum(result.findings for report in reports for result in report.results)


def _known(report: Report) -> dict[str, Any]:
    totals = {result.code: result.findings for result in report.results if result.findings}
    return {
        code: {"total": total, "findings": sorted(_prints(report.plan, _of(report.findings, code)))}
        for code, total in totals.items()
    }


def _of(findings: Iterable[Finding], code: str) -> list[Finding]:
    return [finding for finding in findings if finding.code == code]


def without_known(checked: Sequence[CheckedRule], known: Mapping[str, Known], plan_label: str) -> list[CheckedRule]:
    """Return the rules with what the baseline knows set aside; `plan_label` is the plan as findings name files."""
    return [_without(entry, known.get(entry.loaded.code), plan_label) for entry in checked]


def _without(entry: CheckedRule, known: Known | None, plan_label: str) -> CheckedRule:
    outcome = entry.outcome
    if known is None or outcome is None or not outcome.total:
        return entry
    if outcome.total > len(outcome.findings):
        # Not all of so many are at hand to compare: the rule is known as long as it finds no more than it did.
        is_known = [outcome.total <= known.total] * len(outcome.findings)
    else:
        is_known = [one in known.fingerprints for one in _prints(plan_label, outcome.findings)]
    old = tuple(finding for finding, is_old in zip(outcome.findings, is_known, strict=True) if is_old)
    if not old:
        return entry
    new = tuple(finding for finding, is_old in zip(outcome.findings, is_known, strict=True) if not is_old)
    total = len(old) if new else outcome.total
    ignored = Ignored(entry.loaded.code, entry.pack.header.key, REASON, None, total, old)
    left = outcome._replace(findings=new, total=len(new), affected=_affected(new, outcome)) if new else None
    return entry._replace(outcome=left, ignored=(*entry.ignored, ignored))


def _affected(findings: Sequence[Finding], outcome: Outcome) -> int:
    """Return how many recipients findings affect, as the rule counted them: by size, or by the rows that they name."""
    rows = {finding.row for finding in outcome.findings if finding.row is not None}
    if outcome.affected == len(rows):
        return len({finding.row for finding in findings if finding.row is not None})
    return sum(finding.recipients for finding in findings)


def _prints(plan_label: str, findings: Sequence[Finding]) -> list[str]:
    """Return fingerprints that are the same from wherever the check is run: files as seen from the plan's folder."""
    folder = plan_label.rpartition("/")[0]
    return fingerprints([finding._replace(file=_near(finding.file, folder)) for finding in findings])


def _near(file: str | None, folder: str) -> str | None:
    return file.removeprefix(f"{folder}/") if file and folder else file


def _name_of(plan: Path, baseline: Path) -> str:
    return Path(os.path.relpath(os.path.abspath(plan), os.path.abspath(baseline.parent))).as_posix()  # noqa: PTH100
