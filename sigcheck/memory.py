"""What libraries said before, kept in the user's cache folder: safe to delete, to share, and to be without.

Only answers that depend on nothing but a library's version are kept, and nothing about anybody: the holidays of a
country, the rules as they were parsed. One JSON file holds the answers of one kind and version.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from sigcheck.errors import InputError
from sigcheck.whole_file import write_whole

_unwritten: set[tuple[str, str]] = set()

_MAX_ENTRIES = 2_000
"""Answers a file may hold before it is begun anew, so that it never grows without end."""


def remembered(kind: str, version: str, key: str, compute: Callable[[], Any]) -> Any:
    """Return what `compute` gives for `key`, from the cache where it was asked before. The answer is JSON."""
    known = _load(kind, version)
    if key not in known:
        known[key] = json.loads(json.dumps(compute()))
        if not _unwritten:
            atexit.register(write_down)
        _unwritten.add((kind, version))
    return known[key]


def write_down() -> None:
    """Write what is new to the cache; done by itself at the end of the program."""
    while _unwritten:
        kind, version = _unwritten.pop()
        _keep(kind, version, _load(kind, version))


def cache_folder() -> Path:
    """Return the folder: `SIGCHECK_CACHE_DIR`, else the place that the system has for caches."""
    if own := os.environ.get("SIGCHECK_CACHE_DIR"):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local").expanduser() / "sigcheck" / "Cache"
    if sys.platform == "darwin":
        return Path("~/Library/Caches/sigcheck").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "sigcheck"


@cache
def _load(kind: str, version: str) -> dict[str, Any]:
    try:
        known = json.loads((cache_folder() / f"{kind}-{version}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RuntimeError):
        return {}
    return known if isinstance(known, dict) and len(known) < _MAX_ENTRIES else {}


def _keep(kind: str, version: str, known: dict[str, Any]) -> None:
    """Write the file whole, so that another run reads the old or the new one; one that cannot be written is fine."""
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{kind}-{version}.json", json.dumps(known, ensure_ascii=False))
    except (OSError, RuntimeError, InputError):
        return
