"""Domains of addresses as they were likely meant: gmial.com becomes gmail.com. Offered, as a guess may be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sigcheck.fixes.cells import cell_edits
from sigcheck.fixes.edits import Edit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage


def _propose(situation: Situation) -> Iterable[Edit | Withheld]:
    return cell_edits(situation, FIX.name, _corrected)


def _corrected(record: Mapping[str, Any]) -> str | None:
    given, domain = str(record["given"]).rstrip(), str(record["domain"])
    if not given.lower().endswith(domain):
        return None
    return given[: len(given) - len(domain)] + str(record["meant_domain"])


FIX = Fix(
    "misspelled-domain", "correct likely slips in the domains of addresses", Stage.VALUES, _propose, is_offered=True
)
