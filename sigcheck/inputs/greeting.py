"""Find the greeting of a message."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sigcheck.inputs.line_shapes import DECORATION, NAME_WORD, is_closing
from sigcheck.inputs.masking import MASK, mask_markup
from sigcheck.inputs.wording import GREETINGS, HONORIFICS

_LINES_SEARCHED = 4
"""Non-blank lines, from the top, among which a greeting is looked for: a logo's text may stand above it."""

_MAX_CHARACTERS = 300
"""Characters of the longest greeting, merge tags included."""

_MAX_WORDS = 8
"""Words of the longest greeting (Sehr geehrte Frau Dr. von der Heide,), and of the longest without a comma, less 3."""

_NAMES = rf"{NAME_WORD}(?:\s+{NAME_WORD}){{0,3}}"
_END = r"\s*(?:[,!:;、。，！：]|[–—-]+(?=\s|$))"


@dataclass(frozen=True)
class Greeting:
    """A greeting: index of its first line, text, and number of lines of its own (0: prose follows on its line)."""

    index: int
    text: str
    own_lines: int


def find_greeting(texts: Sequence[str | None]) -> Greeting | None:
    """Return the greeting among the first lines of a message, or None; a line that is None is passed over."""
    candidates = [index for index, text in enumerate(texts) if text and text.strip()][:_LINES_SEARCHED]
    for index in candidates:
        own = _own_lines(texts[index:])
        if own:
            return Greeting(index, " ".join(own), len(own))
        if index == candidates[0]:
            text = _inline_greeting(_plain(texts[index]))
            if text:
                return Greeting(index, text, int(text == _plain(texts[index])))
    first = _plain(texts[candidates[0]]) if candidates else ""
    return Greeting(candidates[0], first, 1) if first and _is_bare_name(first) else None


def _own_lines(texts: Sequence[str | None]) -> list[str]:
    """Return the leading lines that are greetings and nothing else."""
    own: list[str] = []
    for text in map(_plain, texts):
        if not text or is_closing(text) or not (_ends_with_honorific(text) or _read(text) == text):
            break
        own.append(text)
    return own


def _inline_greeting(text: str) -> str | None:
    """Return the greeting that begins a line of prose."""
    if is_closing(text):
        return None
    addressed = re.match(rf"{MASK}+(?:\s+{MASK}+){{0,2}}\s*[,!]", mask_markup(text))
    return text[: addressed.end()] if addressed else _read(text)


def _read(text: str) -> str | None:
    """Return the greeting that `text` begins with by its first words: up to the comma, without a dash."""
    masked = mask_markup(text)
    # A condition may stand before it: {% if first_name %}Hi {{first_name}},{% else %}Hello,{% endif %}
    opening = _opening().match(masked, len(masked) - len(masked.lstrip(MASK)))
    if opening is None:
        return None
    end = re.compile(_END).search(masked, opening.end(), opening.end() + _MAX_CHARACTERS)
    if end is None or len(masked[: end.start()].split()) > _MAX_WORDS:
        return _read_without_comma(text, masked, opening.end())
    if not masked[opening.end() : end.start()].strip():
        # Hello, Frank! – the comma stands before the name
        named = re.compile(rf"\s*{_NAMES}\s*(?:[,!.:;]+|$|(?=\s[–—-]))").match(masked, end.end())
        return text[: named.end()] if named else _without_dash(text[: end.end()])
    rest = text[end.end() :].lstrip()
    if not rest or (len(rest.split()) <= _MAX_WORDS and _read(rest) == rest):
        return text
    return _without_dash(text[: end.end()])


def _read_without_comma(text: str, masked: str, opening_end: int) -> str:
    words = masked.split()
    if len(words) <= _MAX_WORDS - 3 and not any(re.match(r"I\b", word) for word in words):
        return text
    named = re.compile(rf"(?:\s+{_NAMES})?").match(masked, opening_end)
    return text[: named.end() if named else opening_end]


def _is_bare_name(text: str) -> bool:
    """Return whether the line is a name, or a merge tag, and a comma or dash: `{{first_name}},`."""
    masked = mask_markup(text)
    pattern = rf"(?:{_NAMES}|[^\W\d_][\w'’-]*)\s*(?:,|[–—-]+)|{MASK}[{MASK}\s]*[,!:]?"
    return re.fullmatch(pattern, masked) is not None and not is_closing(text)


def _ends_with_honorific(text: str) -> bool:
    name = text.rstrip("、,。:： ")
    return len(name) <= 40 and name.endswith(HONORIFICS) and len(name) > 1


def _without_dash(text: str) -> str:
    return text.rstrip("–—- ")


def _plain(text: str | None) -> str:
    """Return a line without the decoration around it; a regular expression would look for its end at every sign."""
    line = text or ""
    start, end = 0, len(line)
    while start < end and _is_decoration(line, start):
        start += 1
    while end > start and _is_decoration(line, end - 1):
        end -= 1
    return line[start:end]


def _is_decoration(line: str, index: int) -> bool:
    # The asterisks of *|FNAME|* are no decoration.
    is_of_tag = line[index] == "*" and "|" in (line[index - 1 : index], line[index + 1 : index + 2])
    return line[index] in DECORATION and not is_of_tag


@functools.cache
def _opening() -> re.Pattern[str]:
    phrases = sorted({phrase for phrases in GREETINGS.values() for phrase in phrases}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)
