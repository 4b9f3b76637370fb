"""Undo the transfer encoding of a MIME body, and keep the line of the file on which each decoded line starts."""

from __future__ import annotations

import binascii
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from sigcheck.inputs.encoding import decode_as, find_codec
from sigcheck.inputs.text_lines import NEWLINE, TextLine, split_lines


class _Decoded(NamedTuple):
    """Decoded bytes, and for each encoded line the offset at which its share of them starts."""

    data: bytes
    offsets: list[int]


def decode_body(encoded: Sequence[bytes], first: int, transfer: str, charset: str | None) -> tuple[TextLine, ...]:
    """Return the lines of text in the `encoded` lines of a body, the first of which is line `first` of the file.

    `transfer` is the Content-Transfer-Encoding (an unknown one is read as it stands), `charset` the declared charset.
    A decoded line has the line of the file that holds its first byte. Never raises.
    """
    decode = {"quoted-printable": _quoted_printable, "base64": _base64}.get(transfer, _as_is)
    decoded = decode(encoded)
    is_wide = (find_codec(charset) or "").startswith(("utf-16", "utf-32"))
    # A stray NUL is dropped by mail clients; only wide encodings are full of them.
    text = decode_as(decoded.data, charset).replace("\0", "")
    starts = _wide_starts(text, charset or "") if is_wide else _starts(decoded.data)
    lines = split_lines(text)
    starts += starts[-1:] * (len(lines) - len(starts))
    return tuple(
        TextLine(first + max(0, bisect_right(decoded.offsets, start) - 1), line)
        for line, start in zip(lines, starts, strict=False)
    )


def _as_is(encoded: Sequence[bytes]) -> _Decoded:
    offsets, size = [], 0
    for line in encoded:
        offsets.append(size)
        size += len(line) + 1
    return _Decoded(b"\n".join(encoded), offsets)


def _quoted_printable(encoded: Sequence[bytes]) -> _Decoded:
    data = bytearray()
    offsets = []
    for line in encoded:
        offsets.append(len(data))
        content = line.rstrip(b" \t")
        is_soft_break = content.endswith(b"=")
        data += binascii.a2b_qp(content[:-1] if is_soft_break else content)
        if not is_soft_break:
            data += b"\n"
    return _Decoded(bytes(data), offsets)


def _base64(encoded: Sequence[bytes]) -> _Decoded:
    data = bytearray()
    offsets = []
    pending = b""
    is_padded = False
    for line in encoded:
        # A byte starts on the line that holds its first bit; a character holds six.
        offsets.append(len(data) + -(-len(pending) * 6 // 8))
        junk = re.search(rb"[^A-Za-z0-9+/=\s]", line)
        if junk and data and (is_padded or not line[: junk.start()].strip()):
            break  # a mailing list's footer, in plain text below the encoded body
        for group in re.findall(rb"[A-Za-z0-9+/]+=*", line):
            pending += group.rstrip(b"=")
            is_padded = group.endswith(b"=") or is_padded
            whole = len(pending) if group.endswith(b"=") else len(pending) // 4 * 4
            data += _decode_quads(pending[:whole])
            pending = pending[whole:]
    data += _decode_quads(pending)
    return _Decoded(bytes(data), offsets)


def _decode_quads(characters: bytes) -> bytes:
    if len(characters) % 4 == 1:
        characters = characters[:-1]
    return binascii.a2b_base64(characters + b"=" * (-len(characters) % 4))


def _starts(data: bytes) -> list[int]:
    return [0, *(match.end() for match in re.finditer(NEWLINE.encode(), data))]


def _wide_starts(text: str, charset: str) -> list[int]:
    encoding = "utf-16-le" if "16" in charset else "utf-32-le"
    starts = [0]
    for match in re.finditer(NEWLINE, text):
        starts.append(len(text[: match.end()].encode(encoding, "surrogatepass")))
    return starts
