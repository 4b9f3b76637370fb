"""The report for a terminal: readable at 80 columns, with colour only where there is a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sigcheck.formats import Style
from sigcheck.formats.page import write_on_console
from sigcheck.formats.phrases import by_reason, listed, mending, open_errors, points_kept, window
from sigcheck.formats.places import near
from sigcheck.formats.plain_text import counted, plain
from sigcheck.report import Finding, PackResult, Report, RuleResult, Unchecked

SHOWN_PER_RULE = 5
"""Findings listed for one rule unless all are asked for."""

BAR_WIDTH = 20

PLACE_WIDTH = 34
"""Columns that the place of a finding takes at most."""

COLOURS = {
    "error": "bold red",
    "warning": "yellow",
    "note": "cyan",
    "failed": "red",
    "passed": "green",
    "unchecked": "magenta",
    "ignored": "dim",
    "pass": "bold green",
    "fail": "bold red",
    "incomplete": "bold magenta",
}


def write_text(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the reports for people to read: as wide as the terminal, or 80 columns without colour elsewhere."""
    write_on_console(stream, lambda console: _print(console, reports, style))


def _print(console: Console, reports: Sequence[Report], style: Style) -> None:
    for number, report in enumerate(reports):
        if number and not style.quiet:
            console.print()
        if style.quiet:
            console.print(_summary_line(report), soft_wrap=True)
        else:
            console.print(_full(report, style))


def _summary_line(report: Report) -> Text:
    line = Text(f"{plain(report.plan)}: ")
    line.append(report.verdict, COLOURS[report.verdict])
    return line.append(f", score {report.score:.1f} ({report.grade})")


def _full(report: Report, style: Style) -> Group:
    parts: list[RenderableType] = [_header(report), Text(), _sins(report.packs)]
    if report.findings:
        parts += [Text(), *_findings(report, style)]
    if report.unchecked:
        parts += [Text(), _unchecked(report.unchecked)]
    if report.ignored:
        parts += [Text(), _ignored(report, style)]
    parts += [part for figures in _figures(report, style) for part in (Text(), figures)]
    return Group(*parts, Text(), *_verdict(report))


def _figures(report: Report, style: Style) -> Iterator[RenderableType]:
    if style.statistics or style.verbose:
        from sigcheck.formats.text_figures import arithmetic, statistics

        if style.statistics:
            yield statistics(report)
        if style.verbose:
            yield arithmetic(report)


def _header(report: Report) -> Group:
    send = report.send
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("Plan", plain(report.plan))
    table.add_row("From", plain(listed(send.senders, 2)))
    table.add_row("To", plain(f"{counted(send.recipients, 'recipient')} in {near(report, send.list_file)}"))
    table.add_row("Message", plain(listed([near(report, file) for file in send.messages], 3)))
    table.add_row("Sends", window(report))
    if send.brief:
        table.add_row("Brief", plain(near(report, send.brief)))
    return Group(Text(plain(report.name), "bold"), Text(), Padding(table, (0, 0, 0, 2)))


