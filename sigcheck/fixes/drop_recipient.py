"""People who must not get this email, such as those who opted out, are taken out of the list.

Which people that are, rules say: those that name this fix. The gravest come first, and a rule that would leave nobody
in the list is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sigcheck.fixes.edits import Edit, RowEdit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage


def _propose(situation: Situation) -> Iterator[Edit | Withheld]:
    gone = set(situation.gone)
    for code, found in situation.found.items():
        reasons: dict[int, str] = {}
        for record in found.records:
            rows = [row for row in rows_of(record) if row not in gone and row not in reasons]
            if rows:
                reasons.update(dict.fromkeys(rows, found.run.wording(record)))
        if len(gone) + len(reasons) == situation.send.summary.recipients:
            yield Withheld(FIX.name, code, "it would leave nobody in the list")
            continue
        gone.update(reasons)
        yield from (RowEdit(FIX.name, code, row, reason) for row, reason in sorted(reasons.items()))


def rows_of(record: Mapping[str, Any]) -> set[int]:
    """Return all rows of the list that a record names."""
    return {row for row in (record.get("row"), *(record.get("related_rows") or ())) if row is not None}


FIX = Fix("drop-recipient", "take people out who must not get this email", Stage.ROWS, _propose)
