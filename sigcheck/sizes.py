"""Amounts of memory as people write them."""

from __future__ import annotations

import re

_UNITS = {"b": 1, "bytes": 1, **{f"{letter}b": 1000**power for power, letter in enumerate("kmgt", start=1)}}
_UNITS |= {f"{letter}ib": 1024**power for power, letter in enumerate("kmgt", start=1)}

LEAST_MEMORY = 100_000_000
"""Bytes without which no check could be made."""


def parse_size(written: object) -> int:
    """Return the bytes of `4GB`, `500 MB` or `1.5 GiB`. Raises ValueError for anything else."""
    match = re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ?([A-Za-z]{1,5})", str(written).strip(), re.ASCII)
    unit = _UNITS.get(match[2].lower()) if match else None
    if match is None or unit is None:
        raise ValueError("is not an amount of memory: write one such as 4GB or 500MB")
    return int(float(match[1]) * unit)


def parse_memory_limit(written: object) -> int:
    """Return the bytes of an amount of memory that a check can do with. Raises ValueError for anything else."""
    size = parse_size(written)
    if size < LEAST_MEMORY:
        raise ValueError(f"is too little: at least {LEAST_MEMORY // 1_000_000}MB are needed")
    return size
