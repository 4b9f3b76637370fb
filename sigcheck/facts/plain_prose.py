"""Lines of plain text without the markup that is left in them."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from sigcheck.facts.merge_tags import merge_tag_spans

_BREAK = "\ue002"
"""Stands for a line break that an element makes; line feeds in the text keep the lines apart."""

_TAG = "\ue000{}\ue001"
_TAG_PLACE = re.compile("\ue000([0-9]+)\ue001")
_UNSEEN = re.compile(r"<!--.*?-->|<(style|script|head|title)\b[^<>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"<a\b[^<>]*?\bhref\s*=\s*[\"']?([^\"'\s<>]+)[\"']?[^<>]*>(.*?)</a\s*>", re.DOTALL | re.IGNORECASE)
_LINE_END = re.compile(r"<br\s*/?>|</(?:p|div|tr|h[1-6]|li|ul|ol|table|blockquote)\s*>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_CSS_BLOCK = re.compile(r"[^\n{}]*\{\s*(?:[\w-]+\s*:\s*[^;{}]+;\s*)*[\w-]+\s*:\s*[^;{}]+;?\s*\}")
_CSS_LINE = re.compile(r"\s*(?:[\w-]+\s*:\s*[^;]+;?\s*)+|.*[{}]\s*|\s*@media\b.*")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


class Markup(NamedTuple):
    """What counts as markup: elements, entities and styles, as expressions."""

    tags: re.Pattern[str]
    entities: re.Pattern[str]
    styles: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        """Return whether a line holds any, merge tags aside."""
        hidden, _ = _with_tags_hidden(text)
        return any(pattern.search(hidden) for pattern in self)


def without_markup(lines: Sequence[str], markup: Markup) -> list[str | None]:
    """Return lines of one text as their reader should see them; None for one that holds nothing else.

    Line breaks that elements make stand as line feeds within a line. Merge tags stay as they are.
    """
    text, tags = _with_tags_hidden("\n".join(lines))
    text = _UNSEEN.sub(_only_line_feeds, text)
    text = _LINK.sub(_written_out, text)
    text = _LINE_END.sub(_BREAK, _ITEM.sub("- ", text))
    text = markup.tags.sub(_only_line_feeds, text)
    text = _CSS_BLOCK.sub(lambda match: _only_line_feeds(match) if markup.styles.search(match[0]) else match[0], text)
    text = markup.entities.sub(lambda match: _INVISIBLE.sub("", html.unescape(match[0]).replace("\xa0", " ")), text)
    text = _TAG_PLACE.sub(lambda match: tags[int(match[1])], text)
    return [_line(old, new, markup) for old, new in zip(lines, text.split("\n"), strict=True)]


def _line(old: str, new: str, markup: Markup) -> str | None:
    if new == old and not markup.styles.search(old):
        return old
    if markup.styles.search(new):
        new = "" if _CSS_LINE.fullmatch(new) else markup.styles.sub("", new)
    pieces = [" ".join(piece.split()) if piece != old else piece for piece in new.split(_BREAK)]
    text = "\n".join(pieces).strip("\n")
    return text if text.strip() or not old.strip() else None


def _with_tags_hidden(text: str) -> tuple[str, list[str]]:
    tags: list[str] = []
    for start, end in reversed(merge_tag_spans(text)):
        tags.append(text[start:end])
        text = text[:start] + _TAG.format(len(tags) - 1) + text[end:]
    return text, tags


def _only_line_feeds(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _written_out(match: re.Match[str]) -> str:
    url, words = match[1], match[2]
    if not words.strip() or words.strip() in url:
        return url + "\n" * words.count("\n")
    return f"{words} ({url})"
