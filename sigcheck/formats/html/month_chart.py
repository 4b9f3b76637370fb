"""Emails per recipient by month: earlier ones, branded and signature-driven, and what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor, log10

from sigcheck.formats.html.drawing import Box, Drawing, Key, Label
from sigcheck.pictures import Month

_LEFT, _TOP, _WIDTH, _BASE, _HEIGHT = 26, 6, 340, 112, 128
_WIDEST_BAR = 22
_LABELLED = 6
"""Months that are named below the bars, about."""

_KINDS = (
    ("branded", "branded"),
    ("signature", "signature-driven"),
    ("other_plans", "planned elsewhere"),
    ("this_send", "this send"),
)


def months_key(months: Sequence[Month]) -> tuple[Key, ...]:
    """Return the kinds of email that occur, in the order in which they are stacked."""
    return tuple(Key(kind, meaning) for kind, meaning in _KINDS if any(getattr(month, kind) for month in months))


def draw_months(months: Sequence[Month], recipients: int, anchor: str, says: str) -> Drawing:
    """Return stacked bars, a month each, of emails per recipient."""
    people = recipients or 1
    ticks = _ticks(max(month.emails for month in months) / people)
    scale = (_BASE - _TOP) / ticks[-1]
    step = (_WIDTH - _LEFT) / len(months)
    lines = (Box(_LEFT, _BASE - tick * scale - 0.25, _WIDTH - _LEFT, 0.5, "line") for tick in ticks)
    bars = (
        box
        for number, month in enumerate(months)
        for box in _bar(month, _LEFT + step * (number + 0.5), min(step * 0.76, _WIDEST_BAR), scale / people)
    )
    every = ceil(len(months) / _LABELLED)
    names = (
        Label(_LEFT + step * (number + 0.5), _HEIGHT - 3, f"{month.first_day:%b %y}")
        for number, month in enumerate(months)
        if number % every == 0
    )
    values = (Label(_LEFT - 5, _BASE - tick * scale + 3, f"{tick:g}", "end") for tick in ticks)
    return Drawing(
        name=f"{anchor}-months",
        width=_WIDTH,
        height=_HEIGHT,
        title="Emails per recipient by month",
        description=says,
        boxes=(*lines, *bars),
        labels=(*values, *names),
    )


def _bar(month: Month, middle: float, width: float, scale: float) -> Iterable[Box]:
    y = float(_BASE)
    for kind, meaning in _KINDS:
        emails = getattr(month, kind)
        if emails:
            y -= emails * scale
            tip = f"{month.first_day:%B %Y}, {meaning}: {emails:,}"
            yield Box(middle - width / 2, y, width, emails * scale, kind, tip)


def _ticks(most: float) -> tuple[float, ...]:
    """Return round values from 0 to at least `most`, in two to five steps."""
    size = 10 ** floor(log10(most / 2))
    step = next(factor * size for factor in (1, 2, 2.5, 5, 10) if most <= 4 * factor * size)
    return tuple(step * number for number in range(ceil(round(most / step, 9)) + 1))
