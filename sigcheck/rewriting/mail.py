"""Changes to an .eml file: single lines of its bodies, its subject, and markup that gives way to plain text.

Headers, boundaries, attachments and all that is not changed keep their bytes.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from contextlib import suppress
from email import quoprimime
from email.header import Header

from sigcheck.inputs.encoding import find_codec
from sigcheck.inputs.mail_headers import decode_header_value
from sigcheck.inputs.text_lines import TextLine
from sigcheck.inputs.transfer import decode_body
from sigcheck.rewriting.mail_parts import BODIES, MailPart, read_parts
from sigcheck.rewriting.message_changes import MessageChanges, Replacement, parted, replaced, split_with_ends
from sigcheck.rewriting.plain_text import plain_text_of

_LINE_LENGTH = 76


def change_mail(data: bytes, changes: MessageChanges) -> bytes:
    """Return a mail after changes to it. Raises ValueError where they cannot be made."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("it is UTF-16, as no mail is: save it as UTF-8")
    mail = _Mail(data[len(mark) :].decode("latin-1"))
    mail.replace_in_lines(changes.lines)
    if changes.subject is not None:
        mail.set_subject(*changes.subject)
    if changes.drops_markup:
        mail.drop_markup(mail.root)
    return mark + mail.text.encode("latin-1")


class _Mail:
    """A mail line by line, a character for each byte; a line that is taken out stays as an empty entry."""

    def __init__(self, text: str) -> None:
        self._lines = split_with_ends(text)
        self._bare = [parted(line)[0] for line in self._lines]
        self._newline = next((end for _, end in map(parted, self._lines) if end), "\n")
        self.root = read_parts(self._bare)

    @property
    def text(self) -> str:
        """Return the mail as it is now."""
        return "".join(self._lines)

    def replace_in_lines(self, changes: Mapping[int, Sequence[Replacement]]) -> None:
        """Replace pieces of decoded lines, by the line of the file on which each starts."""
        left = set(changes)
        for leaf in self.root.leaves():
            own = {line: changes[line] for line in left if leaf.body < line <= leaf.end}
            if own:
                _Body(leaf, self._bare).replace(own, self._lines, self._newline)
                left -= own.keys()
        if left:
            raise ValueError(f"line {min(left)} stands in no body of the mail")

    def set_subject(self, old: str, new: str) -> None:
        """Write another subject, encoded where it is not plain ASCII."""
        first, last = self._header(self.root, "subject")
        name, _, rest = self._bare[first].partition(":")
        value = " ".join([rest, *self._bare[first + 1 : last]])
        if decode_header_value(" ".join(value.split())) != " ".join(old.split()):
            raise ValueError("the subject does not stand in the mail as it is read")
        written = Header(new, "us-ascii" if new.isascii() else "utf-8", header_name=name).encode(linesep=self._newline)
        self._replace(first, last, f"{name}: {written}{self._newline}")

    def drop_markup(self, part: MailPart) -> None:
        """Take out the markup that a plain text stands beside, and turn into plain text what is left of it."""
        if not part.parts:
            if BODIES.get(part.kind) == "html" and not part.is_attached:
                self._turn_into_text(part)
            return
        kept, dropped = ("plain", "html") if any(map(self._is_filled_text, part.leaves())) else ("html", "plain")
        for inner in part.parts:
            is_other = part.kind == "multipart/alternative" and inner.holds(dropped) and not inner.holds(kept)
            is_picture = part.kind == "multipart/related" and inner.kind.startswith("image/")
            if is_other or (is_picture and part.holds("html")):
                self._replace(inner.start, inner.end, "")
            else:
                self.drop_markup(inner)

    def _is_filled_text(self, leaf: MailPart) -> bool:
        is_text = BODIES.get(leaf.kind) == "plain" and not leaf.is_attached
        return is_text and any(line.strip() for line in self._bare[leaf.body : leaf.end])

    def _turn_into_text(self, leaf: MailPart) -> None:
        body = _Body(leaf, self._bare)
        text = plain_text_of("\n".join(line.text for line in body.decoded))
        if text.isascii():
            transfer, written = "7bit", text.replace("\n", self._newline)
        elif leaf.transfer in ("8bit", "binary"):
            transfer, written = "8bit", text.encode().decode("latin-1").replace("\n", self._newline)
        else:
            transfer, written = "quoted-printable", _quoted_printable(text.encode(), self._newline)
        self._replace(leaf.body, leaf.end, written)
        with suppress(ValueError):  # it has none
            self._replace(*self._header(leaf, "content-transfer-encoding"), "")
        headers = ("Content-Type: text/plain; charset=utf-8", f"Content-Transfer-Encoding: {transfer}")
        self._replace(*self._header(leaf, "content-type"), "".join(f"{line}{self._newline}" for line in headers))

    def _header(self, part: MailPart, name: str) -> tuple[int, int]:
        """Return the indexes of a header's first line and of the line behind its last."""
        for index in range(part.header, part.body):
            if self._bare[index].lower().startswith(f"{name}:"):
                end = index + 1
                while end < part.body and self._bare[end].startswith((" ", "\t")):
                    end += 1
                return index, end
        raise ValueError(f"the mail has no header '{name}'")

    def _replace(self, first: int, last: int, text: str) -> None:
        if first < last:
            self._lines[first:last] = [text, *[""] * (last - first - 1)]


