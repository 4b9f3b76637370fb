"""Differences between two texts as a unified diff; of lists whose rows are known, in time linear in their length."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sigcheck.rewriting.raw_records import RawTable
from sigcheck.rewriting.text_file import physical_lines, split_ending

CONTEXT = 3
"""Lines around a change."""


class _Line(NamedTuple):
    sign: str
    text: str


def text_diff(old: str, new: str) -> Iterator[_Line]:
    """Yield the lines of two short texts with the sign of a diff: a space, a minus, or a plus."""
    before, after = physical_lines(old), physical_lines(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        yield from _piece(before[from_old:to_old], [] if kind == "equal" else after[from_new:to_new], kind == "equal")


def table_diff(old: RawTable, new: RawTable, rows: Mapping[int, int] | None) -> Iterator[_Line]:
    """Yield the lines of two tables; `rows` holds the old row of each new one, None where they are the same."""
    yield from text_diff(old.above + old.header, new.above + new.header)
    current = {record.row if rows is None else rows.get(record.row): record.text for record in new.records}
    for record in old.records:
        text = current.get(record.row)
        before = physical_lines(record.text)
        yield from _piece(before, [] if text is None else physical_lines(text), text == record.text)


def _piece(old: Sequence[str], new: Sequence[str], is_same: bool) -> Iterator[_Line]:
    if is_same:
        yield from (_Line(" ", line) for line in old)
        return
    yield from (_Line("-", line) for line in old)
    yield from (_Line("+", line) for line in new)


def unified(lines: Iterable[_Line], old_name: str, new_name: str) -> Iterator[str]:
    """Yield a unified diff line by line, without line ends; nothing where there is no difference."""
    every = list(lines)
    changed = [index for index, line in enumerate(every) if line.sign != " "]
    if not changed:
        return
    yield f"--- {old_name}"
    yield f"+++ {new_name}"
    old_line, new_line, position = 1, 1, 0
    for first, last in _hunks(changed, len(every)):
        skipped = first - position
        old_line, new_line = old_line + skipped, new_line + skipped
        hunk = every[first:last]
        olds = sum(line.sign != "+" for line in hunk)
        news = sum(line.sign != "-" for line in hunk)
        yield f"@@ -{_range(old_line, olds)} +{_range(new_line, news)} @@"
        for line in hunk:
            text, ending = split_ending(line.text)
            yield f"{line.sign}{text}"
            if not ending:
                yield "\\ No newline at end of file"
        old_line, new_line, position = old_line + olds, new_line + news, last


def _hunks(changed: Sequence[int], size: int) -> Iterator[tuple[int, int]]:
    """Yield where each hunk starts and ends: changes no further apart than their context share one."""
    start = changed[0]
    for index, following in zip(changed, [*changed[1:], size + 3 * CONTEXT], strict=True):
        if following - index > 2 * CONTEXT:
            yield max(0, start - CONTEXT), min(size, index + CONTEXT + 1)
            start = following


def _range(line: int, count: int) -> str:
    if count == 1:
        return str(line)
    return f"{line - 1 if count == 0 else line},{count}"
