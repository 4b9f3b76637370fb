"""The findings as a table for a spreadsheet: RFC 4180, one finding a row."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from typing import TextIO

from sigcheck.formats import Style
from sigcheck.formats.entries import Entry, entries_of
from sigcheck.formats.plain_text import plain
from sigcheck.report import Report

COLUMNS = (
    "plan",
    "code",
    "name",
    "sin",
    "severity",
    "file",
    "line",
    "column",
    "row",
    "recipients",
    "message",
    "help",
    "fix",
)

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads a UTF-8 file in the encoding of its country."""

_FORMULA = re.compile(r"(^|;)(?=[\s\"']*[=+\-@\t\r＝＋－＠])")
"""What a spreadsheet would calculate, at the start of a cell or after what some countries' settings split cells at.

The signs are those of https://owasp.org/www-community/attacks/CSV_Injection.
"""


def write_csv(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write a row a finding under a header.

    A text that a spreadsheet would take for a formula gets a leading apostrophe, which says that it is text.
    """
    stream.write(BYTE_ORDER_MARK)
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([safe_cell(value) for value in _row(entry)] for entry in entries_of(reports))


def _row(entry: Entry) -> tuple[str | int | None, ...]:
    finding = entry.finding
    return (
        entry.report.plan,
        finding.code,
        entry.result.name,
        entry.sin,
        finding.severity,
        finding.file,
        finding.line,
        finding.column,
        finding.row,
        finding.recipients,
        finding.message,
        finding.help,
        finding.fix,
    )


def safe_cell(value: str | int | None) -> str | int:
    """Return a value as a cell that no spreadsheet calculates or hides anything in; nothing as an empty one."""
    if value is None:
        return ""
    return value if isinstance(value, int) else _FORMULA.sub(r"\1'", plain(value))
