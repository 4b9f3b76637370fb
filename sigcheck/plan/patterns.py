"""Patterns of files that a plan names, such as `history/**/*.parquet`."""

from __future__ import annotations

import glob
import os
from collections import deque
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from sigcheck.paths import label_of
from sigcheck.readable_file import clear_errors


def matching_files(folder: Path, pattern: str) -> tuple[Path, ...]:
    """Return the files that a pattern fits, sorted; `*`, `?` and `[` stand for parts of a name, `**` for any folders.

    What is hidden needs a dot in the pattern. A folder that links lead to on several ways is looked into once, so that
    its files are not counted twice and links in circles come to an end. Raises InputError where a folder may not be
    looked into.
    """
    found: set[Path] = set()
    seen: set[tuple[str, tuple[str, ...]]] = set()
    waiting = deque([(folder, _parts(pattern))])
    while waiting:
        place, parts = waiting.popleft()
        if (state := (os.path.realpath(place), parts)) in seen:
            continue
        seen.add(state)
        if parts[0] == "**":
            waiting.append((place, parts[1:]))
            waiting.extend((inner, parts) for inner in _inside(place, "*") if _is_folder(inner))
            continue
        inside = _inside(place, parts[0]) if glob.has_magic(parts[0]) else [place / parts[0]]
        if len(parts) > 1:
            waiting.extend((inner, parts[1:]) for inner in inside if _is_folder(inner))
        else:
            found.update(inner for inner in inside if os.path.isfile(inner))  # noqa: PTH113 - never raises
    return tuple(sorted(found))


def fixed_folder(pattern: str) -> str:
    """Return the folder in which a pattern begins to look: all before its first part with a sign of its own."""
    parts = Path(pattern).parts
    fixed = next((number for number, part in enumerate(parts) if glob.has_magic(part)), len(parts) - 1)
    return str(Path(*parts[:fixed]))


def _parts(pattern: str) -> tuple[str, ...]:
    parts = Path(pattern).parts
    return (*parts, "*") if parts[-1] == "**" else parts


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path's raises where it may not look


def _inside(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield what a folder holds under names that fit, links after all else."""
    with clear_errors(label_of(folder)):
        entries = sorted(os.scandir(folder), key=lambda entry: (entry.is_symlink(), entry.name))
    for entry in entries:
        if fnmatch(entry.name, pattern) and (pattern.startswith(".") or not entry.name.startswith(".")):
            yield Path(entry.path)
