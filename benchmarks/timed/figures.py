"""Figures as tables show them."""

from __future__ import annotations


def count(number: int) -> str:
    return f"{number:,}"


def seconds(duration: float) -> str:
    return f"{duration:.2f}" if duration < 10 else f"{duration:,.1f}"


def bytes_of(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"


def ratio(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def share(value: float) -> str:
    return f"{value * 100:.0f} %"
