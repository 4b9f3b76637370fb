"""One plan's report as Markdown, with so many findings of each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sigcheck.formats.entries import findings_by_rule
from sigcheck.formats.markdown_text import cell, code, html_words, words
from sigcheck.formats.phrases import mending
from sigcheck.formats.places import near
from sigcheck.formats.plain_text import counted, shortened
from sigcheck.report import SEVERITIES, Finding, PackResult, Report, RuleResult, Unchecked

TEXT_LENGTH = 300
"""Letters of a message, a help or a reason that are shown."""

NAME_LENGTH = 120
"""Letters of a name, a title or a place that are shown."""

OPEN_FINDINGS = 5
"""Findings up to which a sin is shown open rather than folded."""

MARKS = {
    "pass": "✅",
    "fail": "❌",
    "incomplete": "❔",
    "passed": "✅",
    "failed": "❌",
    "unchecked": "❔",
    "ignored": "➖",
    "error": "❌",
    "warning": "⚠️",
    "note": "ℹ️",
}


def overview_of(reports: Sequence[Report]) -> str:
    """Return a table of the plans' verdicts."""
    return overview_head(reports) + "".join(map(overview_line, reports))


def overview_head(reports: Sequence[Report]) -> str:
    """Return what stands above the lines of the overview."""
    failed = sum(report.verdict == "fail" for report in reports)
    head = f"## sigcheck: {failed:,} of {counted(len(reports), 'plan')} failed\n\n"
    return head + "| | Plan | Score | Findings |\n|---|---|---:|---:|\n"


def overview_line(report: Report) -> str:
    """Return a plan's line of the overview."""
    name = cell(_name(report.name or report.plan))
    place = code(_name(report.plan.replace("|", "¦")))
    found = f"{sum(result.findings for result in report.results):,}"
    score = f"{report.score:.1f} ({report.grade})"
    return f"| {MARKS[report.verdict]} {report.verdict} | {name} {place} | {score} | {found} |\n"


def report_of(report: Report, per_rule: int) -> str:
    """Return the report, with at most `per_rule` findings of each rule."""
    lines = [*_verdict(report), "", *_sins(report), ""]
    if per_rule:
        lines += _findings(report, per_rule)
    elif report.findings:
        lines += ["There is no room here to list what was found.", ""]
    lines += [*_unchecked(report.unchecked), *_ignored(report)]
    return "\n".join(lines)


def _verdict(report: Report) -> Iterator[str]:
    yield f"## {MARKS[report.verdict]} {report.verdict}: {words(_name(report.name or report.plan))}"
    yield ""
    score = f"**Score {report.score:.1f} of 100, grade {report.grade}**"
    yield f"{score} · {counted(report.recipients, 'recipient')} · {code(_name(report.plan))}"
    yield ""
    yield from (f"- {words(_text(reason))}" for reason in report.reasons)
    found = mending(report)
    if found is not None:
        yield f"- {found[0]}: {code(_name(found[1]))}"


def _sins(report: Report) -> Iterator[str]:
    yield "| | Sin | Points kept | Errors | Warnings | Notes |"
    yield "|---|---|---:|---:|---:|---:|"
    for pack in report.packs:
        found = _tally(result for result in report.results if result.pack == pack.key)
        figures = " | ".join(f"{found[severity]:,}" if found[severity] else "" for severity in SEVERITIES)
        yield f"| {_mark(pack, found)} | {cell(_name(pack.title))} | {_points(pack)} | {figures} |"


def _mark(pack: PackResult, found: Counter[str]) -> str:
    if pack.status != "failed":
        return MARKS[pack.status]
    return MARKS[next((severity for severity in SEVERITIES if found[severity]), "failed")]


def _points(pack: PackResult) -> str:
    """Return the points cut to one decimal, so that all of them means that nothing was lost."""
    return "not checked" if pack.kept is None else f"{int(pack.kept * 10) / 10:.1f} / {pack.points:g}"


