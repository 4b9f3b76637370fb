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


def repository_of(path: Path) -> Path | None:
    """Return the nearest folder above an absolute path that is a Git repository's; None where there is none."""
    return next((folder for folder in path.parents if os.path.lexists(folder / ".git")), None)


def label_of(path: Path) -> str:
    """Return the path relative to the working directory, with forward slashes; absolute where it lies elsewhere."""
    path = (_HOMES.get() or {}).get(path, path)
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()  # noqa: PTH100 - keeps symlinks as named
    except (ValueError, OSError):
        return path.as_posix()
