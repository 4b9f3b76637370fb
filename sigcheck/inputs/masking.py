"""Hide merge tags and spintax from the readers of prose, without moving a character."""

from __future__ import annotations

import functools
import re

MASK = "\ue000"
"""Stands for each character of a merge tag; from the private use area, so no text holds it."""

_MERGE_TAGS = (
    r"\{\{\{?[^{}\n]*\}\}\}?",  # {{first_name}}, {{{Recipient.FirstName}}}
    r"\*\|[^|\n]+\|\*",  # *|FNAME|*
    r"%%[^%\n]+%%",  # %%first_name%%
    r"\{![^{}\n]*\}",  # {!Contact.FirstName}
    r"\$\{[^{}\n]*\}",  # ${first_name}
    r"\{%[^%\n]*%\}",  # Liquid
    r"<%[^%\n]*%>",
    r"\[\[[^\[\]\n]+\]\]",
    r"<span\s+class=[\"']?eloquaemail[\"']?>[^<\n]*</span>",
)
_SPINTAX = r"(?<![{$%])\{([^{}|\n]*)\|[^{}\n]*\}(?!\})"


def mask_merge_tags(text: str) -> str:
    """Return `text`, of the same length, with every character of a merge tag replaced by `MASK`."""
    return _pattern(_MERGE_TAGS).sub(lambda match: MASK * len(match.group()), text)


def mask_markup(text: str) -> str:
    """Return `text`, of the same length, with merge tags masked and of spintax only the first choice kept."""
    return _pattern((_SPINTAX,)).sub(lambda match: match.group(1).ljust(len(match.group())), mask_merge_tags(text))


@functools.cache
def _pattern(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)
