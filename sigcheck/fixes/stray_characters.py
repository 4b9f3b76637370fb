"""Cells without what nobody meant to type: outer and doubled spaces, control and invisible characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sigcheck.facts.value_flaws import without_stray
from sigcheck.fixes.cells import cell_edits
from sigcheck.fixes.edits import Edit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage


def _propose(situation: Situation) -> Iterable[Edit | Withheld]:
    return cell_edits(situation, FIX.name, _corrected)


def _corrected(record: Mapping[str, Any]) -> str | None:
    return without_stray(str(record["given"])) or None


FIX = Fix("stray-characters", "take stray characters and spaces out of cells", Stage.VALUES, _propose, is_safe=True)
