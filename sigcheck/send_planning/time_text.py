"""A send time as a recipient list writes it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sigcheck.zones import local_to_utc, utc_to_local


def time_text(at: datetime, zone: str) -> str:
    """Return a moment (UTC) as local time in a zone, as `parse_send_time` reads it.

    Where clocks go back and a time comes twice, the second names its distance to UTC.
    """
    local = utc_to_local(at, zone)
    text = f"{local:%Y-%m-%d %H:%M:%S}" if local.second else f"{local:%Y-%m-%d %H:%M}"
    if local_to_utc(local, zone)[0] == at:
        return text
    offset = (local - at) // timedelta(minutes=1)
    return f"{text}{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
