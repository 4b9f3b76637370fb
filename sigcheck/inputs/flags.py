"""Columns that say yes or no, as SQL: exports write true, 1, a count, or the time when it happened."""

from __future__ import annotations

_NO = "'0', 'false', 'no', 'n', 'f', '-', 'nein', 'non', 'falsch', 'faux', 'falso', 'não', 'nao', 'nee', 'nej'"


def says_yes(cell: str) -> str:
    """Return whether a cell says yes, as SQL; an empty one does not, nor one that holds a link."""
    return f"coalesce(lower(trim({cell})) NOT IN ('', {_NO}) AND NOT contains({cell}, '://'), FALSE)"
