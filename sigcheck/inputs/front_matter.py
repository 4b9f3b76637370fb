"""What stands above the text of a .txt or .md message: YAML front matter, or lines such as `Subject: …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sigcheck.errors import InputError
from sigcheck.inputs.message_types import Header
from sigcheck.inputs.text_lines import TextLine

_KNOWN_HEADERS = frozenset({"subject", "from", "reply-to", "to"})


class TextFile(NamedTuple):
    """The keys above a text, as headers (`reply_to` as `reply-to`), and the lines of the text."""

    headers: tuple[Header, ...]
    lines: tuple[TextLine, ...]


def read_front_matter(lines: Sequence[TextLine], path: Path, label: str) -> TextFile:
    """Return what stands above the text, and the text.

    Front matter begins with `---` on the first line and ends with `---` or `...`. Header lines begin with Subject,
    From, Reply-To or To and end with a blank line; a subject alone may go without. All else is text.
    Raises InputError, placed on the line, for front matter that is not closed or not sound YAML.
    """
    start = next((index for index, line in enumerate(lines) if line.text.strip()), 0)
    if lines and lines[start].text.rstrip() == "---":
        end = _end_of_front_matter(lines, start, label)
        if end is not None:
            return TextFile(_yaml_headers(lines, start, end, path, label), tuple(lines[end + 1 :]))
    return _read_header_lines(lines, start)


def _end_of_front_matter(lines: Sequence[TextLine], start: int, label: str) -> int | None:
    """Return the index of the line that closes the front matter; None where the text begins with a mere rule."""
    is_front_matter = start + 1 < len(lines) and re.match(r"[\w-]+[ \t]*:|---|#", lines[start + 1].text) is not None
    if not is_front_matter:
        return None
    for index in range(start + 1, len(lines)):
        if lines[index].text.rstrip() in ("---", "..."):
            return index
    raise InputError.at(label, "the front matter is not closed: add a line `---` below it", lines[start].line)


def _yaml_headers(lines: Sequence[TextLine], start: int, end: int, path: Path, label: str) -> tuple[Header, ...]:
    from sigcheck.yaml_source import parse_yaml  # most messages have no front matter

    block = [line.text for line in lines[start + 1 : end]]
    if not any(text.strip() and not text.lstrip().startswith("#") for text in block):
        return ()
    # Blank lines in place of those above keep the line numbers true.
    source = parse_yaml("\n".join(["", *([""] * start), *block, ""]), path, label)
    return tuple(
        Header(
            *source.key_position([key]),
            key.lower().replace("_", "-"),
            _as_text(value, key, source.position([key]), label),
        )
        for key, value in source.data.items()
    )


def _as_text(value: object, key: str, place: tuple[int, int], label: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list) and key.lower() == "subject":
        raise InputError.at(label, "subject: must be text: put quotes around it", *place)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {inner}" for name, inner in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else " ".join(str(value).split())


def _read_header_lines(lines: Sequence[TextLine], start: int) -> TextFile:
    headers: list[Header] = []
    index = start
    while index < len(lines) and lines[index].text.strip():
        text = lines[index].text
        match = re.match(r"([A-Za-z][A-Za-z0-9-]*)[ \t]*:[ \t]*(.*)", text)
        if match is not None and (headers or match.group(1).lower() in _KNOWN_HEADERS):
            headers.append(Header(lines[index].line, 1, match.group(1).lower(), match.group(2).strip()))
        elif headers and text[0] in " \t":
            last = headers[-1]
            headers[-1] = Header(last.line, last.column, last.name, f"{last.value} {text.strip()}".strip())
        else:
            break
        index += 1
    is_closed = index == len(lines) or not lines[index].text.strip()
    if headers and not is_closed and headers[0].name != "subject":
        return TextFile((), tuple(lines))
    return TextFile(tuple(headers), tuple(lines[index:]))
