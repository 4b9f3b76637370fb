"""Searching among values of which all suit from some value on."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def first_that_suits(values: Sequence[int], suits: Callable[[int], bool]) -> int | None:
    """Return the first value that suits, where all after it do too; None where none does.

    It is looked for by leaps, then by halves.
    """
    low, high, leap = 0, min(1, len(values)) - 1, 2
    while low <= high and not suits(values[high]):
        low, high, leap = high + 1, min(high + leap, len(values) - 1), 2 * leap
    if low > high:
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if suits(values[middle]) else (middle + 1, high)
    return values[high]
