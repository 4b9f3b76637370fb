"""The figures of a report for a terminal: a line a rule, and the sum behind the score."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sigcheck.formats.plain_text import plain
from sigcheck.report import PackResult, Report


def statistics(report: Report) -> Group:
    """Return a line for each rule that was checked: findings, recipients affected, points lost."""
    table = Table.grid(padding=(0, 2))
    for _ in range(2):
        table.add_column(no_wrap=True)
    for _ in range(3):
        table.add_column(justify="right", no_wrap=True)
    table.add_row(*(Text(title, "dim") for title in ("Rule", "", "Findings", "Affected", "Points")))
    for result in report.results:
        figures = (
            f"{result.findings:,}",
            f"{result.affected:,}",
            f"−{result.deducted:.2f}" if result.deducted else "0",
        )
        style = "" if result.findings else "dim"
        table.add_row(*(Text(plain(cell), style) for cell in (result.code, result.name, *figures)))
    return _section("Statistics", table)


def arithmetic(report: Report) -> Group:
    """Return the sum behind the score: points of each pack less what its rules take, and the share that is left."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for pack in report.packs:
        table.add_row(pack.key, plain(_sum(report, pack)))
    at_stake = sum(pack.points for pack in report.packs if pack.kept is not None)
    kept = sum(pack.kept for pack in report.packs if pack.kept is not None)
    share = f"100 × {kept:.2f} points kept ÷ {at_stake:g} at stake = {report.score:.1f} (cut to one decimal)"
    return _section("How the score is reckoned", Group(table, Text(share)))


def _sum(report: Report, pack: PackResult) -> str:
    if pack.kept is None:
        return "not checked: no points at stake"
    taken = [result for result in report.results if result.pack == pack.key and result.findings]
    terms = "".join(f" − {result.deducted:.2f} ({result.code})" for result in taken)
    floor = ", as none falls below 0" if sum(result.deducted for result in taken) > pack.points else ""
    return f"{pack.points:g}{terms} = {pack.kept:.2f}{floor}"


def _section(title: str, body: RenderableType) -> Group:
    return Group(Text(title, "bold underline"), Padding(body, (0, 0, 0, 2)))
