"""The findings in SARIF 2.1.0, for GitHub code scanning and others: one run, with an invocation a plan.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html tells the format, and
https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning what GitHub
reads of it. Only what is wrong is a result, as GitHub makes an alert of every result, whatever its kind; rules that
found nothing are listed among the rules, and those that could not be checked are notifications.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from sigcheck import __version__
from sigcheck.fingerprint import fingerprints
from sigcheck.formats import Style
from sigcheck.formats.entries import Entry, entries_of, gravest_first
from sigcheck.formats.json_text import json_text
from sigcheck.formats.plain_text import counted, plain
from sigcheck.formats.sarif_locations import location_of, related_locations_of
from sigcheck.formats.sarif_rules import rules_of
from sigcheck.report import Ignored, Report, Unchecked

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

MAX_RESULTS = 25_000
"""Results of a run beyond which GitHub rejects the whole file."""

STATUS = {
    "pass": "Nothing that fails was found, and all that matters was checked",
    "fail": "The send must not go out as it is",
    "incomplete": "Nothing that fails was found, but a rule of severity error could not be checked",
}


def write_sarif(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the reports as one SARIF log."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(reports)]}
    stream.write(json_text(log))


def _run(reports: Sequence[Report]) -> dict[str, Any]:
    rules = rules_of(reports)
    indices = {rule["id"]: index for index, rule in enumerate(rules)}
    entries = gravest_first(entries_of(reports))
    left_out = max(0, len(entries) - MAX_RESULTS)
    return {
        "tool": {"driver": {"name": "sigcheck", "semanticVersion": __version__, "rules": rules}},
        "automationDetails": {"id": "sigcheck/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder that sigcheck was run in"}}},
        "invocations": [_invocation(report, indices) for report in reports] or [{"executionSuccessful": True}],
        "results": _results(entries[:MAX_RESULTS], reports, indices),
        "properties": {"plans": [_plan(report) for report in reports], "resultsLeftOut": left_out},
    }


def _plan(report: Report) -> dict[str, Any]:
    return {
        "plan": plain(report.plan),
        "name": plain(report.name),
        "verdict": report.verdict,
        "score": report.score,
        "grade": report.grade,
        "recipients": report.recipients,
    }


def _invocation(report: Report, indices: dict[str, int]) -> dict[str, Any]:
    """Return what checking one plan came to: the exit status it calls for, and what was not checked or not listed."""
    score = f"score {report.score:.1f} of 100 ({report.grade})"
    notifications = [_not_checked(entry, indices[entry.code]) for entry in report.unchecked]
    notifications += [_set_aside(entry) for entry in report.ignored]
    if report.omitted:
        text = f"{plain(report.plan)}: {counted(report.omitted, 'further finding')} of rules that found very many"
        notifications.append({"level": "note", "message": {"text": text}})
    return {
        "executionSuccessful": True,
        "exitCode": report.exit_status,
        "exitCodeDescription": f"{plain(report.plan)}: {report.verdict}, {score}. {STATUS[report.verdict]}.",
        "toolConfigurationNotifications": notifications,
    }


def _not_checked(entry: Unchecked, index: int) -> dict[str, Any]:
    """Return the notification of a rule that could not be checked; what the plan says on purpose is worth a note."""
    remedy = f": {entry.remedy}" if entry.remedy else ""
    return {
        "level": "note" if entry.on_purpose or entry.severity == "note" else "warning",
        "message": {"text": plain(f"{entry.code} {entry.name} was not checked, {entry.reason}{remedy}")},
        "associatedRule": {"id": entry.code, "index": index},
    }


def _set_aside(entry: Ignored) -> dict[str, Any]:
    """Return the notification of findings that are ignored, which GitHub would show if they were suppressed results."""
    told = f"the day to ignore it until, {entry.until}, has passed" if entry.expired else f"{entry.findings:,} ignored"
    return {"level": "note", "message": {"text": plain(f"{entry.code}: {told} ({entry.reason})")}}


def _results(entries: Sequence[Entry], reports: Sequence[Report], indices: dict[str, int]) -> list[dict[str, Any]]:
    plans = {report.plan: index for index, report in enumerate(reports)}
    marks = fingerprints(entry.finding for entry in entries)
    return [
        {**_result(entry, mark), "ruleIndex": indices[entry.finding.code], "provenance": _provenance(plans, entry)}
        for entry, mark in zip(entries, marks, strict=True)
    ]


def _provenance(plans: dict[str, int], entry: Entry) -> dict[str, int]:
    return {"invocationIndex": plans[entry.report.plan]}


def _result(entry: Entry, fingerprint: str) -> dict[str, Any]:
    finding = entry.finding
    properties = {"plan": plain(entry.report.plan), "recipients": finding.recipients, "fix": finding.fix}
    result = {
        "ruleId": finding.code,
        "kind": "fail",
        "level": finding.severity,
        "message": {"text": _unlinked(entry.text)},
        "locations": [location_of(entry.file, finding.line, finding.column, finding.row)],
        "partialFingerprints": _fingerprints(entry, fingerprint),
        "properties": {name: value for name, value in properties.items() if value is not None},
    }
    if finding.related:
        result["relatedLocations"] = related_locations_of(entry)
    return result


def _fingerprints(entry: Entry, fingerprint: str) -> dict[str, str]:
    """Return our fingerprint, and for a finding without a line GitHub's own too.

    Where there is a line, GitHub's upload reckons its own from the text of the line, and warns of any other.
    """
    ours = {"sigcheckFinding/v1": fingerprint}
    return ours if entry.finding.line else {"primaryLocationLineHash": fingerprint, **ours}


def _unlinked(text: str) -> str:
    """Return a text in which viewers find no `[text](address)`, which SARIF has them show as a link."""
    return text.replace("](", "\\](")
