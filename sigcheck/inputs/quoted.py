"""Find the lines of a message that quote another one."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from sigcheck.inputs.line_shapes import is_separator
from sigcheck.inputs.text_lines import TextLine
from sigcheck.inputs.wording import ATTRIBUTIONS, FORWARD_MARKERS, FROM_LABELS, SENT_LABELS, SUBJECT_LABELS

_HEADER_BLOCK_LINES = 7
"""Lines below `From:` among which time and subject stand, in the header block above a quoted message."""

_LABEL = r"\W{{0,3}}(?:{})\W{{0,3}}[:：].*"


def quoted_indexes(lines: Sequence[TextLine]) -> set[int]:
    """Return the indexes of quoted lines: marked as such, behind `>`, or below the words that announce a message.

    What follows `On … wrote:` is quoted to the end, unless it is quoted by `>`: then only those lines are.
    """
    quoted = {index for index, line in enumerate(lines) if line.is_quoted or line.text.lstrip().startswith(">")}
    for index in range(len(lines)):
        if index in quoted:
            continue
        length = _attribution_length(lines, index)
        if length:
            quoted.update(range(index, index + length))
            following = _next_filled(lines, index + length)
            if following is not None and following not in quoted:
                return quoted | set(range(index, len(lines)))
        elif _announces(lines, index):
            return quoted | set(range(_start_of_block(lines, index), len(lines)))
    return quoted


def _attribution_length(lines: Sequence[TextLine], index: int) -> int:
    """Return how many lines, one or two, say who wrote what follows; 0 where they do not."""
    text = lines[index].text.strip()
    if _is_attribution(text):
        return 1
    if text and index + 1 < len(lines) and text[0].isalnum():
        following = lines[index + 1].text.strip()
        if following.endswith((":", "：")) and _is_attribution(f"{text} {following}"):
            return 2
    return 0


def _is_attribution(text: str) -> bool:
    return text.endswith((":", "：")) and any(map(str.isdigit, text)) and _matches(ATTRIBUTIONS, text)


def _announces(lines: Sequence[TextLine], index: int) -> bool:
    text = lines[index].text.strip()
    if _matches(FORWARD_MARKERS, text):
        return True
    if not _matches((_LABEL.format(FROM_LABELS),), text):
        return False
    # An invitation also says `From: 8:30`; a header block always has a subject.
    below = [line.text.strip() for line in lines[index + 1 : index + 1 + _HEADER_BLOCK_LINES]]
    return all(
        any(_matches((_LABEL.format(labels),), line) for line in below) for labels in (SENT_LABELS, SUBJECT_LABELS)
    )


def _start_of_block(lines: Sequence[TextLine], index: int) -> int:
    """Return the index of the separator that a mail client draws right above, else `index`."""
    above = index - 1
    while above >= 0 and not lines[above].text.strip():
        above -= 1
    return above if above >= 0 and is_separator(lines[above].text) else index


def _next_filled(lines: Sequence[TextLine], start: int) -> int | None:
    return next((index for index in range(start, len(lines)) if lines[index].text.strip()), None)


def _matches(patterns: tuple[str, ...], text: str) -> bool:
    return _compiled(patterns).fullmatch(text) is not None


@functools.cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)
