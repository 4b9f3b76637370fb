"""Keeping a plan to one folder: whoever writes it may not have files read, or written, that lie elsewhere.

Symbolic links are followed, so that neither they nor `..` lead out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sigcheck.errors import InputError, Mistake
from sigcheck.pack_folders import files_of_packs
from sigcheck.paths import Location, Url, is_url, label_of, repository_of
from sigcheck.plan import Plan, find_defaults
from sigcheck.plan.patterns import fixed_folder
from sigcheck.yaml_source import Keys


def confine_sources(path: Path, root: Path) -> None:
    """Raise InputError where a plan, or the defaults beneath it, lies outside `root`.

    It is asked before they are read, as what is said of a file's mistakes tells what is in it.
    """
    defaults = find_defaults(path)
    confine_files([path] if defaults is None else [path, defaults], root)


def confine_files(files: Iterable[Path], root: Path) -> None:
    """Raise InputError, with a mistake for each, where any of the files lies outside `root`."""
    outside = [file for file in files if _is_outside(file, root)]
    mistakes = [Mistake(label_of(file), None, None, _outside(file, root)) for file in outside]
    if mistakes:
        raise InputError(*mistakes)


def confine(plan: Plan, root: Path) -> None:
    """Raise InputError, with a mistake for each, where anything that a plan names lies outside `root`."""
    mistakes = [
        plan.mistake(keys, f"{_name_of(keys)}: {_outside(path, root)}")
        for path, keys in _named(plan, root)
        if _is_outside(path, root)
    ]
    if mistakes:
        raise InputError(*mistakes)


def confine_written(plan: Plan, path: Path, keys: Keys) -> None:
    """Raise InputError where a file that a plan has written at `keys` is one that it reads, or must not be written."""
    problem = why_not_written(plan, path)
    if problem is None and any(is_same(file, path) for file in plan.inputs()):
        problem = "is a file that the plan reads: choose another name"
    if problem is not None:
        raise InputError(plan.mistake(keys, f"{_name_of(keys)}: {label_of(path)} {problem}"))


def why_not_written(plan: Plan, path: Path) -> str | None:
    """Return why a file must not be written for a plan's sake; None where it may.

    Whoever brings a plan into a repository could else have any file of its users' overwritten.
    """
    top = repository_of(plan.path)
    if top is None:
        return None
    if _is_outside(path, top):
        return f"lies outside {label_of(top)}, the repository of the plan, where nothing is written"
    is_hidden = any(part.startswith(".") for part in _real(path).relative_to(_real(top)).parts[:-1])
    return "lies in a hidden folder, where nothing is written" if is_hidden else None


def is_inside(path: Path, root: Path) -> bool:
    """Return whether a path, once links are followed, lies in a folder or is that folder."""
    return _real(path).is_relative_to(_real(root))


def is_same(one: Path, other: Path) -> bool:
    """Return whether two paths, once links are followed, name the same file."""
    return _real(one) == _real(other)


def _is_outside(path: Location, root: Path) -> bool:
    return isinstance(path, Url) or not is_inside(path, root)


def _real(path: Path) -> Path:
    # Not Path.resolve, which fails at links in circles before Python 3.13.
    return Path(os.path.realpath(path))


def _named(plan: Plan, root: Path) -> Iterator[tuple[Location, Keys]]:
    for path, keys in plan.named_files():
        yield plan.locate(path, keys), keys
    for index, path in enumerate(plan.rules.paths):
        at: Keys = ("rules", "paths", index)
        folder = plan.resolve(path, at)
        found = files_of_packs(folder) if is_inside(folder, root) else []
        yield from ((file, at) for file in (folder, *found))
    for index, pattern in enumerate(plan.history if isinstance(plan.history, tuple) else ()):
        at = ("history", index)
        if is_url(pattern):
            yield Url(pattern), at
            continue
        folder = plan.resolve(fixed_folder(pattern), at)
        matching = plan.matching(pattern, at) if is_inside(folder, root) else ()
        yield from ((file, at) for file in (folder, *matching))


def _name_of(keys: Keys) -> str:
    return ".".join(str(key) for key in keys if isinstance(key, str))


def _outside(path: Location, root: Path) -> str:
    return f"{label_of(path)} lies outside {label_of(root)}, the folder that this check is confined to"
