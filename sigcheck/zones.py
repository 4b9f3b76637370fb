"""Time zones: the tz database of the package `tzdata`, and the way between local time and UTC.

The operating system's copy, which `zoneinfo` would prefer, is passed over: it may be years older, and a plan has to be
judged alike on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@cache
def zone_names() -> Mapping[str, str]:
    """Return the names of all zones, by their names in lower case."""
    names = (tzdata_folder() / "zones").read_text(encoding="utf-8").split()
    return {name.lower(): name for name in names}


@cache
def zone_info(name: str) -> ZoneInfo:
    """Return the zone of that name, in whatever case.

    Raises ZoneInfoNotFoundError where there is none.
    """
    key = zone_names().get(name.lower())
    if key is None:
        raise ZoneInfoNotFoundError(f"no time zone is named {name!r}")
    with (tzdata_folder() / "zoneinfo" / key).open("rb") as stream:
        return ZoneInfo.from_file(stream, key=key)


@cache
def tzdata_folder() -> Path:
    """Return the folder of the package `tzdata`."""
    import tzdata

    return Path(tzdata.__file__).parent


def utc_to_local(at: datetime, zone: str) -> datetime:
    """Return the local time (naive) in `zone` at a moment given in UTC (naive)."""
    info = zone_info(zone)
    return info.fromutc(at.replace(tzinfo=info)).replace(tzinfo=None, fold=0)


def local_to_utc(local: datetime, zone: str) -> tuple[datetime, str | None]:
    """Return the moment (UTC, naive) of a local time (naive) in `zone`, and what is wrong with that time, if anything.

    A time that occurs twice, when clocks go back, is taken as the first. A time that clocks skip when they go forward
    does not exist: the moment is then that of the time as many minutes later as clocks skip.
    """
    aware = local.replace(tzinfo=zone_info(zone), fold=0)
    at = aware.astimezone(timezone.utc).replace(tzinfo=None)
    if utc_to_local(at, zone) == local.replace(tzinfo=None, fold=0):
        return at, None
    return at, f"{local:%H:%M on %Y-%m-%d} does not exist in {zone}: clocks go forward then"
