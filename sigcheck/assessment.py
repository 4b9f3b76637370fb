"""From what became of each rule to the report: points, score, verdict and findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sigcheck.exemptions import has_expired
from sigcheck.plan import Plan
from sigcheck.report import Finding, Ignored, PackResult, Report, RuleResult, SendSummary, Severity, Unchecked
from sigcheck.rule import Pack
from sigcheck.rule_check import CheckedRule
from sigcheck.rule_run import Outcome
from sigcheck.score import PackTally, deduction, grade_of, pack_result, total_score, verdict_of


def assess(
    plan: Plan, send: SendSummary, checked: Sequence[CheckedRule], fail_on: Severity, fail_under: float | None
) -> Report:
    """Return the report of a plan, whose findings stand in the order of packs, codes and places."""
    results = [_result(entry, send.recipients) for entry in checked if entry.outcome is not None]
    unchecked = tuple(entry.unchecked for entry in checked if entry.unchecked is not None)
    packs = _pack_results(checked, results)
    score = total_score(packs)
    verdict, reasons = verdict_of(
        severities=[result.severity for result in results if result.findings],
        score=score,
        unchecked_errors=sum(1 for entry in unchecked if entry.severity == "error" and not entry.on_purpose),
        fail_on=fail_on,
        fail_under=fail_under,
    )
    findings = _findings(checked)
    return Report(
        plan=plan.label,
        name=plan.name,
        verdict=verdict,
        score=score,
        grade=grade_of(score),
        reasons=reasons,
        send=send,
        packs=packs,
        results=tuple(results),
        findings=findings,
        omitted=sum(result.findings for result in results) - len(findings),
        unchecked=unchecked,
        ignored=(*(one for entry in checked for one in entry.ignored), *_expired(plan, send)),
    )


def _expired(plan: Plan, send: SendSummary) -> tuple[Ignored, ...]:
    today = send.checked_as_of.date()
    return tuple(
        Ignored(entry.code, "", entry.reason, entry.until.isoformat(), 0, expired=True)
        for entry in plan.ignore
        if entry.until is not None and has_expired(entry, today)
    )


def _findings(checked: Sequence[CheckedRule]) -> tuple[Finding, ...]:
    return tuple(finding for entry in checked if entry.outcome for finding in entry.outcome.findings)


def _result(entry: CheckedRule, recipients: int) -> RuleResult:
    rule = entry.loaded.rule
    outcome = entry.outcome or Outcome((), 0, 0)
    affected = min(outcome.affected, recipients) if rule.per == "recipient" else outcome.affected
    deducted = deduction(rule.deduct, rule.per, outcome.affected if outcome.total else 0, recipients)
    if not outcome.total:
        arithmetic = "0"
    elif rule.per == "recipient":
        arithmetic = f"{rule.deduct:g} × √({affected} ÷ {recipients})"
    else:
        arithmetic = f"{rule.deduct:g}"
    return RuleResult(
        code=rule.code,
        name=rule.name,
        pack=entry.pack.header.key,
        severity=rule.severity,
        findings=outcome.total,
        affected=affected,
        deducted=deducted,
        arithmetic=arithmetic,
        why=" ".join(rule.why.split()),
        source=" ".join(rule.source.split()),
    )


def _pack_results(checked: Sequence[CheckedRule], results: Sequence[RuleResult]) -> tuple[PackResult, ...]:
    packs: Mapping[str, Pack] = {entry.pack.header.key: entry.pack for entry in checked}
    return tuple(pack_result(_tally(pack, checked, results)) for pack in packs.values())


def _tally(pack: Pack, checked: Sequence[CheckedRule], results: Sequence[RuleResult]) -> PackTally:
    key = pack.header.key
    mine = [entry for entry in checked if entry.pack.header.key == key]
    return PackTally(
        key=key,
        title=pack.header.title,
        points=pack.header.points,
        deductions=tuple(result.deducted for result in results if result.pack == key and result.findings),
        checked=sum(1 for entry in mine if entry.outcome is not None),
        unchecked=sum(1 for entry in mine if _leaves_doubt(entry.unchecked)),
        ignored=sum(1 for entry in mine if entry.ignored),
    )


def _leaves_doubt(unchecked: Unchecked | None) -> bool:
    return unchecked is not None and unchecked.severity == "error" and not unchecked.on_purpose
