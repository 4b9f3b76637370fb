"""What the target of a link holds: its parameters, and addresses that are put into it, openly or encoded."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus

from sigcheck.facts.merge_tags import find_merge_tags
from sigcheck.inputs.masking import mask_merge_tags

_DIGEST_LENGTHS = frozenset({32, 40, 64})
"""Hexadecimal digits of an MD5, SHA-1 and SHA-256 digest."""

_SHORTEST_CODE = 12
"""Characters that an encoded address has at least."""


class LinkPiece(NamedTuple):
    """A parameter of a target, or a part of its path.

    `name` is in lower case, None for a part of the path. `value` is decoded, with merge tags as written. `fields`
    are the recipient's fields that it inserts, as their tags name them. `address` is the email address that it
    holds (lower case), plain or in Base64 or hexadecimal form; `digest` is the value in lower case where it has the
    form of an MD5, SHA-1 or SHA-256 digest. Both are None where it holds none.
    """

    name: str | None
    value: str
    fields: tuple[str, ...]
    address: str | None
    digest: str | None


def link_pieces(url: str) -> Iterator[LinkPiece]:
    """Yield what the target `url`, as written, tells beyond its host; of a mailto, what stands behind the address.

    A merge tag is never split, whatever characters it holds.
    """
    scheme = _scheme_pattern().match(url)
    start = scheme.end() if scheme else 0
    masked = mask_merge_tags(url)
    if scheme and scheme.group().lower() == "mailto:":
        start = masked.find("?") if "?" in masked else len(url)
    for match in _piece_pattern().finditer(masked, start):
        is_host = scheme is not None and match.start() == start
        # Text may still hold the markup `&amp;` for `&`.
        if not is_host and match.group() != "amp":
            yield from _pieces(url[match.start() : match.end()], masked[match.start() : match.end()])


def _pieces(piece: str, masked: str) -> Iterator[LinkPiece]:
    equals = masked.find("=")
    # Base64 ends in equals signs, which make no parameter.
    is_parameter = 0 < equals < max(len(masked.rstrip("=")), _SHORTEST_CODE)
    name = unquote(piece[:equals]).strip().lower() if is_parameter else None
    raw = piece[equals + 1 :] if is_parameter else piece
    value = unquote_plus(raw) if "%%" not in raw else raw
    if not value:
        return
    tags = find_merge_tags(raw) or find_merge_tags(value)
    fields = tuple(tag.field for tag in tags if tag.field and tag.about == "recipient")
    yield LinkPiece(name, value, fields, None if tags else _address(raw, value), _digest(value))


def _address(raw: str, value: str) -> str | None:
    for text in (value, *_decoded(unquote(raw))):
        match = _address_pattern().search(text)
        if match is not None:
            return match.group().lower()
    return None


def _decoded(value: str) -> Iterator[str]:
    """Yield the plain texts that `value`, or a part of it, may stand for."""
    for token in _token_pattern().findall(value):
        bare = token.rstrip("=").replace("-", "+").replace("_", "/")
        with suppress(ValueError):  # also what is no Base64 and no UTF-8
            yield base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True).decode("utf-8")
        with suppress(ValueError):
            yield bytes.fromhex(token).decode("utf-8")


def _digest(value: str) -> str | None:
    digest = value.strip().lower()
    is_digest = len(digest) in _DIGEST_LENGTHS and not digest.strip("0123456789abcdef")
    return digest if is_digest else None


@cache
def _scheme_pattern() -> re.Pattern[str]:
    return re.compile(r"mailto:|[a-z][a-z0-9+.-]*://|(?=www\.)", re.IGNORECASE)


@cache
def _piece_pattern() -> re.Pattern[str]:
    return re.compile(r"[^/?&#;]+")


@cache
def _address_pattern() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9_'+-]+(?:\.[A-Za-z0-9_'+-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


@cache
def _token_pattern() -> re.Pattern[str]:
    return re.compile(rf"[A-Za-z0-9+/_-]{{{_SHORTEST_CODE},}}={{0,2}}")
