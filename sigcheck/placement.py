"""What a rule's result says of the place and size of a finding, in its reserved columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sigcheck.wording import shown

_NUMBERS = {"line": 1, "column": 1, "row": 1, "recipients": 0}
"""Columns that hold whole numbers, and the least of them."""

_MOST = 2**31


def placed(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of a result, its places and sizes as whole numbers. Raises ValueError for any that is none."""
    numbers: dict[str, Any] = {
        name: _whole(name, record[name], least) for name, least in _NUMBERS.items() if record.get(name) is not None
    }
    rows = record.get("related_rows")
    if rows is not None:
        if not isinstance(rows, list):
            raise ValueError(f"column 'related_rows' of the result must hold lists of rows, not {shown(rows)}")
        numbers["related_rows"] = [_whole("related_rows", row, 1) for row in rows if row is not None]
    file = record.get("file")
    if file is not None and not isinstance(file, str):
        raise ValueError(f"column 'file' of the result must hold text, not {shown(file)}")
    return {**record, **numbers}


def _whole(name: str, value: Any, least: int) -> int:
    try:
        if not isinstance(value, bool | str) and int(value) == value and least <= value < _MOST:
            return int(value)
    except (ValueError, TypeError, ArithmeticError):
        pass  # a date, a struct, an infinite number …
    raise ValueError(f"column '{name}' of the result must hold whole numbers from {least} on, not {shown(value)}")
