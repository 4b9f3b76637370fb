"""A file's bytes as text and back, without the loss of a single byte."""

from __future__ import annotations

import codecs
from io import StringIO
from typing import NamedTuple

_MARKS = (
    ("utf-8", codecs.BOM_UTF8),
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
)


class TextFile(NamedTuple):
    """The text of a file, its encoding (a Python codec name) and its byte-order mark, empty where it has none.

    Bytes that are no text stand in `text` as halves of surrogate pairs.
    """

    text: str
    encoding: str
    mark: bytes = b""

    def with_text(self, text: str) -> bytes:
        """Return the file with another text. Raises UnicodeEncodeError where its encoding has no such letter."""
        return self.mark + text.encode(self.encoding, "surrogateescape")

    def can_hold(self, text: str) -> bool:
        """Return whether the file's encoding has all letters of a text."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def start_of_text_file(head: bytes, encoding: str) -> TextFile:
    """Return an empty text file that begins as `head` does: its byte-order mark, and the codec that writes none."""
    wide = encoding.replace("_", "-").removesuffix("-sig")
    named, mark = next(
        ((name, mark) for name, mark in _MARKS if head.startswith(mark) and name.startswith(wide)), ("", b"")
    )
    return TextFile("", named or wide, mark)


def decode_exactly(data: bytes, encoding: str) -> TextFile:
    """Return the text in a file's bytes. Raises ValueError where it could not be turned back into the same bytes."""
    start = start_of_text_file(data, encoding)
    file = start._replace(text=data[len(start.mark) :].decode(start.encoding, "surrogateescape"))
    if file.with_text(file.text) != data:
        raise ValueError(f"its bytes are no sound {file.encoding}")
    return file


def physical_lines(text: str) -> list[str]:
    """Return the lines of a text with their ends: a line feed, a carriage return, or both."""
    return list(StringIO(text, newline=""))


def split_ending(line: str) -> tuple[str, str]:
    """Return a physical line as its text and its end; the end is empty where the file's last line has none."""
    text = line.rstrip("\r\n")
    return text, line[len(text) :]
