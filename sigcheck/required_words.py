"""What a regular expression (RE2) cannot do without: a text that holds none of these words does not match it."""

from __future__ import annotations

import re
from collections.abc import Collection

_QUANTIFIER = re.compile(r"(?P<sign>[?*+]|\{(?P<least>\d+)(?:,\d*)?\})\??")

_MOST = 64
"""Words from which on it is not worth asking for them."""

_CLASSES = frozenset("dDwWsSpPxCQE0123456789")
"""Letters that stand for a class or a code after a backslash."""

_POSITIONS = frozenset("bBAz")
"""Letters that stand for a place after a backslash, and take up nothing."""

Words = Collection[str] | None
"""Words of which a match holds at least one; None where nothing can be said."""


def required_words(expression: str) -> Words:
    """Return the words of which every text that `expression` matches holds at least one, whatever their case.

    None where there are no such words, or where the expression is more than this reader knows.
    """
    if "(?" in expression.replace("(?:", "").replace("(?i)", "").replace("(?P<", "") or r"\Q" in expression:
        return None
    try:
        reader = _Reader(expression)
        words = reader.alternatives()
        return words if reader.is_done else None
    except (IndexError, ValueError, RecursionError):
        return None


class _Reader:
    """Walks through an expression once; one that breaks off raises IndexError or ValueError."""

    def __init__(self, expression: str) -> None:
        self._rest = expression
        self._at = 0

    @property
    def is_done(self) -> bool:
        return self._at >= len(self._rest)

    def alternatives(self) -> Words:
        """Return the words of a group, or of the whole: those of all its branches, unless one has none."""
        branches = [self._branch()]
        while not self.is_done and self._rest[self._at] == "|":
            self._at += 1
            branches.append(self._branch())
        words: set[str] = set()
        for branch in branches:
            if branch is None:
                return None
            words.update(branch)
        return words if len(words) <= _MOST and all(word.strip() for word in words) else None

    def _branch(self) -> Words:
        """Return the most telling of the words that stand in a row."""
        best: Words = None
        run = ""
        while not self.is_done and self._rest[self._at] not in "|)":
            atom = self._atom()
            is_needed, is_once = self._quantifier()
            if isinstance(atom, str) and is_once:
                run += atom
                continue
            if isinstance(atom, str):
                found: Words = [run + atom if is_needed else run]
            else:
                best = _better(best, [run])
                found = atom if is_needed else None
            best = _better(best, found)
            run = ""
        return _better(best, [run])

    def _atom(self) -> str | Words:
        """Return a letter as text (empty for a mere position), or the words of a group or class."""
        letter = self._rest[self._at]
        self._at += 1
        if letter == "(":
            return self._group()
        if letter == "[":
            return self._class()
        if letter == "\\":
            return self._escaped()
        if letter in "^$":
            return ""
        return None if letter == "." else letter

    def _group(self) -> Words:
        for opening in ("?:", "?i)"):
            if self._rest.startswith(opening, self._at):
                self._at += len(opening)
                if opening == "?i)":
                    return None
        if self._rest.startswith("?P<", self._at):
            self._at = self._rest.index(">", self._at) + 1
        words = self.alternatives()
        if self._rest[self._at] != ")":
            raise IndexError
        self._at += 1
        return words

    def _class(self) -> Words:
        self._at += self._rest[self._at] == "^"
        is_first = True
        while is_first or self._rest[self._at] != "]":
            is_first = False
            if self._rest.startswith("[:", self._at):
                self._at = self._rest.index(":]", self._at) + 1
            self._at += 2 if self._rest[self._at] == "\\" else 1
        self._at += 1
        return None

    def _escaped(self) -> str | Words:
        letter = self._rest[self._at]
        self._at += 1
        if letter in _POSITIONS:
            return ""
        if letter not in _CLASSES:
            return {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}.get(letter, letter)
        if letter in "pPx":
            is_long = self._rest[self._at] == "{"
            self._at = self._rest.index("}", self._at) + 1 if is_long else self._at + (2 if letter == "x" else 1)
        return None

    def _quantifier(self) -> tuple[bool, bool]:
        """Step over what follows an atom; return whether it must stand there at least once, and just once."""
        sign = _QUANTIFIER.match(self._rest, self._at)
        if sign is None:
            return True, True
        self._at = sign.end()
        return sign["sign"] == "+" or int(sign["least"] or 0) > 0, False


def _better(one: Words, other: Words) -> Words:
    """Return the words that fewer texts hold: those whose shortest is longer."""
    return max(one, other, key=_weight)


def _weight(words: Words) -> int:
    return min((len(word.strip()) for word in words), default=0) if words else 0
