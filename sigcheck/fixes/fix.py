"""What a fix is, and what it is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from sigcheck.engine import Engine
from sigcheck.fixes.edits import Edit, Withheld
from sigcheck.plan import Plan
from sigcheck.planned_send import LoadedSend
from sigcheck.rule_run import RuleRun
from sigcheck.selection import Selection


class Stage(IntEnum):
    """When a fix works: what a later stage decides rests on what the earlier ones have put right."""

    VALUES = 1
    ROWS = 2
    VARIATIONS = 3
    TIMES = 4


class Found(NamedTuple):
    """What a rule that names the fix found, as records of its query's result."""

    run: RuleRun
    records: Sequence[Mapping[str, Any]]

    def parameter(self, name: str) -> Any:
        """Return a parameter of the rule, as the plan sets it or by default."""
        return {**self.run.loaded.rule.parameters, **self.run.overrides}[name]


class Situation(NamedTuple):
    """A planned send and what was found in it, by the codes of the rules that name the fix, the gravest first.

    `gone` holds the rows that earlier fixes of the stage take out, `selection` the rules that run.
    """

    engine: Engine
    plan: Plan
    send: LoadedSend
    found: Mapping[str, Found]
    gone: frozenset[int]
    selection: Selection
    seed: int


class Fix(NamedTuple):
    """A fix: its name (what rules say under `fix`), what it does, when it works, and whether it only ever helps.

    An unsafe fix drops something or decides something. What `is_offered` is sure enough to be shown, not to be done
    unasked.
    """

    name: str
    summary: str
    stage: Stage
    propose: Callable[[Situation], Iterable[Edit | Withheld]]
    is_safe: bool = False
    is_offered: bool = False
