"""Output formats: each module turns reports into text, and decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, TextIO

from sigcheck.report import Report

SHARED = frozenset({"github", "gitlab", "junit", "markdown", "sarif"})
"""Formats that others than the senders read, and so redacted unless asked otherwise."""

ILLUSTRATED = frozenset({"html"})
"""Formats that draw pictures, and so need the numbers for them (`Options.pictures`)."""

_BY_SUFFIX = {".csv": "csv", ".html": "html", ".json": "json", ".md": "markdown", ".sarif": "sarif", ".xml": "junit"}

FORMATS = ("text", "json", "html", "markdown", "sarif", "junit", "github", "gitlab", "csv")


class Style(NamedTuple):
    """How much to say: one line a plan, every finding, a line a rule."""

    quiet: bool = False
    verbose: bool = False
    statistics: bool = False


def format_of(path: Path) -> str:
    """Return the format that a file's name ends in; text where it says none."""
    return _BY_SUFFIX.get(path.suffix.lower(), "text")


def write_reports(format_name: str, reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the reports to `stream` in the named format, one of `FORMATS`.

    Its module, `sigcheck.formats.<format>`, has a function `write_<format>(reports, stream, style)`.
    """
    module = import_module(f"sigcheck.formats.{format_name}")
    write: Callable[[Sequence[Report], TextIO, Style], None] = getattr(module, f"write_{format_name}")
    write(reports, stream, style)
