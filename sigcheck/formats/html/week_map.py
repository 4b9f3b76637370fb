"""The sends by weekday and hour, as a map whose cells are the darker the more is sent."""

from __future__ import annotations

from math import ceil, sqrt

from sigcheck.formats.html.drawing import Box, Drawing, Key, Label
from sigcheck.formats.plain_text import counted
from sigcheck.pictures import Hour, Week

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

SHADES = 5
"""Shades of a colour, from few sends to many; each step is one of the square root."""

_LEFT, _COLUMN, _ROW, _GAP = 28, 13, 15, 1
_WIDTH = _LEFT + 24 * _COLUMN
_BOTTOM = 7 * _ROW
_WORKDAYS = 5


def draw_week(week: Week, anchor: str, says: str) -> Drawing:
    """Return the map of a week that has sends, working hours from Monday to Friday in a frame."""
    most = max(hour.sends for hour in week.hours)
    empty = (_cell(weekday, hour, "none") for weekday in range(1, 8) for hour in range(24))
    filled = (_filled(hour, most) for hour in week.hours)
    opens, closes = (_LEFT + minutes / 60 * _COLUMN for minutes in (week.opens, week.closes))
    frame = Box(opens - 0.5, -0.5, closes - opens, _WORKDAYS * _ROW, "frame")
    days = (Label(_LEFT - 5, row * _ROW + 10.5, day, "end") for row, day in enumerate(WEEKDAYS))
    hours = (Label(_LEFT + hour * _COLUMN, _BOTTOM + 11, f"{hour}:00", _anchor(hour)) for hour in range(0, 25, 6))
    return Drawing(
        name=f"{anchor}-week",
        width=_WIDTH,
        height=_BOTTOM + 16,
        title="Sends by weekday and hour",
        description=f"{says} {_busiest(week)}",
        boxes=(*empty, *filled, frame),
        labels=(*days, *hours),
    )


def week_key(week: Week) -> tuple[Key, ...]:
    """Return the colours that occur, and the frame."""
    styles = {_style(hour) for hour in week.hours}
    colours = (Key("in-3", "within working hours"), Key("off-3", "mostly outside, or on a day off"))
    frame = Key("frame", f"Monday to Friday, {_clock(week.opens)} to {_clock(week.closes)}")
    return (*(key for key in colours if key.style.partition("-")[0] in styles), frame)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _style(hour: Hour) -> str:
    return "off" if 2 * hour.off > hour.sends else "in"


def _anchor(hour: int) -> str:
    return {0: "start", 24: "end"}.get(hour, "middle")


def _cell(weekday: int, hour: int, style: str, tip: str = "") -> Box:
    x, y = _LEFT + hour * _COLUMN, (weekday - 1) * _ROW
    return Box(x, y, _COLUMN - _GAP, _ROW - _GAP, style, tip)


def _filled(hour: Hour, most: int) -> Box:
    shade = ceil(SHADES * sqrt(hour.sends / most))
    tip = f"{WEEKDAYS[hour.weekday - 1]} {hour.hour}:00 to {hour.hour + 1}:00: {counted(hour.sends, 'send')}"
    if hour.off:
        tip += f", {hour.off:,} of them off hours"
    return _cell(hour.weekday, hour.hour, f"{_style(hour)}-{shade}", tip)


def _busiest(week: Week) -> str:
    hour = max(week.hours, key=lambda hour: hour.sends)
    return f"The busiest hour is {WEEKDAYS[hour.weekday - 1]} {hour.hour}:00, with {counted(hour.sends, 'send')}."
