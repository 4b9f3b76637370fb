"""Output formats: each module turns reports into text, and decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TextIO

from sigcheck.report import Report

FORMATS = ("text", "json")


class Style(NamedTuple):
    """How much to say, and to whom."""

    quiet: bool = False
    verbose: bool = False


def write_reports(format_name: str, reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the reports to `stream` in the named format, one of `FORMATS`."""
    if format_name == "json":
        from sigcheck.formats.json import write_json

        write_json(reports, stream)
    else:
        from sigcheck.formats.text import write_text

        write_text(reports, stream, style)
