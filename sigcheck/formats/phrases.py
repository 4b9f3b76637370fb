"""The phrases that a report for people is put together from, whatever it looks like."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sigcheck.report import Report, Unchecked


def listed(values: Sequence[str], shown: int) -> str:
    """Return the first values, and how many more there are."""
    rest = len(values) - shown
    return ", ".join(values[:shown]) + (f" and {rest} more" if rest > 0 else "")


def window(report: Report) -> str:
    """Return when the send begins and ends, in the plan's time zone."""
    send = report.send
    if send.first_at is None or send.last_at is None:
        return "at no time that can be read"
    if send.first_at == send.last_at:
        return f"{moment(send.first_at)}, all at once ({send.timezone})"
    return f"{moment(send.first_at)} to {moment(send.last_at)} ({send.timezone})"


def moment(at: datetime) -> str:
    """Return a date and time as people write it, with the weekday."""
    return f"{at:%a} {at.day} {at:%b %Y %H:%M}"


def points_kept(points: float) -> str:
    """Return points cut to one decimal, so that ten means that nothing was lost."""
    return f"{int(points * 10) / 10:.1f}"


def mending(report: Report) -> tuple[str, str] | None:
    """Return that what so many rules found can be mended, and the command that does; None where nothing can be."""
    rules = len({finding.code for finding in report.findings if finding.fix})
    if not rules:
        return None
    what = "What 1 rule found can be mended" if rules == 1 else f"What {rules} rules found can be mended"
    return what, f"sigcheck fix {report.plan}"


def by_reason(entries: Sequence[Unchecked]) -> list[list[Unchecked]]:
    """Return what could not be checked by the reason for it, the reasons that leave an error open first."""
    groups: dict[tuple[str, str], list[Unchecked]] = {}
    for entry in entries:
        groups.setdefault((entry.reason, entry.remedy), []).append(entry)
    ranked = sorted(groups.items(), key=lambda group: (group[1][0].on_purpose, -open_errors(group[1]), group[0]))
    return [group for _, group in ranked]


def open_errors(entries: Sequence[Unchecked]) -> int:
    """Return how many rules of severity error are left open."""
    return sum(entry.severity == "error" for entry in entries)
