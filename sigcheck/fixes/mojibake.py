"""Text that was decoded wrongly, and HTML entities, as they were meant: JosÃ© becomes José."""

from __future__ import annotations

from collections.abc import Iterable

from sigcheck.fixes.cells import cell_edits
from sigcheck.fixes.edits import Edit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage


def _propose(situation: Situation) -> Iterable[Edit | Withheld]:
    return cell_edits(situation, FIX.name, lambda record: str(record["decoded"]).strip())


FIX = Fix("mojibake", "repair text that was decoded wrongly", Stage.VALUES, _propose, is_safe=True)
