"""One look at a draft: its relations loaded, its rules run, and what fixes propose for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sigcheck.assessment import assess
from sigcheck.engine import Engine
from sigcheck.exemptions import Exemption, exemptions_of
from sigcheck.facts.history_facts import keep_emails
from sigcheck.fixes.catalogue import FIXES, fix_named
from sigcheck.fixes.edits import CellEdit, Edit, LineEdit, MarkupEdit, RowEdit, Withheld
from sigcheck.fixes.fix import Found, Situation, Stage
from sigcheck.fixing.draft import DraftPlan
from sigcheck.inputs.history import KeptHistory
from sigcheck.linter import Options, limits_of, open_engine
from sigcheck.paths import homes
from sigcheck.planned_send import Circumstances, LoadedSend, load_planned_send
from sigcheck.report import SEVERITIES, Report
from sigcheck.rule import LoadedRule
from sigcheck.rule_bindings import message_sieve
from sigcheck.rule_check import CheckedRule, check_rules
from sigcheck.rule_run import RuleRun
from sigcheck.selection import Selection
from sigcheck.wording_sieve import WordingSieve


class Proposal(NamedTuple):
    """What the fixes of a stage propose, and what they leave as it is."""

    edits: tuple[Edit, ...]
    withheld: tuple[Withheld, ...]


class Look:
    """A draft as it was loaded. It holds an engine: close it."""

    def __init__(
        self,
        plan: DraftPlan,
        selection: Selection,
        now: datetime | None,
        kept: KeptHistory | None = None,
        keep_in: Path | None = None,
    ) -> None:
        """Load a draft's relations; rules run when they are asked for.

        The history is the one that was `kept` from an earlier look, or is read, and kept in the folder `keep_in` for
        later ones.
        """
        self.plan = plan
        self.kept = kept
        self._selection = selection
        self._checked: dict[str, CheckedRule] = {}
        self._has_run: frozenset[str] = frozenset()
        self._proposals: dict[tuple[Stage, frozenset[str], int], Proposal] = {}
        self.engine: Engine = open_engine(limits_of(plan.read, Options()))
        try:
            with homes(plan.homes):
                self.send: LoadedSend = load_planned_send(self.engine, plan.read, Circumstances(now, kept=kept))
            if keep_in is not None and self.send.history.files:
                self.kept = KeptHistory(keep_in / "emails.parquet", self.send.history)
                keep_emails(self.engine, self.kept.emails)
            self.engine.lock()
        except BaseException:
            self.engine.close()
            raise

    def close(self) -> None:
        """Release the engine."""
        self.engine.close()

    def report(self) -> Report:
        """Return the report of the draft, for which all rules run."""
        order = [loaded.code for pack in self._selection.packs for loaded in pack.rules]
        self._check(frozenset(order))
        checked = [self._checked[code] for code in order if code in self._checked]
        plan = self.plan.plan
        return assess(plan, self.send.summary, checked, plan.fail_on, plan.fail_under)

    def _check(self, codes: frozenset[str]) -> None:
        """Run those of the rules that have not run yet; rules that do not apply leave nothing behind."""
        rest = _only(self._selection, codes - self._has_run)
        if rest.packs:
            with homes(self.plan.homes):
                checked = check_rules(self.engine, self.plan.read, rest, self.send.summary)
            self._checked.update({entry.loaded.code: entry for entry in checked})
        self._has_run |= codes

    def found(self, stage: Stage, codes: frozenset[str]) -> Mapping[str, Mapping[str, Found]]:
        """Return, by the name of a fix of a stage and then by the code of a rule that names it, what that rule found.

        Only rules among `codes` count, the gravest come first, and what no fix mends or the plan accepts is left out.
        """
        rules = [loaded.rule for pack in self._selection.packs for loaded in pack.rules]
        wanted = {one.code for one in rules if (fix := fix_named(one.fix)) and fix.stage == stage and one.code in codes}
        self._check(frozenset(wanted))
        with homes(self.plan.homes):
            exemptions = exemptions_of(self.engine, self.plan.read, self.send.summary.checked_as_of.date())
        sieve = message_sieve(self.engine)
        found: dict[str, dict[str, Found]] = {}
        entries = [entry for code, entry in self._checked.items() if code in wanted]
        for entry in sorted(entries, key=lambda entry: SEVERITIES.index(entry.loaded.rule.severity)):
            if entry.outcome is None or not entry.outcome.total:
                continue
            run = self._run(entry.loaded, exemptions, sieve)
            records = [one for one in run.records(self.engine) if one.get("is_fixable") in (None, True)]
            if records:
                found.setdefault(entry.loaded.rule.fix or "", {})[entry.loaded.code] = Found(run, records)
        return found

    def _run(self, loaded: LoadedRule, exemptions: Sequence[Exemption], sieve: WordingSieve) -> RuleRun:
        limited = tuple(one for one in exemptions if loaded.code.startswith(one.entry.code) and not one.is_for_all)
        send = self.send.summary
        parameters = self._selection.parameters.get(loaded.code, {})
        return RuleRun(loaded, parameters, send.list_file, send.recipients, sieve, limited)

    def propose(self, stage: Stage, codes: frozenset[str], seed: int) -> Proposal:
        """Return what the fixes of a stage propose for what rules of `codes` found, in their order.

        Of several edits of one place the first counts.
        """
        asked = (stage, codes, seed)
        if asked not in self._proposals:
            self._proposals[asked] = self._propose(stage, codes, seed)
        return self._proposals[asked]

    def _propose(self, stage: Stage, codes: frozenset[str], seed: int) -> Proposal:
        found = self.found(stage, codes)
        edits: dict[object, Edit] = {}
        withheld: list[Withheld] = []
        gone: set[int] = set()
        for fix in FIXES:
            if fix.stage != stage or fix.name not in found:
                continue
            send = (self.plan.read, self.send)
            situation = Situation(self.engine, *send, found[fix.name], frozenset(gone), self._selection, seed)
            for proposed in fix.propose(situation):
                if isinstance(proposed, Withheld):
                    withheld.append(proposed)
                else:
                    edits.setdefault(_place(proposed), proposed)
            gone.update(edit.row for edit in edits.values() if isinstance(edit, RowEdit))
        return Proposal(tuple(_apart(edits.values())), tuple(withheld))


def _only(selection: Selection, codes: frozenset[str]) -> Selection:
    packs = (
        pack._replace(rules=tuple(loaded for loaded in pack.rules if loaded.code in codes)) for pack in selection.packs
    )
    return Selection(tuple(pack for pack in packs if pack.rules), selection.parameters)


def _place(edit: Edit) -> object:
    if isinstance(edit, CellEdit):
        return edit.row, edit.column
    if isinstance(edit, RowEdit):
        return edit.row
    if isinstance(edit, LineEdit):
        return edit.file, edit.line, edit.old
    return edit


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the edits but those of lines in a message whose markup goes: its lines are others then."""
    every: Sequence[Edit] = tuple(edits)
    files = {edit.file for edit in every if isinstance(edit, MarkupEdit)}
    return (edit for edit in every if not (isinstance(edit, LineEdit) and edit.file in files))
