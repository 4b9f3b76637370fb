"""Read an .eml file: its headers and its bodies, each line with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from email import policy
from email.message import Message as Part
from email.parser import Parser
from typing import NamedTuple

from sigcheck.inputs.mail_headers import scan_headers
from sigcheck.inputs.message_types import Header
from sigcheck.inputs.text_lines import NEWLINE, TextLine
from sigcheck.inputs.transfer import decode_body

_KINDS = {"text/plain": "plain", "text/html": "html", "application/xhtml+xml": "html"}
_NESTED_MESSAGES = frozenset({"message/rfc822", "message/global"})
_LINES_COMPARED = 3


class Body(NamedTuple):
    """A body that a mail client shows: plain or html, its decoded lines, and how it stands in the mail."""

    kind: str
    lines: tuple[TextLine, ...]
    is_quoted: bool = False
    is_alternative: bool = False


class Mail(NamedTuple):
    """The headers of a mail, and its bodies in their order.

    An html body `is_alternative` where a plain one says the same; a body `is_quoted` where it is of a forwarded mail.
    """

    headers: tuple[Header, ...]
    bodies: tuple[Body, ...]


def read_mail(data: bytes) -> Mail:
    """Return the mail in `data`. Attachments are left out; defects of the MIME structure are read past.

    Raises ValueError where parts are nested too deep to be read.
    """
    for bom, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if data.startswith(bom):
            data = data[len(bom) :].decode(encoding, "replace").encode()
    # Latin-1 gives each byte one character, so that the parser passes every byte on as it was.
    lines = re.sub(NEWLINE.encode(), b"\n", data).decode("latin-1").split("\n")
    try:
        root = Parser(policy=policy.compat32).parsestr("\n".join(lines))
        return _Reader(lines).read(root)
    except RecursionError:
        raise ValueError("its parts are nested too deep") from None


class _Reader:
    """Follows the parsed parts through the lines of the file, to learn where each begins."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._next = 0

    def read(self, root: Part) -> Mail:
        headers, _ = scan_headers(self._lines, 0)
        return Mail(headers, tuple(self._bodies(root, is_quoted=False)))

    def _bodies(self, part: Part, is_quoted: bool, around: str | None = None) -> list[Body]:
        """Return the bodies in a part, and move on behind its beginning; `around` is the type of the part around it."""
        _, self._next = scan_headers(self._lines, self._next)
        kind = part.get_content_type()
        is_shown = around is None or not _is_attachment(part, around)
        if not part.is_multipart():
            return self._leaf(part, kind, is_quoted) if is_shown else []
        bodies: list[Body] = []
        if part.get_content_maintype() == "message":
            for child in _parts_of(part):
                bodies += self._bodies(child, is_quoted=True)
            is_shown = is_shown and kind in _NESTED_MESSAGES and _transfer_encoding(part) != "base64"
        else:
            boundary = _ask(part.get_boundary)
            for child in _parts_of(part):
                self._pass_boundary(boundary)
                bodies += self._bodies(child, is_quoted, kind)
        if not is_shown:
            return []
        return _choose(bodies) if kind == "multipart/alternative" else bodies

    def _leaf(self, part: Part, kind: str, is_quoted: bool) -> list[Body]:
        payload = part.get_payload()
        if kind.startswith("multipart/"):
            kind = "text/plain"  # its boundary is nowhere to be found
        if kind not in _KINDS or not isinstance(payload, str) or not payload.strip():
            return []
        encoded = payload.split("\n")
        first = self._find(encoded) + 1
        raw = [line.encode("latin-1", "replace") for line in encoded]
        lines = decode_body(raw, first, _transfer_encoding(part), _ask(part.get_content_charset))
        return [Body(_KINDS[kind], lines, is_quoted)]

    def _pass_boundary(self, boundary: str | None) -> None:
        for index in range(self._next, len(self._lines)):
            if self._lines[index].rstrip(" \t") == f"--{boundary}":
                self._next = index + 1
                return

    def _find(self, payload: list[str]) -> int:
        """Return the index of the line on which a payload starts: here, unless the part's headers are defective.

        Wherever that is, the payload has to end within the file.
        """
        head = payload[:_LINES_COMPARED]
        latest = max(0, len(self._lines) - len(payload))
        for index in range(self._next, latest + 1):
            if self._lines[index : index + len(head)] == head:
                return index
        return min(self._next, latest)


def _choose(bodies: list[Body]) -> list[Body]:
    """Return the bodies of a multipart/alternative; a plain text that is empty is no alternative to the markup."""
    plain = [body for body in bodies if body.kind == "plain"]
    if not any(line.text.strip() for body in plain for line in body.lines):
        return [body for body in bodies if body.kind == "html"]
    return [body._replace(is_alternative=True) if body.kind == "html" else body for body in bodies]


def _parts_of(part: Part) -> list[Part]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, Part)] if isinstance(payload, list) else []


def _is_attachment(part: Part, around: str) -> bool:
    disposition = str(part.get("content-disposition", "")).partition(";")[0].strip().lower()
    if disposition == "attachment":
        return True
    is_named = around != "multipart/alternative" and part.get_content_maintype() != "message"
    return is_named and bool(_ask(part.get_filename))


def _transfer_encoding(part: Part) -> str:
    words = str(part.get("content-transfer-encoding", "")).lower().replace(";", " ").split()
    return words[0] if words else ""


def _ask(read: Callable[[], str | None]) -> str | None:
    """Return a parameter of a header; None where it is so malformed that the standard library trips over it."""
    try:
        return read()
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
