"""Which rules apply, which can be checked, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import NamedTuple

from sigcheck.engine import Engine, QueryError
from sigcheck.errors import InputError
from sigcheck.needs import is_absent_on_purpose, missing_needs, reason_of
from sigcheck.plan import Ignore, Plan
from sigcheck.report import Ignored, SendSummary, Unchecked
from sigcheck.rule import LoadedRule, Pack
from sigcheck.rule_run import Outcome, RuleRun
from sigcheck.selection import Selection


class CheckedRule(NamedTuple):
    """A rule that applies, and what became of it: an outcome, or the reason why it could not be checked."""

    pack: Pack
    loaded: LoadedRule
    outcome: Outcome | None = None
    unchecked: Unchecked | None = None
    ignored: Ignored | None = None


def check_rules(engine: Engine, plan: Plan, selection: Selection, send: SendSummary) -> list[CheckedRule]:
    """Return every rule that applies to the plan with what became of it, in the order of packs and codes.

    Raises InputError where a rule is at fault, naming its file.
    """
    applying = _applying(engine, selection.packs)
    missing = missing_needs(engine, (need for _, loaded in applying for need in loaded.rule.needs))

    def check(entry: tuple[Pack, LoadedRule]) -> CheckedRule:
        pack, loaded = entry
        absent = [need for need in loaded.rule.needs if need in missing]
        if absent:
            return CheckedRule(pack, loaded, unchecked=_unchecked(plan, pack, loaded, absent[0]))
        run = RuleRun(loaded, selection.parameters.get(loaded.code, {}), send.list_file, send.recipients)
        return _set_aside(plan, send, CheckedRule(pack, loaded, outcome=run.run(engine)))

    with ThreadPoolExecutor(engine.parallel_queries) as pool:
        return list(pool.map(check, applying))


def _applying(engine: Engine, packs: Sequence[Pack]) -> list[tuple[Pack, LoadedRule]]:
    """Return the rules whose `when` holds for the plan, asking about all of them at once."""
    rules = [(pack, loaded, pack.condition(loaded.rule)) for pack in packs for loaded in pack.rules]
    conditions = [condition for _, _, condition in rules if condition is not None]
    try:
        answers = iter(engine.query(f"SELECT {', '.join(['TRUE', *conditions])} FROM plan").rows[0][1:])
    except QueryError:
        raise _faulty_condition(engine, packs) from None
    return [(pack, loaded) for pack, loaded, condition in rules if condition is None or next(answers)]


def _faulty_condition(engine: Engine, packs: Sequence[Pack]) -> InputError:
    for pack in packs:
        for loaded in pack.rules:
            try:
                engine.query(f"SELECT {pack.condition(loaded.rule) or 'TRUE'} FROM plan")
            except QueryError as error:
                return InputError.at(loaded.file, f"{loaded.code}: when: {error}")
    return InputError.at("rules", "the conditions of the rules cannot be read together")


def _unchecked(plan: Plan, pack: Pack, loaded: LoadedRule, need: str) -> Unchecked:
    on_purpose = is_absent_on_purpose(need, plan)
    reason, remedy = reason_of(need)
    return Unchecked(
        code=loaded.code,
        name=loaded.rule.name,
        pack=pack.header.key,
        severity=loaded.rule.severity,
        reason=f"{reason}, as the plan says" if on_purpose else reason,
        remedy="" if on_purpose else remedy,
        on_purpose=on_purpose,
    )


def _set_aside(plan: Plan, send: SendSummary, checked: CheckedRule) -> CheckedRule:
    """Set a rule's findings aside where the plan ignores its code, unless the date named there has passed."""
    outcome = checked.outcome
    entry = _ignoring(plan.ignore, checked.loaded.code, send.checked_as_of.date())
    if entry is None or outcome is None or not outcome.total:
        return checked
    until = entry.until.isoformat() if entry.until else None
    ignored = Ignored(checked.loaded.code, checked.pack.header.key, entry.reason, until, outcome.total)
    return checked._replace(outcome=None, ignored=ignored)


def _ignoring(entries: Sequence[Ignore], code: str, today: date) -> Ignore | None:
    valid = (entry for entry in entries if entry.until is None or entry.until >= today)
    return next((entry for entry in valid if code.startswith(entry.code)), None)
