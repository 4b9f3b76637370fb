"""HTML gives way to plain text: the plain text beside it, else what it shows, turned into text by a converter."""

from __future__ import annotations

from collections.abc import Iterator

from sigcheck.fixes.edits import Edit, MarkupEdit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage


def _propose(situation: Situation) -> Iterator[Edit | Withheld]:
    done: set[str] = set()
    for code, found in situation.found.items():
        for file in sorted({record["file"] for record in found.records} - done):
            yield MarkupEdit(FIX.name, code, file)
            done.add(file)


FIX = Fix("html-to-text", "turn HTML into plain text", Stage.VALUES, _propose)
