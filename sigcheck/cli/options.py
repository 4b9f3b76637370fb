"""Options that several commands share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click


class Moment(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """A date and time; UTC unless it carries an offset."""

    name = "YYYY-MM-DD[THH:MM]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the moment in UTC, without a zone."""
        from datetime import timezone

        try:
            moment = datetime.fromisoformat(str(value).replace("Z", "+00:00"))
        except ValueError:
            self.fail(f"'{value}' is not a date such as 2026-11-30T12:00", param, ctx)
        return moment.astimezone(timezone.utc).replace(tzinfo=None) if moment.tzinfo else moment


class Memory(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """An amount of memory, as bytes."""

    name = "SIZE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the bytes of an amount such as 4GB."""
        from sigcheck.sizes import parse_memory_limit

        try:
            return parse_memory_limit(value)
        except ValueError as error:
            self.fail(f"'{value}' {error}", param, ctx)


class Master(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """The address of a Spark master."""

    name = "URL"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address."""
        from sigcheck.plan.values import parse_master

        try:
            return parse_master(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


SECONDS = click.FloatRange(0, 86_400, min_open=True)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def codes(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of an option that may be repeated and may hold several, joined by commas."""
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


def rule_folders(function: Any) -> Any:
    """Add the option `--rules DIR`, which may be repeated."""
    folder = click.Path(path_type=Path)
    return click.option("--rules", multiple=True, type=folder, metavar="DIR", help="Add a folder of rules.")(function)
