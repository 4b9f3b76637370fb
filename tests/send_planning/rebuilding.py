"""A planned send in miniature, its send times planned, and written back as the fix would write them."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import yaml

from sigcheck.engine import Engine
from sigcheck.linter import Options, lint, open_engine
from sigcheck.plan import load_plan
from sigcheck.planned_send import load_planned_send
from sigcheck.rule import load_packs
from sigcheck.selection import select_rules
from sigcheck.send_planning import Request, SendPlan, limits_of, plan_send_times

ABOUT_TIMES = ("HRS001", "HRS002", "HRS003", "HRS004", "HRS005", "HRS006", "HRS007", "SND003", "SND005")


def planned(path: Path, seed: int = 0, once: bool = False) -> SendPlan:
    """Return the send times for a plan."""
    plan = load_plan(path)
    engine: Engine = open_engine()
    try:
        senders = load_planned_send(engine, plan).inputs.senders.entries
        selection = select_rules(load_packs((), with_examples=False), plan, (), ())
        return plan_send_times(engine, plan, senders, Request(limits_of(selection), seed, once))
    finally:
        engine.close()


def write_back(path: Path, result: SendPlan) -> None:
    """Write the times into the list, and the column into the schedule."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    for key in result.replaced:
        del data["schedule"][key]
    data["schedule"]["column"] = result.column
    path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    list_file = path.parent / data["recipients"]
    header, *rows = csv.reader(list_file.read_text(encoding="utf-8").splitlines())
    if result.column not in header:
        header, rows = [*header, result.column], [[*row, ""] for row in rows]
    place = header.index(result.column)
    for number, row in enumerate(rows, start=2):
        row[place] = result.text_by_row.get(number, "")
    list_file.write_text(csv_text([header, *rows]), encoding="utf-8")


def csv_text(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as the text of a CSV file."""
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerows(rows)
    return target.getvalue()


def findings(path: Path, *, select: Sequence[str] = ABOUT_TIMES) -> list[str]:
    """Return what the rules about send times find, as code and message."""
    report = lint(path, Options(select=tuple(select)))
    return [f"{finding.code} {finding.message}" for finding in report.findings]
