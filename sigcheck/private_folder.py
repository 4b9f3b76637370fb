"""Temporary folders that nobody else can look into, and that are gone however the process ends, unless it is killed."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sigcheck.errors import InputError
from sigcheck.readable_file import reason_of

_folders: set[Path] = set()


def make_private_folder() -> Path:
    """Return a new temporary folder that only this user can look into; `remove_private_folder` is due for it.

    Raises InputError where none can be made.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="sigcheck-"))
    except OSError as error:
        text = f"no temporary folder can be made ({reason_of(error)}): set TMPDIR to a folder that can be written"
        raise InputError.at("sigcheck", text) from None
    _folders.add(folder)
    return folder


def remove_private_folder(folder: Path) -> None:
    """Remove a folder of `make_private_folder` with all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)
    _folders.discard(folder)


@contextmanager
def private_folder() -> Iterator[Path]:
    """Lend a new private folder, and remove it afterwards."""
    folder = make_private_folder()
    try:
        yield folder
    finally:
        remove_private_folder(folder)


@atexit.register
def _remove_all() -> None:
    """Remove what is left where a signal cut a removal short."""
    for folder in tuple(_folders):
        remove_private_folder(folder)
