"""How messages name a value, and what a user probably meant by a word that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 60
"""Characters of a value that a message repeats."""

_COMMAND = re.compile(r"##(?=\w*\[)")
"""How a command to a CI server begins, anywhere in a line: ##[error], ##vso[…], ##teamcity[…]."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean X?)` with the known word that is closest, case aside; empty where none is close."""
    import difflib

    by_folded = {candidate.casefold(): candidate for candidate in known}
    folded = word.casefold()
    close = difflib.get_close_matches(folded, list(by_folded), n=1, cutoff=0.7)
    if not close and len(folded) > 2:
        close = [candidate for candidate in by_folded if candidate.startswith(folded)]
    return f" (did you mean {by_folded[close[0]]}?)" if close else ""


def one_line(text: str) -> str:
    """Return text on one line, without what could steer the terminal that shows it."""
    return "".join(character if character.isprintable() else "�" for character in " ".join(text.split()))


def without_command(line: str) -> str:
    """Return a line that no CI server takes for a command, which GitHub's begin with `::`."""
    if "##" in line:
        line = _COMMAND.sub("# #", line)
    return line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line


def shown(value: object) -> str:
    """Return a value as a message names it: on one line, shortened, without what only a programmer calls it."""
    if value is None or value == "":
        return "nothing" if value is None else "an empty text"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = one_line(str(value))
    return f"'{text}'" if len(text) <= _LONGEST else f"'{text[:_LONGEST]}…'"
