"""YAML as people write it: values on one line, texts of several lines as blocks."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml


def yaml_scalar(value: str | bool | int | float) -> str:
    """Return a value as it stands behind a key, in quotes where it needs them."""
    return yaml.safe_dump(value, allow_unicode=True, width=float("inf")).removesuffix("...\n").strip("\n")


def yaml_block(value: Any) -> str:
    """Return mappings and lists in block style, keys in their order, a text of several lines as a literal block."""
    text: str = yaml.dump(value, Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=float("inf"))
    return text.rstrip("\n")


@cache
def _dumper() -> type[yaml.SafeDumper]:
    class Dumper(yaml.SafeDumper):
        """Writes texts of several lines as literal blocks."""

    Dumper.add_representer(
        str,
        lambda dumper, text: dumper.represent_scalar(
            "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
        ),
    )
    return Dumper
