"""The report as Markdown for the comment of a pull request: the verdict, the sins, what was found.

It never gets longer than GitHub takes: the more was found, the fewer findings of a rule are shown,
and the rest is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from sigcheck.formats import Style
from sigcheck.formats.markdown_report import overview_head, overview_line, overview_of, report_of
from sigcheck.formats.plain_text import counted
from sigcheck.report import Report

MAX_LENGTH = 65_536
"""Characters of a comment on GitHub; reckoned in bytes here, which are never fewer."""

FINDINGS_PER_RULE = (5, 3, 2, 1, 0)
"""Findings shown of each rule; the next smaller number is taken where the comment would get too long."""

VERBOSE_FINDINGS_PER_RULE = (1_000, 100, 50, 20, 10, *FINDINGS_PER_RULE)


def write_markdown(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the reports as one comment."""
    stream.write(markdown_of(reports, style))


def markdown_of(reports: Sequence[Report], style: Style) -> str:
    """Return the reports as one comment: with as many findings as fit, or else just a line a plan."""
    return next(page for page in _pages(reports, style) if _fits(page))


def _pages(reports: Sequence[Report], style: Style) -> Iterator[str]:
    """Yield the comment in less and less detail."""
    if not style.quiet:
        for per_rule in VERBOSE_FINDINGS_PER_RULE if style.verbose else FINDINGS_PER_RULE:
            parts = [overview_of(reports)] if len(reports) > 1 else []
            yield "\n".join((*parts, *(report_of(report, per_rule) for report in reports)))
    yield overview_of(reports)
    yield _cut_overview(reports)


def _cut_overview(reports: Sequence[Report]) -> str:
    """Return as much of the overview as fits, plans that failed first."""
    page = overview_head(reports)
    ranked = sorted(reports, key=lambda report: ("fail", "incomplete", "pass").index(report.verdict))
    room = MAX_LENGTH - len(page.encode()) - 100  # for the line that counts the rest
    for shown, line in enumerate(map(overview_line, ranked)):
        room -= len(line.encode())
        if room < 0:
            return f"{page}\n… and {counted(len(ranked) - shown, 'more plan')}\n"
        page += line
    return page


def _fits(page: str) -> bool:
    return len(page.encode()) <= MAX_LENGTH
