"""Merge tags in one dialect, that of most of the plan's tags: others are rewritten to it, broken ones closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sigcheck.engine import Engine
from sigcheck.facts.merge_writing import family_of, written_tag
from sigcheck.fixes.edits import Edit, LineEdit, SubjectEdit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage

_TAGS = """
    SELECT DISTINCT file, line, part, tag, dialect, list_column, default_value
    FROM merge_tags
    WHERE about = 'recipient'
      AND field IS NOT NULL
    ORDER BY file, line, tag"""

_BROKEN = """
    SELECT DISTINCT file, line, part, text, '' AS dialect, list_column, CAST(NULL AS VARCHAR) AS default_value
    FROM template_faults
    WHERE list_column IS NOT NULL
    ORDER BY file, line, text"""

_OPENINGS = (("{{", "handlebars"), ("{!", "salesforce"), ("*|", "mailchimp"), ("%%", "pardot"), ("{", "braces"))


class _Tag(NamedTuple):
    """A tag, or what is left of one: its place, dialect (empty where it is broken) and meaning."""

    file: str
    line: int
    part: str
    tag: str
    dialect: str
    column: str | None
    default: str | None


def _propose(situation: Situation) -> Iterator[Edit | Withheld]:
    engine = situation.engine
    tags = [_Tag(*row) for row in engine.query(_TAGS).rows]
    broken = [_Tag(*row) for row in engine.query(_BROKEN).rows]
    columns = [name for (name,) in engine.query("SELECT name FROM list_columns ORDER BY position").rows]
    for code, found in situation.found.items():
        files = {record["file"] for record in found.records if record["text"] is None}
        faults = {(record["file"], record["line"], record["text"]) for record in found.records}
        dialect = _dialect(tags)
        odd = [tag for tag in tags if tag.file in files and dialect and family_of(tag.dialect) != family_of(dialect)]
        odd += [tag for tag in broken if (tag.file, tag.line, tag.tag) in faults]
        for tag in odd:
            yield _rewritten(engine, code, tag, dialect or _opened(tag.tag), columns)


def _rewritten(engine: Engine, code: str, tag: _Tag, dialect: str, columns: Sequence[str]) -> Edit | Withheld:
    new = None if tag.column is None else written_tag(dialect, tag.column, tag.default, columns)
    if new is None:
        return Withheld(FIX.name, code, f"the plan's merge tags ({dialect}) have no way to say {tag.tag}")
    if tag.part != "subject":
        return LineEdit(FIX.name, code, tag.file, tag.line, tag.tag, new)
    query = "SELECT variant, subject FROM messages WHERE file = $file AND strpos(subject, $tag) > 0 ORDER BY variant"
    variant, subject = engine.query(query, {"file": tag.file, "tag": tag.tag}).rows[0]
    return SubjectEdit(FIX.name, code, variant, subject, subject.replace(tag.tag, new))


def _dialect(tags: Sequence[_Tag]) -> str | None:
    """Return the dialect of most tags: of the family that most belong to, its most frequent; of equals the first."""
    families = Counter(family_of(tag.dialect) for tag in tags)
    if not families:
        return None
    most = families.most_common(1)[0][0]
    return Counter(tag.dialect for tag in tags if family_of(tag.dialect) == most).most_common(1)[0][0]


def _opened(tag: str) -> str:
    return next((dialect for opening, dialect in _OPENINGS if opening in tag), "handlebars")


FIX = Fix("merge-tags", "write all merge tags in the plan's own dialect", Stage.VALUES, _propose, is_safe=True)
