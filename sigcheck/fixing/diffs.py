"""The unified diff of each file that a fix changes."""

from __future__ import annotations

from collections.abc import Iterator

from sigcheck.fixes.edits import CellEdit, RowEdit
from sigcheck.fixing.result import FileChange, Fixed
from sigcheck.inputs.encoding import decode_text
from sigcheck.inputs.table import TableFile
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.paths import label_of
from sigcheck.rewriting.raw_records import raw_table
from sigcheck.rewriting.text_file import decode_exactly
from sigcheck.rewriting.unified_diff import table_diff, text_diff, unified


def diff_of(fixed: Fixed, change: FileChange) -> Iterator[str]:
    """Yield the diff of a file line by line; of one that is no text, its cells and rows in the shape of a diff."""
    label = label_of(change.path)
    if change.path == fixed.list_path and change.old is not None:
        yield from _list_diff(fixed, change, label)
        return
    old = _text(change.old) if change.old is not None else ""
    yield from unified(text_diff(old, _text(change.new)), label if change.old is not None else "/dev/null", label)


def _text(data: bytes) -> str:
    return decode_text(data).text


def _list_diff(fixed: Fixed, change: FileChange, label: str) -> Iterator[str]:
    table = inspect_table(change.path, label)
    if table.format not in ("csv", "jsonl"):
        yield from _cell_diff(fixed, label)
        return
    old, new = (_decoded(data, table) for data in (change.old or b"", change.new))
    lines = table_diff(raw_table(old, table), raw_table(new, table._replace(quoted=True)), fixed.rows)
    yield from unified(lines, label, label)


def _decoded(data: bytes, table: TableFile) -> str:
    return decode_exactly(data, table.encoding).text.encode("utf-8", "replace").decode("utf-8")


def _cell_diff(fixed: Fixed, label: str) -> Iterator[str]:
    yield f"--- {label}"
    yield f"+++ {label}"
    for made in fixed.made:
        edit = made.edit
        if isinstance(edit, CellEdit):
            yield f"@@ row {made.place.row} @@"
            yield f"-{edit.column}: {edit.old}"
            yield f"+{edit.column}: {edit.new}"
        elif isinstance(edit, RowEdit):
            yield f"@@ row {made.place.row} @@"
            yield f"-{edit.reason}"
