"""The word lists that ship with sigcheck: plain text, one entry a line, `#` starts a comment."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def ordered_entries(name: str) -> tuple[str, ...]:
    """Return the entries of `data/<name>.txt` in their order; read once a process."""
    text = (Path(__file__).parent / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


@cache
def entries(name: str) -> frozenset[str]:
    """Return the entries of `data/<name>.txt`, as they stand there."""
    return frozenset(ordered_entries(name))


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Return the entries of `data/<name>.txt` as tuples of words."""
    return frozenset(tuple(entry.split()) for entry in entries(name))
