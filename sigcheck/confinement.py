"""Keeping a plan to one folder: whoever writes it may not have files read that lie elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sigcheck.errors import InputError, Mistake
from sigcheck.paths import label_of
from sigcheck.plan import Plan
from sigcheck.yaml_source import Keys


def confine(plan: Plan, root: Path) -> None:
    """Raise InputError, with a mistake for each, where a plan or what it names lies outside `root`.

    Symbolic links are followed, so that neither they nor `..` lead out.
    """
    inside = root.resolve()
    mistakes = [
        plan.mistake(keys, f"{'.'.join(str(key) for key in keys if isinstance(key, str))}: {_outside(path, root)}")
        for path, keys in _named(plan)
        if not path.resolve().is_relative_to(inside)
    ]
    own = [Mistake(label_of(path), None, None, _outside(path, root)) for path in _own(plan, inside)]
    if own or mistakes:
        raise InputError(*own, *mistakes)


def _own(plan: Plan, inside: Path) -> list[Path]:
    return [path for path in plan.layer_paths() if not path.resolve().is_relative_to(inside)]


def _named(plan: Plan) -> Iterator[tuple[Path, Keys]]:
    for path, keys in plan.named_files():
        yield plan.resolve(path, keys), keys
    for index, path in enumerate(plan.rules.paths):
        folder = plan.resolve(path, ("rules", "paths", index))
        for found in (folder, *sorted(folder.glob("*.yaml")), *sorted(folder.glob("*/*.yaml"))):
            yield found, ("rules", "paths", index)
    for index, pattern in enumerate(plan.history if isinstance(plan.history, tuple) else ()):
        for found in plan.matching(pattern, ("history", index)):
            yield found, ("history", index)


def _outside(path: Path, root: Path) -> str:
    return f"{label_of(path)} lies outside {label_of(root)}, the folder that this check is confined to"
