"""The parts of an .eml file and the lines on which they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email import policy
from email.message import Message
from email.parser import HeaderParser
from typing import NamedTuple

from sigcheck.inputs.mail_headers import scan_headers

BODIES = {"text/plain": "plain", "text/html": "html", "application/xhtml+xml": "html"}


class MailPart(NamedTuple):
    """A part: its type, and the indexes of its first header line, its first body line, and the line behind its last.

    `start` is that of the boundary above it; of the mail itself it is `header`. `transfer` and `charset` are as the
    headers name them, lower case; `is_attached` where it is no body.
    """

    kind: str
    start: int
    header: int
    body: int
    end: int
    transfer: str
    charset: str | None
    is_attached: bool
    parts: tuple[MailPart, ...] = ()

    def leaves(self) -> Iterator[MailPart]:
        """Yield the part itself, or the parts in it that hold no others."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def holds(self, kind: str) -> bool:
        """Return whether a body of a kind (plain, html) stands in the part."""
        return any(BODIES.get(leaf.kind) == kind and not leaf.is_attached for leaf in self.leaves())


def read_parts(lines: Sequence[str]) -> MailPart:
    """Return the parts of a mail, given line by line without line ends, a character for each byte."""
    return _part(lines, 0, 0, len(lines), "")


def _part(lines: Sequence[str], start: int, header: int, end: int, around: str) -> MailPart:
    _, body = scan_headers(lines[:end], header)
    headers = HeaderParser(policy=policy.compat32).parsestr("\n".join(lines[header:body]))
    kind = headers.get_content_type()
    boundary = headers.get_boundary() if headers.get_content_maintype() == "multipart" else None
    parts = tuple(_inner(lines, body, end, boundary, kind)) if boundary else ()
    transfer = str(headers.get("content-transfer-encoding", "")).strip().lower().split(";")[0]
    return MailPart(kind, start, header, body, end, transfer, _charset(headers), _is_attached(headers, around), parts)


def _inner(lines: Sequence[str], first: int, last: int, boundary: str, around: str) -> Iterator[MailPart]:
    marks = [
        index for index in range(first, last) if lines[index].rstrip(" \t") in (f"--{boundary}", f"--{boundary}--")
    ]
    for start, end in zip(marks, [*marks[1:], last], strict=True):
        if lines[start].rstrip(" \t") == f"--{boundary}--":
            return
        yield _part(lines, start, start + 1, end, around)


def _charset(headers: Message) -> str | None:
    try:
        return headers.get_content_charset()
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _is_attached(headers: Message, around: str) -> bool:
    if headers.get_content_disposition() == "attachment":
        return True
    return around not in ("", "multipart/alternative") and bool(headers.get_filename())
