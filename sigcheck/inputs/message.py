"""Read a message file, whatever its format, into one shape."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sigcheck.errors import InputError
from sigcheck.inputs.mail_headers import Address, read_address
from sigcheck.inputs.message_content import Content, find_reader, find_typed_links
from sigcheck.inputs.message_types import Header, HtmlElement, Link, Message, MessageLine, visible_text
from sigcheck.inputs.parts import Cut, cut_parts
from sigcheck.inputs.text_lines import TextLine
from sigcheck.readable_file import read_bytes

__all__ = ["Header", "HtmlElement", "Link", "Message", "MessageLine", "read_message", "visible_text"]

MAX_BYTES = 50_000_000
"""Size a message file may have: twice what the large mail providers take, attachments included."""

_NO_BODY = {
    "eml": "no part of it is text/plain or text/html",
    "html": "it is empty",
    "txt": "write the text below its header lines",
    "md": "write the text below its header lines",
}


def read_message(path: Path, label: str, variant: str, subject: str | None = None) -> Message:
    """Return the message in a .txt, .md, .eml or .html file, as the variation named `variant`.

    `label` is the path as the user should read it. A `subject` given by the plan wins over the file's own: then
    `subject_line` is None, and the subject's entry in `lines` has the line of the file's own subject, else line 1.
    Raises InputError: no readable file, an unknown format, not text, no body, broken front matter.
    """
    content = _read_content(path, label)
    own = _own_subject(content)
    cut = cut_parts(content.text)
    sender = _sender(content.headers)
    chosen = subject if subject is not None else (own.text if own is not None else None)
    subject_line = own.line if own is not None else None
    return Message(
        variant=variant,
        file=label,
        format=content.format,
        subject=chosen or None,
        subject_line=subject_line if subject is None else None,
        lines=tuple(_lines(content, cut, chosen, subject_line or 1)),
        headers=content.headers,
        elements=content.elements,
        links=_links(content, cut),
        has_html_part=bool(content.markup),
        from_name=sender.name,
        from_email=sender.email,
        reply_to=read_address(_header(content.headers, "reply-to")).email,
        greeting=cut.greeting,
        greeting_line=cut.greeting_line,
        signature=cut.signature,
        signature_line=cut.signature_line,
    )


def _read_content(path: Path, label: str) -> Content:
    data = read_bytes(path, label, MAX_BYTES)
    reader = find_reader(path.suffix.lower(), label)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise InputError.at(label, "is empty: write the message into it")
    try:
        content = reader(data, path, label)
    except ValueError as error:
        raise InputError.at(label, f"cannot be read: {error}") from None
    if not any(line.text.strip() for line in content.text + content.markup):
        raise InputError.at(label, f"has no body: {_NO_BODY[content.format]}")
    return content


def _own_subject(content: Content) -> TextLine | None:
    """Return the subject that the file itself gives: a header's, else the title of a page; it may be empty."""
    subjects = [header for header in content.headers if header.name == "subject"]
    if subjects:
        first = next((header for header in subjects if header.value), subjects[0])
        return TextLine(first.line, first.value)
    return content.title if content.format == "html" else None


def _lines(content: Content, cut: Cut, subject: str | None, subject_line: int) -> Iterable[MessageLine]:
    if subject:
        yield MessageLine(subject_line, "subject", subject)
    for line, part in zip(content.text, cut.parts, strict=True):
        yield MessageLine(line.line, part, line.text)
    for line in content.markup:
        yield MessageLine(line.line, "html", line.text)


def _links(content: Content, cut: Cut) -> tuple[Link, ...]:
    """Return all links in the order of the file; one that visible text shows is in the part of that text."""
    links = list(content.typed_links)
    shown: dict[int, list[str]] = {}
    for anchor in content.anchors:
        link, index = anchor.link, anchor.text_index
        if index is None:
            links.append(link)
        else:
            shown.setdefault(index, []).append(link.text)
            links.append(Link(link.line, link.column, cut.parts[index], link.url, link.text))
    links += find_typed_links(content.text, cut.parts, shown)
    return tuple(sorted(links, key=lambda link: (link.line, link.column)))


def _sender(headers: tuple[Header, ...]) -> Address:
    sender = read_address(_header(headers, "from"))
    return Address(
        sender.name or _header(headers, "from-name") or None,
        sender.email or read_address(_header(headers, "from-email")).email,
    )


def _header(headers: tuple[Header, ...], name: str) -> str:
    return next((header.value for header in headers if header.name == name), "")
