"""Send times as a recipient list writes them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from sigcheck.send_planning.seconds import HOUR, moment_of
from sigcheck.zones import local_to_utc, utc_to_local

_QUARTER = HOUR // 4


class _Clock(NamedTuple):
    """How far a clock is ahead of UTC, and what has to be written behind its time so that it is understood."""

    ahead: timedelta
    suffix: str


class TimeTexts:
    """Writes moments as local time in one zone, the way `parse_send_time` reads them.

    Where clocks go back and a time comes twice, the second names its distance to UTC.
    """

    def __init__(self, zone: str) -> None:
        """Write times of `zone`."""
        self._zone = zone
        self._clocks: dict[int, _Clock] = {}

    def text(self, seconds: int) -> str:
        """Return a moment, given in seconds since 1970 (UTC), as text."""
        quarter = seconds // _QUARTER  # no zone changes its clocks anywhere else
        clock = self._clocks.get(quarter)
        if clock is None:
            clock = self._clocks[quarter] = _clock(moment_of(quarter * _QUARTER), self._zone)
        text = (moment_of(seconds) + clock.ahead).isoformat(" ")
        return text.removesuffix(":00") + clock.suffix


def _clock(at: datetime, zone: str) -> _Clock:
    local = utc_to_local(at, zone)
    ahead = local - at
    if local_to_utc(local, zone)[0] == at:
        return _Clock(ahead, "")
    minutes = abs(ahead) // timedelta(minutes=1)
    return _Clock(ahead, f"{'-' if ahead < timedelta(0) else '+'}{minutes // 60:02}:{minutes % 60:02}")
