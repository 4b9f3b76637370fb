"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


def codes(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of an option that may be repeated and may hold several, joined by commas."""
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


def rule_folders(function: Any) -> Any:
    """Add the option `--rules DIR`, which may be repeated."""
    folder = click.Path(path_type=Path)
    return click.option("--rules", multiple=True, type=folder, metavar="DIR", help="Add a folder of rules.")(function)
