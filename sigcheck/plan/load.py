"""Plan files: read, laid over the repository's defaults, and validated with every mistake told at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sigcheck.errors import InputError, Mistake
from sigcheck.paths import label_of
from sigcheck.plan.layers import find_defaults, layered
from sigcheck.plan.model import Plan
from sigcheck.validation import describe_errors
from sigcheck.yaml_source import YamlSource, parse_yaml, read_yaml

_FILE_NAMES = ("plan", ".sigcheck")
"""Names of plan files that say nothing of the send; its folder's name then does."""


def load_plan(path: Path, label: str | None = None, texts: Mapping[Path, str] | None = None) -> Plan:
    """Return the plan in a file, with the defaults of the nearest `.sigcheck.yaml` beneath it.

    `label` is the path as the user should read it; `texts` holds what a file is to say in the place of what it says,
    by its absolute path. Raises InputError with every mistake of plan and defaults;
    whether the files that the plan names exist is not asked.
    """
    _refuse_undecodable(path, label or label_of(path))
    layers = layered(*_read(path, label or label_of(path), texts or {}))
    data = {"name": _name_of(layers.plan.path), **layers.merged()}
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        raise InputError(*describe_errors(error, layers, Plan)) from None
    plan._layers = layers
    return plan


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a plan, for editors.

    Nothing is required but in entries of lists: the rest may come from the defaults, which have the same schema.
    """
    schema = Plan.model_json_schema()
    sections = schema.get("$defs", {})
    for name, section in {"Plan": schema, **sections}.items():
        if name not in ("MessageFile", "SuppressionList", "Ignore"):
            section.pop("required", None)
        section.get("properties", {}).get("name", {}).pop("default", None)  # worked out from the file's name
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "sigcheck plan"}


def _read(path: Path, label: str, texts: Mapping[Path, str]) -> tuple[YamlSource, YamlSource | None]:
    sources: list[YamlSource] = []
    mistakes: list[Mistake] = []
    defaults = find_defaults(path)
    for file, name in ((path, label), *([(defaults, label_of(defaults))] if defaults else [])):
        try:
            text = texts.get(Path(os.path.abspath(file)))  # noqa: PTH100 - follows no links
            sources.append(read_yaml(file, name) if text is None else parse_yaml(text, file, name))
        except InputError as error:
            mistakes.extend(error.mistakes)
    if mistakes:
        raise InputError(*mistakes)
    return sources[0], sources[1] if len(sources) > 1 else None


def _refuse_undecodable(path: Path, label: str) -> None:
    """Refuse a path with bytes that are no UTF-8, which Python keeps as surrogates and no reader of lists can open."""
    try:
        str(path.absolute()).encode("utf-8")
    except UnicodeEncodeError:
        raise InputError.at(label, "has a file or folder name that is not UTF-8: rename it") from None


def _name_of(path: Path) -> str:
    return path.parent.name or path.stem if path.stem in _FILE_NAMES else path.stem
