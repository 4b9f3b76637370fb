"""Addresses typed into text: bare ones, and those of Markdown."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from sigcheck.inputs.masking import mask_merge_tags

_START = r"(?<![A-Za-z0-9])(?:[a-z][a-z0-9+.-]{1,20}://|www\.(?=[^\s.])|mailto:)"
_URL = rf"(?P<start>{_START})[^\s<>\"`«»“”„‹›、。，！？：；（）「」『』【】]+"
_MARKDOWN = (
    r"!?\[(?P<text>[^\[\]\n]{0,300})\]"
    r"\([ \t]*<?(?P<url>(?:[^\s()<>]|\([^\s()]*\))+)>?(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
_TRAILING = "?!.,:;*_~'’…"
_MAX_LABEL = 60
_BRACKETS = {")": "(", "]": "[", "}": "{"}


class TextLink(NamedTuple):
    """An address in a line of text: column from 1, target as written, visible text (the target where it is bare).

    `label` is what introduces a bare target on its line (`Unsubscribe: https://…`); else it is empty.
    """

    column: int
    url: str
    text: str
    label: str = ""


def find_links(text: str) -> Iterator[TextLink]:
    """Yield the addresses in a line of text: `scheme://…`, `www.…`, `mailto:…` and Markdown's `[text](address)`.

    Merge tags stay whole, spaces and all; punctuation that closes the sentence or a bracket is left out.
    """
    if not any(sign in text for sign in (":", "](", "www.", "WWW.", "Www.")):
        return
    masked = mask_merge_tags(text)
    bare_from = 0
    for match in _pattern(_MARKDOWN).finditer(masked):
        yield from _bare_links(text, masked, bare_from, match.start())
        bare_from = match.end()
        if not match.group().startswith("!"):
            yield TextLink(match.start() + 1, text[slice(*match.span("url"))], text[slice(*match.span("text"))])
    yield from _bare_links(text, masked, bare_from, len(text))


def _bare_links(text: str, masked: str, start: int, end: int) -> Iterator[TextLink]:
    for match in _pattern(_URL).finditer(masked, start, end):
        url_end = match.start() + len(_without_trailing(match.group()))
        if url_end > match.end("start"):
            url = text[match.start() : url_end]
            yield TextLink(match.start() + 1, url, url, _label(text[: match.start()]))


def _label(before: str) -> str:
    """Return the last few words of `before` where a colon or an arrow after them points at what follows."""
    match = _pattern(rf"(?:^|[|•·]|[.!?]\s)([^|•·.!?:]{{2,{_MAX_LABEL}}}?)\s*(?:[:：]|[-=]?>|→)\s*<?$").search(before)
    return match.group(1).strip() if match else ""


def _without_trailing(url: str) -> str:
    """Return `url` without what belongs to the sentence around it; brackets that it opens itself stay."""
    surplus = {closing: url.count(closing) - url.count(opening) for closing, opening in _BRACKETS.items()}
    end = len(url)
    while end and (url[end - 1] in _TRAILING or surplus.get(url[end - 1], 0) > 0):
        end -= 1
        if url[end] in surplus:
            surplus[url[end]] -= 1
    return url[:end]


@functools.cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
