"""Read HTML as a mail client shows it: elements, links, and the visible text line by line, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import NamedTuple

from sigcheck.inputs.html_text import HtmlText
from sigcheck.inputs.message_types import HtmlElement
from sigcheck.inputs.text_lines import TextLine

_TEXT_CHARACTERS = 80
"""Characters of an element's visible text that are kept."""

_LINK_TEXT_CHARACTERS = 2000
"""The same of a link: enough for any address that it may show."""

# https://html.spec.whatwg.org/multipage/syntax.html#void-elements
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)  # fmt: skip
_UNSEEN = frozenset(("noframes", "object", "script", "style", "template", "title"))
_PARAGRAPHS = frozenset(
    ("blockquote", "center", "dl", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul")
)  # fmt: skip
_BLOCKS = _PARAGRAPHS | frozenset(
    ("address", "article", "aside", "body", "button", "caption", "dd", "div", "dt", "figcaption", "figure", "footer",
     "head", "header", "html", "li", "main", "nav", "section", "tr")
)  # fmt: skip
_CELLS = frozenset(("td", "th"))
_SELF_CLOSING = frozenset(("dd", "dt", "li", "option", "p", "td", "th", "tr"))
_HIDDEN = (
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?:max-height|font-size)\s*:\s*0(?!\.?[1-9])"
)
_NO_MARGIN = r"margin(?:-top)?\s*:\s*0"


class HtmlLink(NamedTuple):
    """A link of an element; `text_index` is the line of the visible text it starts on, None where it shows no text."""

    line: int
    column: int
    url: str
    text: str
    text_index: int | None


class HtmlDocument(NamedTuple):
    """A document: title, elements and links in their order, and the visible text."""

    title: TextLine | None
    elements: tuple[HtmlElement, ...]
    links: tuple[HtmlLink, ...]
    lines: tuple[TextLine, ...]


def read_html(lines: Sequence[TextLine]) -> HtmlDocument:
    """Return the document in `lines` of markup; broken markup is read as far as it makes sense. Never raises."""
    parser = _Parser(lines)
    parser.feed("\n".join(line.text for line in lines))
    parser.close()
    return parser.document()


@dataclass
class _Element:
    tag: str
    attributes: tuple[tuple[str, str], ...]
    line: int
    column: int
    first_piece: int
    is_hidden: bool
    is_quoted: bool
    last_piece: int | None = None
    text_index: int | None = None
    is_set_apart: bool = False

    def get(self, name: str) -> str | None:
        return next((value for key, value in self.attributes if key == name), None)


