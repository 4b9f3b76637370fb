"""The bundled tables about places, and the form in which they hold names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from sigcheck.facts.folding import fold


def folded(text: str) -> str:
    """Return a name in lower case, without accents, punctuation and a leading "the": "Türkiye" is "turkiye"."""
    return re.sub(r"[\W_]+", " ", fold(text.replace("&", " and "))).strip().removeprefix("the ")


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the bundled table `name`, comments left out; no cell holds a comma."""
    text = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split(",")) for line in text.splitlines() if line and not line.startswith("#"))
