"""Where reports go: which formats were asked for, and into which files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import click

from sigcheck.formats import SHARED, Style, format_of, write_reports
from sigcheck.report import Report


class Output(NamedTuple):
    """One format, and the file that it is written to; None is standard output."""

    format: str
    file: Path | None
    redact: bool


def outputs_of(formats: Sequence[str], files: Sequence[Path], redact: bool | None) -> list[Output]:
    """Return what to write: the first format into the first file, and so on.

    A file for which no format is left is written in the format that its name ends in; a format for which no file is
    left is printed, and text where nothing else is. Raises click.UsageError where two formats would be printed.
    """
    pairs = [(name or format_of(file), file) for name, file in zip_longest(formats, files) if name or file]
    printed = [name for name, file in pairs if file is None]
    if len(printed) > 1:
        raise click.UsageError(f"{' and '.join(printed)} cannot both be printed: give each its own --output FILE")
    if not pairs:
        pairs = [("text", None)]
    return [Output(name, file, _is_redacted(name, redact)) for name, file in pairs]


def _is_redacted(format_name: str, redact: bool | None) -> bool:
    if redact is not None:
        return redact
    return format_name in SHARED or in_ci()


def in_ci() -> bool:
    """Return whether this runs in a CI job, whose log strangers may read."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def refuse_inputs(files: Iterable[Path], plans: Iterable[Path]) -> None:
    """Raise InputError where a file that is to be written is one that a plan reads, which would be lost."""
    from sigcheck.confinement import is_same
    from sigcheck.errors import InputError
    from sigcheck.paths import label_of

    targets = list(files)
    for plan in plans if targets else ():
        inputs = _inputs_of(plan)
        taken = next((file for file in targets if any(is_same(file, one) for one in inputs)), None)
        if taken is not None:
            text = f"is read by {label_of(plan)}, and is not written over: choose another name"
            raise InputError.at(label_of(taken), text)


def _inputs_of(plan: Path) -> Sequence[Path]:
    from sigcheck.errors import InputError
    from sigcheck.plan import load_plan

    try:
        return load_plan(plan).inputs()
    except InputError:  # which the check will tell
        return [plan]


def write_outputs(outputs: Sequence[Output], reports: Sequence[Report], style: Style) -> None:
    """Write the reports into each file, whole or not at all, and print what goes to standard output.

    Where all goes into files, a line a plan is printed.
    """
    from sigcheck.whole_file import write_whole

    for output in outputs:
        shown = [report.redacted() for report in reports] if output.redact else reports
        if output.file is None:
            write_reports(output.format, shown, sys.stdout, style)
            continue
        text = StringIO()
        write_reports(output.format, shown, text, style)
        write_whole(output.file, text.getvalue())
    if all(output.file is not None for output in outputs):
        write_reports("text", reports, sys.stdout, Style(quiet=True))
