"""A drawing as shapes with places and classes; the template writes them down as SVG, the style sheet colours them."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle; `tip` is what a pointer resting on it reads."""

    x: float
    y: float
    width: float
    height: float
    style: str
    tip: str = ""


class Label(NamedTuple):
    """A text whose `anchor` (start, middle or end) stands at x, its baseline at y."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


class Drawing(NamedTuple):
    """A picture with the words that stand for it where it cannot be seen; lengths are in units of its own width."""

    name: str
    width: float
    height: float
    title: str
    description: str
    boxes: tuple[Box, ...]
    labels: tuple[Label, ...]


class Key(NamedTuple):
    """What one colour of a drawing means."""

    style: str
    meaning: str
