"""What the page shows of one report, put together so that the template only has to write it down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sigcheck.formats.html.pictures import Gallery, gallery_of
from sigcheck.formats.phrases import by_reason, listed, mending, moment, open_errors, points_kept, window
from sigcheck.formats.places import near
from sigcheck.report import Finding, Ignored, PackResult, Report, RuleResult, Unchecked

SHOWN_PER_RULE = 50
"""Findings of one rule that the page holds at most."""

SHOWN_IN_ALL = 3_000
"""Findings that the page holds at most, of all plans: it is to stay small enough to be mailed."""

SHOWN_AT_ONCE = 5
"""Findings of one rule that are seen before more are asked for."""

ADVICE = {"pass": "Ready to send", "fail": "Not ready to send", "incomplete": "Cannot say yet"}


class Sin(NamedTuple):
    """A row of the table of sins: points kept and lost in percent, both 0 where nothing could be checked."""

    pack: PackResult
    kept: float
    lost: float
    points: str
    findings: int


class Item(NamedTuple):
    """A finding; its `help` only where the findings of its rule call for different things."""

    place: str
    message: str
    also: str
    help: str


class RuleFindings(NamedTuple):
    """What one rule found: the first findings, the further ones, and how many are left out of the page."""

    result: RuleResult
    title: str
    help: str
    first: tuple[Item, ...]
    further: tuple[Item, ...]
    left_out: int

    @property
    def shown(self) -> int:
        """Return the number of findings that the page holds."""
        return len(self.first) + len(self.further)


class SinFindings(NamedTuple):
    """The rules of one sin that found something."""

    key: str
    title: str
    rules: tuple[RuleFindings, ...]


class Gap(NamedTuple):
    """Rules that could not be checked for one reason, what to add, and how many of them are of severity error."""

    reason: str
    remedy: str
    rules: tuple[str, ...]
    errors: int


class SetAside(NamedTuple):
    """An entry of the plan's `ignore`, the findings it covers, and how many are left out of the page."""

    entry: Ignored
    items: tuple[Item, ...]
    left_out: int


class Page(NamedTuple):
    """One plan's part of the page; `anchor` is unique in the document."""

    anchor: str
    report: Report
    advice: str
    mending: tuple[str, str] | None
    facts: tuple[tuple[str, str], ...]
    sins: tuple[Sin, ...]
    costs: tuple[RuleResult, ...]
    findings: tuple[SinFindings, ...]
    gaps: tuple[Gap, ...]
    set_aside: tuple[SetAside, ...]
    gallery: Gallery | None

    @property
    def shown(self) -> int:
        """Return the number of findings that the page holds."""
        return sum(rule.shown for sin in self.findings for rule in sin.rules)

    @property
    def found(self) -> int:
        """Return the number of findings of the check."""
        return sum(result.findings for result in self.report.results)


def findings_cap(reports: Sequence[Report]) -> int:
    """Return how many findings each rule may show so that all of them together stay within `SHOWN_IN_ALL`."""
    counts = [result.findings for report in reports for result in report.results]
    caps = range(SHOWN_PER_RULE, 0, -1)
    return next((cap for cap in caps if sum(min(count, cap) for count in counts) <= SHOWN_IN_ALL), 1)


def page_of(report: Report, anchor: str, cap: int | None) -> Page:
    """Return what the page shows of a report, `cap` findings a rule at most."""
    costs = sorted((result for result in report.results if result.deducted), key=lambda result: -result.deducted)
    return Page(
        anchor=anchor,
        report=report,
        advice=ADVICE[report.verdict],
        mending=mending(report),
        facts=_facts(report),
        sins=tuple(_sin(report, pack) for pack in report.packs),
        costs=tuple(costs),
        findings=tuple(_findings(report, cap)),
        gaps=tuple(_gap(group) for group in by_reason(report.unchecked)),
        set_aside=tuple(_set_aside(report, entry, cap) for entry in report.ignored),
        gallery=gallery_of(report.pictures, anchor) if report.pictures else None,
    )


def _facts(report: Report) -> tuple[tuple[str, str], ...]:
    send = report.send
    return (
        ("From", listed(send.senders, 3)),
        ("To", f"{send.recipients:,} recipients in {near(report, send.list_file)}"),
        ("Message", listed([near(report, file) for file in send.messages], 4)),
        ("Sends", window(report)),
        ("Plan", report.plan),
        ("Checked as of", f"{moment(send.checked_as_of)} (UTC)"),
    )


def _sin(report: Report, pack: PackResult) -> Sin:
    findings = sum(result.findings for result in report.results if result.pack == pack.key)
    if pack.kept is None:
        return Sin(pack, 0, 0, f"– / {pack.points:g}", findings)
    kept = 100 * pack.kept / pack.points
    return Sin(pack, kept, 100 - kept, f"{points_kept(pack.kept)} / {pack.points:g}", findings)


def _findings(report: Report, cap: int | None) -> Iterator[SinFindings]:
    results = {result.code: result for result in report.results}
    titles = {pack.key: pack.title for pack in report.packs}
    for key, of_pack in groupby(report.findings, key=lambda finding: results[finding.code].pack):
        rules = groupby(of_pack, key=lambda finding: finding.code)
        found = tuple(_rule_findings(report, results[code], list(group), cap) for code, group in rules)
        yield SinFindings(key, titles[key], found)


def _rule_findings(report: Report, result: RuleResult, findings: Sequence[Finding], cap: int | None) -> RuleFindings:
    shown = findings[:cap]
    same_help = len({finding.help for finding in findings}) == 1
    items = tuple(_items(report, shown, with_help=not same_help))
    return RuleFindings(
        result=result,
        title=title_of(result.name),
        help=findings[0].help if same_help else "",
        first=items[:SHOWN_AT_ONCE],
        further=items[SHOWN_AT_ONCE:],
        left_out=result.findings - len(shown),
    )


def title_of(name: str) -> str:
    """Return a rule's name as a heading: `too-soon` is `Too soon`."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def _items(report: Report, findings: Iterable[Finding], with_help: bool) -> Iterator[Item]:
    for finding in findings:
        help_text = finding.help if with_help else ""
        yield Item(near(report, finding.place), finding.message, _also(finding), help_text)


def _also(finding: Finding) -> str:
    if not finding.related:
        return ""
    places = ", ".join(str(place.line or place.row) for place in finding.related)
    return f"also {'line' if finding.line else 'row'} {places}{', …' if finding.more_related else ''}"


def _gap(entries: Sequence[Unchecked]) -> Gap:
    first = entries[0]
    rules = tuple(f"{entry.code} {entry.name}" for entry in entries)
    remedy = first.remedy[:1].upper() + first.remedy[1:]
    return Gap(first.reason, remedy, rules, 0 if first.on_purpose else open_errors(entries))


def _set_aside(report: Report, entry: Ignored, cap: int | None) -> SetAside:
    shown = entry.listed[:cap]
    return SetAside(entry, tuple(_items(report, shown, with_help=False)), entry.findings - len(shown))
