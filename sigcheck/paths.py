"""Paths and URLs: where files lie, and how the user should read it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/", re.ASCII)
"""The beginning of a URL, which no drive of Windows has: its name is one letter."""

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


class Url(str):
    """Where a file lies that only a cluster can read: s3a://bucket/list.parquet."""

    __slots__ = ()


Location: TypeAlias = Path | Url


def is_url(text: str) -> bool:
    """Return whether a text that names a file is a URL, and no path."""
    return _URL.match(text) is not None


def label_of(path: Location) -> str:
    """Return a path relative to the working directory, with forward slashes; absolute where it lies elsewhere.

    Of a URL, all but a password is returned.
    """
    if isinstance(path, Url):
        secret = urlsplit(path).password
        return path.replace(f":{secret}@", "@", 1) if secret else str(path)
    path = (_HOMES.get() or {}).get(path, path)
    try:
        return _within(os.path.abspath(path), os.getcwd()) or path.as_posix()  # noqa: PTH100, PTH109 - asked very often
    except OSError:
        return path.as_posix()


def _within(path: str, folder: str) -> str | None:
    """Return a path relative to a folder, with forward slashes, links kept as named; None where it lies elsewhere."""
    if path == folder:
        return "."
    above = os.path.join(folder, "")  # noqa: PTH118 - asked very often
    if not os.path.normcase(path).startswith(os.path.normcase(above)):
        return None
    return path[len(above) :].replace(os.sep, "/")
