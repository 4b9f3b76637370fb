"""Headers of mail: where they stand, decoded and unfolded; and the addresses in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sigcheck.inputs.encoding import decode_as
from sigcheck.inputs.message_types import Header

_FIELD = r"[!-9;-~]*:"
_ENCODED_WORDS = r"=\?[^?\s]+\?[bBqQ]\?[^?]*\?=(?:\s*=\?[^?\s]+\?[bBqQ]\?[^?]*\?=)*"
_ANGLED = r"(?P<name>(?:\"(?:[^\"\\]|\\.)*\"|[^<\"])*)<(?P<address>[^<>]*)>"


class Address(NamedTuple):
    """A display name and an address, in lower case; None where there is none."""

    name: str | None
    email: str | None


def scan_headers(lines: Sequence[str], start: int) -> tuple[tuple[Header, ...], int]:
    """Return the headers from index `start` of a file's lines on, and the index of the first line of the body.

    Each character of `lines` stands for a byte of the file.
    """
    headers: list[Header] = []
    index = start
    while index < len(lines):
        field = re.match(_FIELD, lines[index])
        if field is None and not _is_passed_over(lines, index, start):
            break
        end = index + 1
        while field is not None and end < len(lines) and lines[end].startswith((" ", "\t")):
            end += 1
        if field is not None and len(field.group()) > 1:
            raw = " ".join(piece.strip(" \t") for piece in [lines[index][field.end() :], *lines[index + 1 : end]])
            headers.append(Header(index + 1, 1, field.group()[:-1].lower(), decode_header_value(raw)))
        index = end
    is_blank = index < len(lines) and not lines[index]
    return tuple(headers), index + is_blank


def _is_passed_over(lines: Sequence[str], index: int, start: int) -> bool:
    """Return whether the line is one that `email` skips among headers: an mbox envelope, a continuation of nothing."""
    if lines[index].startswith("From "):
        return index == start or (index + 1 < len(lines) and re.match(_FIELD, lines[index + 1]) is not None)
    return lines[index].startswith((" ", "\t"))


def decode_header_value(raw: str) -> str:
    """Return a header's value with its encoded words (RFC 2047) decoded; `raw` has a character for each byte."""
    if not raw.isascii():
        raw = decode_as(raw.encode("latin-1", "replace"), None)
    text = re.sub(_ENCODED_WORDS, lambda match: _decode_words(match.group()), raw) if "=?" in raw else raw
    return re.sub(r"[\r\n\0]+", " ", text).strip()


def read_address(value: str) -> Address:
    """Return the first address in a header's value, its name without quotes; a merge tag may stand for either."""
    match = re.match(_ANGLED, value)
    if match is not None:
        name, address = match.group("name"), match.group("address")
    else:
        comment = re.search(r"\(([^()]*)\)\s*$", value)
        name = comment.group(1) if comment else ""
        address = value[: comment.start()] if comment else value
        if "@" not in address and "{" not in address:
            name, address = value, ""
    name = re.sub(r"\\(.)", r"\1", name.strip().strip('"')).strip(" '")
    address = address.strip().removeprefix("mailto:")
    return Address(name or None, (address.lower() if "@" in address else address) or None)


def _decode_words(words: str) -> str:
    from email.errors import HeaderParseError  # only where a header needs it
    from email.header import decode_header

    try:
        pieces = decode_header(words)
    except (HeaderParseError, ValueError):
        return words
    return "".join(
        piece if isinstance(piece, str) else decode_as(piece, (charset or "").partition("*")[0] or None)
        for piece, charset in pieces
    )
