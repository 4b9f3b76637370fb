"""Read each format of a message into the same content: headers, visible text, markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sigcheck.errors import InputError
from sigcheck.inputs.encoding import binary_kind, decode_as, decode_text
from sigcheck.inputs.links import find_links
from sigcheck.inputs.message_types import Header, HtmlElement, Link
from sigcheck.inputs.text_lines import TextLine, number_lines, split_lines

if TYPE_CHECKING:
    from sigcheck.inputs.html import HtmlDocument


MOST_CHARACTERS, MOST_LINES = 500_000, 20_000
"""How much text, markup included, and how much of headers a message may hold: a hundred times a long letter."""


class Anchor(NamedTuple):
    """A link of the markup, and the index of the line of `Content.text` that shows it; None where none does."""

    link: Link
    text_index: int | None


class Content(NamedTuple):
    """What a format's reader finds. `typed_links` are addresses typed into markup that is not in `text`."""

    format: str
    headers: tuple[Header, ...] = ()
    title: TextLine | None = None
    text: tuple[TextLine, ...] = ()
    markup: tuple[TextLine, ...] = ()
    elements: tuple[HtmlElement, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    typed_links: tuple[Link, ...] = ()


def find_reader(suffix: str, label: str) -> Callable[[bytes, Path, str], Content]:
    """Return the reader of a format by the suffix of its files, lower case; raises InputError where there is none.

    It takes the file's bytes, path and label, and raises ValueError where the bytes are no text.
    """
    reader = _READERS.get(suffix)
    if reader is not None:
        return reader
    kinds = "a message is .txt, .md, .eml or .html (.htm)"
    if suffix in (".msg", ".oft"):
        raise InputError.at(label, f"{suffix} is Outlook's own format: save the message as .eml")
    raise InputError.at(label, f"{suffix} cannot be read: {kinds}" if suffix else f"has no suffix: {kinds}")


def find_typed_links(
    lines: Sequence[TextLine], parts: Sequence[str], shown: Mapping[int, Sequence[str]]
) -> Iterator[Link]:
    """Yield the addresses typed into `lines`; `parts` names the part of each.

    `shown` holds, by the index of a line, the texts of the anchors on it: an address in one of them is theirs.
    """
    for index, (line, part) in enumerate(zip(lines, parts, strict=True)):
        for found in find_links(line.text):
            if not any(found.url in text for text in shown.get(index, ())):
                yield Link(line.line, line.column + found.column - 1, part, found.url, found.text, found.label)


_Lines = TypeVar("_Lines", bound=Sequence[TextLine])


def _checked(lines: _Lines) -> _Lines:
    """Return the lines of a message; ValueError where they are too many, or too long, for one."""
    if len(lines) > MOST_LINES or sum(len(line.text) for line in lines) > MOST_CHARACTERS:
        limits = f"{MOST_LINES:,} lines or {MOST_CHARACTERS:,} characters"
        raise ValueError(f"it has more than {limits}, which no email needs: is it the right file?")
    return lines


def _read_text(data: bytes, path: Path, label: str) -> Content:
    from sigcheck.inputs.front_matter import read_front_matter  # the other formats have none

    lines = _checked(number_lines(split_lines(decode_text(data).text)))
    file = read_front_matter(lines, path, label)
    return Content(path.suffix.lower().lstrip("."), headers=file.headers, text=file.lines)


def _read_html(data: bytes, path: Path, label: str) -> Content:
    del path, label
    return _with_markup(Content("html"), _checked(number_lines(split_lines(_decode_html(data)))))


def _read_eml(data: bytes, path: Path, label: str) -> Content:
    from sigcheck.inputs.mime import read_mail  # the email package is slow to import

    del path, label
    kind = binary_kind(data)
    if kind is not None:
        raise ValueError(f"it is {kind}, not a mail")
    mail = read_mail(data)
    _checked([line for body in mail.bodies for line in body.lines])
    if sum(len(header.name) + len(header.value) for header in mail.headers) > MOST_CHARACTERS:
        raise ValueError(f"its headers have more than {MOST_CHARACTERS:,} characters, which no mail needs")
    content = Content("eml", headers=mail.headers)
    for body in mail.bodies:
        lines = tuple(line._replace(is_quoted=True) for line in body.lines) if body.is_quoted else body.lines
        if body.kind == "html":
            content = _with_markup(content, lines, body.is_alternative, body.is_quoted)
        else:
            content = content._replace(text=content.text + lines)
    return content


_READERS = {".txt": _read_text, ".md": _read_text, ".eml": _read_eml, ".html": _read_html, ".htm": _read_html}


def _decode_html(data: bytes) -> str:
    decoded = decode_text(data)
    # Bytes that are UTF-8 beyond ASCII are so by no accident, whatever the page says of itself.
    is_sure = decoded.had_bom or (decoded.encoding != "windows-1252" and not decoded.text.isascii())
    declared = re.search(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", data[:4096], re.IGNORECASE)
    return decoded.text if is_sure or declared is None else decode_as(data, declared.group(1).decode())


def _with_markup(
    content: Content, markup: tuple[TextLine, ...], is_alternative: bool = False, is_quoted: bool = False
) -> Content:
    """Return `content` with the markup, and with its text unless a plain text says the same.

    Of markup that is quoted only the text is kept.
    """
    from sigcheck.inputs.html import read_html  # most messages are plain text

    document = read_html(markup)
    if is_quoted:
        lines = () if is_alternative else tuple(line._replace(is_quoted=True) for line in document.lines)
        return content._replace(text=content.text + lines)
    first = len(content.text)
    anchors = [
        Anchor(
            Link(link.line, link.column, "html", link.url, link.text),
            None if link.text_index is None or is_alternative else first + link.text_index,
        )
        for link in document.links
    ]
    return content._replace(
        title=content.title or document.title,
        text=content.text + (() if is_alternative else document.lines),
        markup=content.markup + markup,
        elements=content.elements + document.elements,
        anchors=content.anchors + tuple(anchors),
        typed_links=content.typed_links + (_typed_into(document) if is_alternative else ()),
    )


def _typed_into(document: HtmlDocument) -> tuple[Link, ...]:
    shown: dict[int, list[str]] = {}
    for link in document.links:
        if link.text_index is not None:
            shown.setdefault(link.text_index, []).append(link.text)
    return tuple(find_typed_links(document.lines, ["html"] * len(document.lines), shown))
