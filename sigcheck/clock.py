"""The present, by a clock that can be believed."""

from __future__ import annotations

from datetime import datetime, timezone

from sigcheck.errors import InputError

_EARLIEST = datetime(2025, 1, 1)
"""Nothing of what sigcheck checks is older than this: a clock that says so was never set."""


def utc_now() -> datetime:
    """Return the present (UTC, naive). Raises InputError where the clock was never set: all would lie ahead of it."""
    now = datetime.now(timezone.utc).replace(tzinfo=None)
    if now < _EARLIEST:
        text = f"the clock of this computer says {now:%Y-%m-%d}: set it, or say with --now when to check as of"
        raise InputError.at("sigcheck", text)
    return now
