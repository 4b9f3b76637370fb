"""Places of findings as SARIF locations."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from sigcheck.formats.entries import Entry
from sigcheck.formats.plain_text import plain


def location_of(file: str, line: int | None, column: int | None = None, row: int | None = None) -> dict[str, Any]:
    """Return a location: the file, a region where there is a line, the row where there is none."""
    physical: dict[str, Any] = {"artifactLocation": _artifact(file)}
    if line:
        physical["region"] = {"startLine": line, **({"startColumn": column} if column else {})}
    location: dict[str, Any] = {"physicalLocation": physical}
    if row and not line:
        location["logicalLocations"] = [{"name": f"row {row}", "kind": "row"}]
    return location


def related_locations_of(entry: Entry) -> list[dict[str, Any]]:
    """Return the further places of a finding, numbered from 1."""
    return [
        {
            "id": number,
            **location_of(place.file or entry.file, place.line, row=place.row),
            "message": {"text": plain(place.message)},
        }
        for number, place in enumerate(entry.finding.related, start=1)
    ]


def _artifact(file: str) -> dict[str, str]:
    """Return a file as a URI: relative to the folder that sigcheck ran in, absolute where it lies elsewhere.

    Bytes of a name that are no UTF-8 are kept.
    """
    if PurePosixPath(file).is_absolute():
        return {"uri": f"file://{quote(file, errors='surrogateescape')}"}
    if PureWindowsPath(file).is_absolute():
        return {"uri": f"file:///{quote(file, safe='/:')}"}
    return {"uri": quote(file, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}
