"""Changes to a list of JSON Lines; all of a line but the values that change keeps its bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sigcheck.inputs.json_lines import text_of
from sigcheck.inputs.table import TableFile
from sigcheck.rewriting.list_changes import ChangedList, ListChanges
from sigcheck.rewriting.raw_records import raw_table
from sigcheck.rewriting.text_file import decode_exactly, split_ending

_SPACE = re.compile(r"[ \t\n\r]*")


def change_json_lines(data: bytes, table: TableFile, changes: ListChanges) -> ChangedList:
    """Return a list after changes to it. Raises ValueError where its bytes cannot be kept."""
    file = decode_exactly(data, table.encoding)
    keys = [*table.given, *changes.added]
    pieces, rows, taken_out = [], [], {}
    for record in raw_table(file.text, table).records:
        if record.row in changes.taken_out:
            values = json.loads(record.text)
            taken_out[record.row] = [text_of(values.get(key)) for key in table.given]
            continue
        rows.append(record.row)
        cells = changes.cells.get(record.row)
        named = {keys[place - 1]: value for place, value in cells.items()} if cells else {}
        pieces.append(_with_values(record.text, named) if named else record.text)
    return ChangedList(file.with_text("".join(pieces)), rows, 1, taken_out)


def _with_values(line: str, values: Mapping[str, str]) -> str:
    """Return the object of a line with values set; keys that it does not have are added behind its last."""
    body, ending = split_ending(line)
    escaped = body.isascii() and "\\u" in body
    spans = dict(_spans(body))
    changes = [(*spans[key], json.dumps(value, ensure_ascii=escaped)) for key, value in values.items() if key in spans]
    new = {key: value for key, value in values.items() if key not in spans}
    if new:
        end = body.rindex("}")
        end = len(body[:end].rstrip())
        added = json.dumps(new, ensure_ascii=escaped)[1:-1]
        changes.append((end, end, f", {added}" if spans else added))
    for start, end, text in sorted(changes, reverse=True):
        body = body[:start] + text + body[end:]
    return body + ending


def _spans(body: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each key of the object in a line, and where its value starts and ends."""
    decoder = json.JSONDecoder()
    position = _behind_space(body, body.index("{") + 1)
    while body[position] != "}":
        key, position = _decoded(decoder, body, position)
        start = _behind_space(body, _behind_space(body, position) + len(":"))
        _, end = _decoded(decoder, body, start)
        yield str(key), (start, end)
        position = _behind_space(body, end)
        if body[position] == ",":
            position = _behind_space(body, position + 1)


def _decoded(decoder: json.JSONDecoder, body: str, position: int) -> tuple[Any, int]:
    return decoder.raw_decode(body, position)


def _behind_space(body: str, position: int) -> int:
    match = _SPACE.match(body, position)
    return match.end() if match else position
