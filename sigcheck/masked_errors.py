"""Errors told to strangers: the same, without addresses, and without the values that a faulty query quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sigcheck.errors import InputError, QueryError, RuleError
from sigcheck.redaction import MASK, without_addresses

_QUOTED_VALUE = r"'(?:[^']|'')*'"


@contextmanager
def masked_errors() -> Iterator[None]:
    """Raise in the place of an error that leaves this block one that names nobody."""
    try:
        yield
    except InputError as error:
        raise masked(error) from None
    except QueryError as error:
        raise type(error)(_without_values(str(error))) from None


def masked(error: InputError) -> InputError:
    """Return an error that names nobody; files, lines and columns stay."""
    mask = _without_values if isinstance(error, RuleError) else without_addresses
    return type(error)(*(mistake._replace(text=mask(mistake.text)) for mistake in error.mistakes))


def _without_values(text: str) -> str:
    """Return what an engine says without the values that it quotes, which come from the list."""
    return without_addresses(re.sub(_QUOTED_VALUE, f"'{MASK}'", text))
