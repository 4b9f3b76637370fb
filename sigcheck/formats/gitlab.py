"""The findings as a GitLab Code Quality report, for the widget of a merge request.

The fields are those of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from sigcheck.fingerprint import fingerprints
from sigcheck.formats import Style
from sigcheck.formats.entries import Entry, entries_of
from sigcheck.formats.json_text import json_text
from sigcheck.formats.plain_text import plain
from sigcheck.report import Report, Severity

SEVERITY_OF: dict[Severity, str] = {"error": "critical", "warning": "minor", "note": "info"}


def write_gitlab(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the findings of all plans as one JSON array."""
    entries = entries_of(reports)
    marks = fingerprints(entry.finding for entry in entries)
    issues = [_issue(entry, mark) for entry, mark in zip(entries, marks, strict=True)]
    stream.write(json_text(issues))


def _issue(entry: Entry, fingerprint: str) -> dict[str, Any]:
    """Return one issue. Every issue must have a line: a spreadsheet's is the row, a whole file's the first."""
    return {
        "description": entry.text,
        "check_name": f"{entry.finding.code} {entry.result.name}",
        "fingerprint": fingerprint,
        "severity": SEVERITY_OF[entry.finding.severity],
        "location": {
            "path": plain(entry.file),
            "lines": {"begin": entry.finding.line or entry.finding.row or 1},
        },
    }
