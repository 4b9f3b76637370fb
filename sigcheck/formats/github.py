"""The findings as workflow commands, which GitHub Actions shows as annotations at the lines of a pull request.

Of each kind of annotation GitHub keeps ten a step. Where more was found, the findings of a rule share one, at the first
place, and rules that lost the most points come first; what is then left out is counted in a line of the log. Where the
environment variable GITHUB_STEP_SUMMARY names a file, the Markdown report is added to it.

How commands are written and escaped is the runner's: https://github.com/actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from sigcheck.errors import InputError
from sigcheck.formats import Style
from sigcheck.formats.entries import Entry, entries_of
from sigcheck.formats.markdown import markdown_of
from sigcheck.formats.plain_text import counted, plain, shortened, visible
from sigcheck.report import SEVERITIES, Report, Severity

PER_SEVERITY = 10
"""Annotations of one kind that GitHub keeps of a step."""

MESSAGE_LENGTH = 2_000

PLACES_SHOWN = 20
"""Further places that the annotation of a rule names."""

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


class Annotation(NamedTuple):
    """One annotation: the first finding, which gives it its place, and those that share it."""

    first: Entry
    others: tuple[Entry, ...] = ()
    findings: int = 1


def write_github(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the annotations, then a line a plan with score and verdict.

    Raises InputError where the file that GITHUB_STEP_SUMMARY names cannot be written.
    """
    entries = entries_of(reports)
    for severity in SEVERITIES:
        stream.writelines(f"{line}\n" for line in _lines([entry for entry in entries if _is(entry, severity)]))
    for report in reports:
        stream.write(_log(f"{report.plan}: {report.verdict}, score {report.score:.1f} of 100 ({report.grade})") + "\n")
    _add_summary(reports, style)


def _is(entry: Entry, severity: Severity) -> bool:
    return entry.finding.severity == severity


def _lines(entries: Sequence[Entry]) -> Iterator[str]:
    """Return the commands for the findings of one severity, and a line that counts what is left out."""
    annotations = [Annotation(entry) for entry in entries]
    if len(annotations) > PER_SEVERITY:
        annotations = _one_a_rule(entries)
    yield from map(_command, annotations[:PER_SEVERITY])
    rest = annotations[PER_SEVERITY:]
    if rest:
        codes = ", ".join(dict.fromkeys(annotation.first.finding.code for annotation in rest))
        severity = rest[0].first.finding.severity
        number = sum(annotation.findings for annotation in rest)
        yield _log(f"{counted(number, 'more finding')} of severity {severity}, of {codes}")


def _one_a_rule(entries: Sequence[Entry]) -> list[Annotation]:
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.report.plan, entry.finding.code), []).append(entry)
    annotations = [Annotation(first, tuple(others), first.result.findings) for first, *others in groups.values()]
    return sorted(annotations, key=lambda annotation: -annotation.first.result.deducted)


def _command(annotation: Annotation) -> str:
    entry = annotation.first
    finding = entry.finding
    title = f"{finding.code} {entry.result.name}"
    properties: list[tuple[str, str | int | None]] = [("file", visible(entry.file)), ("line", finding.line)]
    properties += [("col", finding.column if finding.line else None), ("title", visible(title))]
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties if value)
    return f"::{COMMANDS[finding.severity]} {written}::{_escaped(_message(annotation))}"


def _message(annotation: Annotation) -> str:
    finding = annotation.first.finding
    lines = [visible(finding.message), *_others(annotation), visible(finding.help)]
    if finding.line is None and finding.row:
        lines[0] = f"Row {finding.row}: {lines[0]}"
    return shortened("\n".join(lines), MESSAGE_LENGTH)


def _others(annotation: Annotation) -> list[str]:
    if not annotation.others:
        return []
    places = list(dict.fromkeys(_place(other, annotation.first) for other in annotation.others))
    shown = ", ".join(places[:PLACES_SHOWN]) + (", …" if len(places) > PLACES_SHOWN else "")
    return [f"and {annotation.findings - 1:,} more: {shown}"]


def _place(other: Entry, first: Entry) -> str:
    """Return where another finding is: just the line where it is in the same file."""
    if other.finding.line and other.file == first.file:
        return f"line {other.finding.line}"
    return visible(other.finding.place or other.file)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _log(text: str) -> str:
    return f"sigcheck: {plain(text)}"


def _add_summary(reports: Sequence[Report], style: Style) -> None:
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    try:
        with Path(name).open("a", encoding="utf-8") as summary:
            summary.write(markdown_of(reports, style))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError.at(name, f"cannot be written (GITHUB_STEP_SUMMARY): {reason}") from None
