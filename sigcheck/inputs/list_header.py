"""The header of a table: which of its columns is which."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sigcheck.relations import RECIPIENT_FACTS, RECIPIENTS
from sigcheck.wording import shown

_OURS = frozenset({column.name for column in (*RECIPIENTS.columns, *RECIPIENT_FACTS)} | {"local_part"})
"""Names that a list's own columns must not take; `local_part` is a step on the way to a fact."""


class HeaderColumn(NamedTuple):
    """One column of a table: its place (from 1), its name in the file, and the name that rules use."""

    position: int
    header: str
    name: str


class ListHeader(NamedTuple):
    """The columns of a table, in the order of the file."""

    columns: tuple[HeaderColumn, ...]

    def find(self, name: str) -> HeaderColumn | None:
        """Return the column of that name, ours or the file's, whatever its case."""
        wanted = name.lower()
        by_name = (column for column in self.columns if column.name.lower() == wanted)
        by_title = (column for column in self.columns if column.header.strip().lower() == wanted)
        return next(by_name, None) or next(by_title, None)

    def expression(self, name: str) -> str | None:
        """Return the raw column (`c1`, `c2` …) that holds `name`, as SQL that reads an empty cell as NULL."""
        column = self.find(name)
        return None if column is None else f"NULLIF(CAST(c{column.position} AS VARCHAR), '')"

    def raw(self, name: str) -> str | None:
        """Return the raw column (`c1`, `c2` …) that holds `name`, in the type that the file gives it."""
        column = self.find(name)
        return None if column is None else f"c{column.position}"


def listed(header: Sequence[str]) -> str:
    """Return the titles of a header as an error message lists them, the first twelve at most."""
    titles = ", ".join(shown(title) for title in header[:12])
    return f"{titles} and {len(header) - 12} more" if len(header) > 12 else titles or "no columns at all"


def reader_of(titles: Mapping[str, Sequence[str]]) -> Callable[[Sequence[str]], list[str | None]]:
    """Return a reader of headers for `recognise_header` from a table: name → folded titles that stand for it."""
    names = {title: name for name, known in titles.items() for title in known}
    return lambda header: [names.get(folded(title)) for title in header]


def folded(title: str) -> str:
    """Return a title with case, spaces and punctuation set aside, as exports vary in them."""
    return "".join(letter for letter in title.lower() if letter.isalnum())


def recognise_header(
    header: Sequence[str],
    standard: Sequence[str],
    known: Callable[[Sequence[str]], Sequence[str | None]],
    given: Mapping[str, str] | None = None,
) -> ListHeader:
    """Return what each column is: as the plan says (`given`: name → header), else as `known` reads the titles.

    The first header that fits a standard name gets it. All other columns keep their own names, with a note
    behind them where a column of ours has that name already. Raises KeyError with a name of `given` whose
    header the table does not have.
    """
    given = given or {}
    chosen = _given_columns(header, given)
    for position, name in enumerate(known(header), start=1):
        is_free = name not in chosen.values() and position not in chosen and name not in given
        if name is not None and name in standard and is_free:
            chosen[position] = name
    taken = {*standard, *_OURS}
    columns = []
    for position, title in enumerate(header, start=1):
        own = chosen.get(position) or _own_name(title, taken)
        taken.add(own.lower())
        columns.append(HeaderColumn(position, title, own))
    return ListHeader(tuple(columns))


def _given_columns(header: Sequence[str], given: Mapping[str, str]) -> dict[int, str]:
    folded = [title.strip().lower() for title in header]
    chosen: dict[int, str] = {}
    for name, title in given.items():
        if title.strip().lower() not in folded:
            raise KeyError(name)
        chosen[folded.index(title.strip().lower()) + 1] = name
    return chosen


def _own_name(title: str, taken: set[str]) -> str:
    name, number = title, 1
    while name.lower() in taken:
        number += 1
        name = f"{title} (list)" if number == 2 else f"{title} (list {number})"
    return name
