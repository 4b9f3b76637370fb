"""Text from data as Markdown and HTML that GitHub and GitLab show just as it stands.

Words and numbers stay as they are. Everything else is shown as code, for inside code there are no links, images, tags,
mentions, references to issues, shortcodes nor formulas; a backslash alone would not do, as addresses that are escaped
with it still become links.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from itertools import groupby

from sigcheck.formats.plain_text import plain

_LETTERS = r"[^\W\d_]+"
_WORD = re.compile(
    rf"""["'(“‘„«]*(?:{_LETTERS}(?:['’-]{_LETTERS})*|\d+(?:[.,:-]\d+)*%?|[–—…·×÷→%&])["')”’“».,;:!?…]*"""
)
"""A word, number or sign with the quotes and stops around it; no Markdown is made of these alone within a line."""

_NUMBERING = re.compile(r"\d+[.)]")


def words(text: str) -> str:
    """Return a text as Markdown to stand in a line, also at its beginning."""
    return _joined(text, _code, str)


def html_words(text: str) -> str:
    """Return a text as HTML to stand within a tag."""
    return _joined(text, lambda piece: f"<code>{escape(piece)}</code>", escape)


def cell(text: str) -> str:
    """Return a text as Markdown for the cell of a table, which cannot hold a bar."""
    return words(text.replace("|", "¦"))


def code(text: str) -> str:
    """Return a text as code whatever it holds, such as a place."""
    return _code(plain(text))


def _joined(text: str, as_code: Callable[[str], str], as_words: Callable[[str], str]) -> str:
    numbered = enumerate(plain(text).split())
    groups = groupby(numbered, key=lambda place: _is_plain(place[1], is_first=place[0] == 0))
    return " ".join(
        (as_words if are_words else as_code)(" ".join(word for _, word in group)) for are_words, group in groups
    )


def _is_plain(word: str, is_first: bool) -> bool:
    """Return whether a word may stand as it is; `1.` may not at the beginning, where it would make a list."""
    return _WORD.fullmatch(word) is not None and not (is_first and _NUMBERING.fullmatch(word))


def _code(text: str) -> str:
    """Return a code span, between more backticks than its text has in a row."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) or not text else ""
    return f"{fence}{pad}{text}{pad}{fence}"
