"""Find the signature and the disclaimer at the end of a message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from sigcheck.inputs.line_shapes import (
    closing_names_someone,
    disclaims,
    has_postal_address,
    is_closing,
    is_name,
    is_postscript,
    is_prose,
    is_separator,
    is_signature_delimiter,
)

_MAX_LINES = 10
"""Filled lines that a signature may have below its closing: name, title, company, phones, address, web site."""

_MAX_PARAGRAPHS_BELOW_NAME = 3
"""Paragraphs (a slogan, a note) that may stand between a signature with a name and the end."""


def cut_ending(texts: Sequence[str]) -> list[str]:
    """Return the part of each line below the greeting: body, signature or disclaimer.

    The signature begins with the last closing that short lines follow, or with the delimiter `-- `, or, where there
    is neither, with a name in a paragraph of its own. A postscript is body wherever it stands.
    """
    end = _disclaimer_start(texts)
    parts = ["body"] * end + ["disclaimer"] * (len(texts) - end)
    signature = _find_signature(texts, end)
    if signature is not None:
        for index in signature:
            parts[index] = "signature"
        _mark_after_signature(parts, texts, range(signature.stop, end))
    return parts


def _disclaimer_start(texts: Sequence[str]) -> int:
    """Return the index at which the last paragraphs become legal or opt-out prose; the number of lines if never.

    Short paragraphs between such prose, an address for one, belong to it; a closing or other prose ends it.
    """
    start = len(texts)
    for paragraph in reversed(_paragraphs_or_lines(texts)[1:]):
        lines = [texts[index] for index in paragraph]
        if any(is_closing(line) or is_postscript(line) or is_signature_delimiter(line) for line in lines):
            break
        if _is_legal(texts, paragraph):
            start = _with_separator(texts, _first_legal_line(texts, paragraph))
            if start > paragraph.start:
                break
        elif is_prose(" ".join(lines)):
            break
    return start


def _first_legal_line(texts: Sequence[str], paragraph: range) -> int:
    # A signature may run into the disclaimer without a blank line.
    if is_name(texts[paragraph.start]) and not is_prose(" ".join(texts[index] for index in paragraph)):
        return next((index for index in paragraph if disclaims(texts[index])), paragraph.start)
    return paragraph.start


def _is_legal(texts: Sequence[str], paragraph: range) -> bool:
    text = " ".join(texts[index] for index in paragraph)
    if disclaims(text):
        return True
    is_set_apart = is_separator(texts[paragraph.start]) or _with_separator(texts, paragraph.start) < paragraph.start
    return is_set_apart and has_postal_address(text)


def _with_separator(texts: Sequence[str], start: int) -> int:
    """Return the index of the separator above `start`, blank lines set aside; else `start`."""
    above = start - 1
    while above >= 0 and not texts[above].strip():
        above -= 1
    return above if above >= 0 and is_separator(texts[above]) else start


def _find_signature(texts: Sequence[str], end: int) -> range | None:
    delimiters = [index for index in range(end) if is_signature_delimiter(texts[index])]
    if delimiters:
        delimiter = delimiters[-1]
        above = _signature_below_closing(texts, delimiter) or _signature_of_name(texts, delimiter)
        is_one = above is not None and _stop(texts, above.start + 1, delimiter) == delimiter
        start = above.start if above is not None and is_one else delimiter
        return range(start, _stop(texts, delimiter + 1, end, takes_prose=True))
    return _signature_below_closing(texts, end) or _signature_of_name(texts, end)


def _signature_below_closing(texts: Sequence[str], end: int) -> range | None:
    last: range | None = None
    for closing in _closings(texts, end):
        stop = _stop(texts, closing + 1, end)
        filled = _count_filled(texts[closing + 1 : stop])
        if filled > _MAX_LINES or _count_prose(texts, stop, end) > _prose_allowed(texts[closing:stop]):
            continue
        if filled or closing_names_someone(texts[closing]):
            return range(closing, stop)
        last = last or range(closing, stop)
    return last


def _prose_allowed(signature: Sequence[str]) -> int:
    """Return how many paragraphs may follow what is to be a signature and not a thank-you in the text."""
    below = [text for text in signature[1:] if text.strip()]
    if closing_names_someone(signature[0]) or (below and is_name(below[0])):
        return _MAX_PARAGRAPHS_BELOW_NAME
    return 1 if below else 0


def _count_prose(texts: Sequence[str], start: int, end: int) -> int:
    """Return the number of paragraphs that are neither postscript nor disclaimer, as far as it matters."""
    if start < end and disclaims(texts[start]):
        return 0
    prose = (
        paragraph
        for paragraph in _paragraphs(texts, range(start, end))
        if not is_postscript(texts[paragraph.start]) and not _is_legal(texts, paragraph)
    )
    return len(list(islice(prose, _MAX_PARAGRAPHS_BELOW_NAME + 1)))


def _signature_of_name(texts: Sequence[str], end: int) -> range | None:
    paragraphs = _paragraphs(texts, range(end))
    while paragraphs and is_postscript(texts[paragraphs[-1].start]):
        paragraphs.pop()
    for paragraph in paragraphs[1:][-2:]:
        lines = [text for text in texts[paragraph.start : paragraphs[-1].stop] if text.strip()]
        if is_name(lines[0]) and len(lines) <= _MAX_LINES and not any(map(is_prose, lines)):
            return range(paragraph.start, paragraphs[-1].stop)
    return None


def _closings(texts: Sequence[str], end: int) -> Iterable[int]:
    return (index for index in reversed(range(end)) if is_closing(texts[index]))


def _stop(texts: Sequence[str], start: int, end: int, takes_prose: bool = False) -> int:
    """Return the index at which a signature that goes on at `start` is over, or is too long to be one."""
    filled = 0
    for index in range(start, end):
        text = texts[index]
        if not text.strip():
            continue
        if is_postscript(text) or disclaims(text) or (is_prose(text) and not takes_prose):
            return index
        if is_separator(text) and filled and _is_legal_block(texts[index + 1 : end]):
            return index
        filled += 1
        if filled > _MAX_LINES and not takes_prose:
            return index + 1
    return end


def _is_legal_block(texts: Sequence[str]) -> bool:
    text = " ".join(texts)
    return disclaims(text) or has_postal_address(text) or is_prose(text)


def _mark_after_signature(parts: list[str], texts: Sequence[str], tail: range) -> None:
    has_begun = False
    for paragraph in _paragraphs(texts, tail):
        if is_postscript(texts[paragraph.start]):
            continue
        has_begun = has_begun or _is_legal(texts, paragraph) or is_separator(texts[paragraph.start])
        if has_begun:
            for index in paragraph:
                parts[index] = "disclaimer"


def _paragraphs_or_lines(texts: Sequence[str]) -> list[range]:
    """Return the paragraphs; where no blank line parts the text, its lines."""
    paragraphs = _paragraphs(texts, range(len(texts)))
    if len(paragraphs) > 1:
        return paragraphs
    return [range(index, index + 1) for paragraph in paragraphs for index in paragraph]


def _paragraphs(texts: Sequence[str], within: range) -> list[range]:
    paragraphs: list[range] = []
    for index in within:
        if not texts[index].strip():
            continue
        if paragraphs and paragraphs[-1].stop == index:
            paragraphs[-1] = range(paragraphs[-1].start, index + 1)
        else:
            paragraphs.append(range(index, index + 1))
    return paragraphs


def _count_filled(texts: Sequence[str]) -> int:
    return sum(bool(text.strip()) for text in texts)