class _Parser(HTMLParser):
    def __init__(self, lines: Sequence[TextLine]) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = lines
        self._elements: list[_Element] = []
        self._open: list[_Element] = []
        self._open_links: list[_Element] = []
        self._open_pre = 0
        self._pieces: list[str] = []
        self._title: TextLine | None = None
        self._text = HtmlText()

    def document(self) -> HtmlDocument:
        self._close_down_to(0)
        text = self._text.finish()
        anchors = (element for element in self._elements if element.tag in ("a", "area"))
        links = tuple(self._link(element) for element in anchors if element.get("href") is not None)
        return HtmlDocument(self._title, tuple(map(self._finished, self._elements)), links, text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SELF_CLOSING and self._open and self._open[-1].tag == tag:
            self._close_down_to(len(self._open) - 1)
        attributes = tuple((name, value or "") for name, value in attrs)
        line, column = self._place(*self.getpos())
        parent = self._open[-1] if self._open else None
        element = _Element(
            tag,
            attributes,
            line,
            column,
            len(self._pieces),
            is_hidden=(parent is not None and parent.is_hidden) or tag in _UNSEEN or _hides(attributes),
            is_quoted=(parent is not None and parent.is_quoted) or _quotes(tag, attributes),
        )
        element.is_set_apart = tag in _PARAGRAPHS and not _has_no_margin(attributes)
        self._elements.append(element)
        self._break(element)
        if tag not in _VOID:
            self._open.append(element)
            self._open_pre += tag == "pre"
            if tag == "a":
                self._open_links.append(element)
        else:
            element.last_piece = len(self._pieces)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # As in browsers, the slash closes nothing: <div/> stays open, <br/> is void anyway.
        self.handle_starttag(tag, attrs)
        if ":" in tag and self._open and self._open[-1].tag == tag:
            self._close_down_to(len(self._open) - 1)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._text.break_line()
        for index in reversed(range(len(self._open))):
            if self._open[index].tag == tag:
                self._close_down_to(index)
                return

    def handle_data(self, data: str) -> None:
        innermost = self._open[-1] if self._open else None
        if innermost is not None and innermost.tag == "title":
            if self._title is None and data.strip():
                line, column = self._place_of_first_word(data, *self.getpos())
                self._title = TextLine(line, " ".join(data.split()), column)
            return
        if innermost is not None and innermost.is_hidden:
            return
        self._pieces.append(data)
        self._add_text(data)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Skip `<![if …]>` and the like; the inherited method fails on what it does not know."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def _add_text(self, data: str) -> None:
        is_preformatted = self._open_pre > 0
        is_quoted = bool(self._open) and self._open[-1].is_quoted
        row, offset = self.getpos()
        pieces = data.split("\n") if is_preformatted else [data]
        for number, piece in enumerate(pieces):
            if number:
                self._text.break_line()
                row, offset = row + 1, 0
            line, column = self._place_of_first_word(piece, row, offset)
            index = self._text.add(piece, line, column, is_quoted, keeps_spaces=is_preformatted)
            if index is not None:
                self._note_links(index)

    def _note_links(self, text_index: int) -> None:
        for element in self._open_links:
            if element.text_index is None:
                element.text_index = text_index

    def _break(self, element: _Element) -> None:
        if element.is_hidden:
            return
        if element.tag == "br" or element.tag in _BLOCKS or element.tag in _CELLS:
            self._pieces.append(" ")
        if element.tag == "br":
            self._text.break_line()
        elif element.tag in _BLOCKS:
            self._text.break_block(element.is_set_apart)
        elif element.tag in _CELLS:
            self._text.add_space()

    def _close_down_to(self, index: int) -> None:
        while len(self._open) > index:
            element = self._open.pop()
            self._open_pre -= element.tag == "pre"
            if element.tag == "a":
                self._open_links.pop()
            element.last_piece = len(self._pieces)
            self._break(element)

    def _place_of_first_word(self, text: str, row: int, offset: int) -> tuple[int, int]:
        skipped = text[: len(text) - len(text.lstrip(" \t\n\r\f"))]
        rows = skipped.count("\n")
        return self._place(row + rows, len(skipped) - skipped.rfind("\n") - 1 if rows else offset + len(skipped))

    def _place(self, row: int, offset: int) -> tuple[int, int]:
        if not self._lines:
            return 1, 1
        return self._lines[min(row, len(self._lines)) - 1].line, offset + 1

    def _finished(self, element: _Element) -> HtmlElement:
        source = element.get("src")
        source = source if source is not None else element.get("href")
        text = self._visible_text(element, 4 * _TEXT_CHARACTERS)
        if len(text) > _TEXT_CHARACTERS:
            text = text[: _TEXT_CHARACTERS - 1] + "…"
        source = source.strip() if source is not None else None
        return HtmlElement(element.line, element.column, element.tag, element.attributes, source, text)

    def _link(self, element: _Element) -> HtmlLink:
        text = self._visible_text(element, _LINK_TEXT_CHARACTERS)
        return HtmlLink(element.line, element.column, (element.get("href") or "").strip(), text, element.text_index)

    def _visible_text(self, element: _Element, limit: int) -> str:
        text = ""
        for index in range(element.first_piece, element.last_piece or 0):
            text += self._pieces[index]
            if len(text) > limit:
                break
        return " ".join(text.split())


def _hides(attributes: tuple[tuple[str, str], ...]) -> bool:
    return any(name == "hidden" or (name == "style" and re.search(_HIDDEN, value, re.I)) for name, value in attributes)


def _has_no_margin(attributes: tuple[tuple[str, str], ...]) -> bool:
    """Return whether a paragraph stands close to the next: Outlook writes each line as one, of a class `Mso…`."""
    return any(
        (name == "class" and value.lower().startswith("mso"))
        or (name == "style" and re.search(_NO_MARGIN, value, re.I))
        for name, value in attributes
    )


def _quotes(tag: str, attributes: tuple[tuple[str, str], ...]) -> bool:
    return any(
        (name == "class" and ("gmail_quote" in value or "moz-cite" in value or "yahoo_quoted" in value))
        or (name == "id" and value == "divRplyFwdMsg")
        or (tag == "blockquote" and name == "type" and value.lower() == "cite")
        for name, value in attributes
    )
