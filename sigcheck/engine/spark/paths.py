"""Paths as Spark takes them."""

from __future__ import annotations

import re

from sigcheck.paths import Location, Url


def spark_path(location: Location) -> str:
    """Return where files lie for Spark: a URL as it is, which may be a pattern; a path as one file of this machine."""
    if isinstance(location, Url):
        return str(location)
    return "file://" + re.sub(r"([*?\[\]{}\\])", r"\\\1", location.absolute().as_posix())
