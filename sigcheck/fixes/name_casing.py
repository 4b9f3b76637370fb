"""Names in the casing in which people write them: FRANK and frank become Frank."""

from __future__ import annotations

from collections.abc import Iterable

from sigcheck.fixes.cells import cell_edits
from sigcheck.fixes.edits import Edit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage


def _propose(situation: Situation) -> Iterable[Edit | Withheld]:
    return cell_edits(situation, FIX.name, lambda record: record["proper_case"])


FIX = Fix("name-casing", "write names in their proper casing", Stage.VALUES, _propose, is_safe=True)
