"""The JSON report: version 1, stable, and the same for the same input."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from sigcheck import __version__
from sigcheck.formats import Style
from sigcheck.formats.json_text import json_text
from sigcheck.report import Finding, Ignored, PackResult, Related, Report, RuleResult, Unchecked


def write_json(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the reports as one JSON document."""
    document = {
        "version": 1,
        "tool": {"name": "sigcheck", "version": __version__},
        "plans": [plan_of(report) for report in reports],
    }
    stream.write(json_text(document))


def plan_of(report: Report) -> dict[str, Any]:
    """Return one report as the JSON document holds it. Points are rounded to two decimals."""
    return {
        "plan": report.plan,
        "name": report.name,
        "verdict": report.verdict,
        "score": report.score,
        "grade": report.grade,
        "recipients": report.recipients,
        "reasons": list(report.reasons),
        "packs": [_pack(pack) for pack in report.packs],
        "results": [_result(result) for result in report.results],
        "findings": [_finding(finding) for finding in report.findings],
        "omitted": report.omitted,
        "unchecked": [_unchecked(entry) for entry in report.unchecked],
        "ignored": [_ignored(entry) for entry in report.ignored],
    }


def _pack(pack: PackResult) -> dict[str, Any]:
    return {
        "key": pack.key,
        "title": pack.title,
        "points": int(pack.points) if pack.points == int(pack.points) else pack.points,
        "kept": None if pack.kept is None else round(pack.kept, 2),
        "status": pack.status,
    }


def _result(result: RuleResult) -> dict[str, Any]:
    return {
        "code": result.code,
        "name": result.name,
        "severity": result.severity,
        "findings": result.findings,
        "affected": result.affected,
        "deducted": round(result.deducted, 2),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "row": finding.row,
        "recipients": finding.recipients,
        "help": finding.help,
        "fix": finding.fix,
        "related": [_related(place) for place in finding.related],
    }


def _related(place: Related) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "row": place.row, "message": place.message}


def _unchecked(entry: Unchecked) -> dict[str, Any]:
    return {"code": entry.code, "severity": entry.severity, "reason": entry.reason, "remedy": entry.remedy}


def _ignored(entry: Ignored) -> dict[str, Any]:
    told = {"code": entry.code, "reason": entry.reason, "until": entry.until}
    return {**told, "findings": entry.findings, "expired": entry.expired}
