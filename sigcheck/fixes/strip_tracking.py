"""Links without the parameters that only tracking adds: utm_source and its like."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from sigcheck.fixes.edits import Edit, LineEdit, Withheld
from sigcheck.fixes.fix import Fix, Found, Situation, Stage
from sigcheck.inputs.masking import mask_merge_tags

_LINES = """
    SELECT DISTINCT file, line, url
    FROM links
    WHERE part <> 'quoted'
    ORDER BY file, line, length(url) DESC, url"""


def _propose(situation: Situation) -> Iterator[Edit | Withheld]:
    links = situation.engine.query(_LINES).rows
    for code, found in situation.found.items():
        tracked = {(record["file"], record["url"]) for record in found.records}
        for file, line, url in links:
            if (file, url) in tracked and (stripped := _stripped(found, url)) != url:
                yield LineEdit(FIX.name, code, file, line, url, stripped)


def _stripped(found: Found, url: str) -> str:
    return without_parameters(url, found.parameter("names"), found.parameter("prefixes"))


def without_parameters(url: str, names: Collection[str], prefixes: Collection[str]) -> str:
    """Return a link's target without parameters of these names, or of names that begin so; merge tags stay whole."""
    masked = mask_merge_tags(url)
    start = masked.find("?")
    if start < 0:
        return url
    end = masked.find("#", start)
    end = len(url) if end < 0 else end
    kept, separator, position = "", "", start + 1
    for match in re.finditer(r"&amp;|[&;]|$", masked[start + 1 : end]):
        piece = url[position : start + 1 + match.start()]
        name = unquote(piece.partition("=")[0]).strip().lower()
        if not (name in names or ("_" in name and name.partition("_")[0] in prefixes)):
            kept += (separator if kept else "") + piece
        separator, position = match.group(), start + 1 + match.end()
    return url[:start] + (f"?{kept}" if kept else "") + url[end:]


FIX = Fix("strip-tracking", "take tracking parameters out of links", Stage.VALUES, _propose)
