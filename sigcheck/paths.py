"""Paths as the user should read them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_HOMES: ContextVar[Mapping[Path, Path] | None] = ContextVar("homes", default=None)


@contextmanager
def homes(known: Mapping[Path, Path]) -> Iterator[None]:
    """Have files meanwhile be called as those in whose place they are read."""
    token = _HOMES.set(known)
    try:
        yield
    finally:
        _HOMES.reset(token)


def label_of(path: Path) -> str:
    """Return the path relative to the working directory, with forward slashes; absolute where it lies elsewhere."""
    path = (_HOMES.get() or {}).get(path, path)
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()  # noqa: PTH100 - keeps symlinks as named
    except (ValueError, OSError):
        return path.as_posix()
