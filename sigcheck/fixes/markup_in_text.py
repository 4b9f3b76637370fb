"""Plain text without tags, entities and styles: what the reader should see stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sigcheck.facts.plain_prose import Markup, without_markup
from sigcheck.fixes.edits import Edit, LineEdit, SubjectEdit, Withheld
from sigcheck.fixes.fix import Fix, Found, Situation, Stage

_LINES = """
    SELECT line, text
    FROM message_lines
    WHERE file = $file
      AND variant = (SELECT min(variant) FROM messages WHERE file = $file)
      AND part NOT IN ('subject', 'html', 'quoted')
    ORDER BY line"""


def _propose(situation: Situation) -> Iterator[Edit | Withheld]:
    for code, found in situation.found.items():
        markup = _markup(found)
        for file in sorted({record["file"] for record in found.records}):
            rows = situation.engine.query(_LINES, {"file": file}).rows
            texts = [text for _, text in rows]
            for (line, old), new in zip(rows, without_markup(texts, markup), strict=True):
                if new != old:
                    yield LineEdit(FIX.name, code, file, line, old, new)
            yield from _subjects(situation, code, file, markup)


def _subjects(situation: Situation, code: str, file: str, markup: Markup) -> Iterator[SubjectEdit]:
    query = "SELECT variant, subject FROM messages WHERE file = $file AND subject IS NOT NULL ORDER BY variant"
    for variant, subject in situation.engine.query(query, {"file": file}).rows:
        (new,) = without_markup([subject], markup)
        if new and new != subject:
            yield SubjectEdit(FIX.name, code, variant, subject, " ".join(new.split()))


def _markup(found: Found) -> Markup:
    return Markup(*(re.compile(found.parameter(name)) for name in ("tags", "entities", "styles")))


FIX = Fix("markup-in-text", "take markup and entities out of plain text", Stage.VALUES, _propose, is_safe=True)
