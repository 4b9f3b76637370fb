"""The one way sigcheck says that it could not do its work: clear lines, exit status 2."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

EXAMPLE_ADDRESS = "ana.ruiz@northwind.com"
"""The address that hints give as an example: nobody's, so it is never masked."""


class Mistake(NamedTuple):
    """One thing wrong with an input: where it stands, what is wrong, and what to do about it."""

    file: str
    line: int | None
    column: int | None
    text: str

    def __str__(self) -> str:
        """Return `file:line:column: text`, leaving out what is not known."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return f"{place}: {self.text}" if place else self.text


class InputError(Exception):
    """Input that cannot be checked at all; holds every mistake found, in the order of the file."""

    def __init__(self, *mistakes: Mistake) -> None:
        """Keep the mistakes; at least one is needed."""
        self.mistakes = tuple(
            sorted(mistakes, key=lambda mistake: (mistake.file, mistake.line or 0, mistake.column or 0))
        )
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))

    def __reduce__(self) -> tuple[type[InputError], tuple[Mistake, ...]]:
        """Return how to make it anew in another process."""
        return InputError, self.mistakes

    @classmethod
    def at(cls, file: str | Path, text: str, line: int | None = None, column: int | None = None) -> InputError:
        """Return an error of one mistake in `file` (a path as the user should read it)."""
        return cls(Mistake(str(file), line, column, text))


class RuleError(InputError):
    """A rule at fault; what an engine says of its query may quote values of the list."""


class QueryError(Exception):
    """A query that the engine refused; the text says why in one line."""


class LimitError(QueryError):
    """A query that took more time or memory than it may; the text says which, and what to do."""
