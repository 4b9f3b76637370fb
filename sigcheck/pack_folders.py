"""Folders of rule packs: which packs are in one, and which files each of them consists of."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from sigcheck.errors import InputError
from sigcheck.paths import label_of
from sigcheck.readable_file import clear_errors

HEADER = "pack.yaml"


def pack_folders(folder: Path) -> list[Path]:
    """Return the packs in a folder: itself where it holds `pack.yaml`, else the folders in it that do, sorted.

    Raises InputError where it is no folder, cannot be looked into, or holds no pack.
    """
    names = _names_in(folder)
    if HEADER in names:
        return [folder]
    found = [folder / name for name in names if os.path.lexists(folder / name / HEADER)]
    if not found:
        text = f"holds no rule pack: a pack is a folder with a {HEADER} and a file for each rule"
        raise InputError.at(label_of(folder), text)
    return found


def pack_files(folder: Path) -> list[Path]:
    """Return the files of a pack's rules, sorted. Raises InputError where the folder cannot be looked into."""
    names = _names_in(folder)
    if passed_over := next((name for name in names if name.endswith(".yml")), None):
        raise InputError.at(
            label_of(folder / passed_over), "is not read, as the files of rules end in .yaml: rename it"
        )
    return [folder / name for name in names if name.endswith(".yaml") and name != HEADER]


def files_of_packs(folder: Path) -> list[Path]:
    """Return every file of the packs in a folder; none where it holds no packs, which reading will tell."""
    try:
        return [file for pack in pack_folders(folder) for file in (pack / HEADER, *pack_files(pack))]
    except InputError:
        return []


def _names_in(folder: Path) -> list[str]:
    label = label_of(folder)
    with clear_errors(label):
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise InputError.at(label, "is not a folder of rules: name the folder that they are in")
        return sorted(path.name for path in folder.iterdir())
