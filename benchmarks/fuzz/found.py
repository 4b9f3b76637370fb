"""Inputs that once broke a reader, by target, with what was wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FOUND: Mapping[str, Sequence[bytes]] = {}
