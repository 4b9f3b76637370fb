"""Formats of a brief.

Each module, `sigcheck.formats.brief.<format>`, has a function `write_<format>(brief, stream)`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TextIO

from sigcheck.brief.model import Brief

SUFFIXES = {"markdown": ".md", "html": ".html", "csv": ".csv"}
"""Format → what the names of its files end in."""


def format_of(path: Path) -> str:
    """Return the format that a file's name ends in; Markdown where it says none."""
    return next((name for name, suffix in SUFFIXES.items() if path.suffix.lower() == suffix), "markdown")


def write_brief(format_name: str, brief: Brief, stream: TextIO) -> None:
    """Write a brief to `stream` in the named format, one of `SUFFIXES`."""
    write: Callable[[Brief, TextIO], None] = getattr(
        import_module(f"sigcheck.formats.brief.{format_name}"), f"write_{format_name}"
    )
    write(brief, stream)