class _Body:
    """The body of a part: its encoded lines and what they say."""

    def __init__(self, part: MailPart, bare: Sequence[str]) -> None:
        self._part = part
        self._raw = [line.encode("latin-1") for line in bare[part.body : part.end]]
        self.decoded: tuple[TextLine, ...] = decode_body(self._raw, part.body + 1, part.transfer, part.charset)

    def replace(self, changes: Mapping[int, Sequence[Replacement]], lines: list[str], newline: str) -> None:
        """Replace pieces in the lines of the file that hold the body."""
        new = self._changed(changes)
        if self._part.transfer == "base64":
            old = base64.b64decode(b"".join(self._raw))
            ends = "\r\n" if b"\r\n" in old else "\n"
            body = ends.join(line for line in new if line is not None) + (ends if old.endswith(b"\n") else "")
            written = _base64(self._encoded(body), newline)
            first, last = self._part.body, self._part.end
            while last > first and not lines[last - 1].strip():
                last -= 1
            lines[first:last] = [written, *[""] * (last - first - 1)]
            return
        for line, text in zip(self.decoded, new, strict=True):
            if text != line.text:
                self._write(lines, line.line - 1, text)

    def _changed(self, changes: Mapping[int, Sequence[Replacement]]) -> list[str | None]:
        """Return the decoded lines after the changes; several may start on one line of the file."""
        new: list[str | None] = [line.text for line in self.decoded]
        for number, replacements in changes.items():
            for replacement in replacements:
                places = [at for at, line in enumerate(self.decoded) if line.line == number]
                at = next((at for at in places if replacement[0] in (new[at] or "")), places[0] if places else -1)
                new[at] = replaced(new[at] or "", [replacement], "\n")
        return new

    def _write(self, lines: list[str], first: int, text: str | None) -> None:
        last = first
        written = ""
        if self._part.transfer == "quoted-printable":
            while last + 1 < self._part.end and parted(lines[last])[0].rstrip(" \t").endswith("="):
                last += 1
        end = parted(lines[last])[1]
        if text is not None:
            data = self._encoded(text)
            plain = data.decode("latin-1").replace("\n", end or "\n")
            written = _quoted_printable(data, end or "\n") if self._part.transfer == "quoted-printable" else plain
        lines[first : last + 1] = [written + (end if text is not None else ""), *[""] * (last - first)]

    def _encoded(self, text: str) -> bytes:
        label = self._part.charset
        if label in (None, "us-ascii", "ascii") and not text.isascii():
            raise ValueError("the mail names no character set that has all letters")
        codec = find_codec(label) or "utf-8"
        try:
            return text.encode(codec)
        except UnicodeEncodeError:
            raise ValueError(f"the mail is {label}, which does not have all letters: save it as UTF-8") from None


def _quoted_printable(data: bytes, newline: str) -> str:
    return quoprimime.body_encode(data.decode("latin-1"), _LINE_LENGTH, newline)


def _base64(data: bytes, newline: str) -> str:
    text = base64.b64encode(data).decode("ascii")
    return "".join(text[at : at + _LINE_LENGTH] + newline for at in range(0, len(text), _LINE_LENGTH))
