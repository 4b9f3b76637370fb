"""Paths as the user should read them."""

from __future__ import annotations

import os
from pathlib import Path


def label_of(path: Path) -> str:
    """Return the path relative to the working directory, with forward slashes; absolute where it lies elsewhere."""
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()  # noqa: PTH100 - keeps symlinks as named
    except (ValueError, OSError):
        return path.as_posix()
