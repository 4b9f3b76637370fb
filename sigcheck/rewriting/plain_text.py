"""Markup as plain text, by the converter `inscriptis`: paragraphs, lists and links stay readable, all else goes."""

from __future__ import annotations

import re

from sigcheck.facts.merge_tokens import merge_tokens

_LINK = re.compile(r"\[(?P<text>[^\[\]\n]*)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_BLANK_LINES = re.compile(r"\n{3,}")
_KEPT = "\ue000{}\ue001"
_KEPT_TAG = re.compile("\ue000([0-9]+)\ue001")


def plain_text_of(markup: str) -> str:
    """Return the text that markup shows, a link's target behind its words. Merge tags stay as they are.

    Raises ValueError where the converter is not installed.
    """
    try:
        from inscriptis import get_text
        from inscriptis.model.config import ParserConfig
    except ImportError:
        raise ValueError("turning HTML into plain text needs an extra: pip install 'sigcheck[html]'") from None
    markup, tags = _with_tags_hidden(markup)
    text = get_text(markup, ParserConfig(display_links=True))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    text = _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
    text = _LINK.sub(lambda match: _written(match, text), text)
    return _KEPT_TAG.sub(lambda match: tags[int(match[1])], text) + "\n"


def _with_tags_hidden(markup: str) -> tuple[str, list[str]]:
    """Return markup in which a stand-in is in the place of each merge tag that is an element itself."""
    tags: list[str] = []
    for token in reversed(merge_tokens(markup)):
        if token.kind == "eloqua" and markup[token.start] == "<":
            markup = markup[: token.start] + _KEPT.format(len(tags)) + markup[token.end :]
            tags.append(f"<span class=eloquaemail>{token.body}</span>")
    return markup, tags


def _written(link: re.Match[str], text: str) -> str:
    """Return a link as people write it: behind a colon where it ends the line, in brackets within a sentence."""
    words, url = link["text"].strip(), link["url"].removeprefix("mailto:")
    if not words or words == url or url.endswith(f"//{words}") or url.startswith("#"):
        return words if url.startswith("#") else url
    ends_line = text[link.end() : link.end() + 1] in ("", "\n")
    return f"{words}: {url}" if ends_line else f"{words} ({url})"
