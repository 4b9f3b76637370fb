"""A schedule that repeats one message sends it once: the first occurrence stays."""

from __future__ import annotations

from collections.abc import Iterator

from sigcheck.fixes.edits import Edit, ScheduleEdit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage


def _propose(situation: Situation) -> Iterator[Edit | Withheld]:
    for code in situation.found:
        yield ScheduleEdit(FIX.name, code, (), ("repeat",), "it is sent once, at its first time")


FIX = Fix("send-once", "send a message once where nothing else is said the next time", Stage.VALUES, _propose)
