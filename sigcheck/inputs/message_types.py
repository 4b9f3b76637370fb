"""What a message holds, as plain values."""

from __future__ import annotations

from typing import NamedTuple


class MessageLine(NamedTuple):
    """A decoded line: where it starts in the file, its part (subject, greeting, body, …, html) and text."""

    line: int
    part: str
    text: str


class Header(NamedTuple):
    """A header of an .eml file, or a key above a text: name in lower case, value decoded and unfolded."""

    line: int
    column: int
    name: str
    value: str


class HtmlElement(NamedTuple):
    """An HTML element: attributes (names in lower case), its src or href as `source`, its visible text, cut short."""

    line: int
    column: int
    tag: str
    attributes: tuple[tuple[str, str], ...]
    source: str | None
    text: str


class Link(NamedTuple):
    """A link: the part that holds it, its target as written, its visible text.

    `label` is what introduces a target that is written out (`Unsubscribe: https://…`); else it is empty.
    """

    line: int
    column: int
    part: str
    url: str
    text: str
    label: str = ""


class Message(NamedTuple):
    """A message file, read. Lines and columns count from 1; what the message does not have is None.

    `lines` holds the subject, then the visible text, then the raw markup (part html). Addresses are in lower case.
    """

    variant: str
    file: str
    format: str
    subject: str | None
    subject_line: int | None
    lines: tuple[MessageLine, ...]
    headers: tuple[Header, ...]
    elements: tuple[HtmlElement, ...]
    links: tuple[Link, ...]
    has_html_part: bool
    from_name: str | None
    from_email: str | None
    reply_to: str | None
    greeting: str | None
    greeting_line: int | None
    signature: str | None
    signature_line: int | None


def visible_text(message: Message) -> str:
    """Return greeting, body and signature as one text, without subject, disclaimer, quoted text and markup."""
    parts = ("greeting", "body", "signature")
    return "\n".join(line.text for line in message.lines if line.part in parts).strip()
