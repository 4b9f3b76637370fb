"""Answers kept for as long as the process lives, as `sigcheck fix` looks at nearly the same list several times."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")

MOST_ANSWERS = 1 << 17
"""Answers of one function that are kept; with more distinct values, those asked for longest ago are forgotten."""


def remembered(function: Callable[_Given, _Answer]) -> Callable[_Given, _Answer]:
    """Return a function of values that keeps its answers, which must depend on nothing else and never change."""
    return cast("Callable[_Given, _Answer]", lru_cache(maxsize=MOST_ANSWERS)(function))
