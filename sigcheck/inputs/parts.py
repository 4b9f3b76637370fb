"""Cut the visible text of a message into greeting, body, signature, disclaimer and quoted text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sigcheck.inputs.greeting import find_greeting
from sigcheck.inputs.quoted import quoted_indexes
from sigcheck.inputs.signature import cut_ending
from sigcheck.inputs.text_lines import TextLine


class Cut(NamedTuple):
    """The part of each line, and the greeting and signature: their text and first line; None where there is none."""

    parts: tuple[str, ...]
    greeting: str | None
    greeting_line: int | None
    signature: str | None
    signature_line: int | None


def cut_parts(lines: Sequence[TextLine]) -> Cut:
    """Return the part of each of `lines`: greeting, body, signature, disclaimer or quoted.

    A greeting that prose follows on its line is told, but its line is body. A blank line belongs to the part above.
    """
    quoted = quoted_indexes(lines)
    parts = ["quoted" if index in quoted else "body" for index in range(len(lines))]
    greeting = find_greeting([None if index in quoted else line.text for index, line in enumerate(lines)])
    below = 0
    if greeting is not None:
        below = greeting.index + greeting.own_lines
        parts[greeting.index : below] = ["greeting"] * greeting.own_lines
    rest = [index for index in range(below, len(lines)) if index not in quoted]
    for index, part in zip(rest, cut_ending([lines[index].text for index in rest]), strict=True):
        parts[index] = part
    _fill_blank_lines(parts, lines)
    signature = [line for line, part in zip(lines, parts, strict=True) if part == "signature"]
    return Cut(
        parts=tuple(parts),
        greeting=greeting.text if greeting else None,
        greeting_line=lines[greeting.index].line if greeting else None,
        signature="\n".join(line.text for line in signature).strip() if signature else None,
        signature_line=signature[0].line if signature else None,
    )


def _fill_blank_lines(parts: list[str], lines: Sequence[TextLine]) -> None:
    filled = [index for index, line in enumerate(lines) if line.text.strip()]
    if not filled:
        return
    for index, line in enumerate(lines):
        if not line.text.strip():
            parts[index] = parts[index - 1] if index > filled[0] else parts[filled[0]]
