"""A plan laid over the repository's defaults: the merged values, and which file each comes from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sigcheck.errors import Mistake
from sigcheck.yaml_source import Keys, YamlSource

DEFAULTS_NAME = ".sigcheck.yaml"
"""Name of the file that holds a repository's defaults."""

_REPLACED_IN_SCHEDULE = {
    "at": ("start", "end", "column", "per_hour"),
    "start": ("at", "column"),
    "end": ("at", "column"),
    "column": ("at", "start", "end", "per_hour", "repeat"),
}
"""Keys of the default schedule that a key of the plan's rules out."""


@dataclass(frozen=True)
class Layer:
    """One file and what it contributes."""

    source: YamlSource
    data: Mapping[str, Any]

    @property
    def path(self) -> Path:
        """Return the absolute path of the file; symbolic links are not followed."""
        return Path(os.path.abspath(self.source.path))  # noqa: PTH100 - follows no links

    @property
    def folder(self) -> Path:
        """Return the absolute path of the folder that the file's paths are relative to."""
        return self.path.parent

    @property
    def label(self) -> str:
        """Return the path of the file as the user should read it."""
        return self.source.label


@dataclass(frozen=True)
class Layers:
    """The plan and, where there are any, the defaults that show through it."""

    plan: Layer
    defaults: Layer | None = None

    @property
    def all(self) -> tuple[Layer, ...]:
        """Return the layers, the plan first."""
        return (self.plan,) if self.defaults is None else (self.plan, self.defaults)

    def merged(self) -> dict[str, Any]:
        """Return the values of both: mappings key by key, all else from the plan; empty values are left out."""
        return _without_empty(_merge(self.defaults.data if self.defaults else {}, self.plan.data))

    def of(self, keys: Keys) -> Layer:
        """Return the layer that the value at `keys` comes from."""
        if self.defaults is None:
            return self.plan
        own: Any = self.plan.data
        default: Any = self.defaults.data
        for key in keys:
            if not isinstance(own, dict) or not isinstance(default, dict):
                break
            if key not in own or key not in default:
                return self.defaults if key in default else self.plan
            own, default = own[key], default[key]
        return self.plan

    def mistake(self, keys: Keys, text: str, at_key: bool = False) -> Mistake:
        """Return a mistake placed at the value of `keys`, or at the key itself, in the file it comes from."""
        return self.of(keys).source.mistake(keys, text, at_key)


def layered(plan: YamlSource, defaults: YamlSource | None) -> Layers:
    """Return the plan laid over the defaults; defaults that the plan rules out are taken away."""
    own = Layer(plan, _in_full(plan.data))
    if defaults is None:
        return Layers(own)
    return Layers(own, Layer(defaults, _still_valid(_in_full(defaults.data), own.data)))


def find_defaults(plan: Path) -> Path | None:
    """Return the nearest defaults: in the plan's folder or one above it, up to the root of the repository."""
    plan = Path(os.path.abspath(plan))  # noqa: PTH100 - a linked plan belongs where the link is
    for folder in plan.parents:
        found = folder / DEFAULTS_NAME
        if os.path.lexists(found):
            return found if found != plan else None
        if os.path.lexists(folder / ".git"):
            return None
    return None


def _in_full(data: Mapping[str, Any]) -> dict[str, Any]:
    # In full, a list's path replaces only the path of the defaults, not their names of columns.
    recipients = data.get("recipients")
    return {**data, "recipients": {"file": recipients}} if isinstance(recipients, str) else dict(data)


def _still_valid(defaults: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, Any]:
    kept = dict(defaults)
    if plan.get("senders") is not None or _is_another_person(plan.get("sender"), kept.get("sender")):
        kept.pop("sender", None)
    if plan.get("sender") is not None:
        kept.pop("senders", None)
    schedule, own = kept.get("schedule"), plan.get("schedule")
    if isinstance(schedule, dict) and isinstance(own, dict):
        replaced = {name for key in own for name in _REPLACED_IN_SCHEDULE.get(key, ())}
        kept["schedule"] = {key: value for key, value in schedule.items() if key not in replaced}
    return kept


def _is_another_person(sender: object, default: object) -> bool:
    """Return whether the plan names someone else, who must not inherit the default sender's title or absences."""
    if not isinstance(sender, dict) or not isinstance(default, dict):
        return False
    return any(key in sender and key in default and sender[key] != default[key] for key in ("name", "email"))


def _merge(defaults: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(defaults)
    for key, value in plan.items():
        default = merged.get(key)
        is_shared = isinstance(value, dict) and isinstance(default, dict)
        merged[key] = _merge(default or {}, value) if is_shared else value
    return merged


def _without_empty(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _filled(value) for key, value in data.items() if value is not None}


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return _without_empty(value)
    return [_filled(item) for item in value] if isinstance(value, list) else value
