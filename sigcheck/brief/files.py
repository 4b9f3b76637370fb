"""Where briefs are written: one file, or a file a sender in a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from sigcheck.brief.model import Brief
from sigcheck.errors import InputError
from sigcheck.paths import label_of


def files_of(briefs: Sequence[Brief], output: str, suffix: str) -> list[Path]:
    """Return the file of each brief: `output` itself, or in it, where it is a folder, one named after the sender.

    It is a folder where it exists as one, ends in a slash, or has to hold several briefs; it is made where there is
    none. Raises InputError where it cannot be.
    """
    path = Path(output)
    if len(briefs) == 1 and not path.is_dir() and not output.endswith(("/", os.sep)):
        return [path]
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = f"cannot be made a folder: {(error.strerror or str(error)).lower()}"
        raise InputError.at(label_of(path), text) from None
    names: list[str] = []
    for brief in briefs:
        names.append(_free_name(brief.sender.email, names))
    return [path / f"{name}{suffix}" for name in names]


def _free_name(address: str, taken: Sequence[str]) -> str:
    """Return an address as a file's name, which holds no slash and hides no file, another than those taken."""
    stem = re.sub(r"[^\w.@+-]", "_", address).lstrip(".")
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name
