"""JSON Lines as a table: one object a line, one column for every key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from sigcheck.inputs.csv_rows import Record, unsound_characters


def collect_keys(lines: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the keys of all objects, in the order in which they first occur; lines that hold no object add none.

    No more are looked for once there are more than `most`.
    """
    keys: dict[str, None] = {}
    for line in lines:
        try:
            keys.update(dict.fromkeys(_object(line)))
        except ValueError:
            continue
        if len(keys) > most:
            break
    return tuple(keys)


def read_objects(lines: Iterable[str], keys: Sequence[str]) -> Iterator[Record]:
    """Return a record for each line, with a field for each key; row and line are the same number, from 1.

    Texts are kept as they are; null and a missing key become an empty field; every other value is its JSON text.
    A line that holds no JSON object has a `problem`; a blank line has no fields.
    """
    for number, line in enumerate(lines, start=1):
        fields: list[str] = []
        problem = None
        if line.strip():
            try:
                values = _object(line)
                fields = [text_of(values.get(key)) for key in keys]
            except ValueError as error:
                problem = str(error)
        yield Record(number, number, number, line, fields, problem)


def _object(line: str) -> dict[str, object]:
    """Return the object of a line; ValueError says what the line is instead."""
    if problem := unsound_characters(line):
        raise ValueError(problem)
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"is not valid JSON ({error.msg} at column {error.colno})") from None
    except RecursionError:
        raise ValueError("is JSON nested too deeply") from None
    if not isinstance(value, dict):
        raise ValueError("is not a JSON object")
    if "\\u" in line and _has_no_text(value):
        raise ValueError("has an escape that stands for no character")
    return value


def _has_no_text(value: dict[str, object]) -> bool:
    """Return whether an escape made a NUL or half a surrogate pair, which no database takes as text."""
    text = json.dumps(value, ensure_ascii=False)
    return "\\u0000" in text.replace("\\\\", "") or unsound_characters(text) is not None


def text_of(value: object) -> str:
    """Return a value as the text of a cell: texts as they are, null as nothing, all else as JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