def _sins(packs: Sequence[PackResult]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(width=3, no_wrap=True)
    table.add_column(max_width=32, overflow="fold")
    table.add_column(width=BAR_WIDTH, no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    for pack in packs:
        state = Text(pack.status, COLOURS[pack.status])
        table.add_row(pack.key, plain(pack.title), _bar(pack), _points(pack), state)
    return table


def _bar(pack: PackResult) -> Text:
    if pack.kept is None:
        return Text("·" * BAR_WIDTH, "dim")
    filled = int(BAR_WIDTH * pack.kept / pack.points)
    return Text("█" * filled, COLOURS[pack.status]).append("░" * (BAR_WIDTH - filled), "dim")


def _points(pack: PackResult) -> str:
    return f"– / {pack.points:g}" if pack.kept is None else f"{points_kept(pack.kept)} / {pack.points:g}"


def _findings(report: Report, style: Style) -> list[RenderableType]:
    results = {result.code: result for result in report.results}
    titles = {pack.key: pack.title for pack in report.packs}
    parts: list[RenderableType] = []
    for pack, of_pack in groupby(report.findings, key=lambda finding: results[finding.code].pack):
        parts += [Text(plain(titles[pack]), "bold underline")]
        for code, found in groupby(of_pack, key=lambda finding: finding.code):
            parts += [_rule_findings(report, results[code], list(found), style), Text()]
    return parts[:-1]


def _rule_findings(report: Report, result: RuleResult, findings: Sequence[Finding], style: Style) -> Padding:
    title = Text(f"{result.code} ")
    title.append(result.severity, COLOURS[result.severity])
    title.append(f"  {result.name}", "dim")
    if style.verbose:
        title.append(f"  −{result.deducted:.2f} = {result.arithmetic}", "dim")
    shown = findings if style.verbose else findings[:SHOWN_PER_RULE]
    same_help = len({finding.help for finding in findings}) == 1
    table = Table.grid(padding=(0, 2))
    table.add_column(style="blue", max_width=PLACE_WIDTH, overflow="fold")
    table.add_column(overflow="fold")
    for help_text, group in _by_help(shown):
        for finding in group:
            table.add_row(plain(near(report, finding.place)), _message(finding))
        if not same_help:
            table.add_row("", _help(help_text, indent=0))
    lines: list[RenderableType] = [title, Padding(table, (0, 0, 0, 2))]
    if result.findings > len(shown):
        lines.append(Padding(Text(f"… and {result.findings - len(shown):,} more", "dim"), (0, 0, 0, 2)))
    if same_help:
        lines.append(_help(findings[0].help))
    return Padding(Group(*lines), (0, 0, 0, 2))


def _by_help(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """Return the findings that call for the same thing together, in the order in which they are first met."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.help, []).append(finding)
    return list(groups.items())


def _message(finding: Finding) -> Group:
    lines: list[RenderableType] = [Text(plain(finding.message))]
    if finding.related:
        places = ", ".join(str(place.line or place.row) for place in finding.related)
        more = ", …" if finding.more_related else ""
        lines.append(Text(f"also {'line' if finding.line else 'row'} {places}{more}", "dim"))
    return Group(*lines)


def _help(text: str, indent: int = 2) -> Padding:
    table = Table.grid(padding=(0, 1))
    table.add_row(Text("→", "green"), Text(plain(text)))
    return Padding(table, (0, 0, 0, indent))


def _unchecked(entries: Sequence[Unchecked]) -> Group:
    """Return what could not be checked by the reason for it, the reasons that leave an error open first."""
    lines: list[RenderableType] = [Text("Not checked", "bold underline")]
    for group in by_reason(entries):
        reason, remedy = group[0].reason, group[0].remedy
        line = Text(f"{plain(reason)}: {', '.join(entry.code for entry in group)}")
        if open_errors(group) and not group[0].on_purpose:
            line.append(f"  ({open_errors(group)} of severity error)", COLOURS["error"])
        lines.append(Padding(line, (0, 0, 0, 2)))
        if remedy:
            lines.append(Padding(_help(remedy[0].upper() + remedy[1:] + "."), (0, 0, 0, 2)))
    return Group(*lines)


def _ignored(report: Report, style: Style) -> Group:
    """Return what is set aside and why, with all of it where everything is asked for, and what no longer is."""
    lines: list[RenderableType] = [Text("Ignored", "bold underline")]
    for entry in report.ignored:
        if entry.expired:
            text = Text(plain(f"{entry.code}: no longer, as {entry.until} has passed ({entry.reason})"), "yellow")
            lines.append(Padding(text, (0, 0, 0, 2)))
            continue
        until = f", until {entry.until}" if entry.until else ""
        text = Text(plain(f"{entry.code}: {counted(entry.findings, 'finding')} ({entry.reason}{until})"))
        lines.append(Padding(text, (0, 0, 0, 2)))
        for finding in entry.listed if style.verbose else ():
            place = plain(near(report, finding.place))
            lines.append(Padding(Text(f"{place}  {plain(finding.message)}", "dim"), (0, 0, 0, 4)))
    return Group(*lines)


def _verdict(report: Report) -> list[RenderableType]:
    line = Text(f"Score {report.score:.1f} of 100, grade {report.grade}: ", "bold")
    line.append(report.verdict.upper(), COLOURS[report.verdict])
    lines = [line, *(Text(f"  {reason}", "dim") for reason in report.reasons)]
    found = mending(report)
    if found is not None:
        lines.append(Text(f"  {found[0]}: ", "dim").append(plain(found[1]), "default"))
    return list(lines)
