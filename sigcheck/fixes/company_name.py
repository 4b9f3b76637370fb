"""Companies as people say them: ACME HOLDINGS, INC. becomes Acme Holdings."""

from __future__ import annotations

from collections.abc import Iterable

from sigcheck.fixes.cells import cell_edits
from sigcheck.fixes.edits import Edit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage


def _propose(situation: Situation) -> Iterable[Edit | Withheld]:
    return cell_edits(situation, FIX.name, lambda record: record["spoken"])


FIX = Fix("company-name", "write companies as people say them", Stage.VALUES, _propose, is_safe=True)
