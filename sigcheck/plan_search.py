"""Finding the plans that a path stands for: a plan, a folder of plans, or any file that a plan names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sigcheck.errors import InputError, Mistake
from sigcheck.paths import label_of, repository_of
from sigcheck.plan import DEFAULTS_NAME, load_plan
from sigcheck.readable_file import clear_errors, read_bytes
from sigcheck.yaml_source import MAX_BYTES

PLAN_NAMES = ("plan.yaml", "plan.yml")
PLAN_ENDINGS = (".plan.yaml", ".plan.yml")
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


def find_plans(paths: Sequence[Path], skip_unplanned: bool = False) -> list[Path]:
    """Return the plans that the paths stand for, each once, in the order in which they are first met.

    A file that no plan names is let through where `skip_unplanned` says so; else it is a mistake, as is a
    folder without a plan and a path where there is nothing. Raises InputError with all of these at once.
    """
    search = _Search()
    found: dict[Path, None] = {}
    mistakes: list[Mistake] = []
    for path in paths:
        try:
            plans = search.plans_of(path)
        except InputError as error:
            mistakes.extend(error.mistakes)
            continue
        if not plans and not (skip_unplanned and os.path.exists(path)):  # noqa: PTH110 - Path's raises where it may not look
            mistakes.append(Mistake(label_of(path), None, None, _why_none(path)))
        found.update(dict.fromkeys(map(_absolute, plans)))
    if mistakes:
        raise InputError(*mistakes)
    return list(found)


def is_plan_name(path: Path) -> bool:
    """Return whether a file is a plan by its name: plan.yaml, or a name that ends in .plan.yaml."""
    return path.name in PLAN_NAMES or path.name.endswith(PLAN_ENDINGS)


def _why_none(path: Path) -> str:
    if not os.path.lexists(path):
        return "there is no such file or folder: check its path"
    if os.path.isdir(path):  # noqa: PTH112 - Path's raises where it may not look
        return "holds no plan: neither plan.yaml nor *.plan.yaml, here or in any folder below"
    return "is named by no plan around it; name a plan, or a file that one names"


class _Search:
    """Remembers what it has read, as pre-commit names many files of few campaigns."""

    def __init__(self) -> None:
        self._plans_below: dict[Path, list[Path]] = {}
        self._files_of: dict[Path, frozenset[Path]] = {}

    def plans_of(self, path: Path) -> list[Path]:
        if os.path.isdir(path):  # noqa: PTH112 - Path's raises where it may not look
            return self._below(path, onerror=_refuse)
        if not os.path.lexists(path):
            return []
        if is_plan_name(path):
            return [path]
        return self._naming(path) or ([path] if _reads_as_plan(path) else [])

    def _naming(self, path: Path) -> list[Path]:
        absolute = _absolute(path)
        return [plan for plan in self._below(_top_of(absolute)) if absolute in self._files(plan, absolute.name)]

    def _below(self, folder: Path, onerror: Callable[[OSError], None] | None = None) -> list[Path]:
        if folder not in self._plans_below:
            self._plans_below[folder] = sorted(_walk(folder, onerror))
        return self._plans_below[folder]

    def _files(self, plan: Path, name: str) -> frozenset[Path]:
        """Return the files that a plan names. A broken plan that mentions the name counts, so that it is reported."""
        if plan not in self._files_of:
            try:
                self._files_of[plan] = frozenset(load_plan(plan).files())
            except InputError:
                return frozenset({_absolute(plan.parent / name)} if _mentions(plan, name) else ())
        return self._files_of[plan]


def _walk(folder: Path, onerror: Callable[[OSError], None] | None) -> Iterator[Path]:
    for current, folders, files in os.walk(folder, onerror=onerror):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
        yield from (Path(current) / name for name in sorted(files) if is_plan_name(Path(name)))


def _refuse(error: OSError) -> None:
    """Refuse a folder that may not be looked into, as it may hold plans that have to be checked."""
    with clear_errors(label_of(Path(error.filename))):
        raise error


def _top_of(path: Path) -> Path:
    """Return the folder below which plans may name the file: the repository's top, else the working directory."""
    return repository_of(path) or (Path.cwd() if path.is_relative_to(Path.cwd()) else path.parent)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - a link is named as it stands, not followed


def _mentions(plan: Path, name: str) -> bool:
    try:
        return name.encode() in read_bytes(plan, label_of(plan), MAX_BYTES)
    except InputError:
        return False


def _reads_as_plan(path: Path) -> bool:
    """Return whether a YAML file is meant as a plan whatever its name: it has the keys that every plan has."""
    if path.suffix not in {".yaml", ".yml"} or path.name == DEFAULTS_NAME:
        return False
    return _mentions(path, "recipients:") and (_mentions(path, "message:") or _mentions(path, "schedule:"))