def _tally(results: Iterable[RuleResult]) -> Counter[str]:
    """Return the number of findings by severity."""
    tally: Counter[str] = Counter()
    for result in results:
        tally[result.severity] += result.findings
    return tally


def _findings(report: Report, per_rule: int) -> Iterator[str]:
    found = findings_by_rule(report)
    for pack in report.packs:
        results = [result for result in report.results if result.pack == pack.key and result.code in found]
        if results:
            yield from _fold(_summary(pack, results), sum(result.findings for result in results) <= OPEN_FINDINGS)
            for result in results:
                yield from _rule(report, result, found[result.code], per_rule)
            yield from ("</details>", "")


def _summary(pack: PackResult, results: Sequence[RuleResult]) -> str:
    found = _tally(results)
    figures = ", ".join(counted(found[severity], severity) for severity in SEVERITIES if found[severity])
    return f"<b>{html_words(_name(pack.title))}</b>: {figures}"


def _fold(summary: str, is_open: bool) -> tuple[str, str]:
    return f"<details{' open' if is_open else ''}><summary>{summary}</summary>", ""


def _rule(report: Report, result: RuleResult, findings: Sequence[Finding], per_rule: int) -> Iterator[str]:
    lost = f" · −{result.deducted:.2f} points" if result.deducted else ""
    title = f"**{result.code} {result.name}** {MARKS[result.severity]} {result.severity}"
    yield f"{title} · {counted(result.findings, 'finding')}{lost}"
    yield ""
    shown = findings[:per_rule]
    same_help = len({finding.help for finding in shown}) == 1
    for finding in shown:
        yield _line(report, finding)
        if not same_help:
            yield f"  <br>→ {words(_text(finding.help))}"
    if result.findings > len(shown):
        yield f"- … and {result.findings - len(shown):,} more"
    yield ""
    if same_help:
        yield from (f"→ {words(_text(shown[0].help))}", "")


def _line(report: Report, finding: Finding) -> str:
    place = f"{code(_name(near(report, finding.place)))} " if finding.place else ""
    return f"- {place}– {words(_text(finding.message))}{_related(finding)}"


def _related(finding: Finding) -> str:
    if not finding.related:
        return ""
    places = ", ".join(str(place.line or place.row) for place in finding.related[:10] if place.line or place.row)
    more = ", …" if finding.more_related or len(finding.related) > 10 else ""
    return f" (also {'line' if finding.line else 'row'} {places}{more})" if places else ""


def _unchecked(entries: Sequence[Unchecked]) -> Iterator[str]:
    """Yield what could not be checked by the reason for it, what leaves an error open first."""
    if not entries:
        return
    groups: dict[tuple[str, str], list[Unchecked]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.on_purpose, SEVERITIES.index(entry.severity))):
        groups.setdefault((entry.reason, entry.remedy), []).append(entry)
    yield from _fold(f"<b>Not checked</b>: {counted(len(entries), 'rule')}", is_open=False)
    for (reason, remedy), group in groups.items():
        rules = ", ".join(f"{entry.code} ({entry.severity})" for entry in group)
        yield f"- {rules}: {words(_text(reason))}" + (f" → {words(_text(remedy))}" if remedy else "")
    yield from ("", "</details>", "")


def _ignored(report: Report) -> Iterator[str]:
    if not report.ignored:
        return
    yield from _fold(f"<b>Ignored</b>: {counted(len(report.ignored), 'rule')}", is_open=False)
    for entry in report.ignored:
        reason = words(_text(entry.reason))
        if entry.expired:
            yield f"- {code(entry.code)}: no longer, as {entry.until} has passed; it was {reason}"
        else:
            until = f", until {entry.until}" if entry.until else ""
            yield f"- {code(entry.code)}: {counted(entry.findings, 'finding')}; {reason}{until}"
    yield from ("", "</details>", "")


def _text(text: str) -> str:
    return shortened(text, TEXT_LENGTH)


def _name(text: str) -> str:
    return shortened(text, NAME_LENGTH)
