"""Which rules apply, which can be checked, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import NamedTuple

from sigcheck import stages
from sigcheck.engine import Engine, QueryError
from sigcheck.errors import InputError, LimitError, RuleError
from sigcheck.exemptions import Exemption, exemptions_of
from sigcheck.needs import is_absent_on_purpose, missing_needs, reason_of
from sigcheck.plan import Plan
from sigcheck.report import Ignored, SendSummary, Unchecked
from sigcheck.rule import LoadedRule, Pack
from sigcheck.rule_bindings import message_sieve
from sigcheck.rule_run import Outcome, RuleRun, SetAside
from sigcheck.selection import Selection
from sigcheck.signals import Ended, received_signal

_PATIENCE = 0.05
"""Seconds between two calls to stop."""


_ATTENTION = 0.5
"""Seconds between two looks for a signal."""


class CheckedRule(NamedTuple):
    """A rule that applies, and what became of it: an outcome, or the reason why it could not be checked."""

    pack: Pack
    loaded: LoadedRule
    outcome: Outcome | None = None
    unchecked: Unchecked | None = None
    ignored: tuple[Ignored, ...] = ()


def check_rules(engine: Engine, plan: Plan, selection: Selection, send: SendSummary) -> list[CheckedRule]:
    """Return every rule that applies to the plan with what became of it, in the order of packs and codes.

    Raises InputError where a rule is at fault, naming its file.
    """
    stages.begin(stages.RULES)
    applying = _applying(engine, selection.packs)
    missing = missing_needs(engine, (need for _, loaded in applying for need in loaded.rule.needs))
    exemptions = exemptions_of(engine, plan, send.checked_as_of.date())
    sieve = message_sieve(engine)

    def check(entry: tuple[Pack, LoadedRule], alone: bool = False) -> CheckedRule | None:
        """Return what became of a rule; None where it took too much beside others, and should be run alone."""
        pack, loaded = entry
        absent = [need for need in loaded.rule.needs if need in missing]
        if absent:
            return CheckedRule(pack, loaded, unchecked=_unchecked(plan, pack, loaded, absent[0]))
        exempt = tuple(one for one in exemptions if loaded.code.startswith(one.entry.code))
        limited = exempt if any(not one.is_for_all for one in exempt) else ()
        run = RuleRun(
            loaded, selection.parameters.get(loaded.code, {}), send.list_file, send.recipients, sieve, limited
        )
        try:
            return _without_ignored(CheckedRule(pack, loaded, outcome=run.run(engine)), exempt)
        except LimitError as error:
            if alone:
                raise run.fault(f"query: {error}") from None
            return None

    stages.begin(stages.RULES, steps=len(applying))
    checked = []
    with ThreadPoolExecutor(engine.parallel_queries) as pool:
        outcomes = [pool.submit(check, entry) for entry in applying]
        try:
            for outcome in outcomes:
                checked.append(_awaited(outcome))
                stages.advance()
        except BaseException:
            _stop(engine, outcomes)
            raise
    again = (one or check(entry, alone=True) for entry, one in zip(applying, checked, strict=True))
    return [one for one in again if one is not None]


def _awaited(outcome: Future[CheckedRule | None]) -> CheckedRule | None:
    """Return an outcome once it is there. Raises Ended where a signal asked for the end and went unheard.

    Python passes over what a handler raises while it cleans up an object; and a query that hears of the signal fails.
    """
    is_there = False
    while not is_there:
        is_there = not wait([outcome], timeout=_ATTENTION).not_done
        if received_signal() is not None:
            raise Ended
    return outcome.result()


def _stop(engine: Engine, outcomes: Sequence[Future[CheckedRule | None]]) -> None:
    """Have the rules stop that run, which the pool would wait for; a query that is about to begin misses one call."""
    for outcome in outcomes:
        outcome.cancel()
    engine.interrupt()
    while wait(outcomes, timeout=_PATIENCE).not_done:
        engine.interrupt()


def _applying(engine: Engine, packs: Sequence[Pack]) -> list[tuple[Pack, LoadedRule]]:
    """Return the rules whose `when` holds for the plan, asking about all of them at once."""
    rules = [(pack, loaded, pack.condition(loaded.rule)) for pack in packs for loaded in pack.rules]
    conditions = list(dict.fromkeys(condition for _, _, condition in rules if condition is not None))
    try:
        with engine.limited("the conditions of the rules"):
            asked = ", ".join(["TRUE", *(f"(SELECT {condition} FROM plan)" for condition in conditions)])
            answers = dict(zip(conditions, engine.query(f"SELECT {asked}").rows[0][1:], strict=True))
    except QueryError:
        raise _faulty_condition(engine, packs) from None
    return [(pack, loaded) for pack, loaded, condition in rules if condition is None or answers[condition]]


def _faulty_condition(engine: Engine, packs: Sequence[Pack]) -> InputError:
    for pack in packs:
        for loaded in pack.rules:
            try:
                with engine.limited(f"{loaded.file}: {loaded.code}"):
                    engine.query(f"SELECT (SELECT {pack.condition(loaded.rule) or 'TRUE'} FROM plan)")
            except QueryError as error:
                return RuleError.at(loaded.file, f"{loaded.code}: when: {error}")
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


def _without_ignored(checked: CheckedRule, exemptions: Sequence[Exemption]) -> CheckedRule:
    """Return the rule with what is set aside told; a rule all of whose findings are accepted has no outcome."""
    outcome = checked.outcome
    if outcome is None:
        return checked
    code, pack = checked.loaded.code, checked.pack.header.key
    if outcome.total and (for_all := next((one for one in exemptions if one.is_for_all), None)) is not None:
        outcome = outcome._replace(set_aside=(SetAside(for_all.entry, outcome.findings, outcome.total),))
        return checked._replace(outcome=None, ignored=tuple(_ignored(code, pack, one) for one in outcome.set_aside))
    ignored = tuple(_ignored(code, pack, one) for one in outcome.set_aside)
    return checked._replace(outcome=outcome if outcome.total or not ignored else None, ignored=ignored)


def _ignored(code: str, pack: str, set_aside: SetAside) -> Ignored:
    entry = set_aside.entry
    until = entry.until.isoformat() if entry.until else None
    return Ignored(code, pack, entry.reason, until, set_aside.total, set_aside.findings)
