"""What DuckDB says when it cannot do as it is told, in one line that says what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping

import duckdb

from sigcheck.errors import InputError, LimitError, QueryError

_DAMAGED = re.compile(r'Failed to read file "(?P<path>[^"]+)": (?P<cause>[^\n]+)')
"""What DuckDB says where a file begins and ends as it should, and cannot be read in between."""

_NO_ROOM = re.compile(r"max_temp_directory_size|Could not write|No space left|[Dd]isk quota|File too large")
"""What it says where what does not fit into memory does not fit on the disk either."""


def refusal(error: Exception, labels: Mapping[str, str]) -> QueryError | InputError:
    """Return the error to raise in place of one of DuckDB's; `labels` are what its users call the files it reads."""
    said = str(error)
    damaged = _DAMAGED.search(said)
    if damaged is not None:
        label = labels.get(damaged["path"], damaged["path"])
        return InputError.at(label, f"is damaged: export it anew ({damaged['cause']})")
    if isinstance(error, duckdb.OutOfMemoryException | duckdb.IOException) and _NO_ROOM.search(said):
        return LimitError(
            "needs more room for temporary files than there is: make it simpler, set TMPDIR to a folder on a disk with "
            "more, or allow more memory with --memory-limit"
        )
    if isinstance(error, duckdb.OutOfMemoryException | MemoryError):
        return LimitError("needs more memory than it may use: make it simpler, or allow more with --memory-limit")
    return QueryError(said.strip().split("\n", maxsplit=1)[0])
