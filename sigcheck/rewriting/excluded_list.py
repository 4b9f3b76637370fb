"""The file of people who were taken out of a list: why, and all their cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import NamedTuple

from sigcheck.rewriting.text_file import TextFile, decode_exactly

RULE, REASON = "excluded by rule", "excluded because"
"""Titles of the two columns in front of the list's own."""

_FORMULA = re.compile("[\\s\"']*[=+\\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9 ()./,-]*")
_ESCAPED = re.compile("'(?=[\\s\"']*[=+\\-@\t\r＝＋－＠])")


class ExcludedRow(NamedTuple):
    """A row that was taken out: the code of the rule, the reason, and the row's cells."""

    rule: str
    reason: str
    cells: Sequence[str]


class Layout(NamedTuple):
    """How the file is written where there is none yet: like the list, or as spreadsheets like it best."""

    delimiter: str = ","
    newline: str = "\r\n"
    file: TextFile = TextFile("", "utf-8", b"\xef\xbb\xbf")


def with_excluded(old: bytes | None, header: Sequence[str], rows: Iterable[ExcludedRow], layout: Layout) -> bytes:
    """Return the file with rows added below those that it holds; one that it holds already is not added again.

    Columns that it does not have are added behind its last. Raises ValueError where the old file is no such table.
    """
    titles = [RULE, REASON, *header]
    file = layout.file if old is None else decode_exactly(old, _encoding(old))
    lines = list(csv.reader(StringIO(file.text, newline=""), delimiter=_delimiter(file.text, layout)))
    known = lines[0] if lines else titles
    if REASON not in known:
        raise ValueError("is there already, and is no list of people taken out: rename it")
    columns = [*known, *(title for title in titles if title not in known)]
    held = Counter(tuple(_unescaped(cell) for cell in _ordered(line, known, header)) for line in lines[1:])
    added = []
    for row in rows:
        cells = tuple(_padded(row.cells, len(header)))
        if held[cells] > 0:
            held[cells] -= 1
            continue
        values = dict(zip(titles, (row.rule, row.reason, *cells), strict=True))
        added.append([escaped(values.get(column, "")) for column in columns])
    if not added and old is not None:
        return old
    if columns == known:
        text = file.text + ("" if not file.text or file.text.endswith(("\n", "\r")) else layout.newline)
        table = added if lines else [columns, *added]
    else:
        text, table = "", [columns, *(_padded(line, len(columns)) for line in lines[1:]), *added]
    written = StringIO()
    delimiter = _delimiter(file.text, layout)
    csv.writer(written, delimiter=delimiter, lineterminator=layout.newline).writerows(table)
    return _encoded(file, text + written.getvalue())


def escaped(cell: str) -> str:
    """Return a cell that no spreadsheet calculates: what looks like a formula gets an apostrophe in front."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _unescaped(cell: str) -> str:
    return cell[1:] if _ESCAPED.match(cell) else cell


def _ordered(line: Sequence[str], known: Sequence[str], header: Sequence[str]) -> list[str]:
    values = dict(zip(known, line, strict=False))
    return [values.get(title, "") for title in header]


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))][:width]


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _delimiter(text: str, layout: Layout) -> str:
    match = re.search(f'{re.escape(RULE)}"?(.)', text)
    return match[1] if match else layout.delimiter


def _encoded(file: TextFile, text: str) -> bytes:
    """Return the text in the file's encoding; letters that a reason has and the encoding has not become '?'."""
    try:
        return file.with_text(text)
    except UnicodeEncodeError:
        return file.mark + text.encode(file.encoding, "replace")
