"""What a rule finds in a planned send: the rule's own query over the facts that sigcheck derives, however many."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sigcheck.engine import Engine
from sigcheck.inputs.history import PlannedEmails
from sigcheck.linter import open_engine
from sigcheck.plan import Plan, load_plan
from sigcheck.planned_send import Circumstances, load_planned_send
from sigcheck.plans_together import export_planned_emails
from sigcheck.rule import load_packs
from sigcheck.rule_bindings import bindings_of, message_sieve
from sigcheck.rule_examples import write_example

FIRST_ROW = 2
"""Row of a list's first recipient, as a spreadsheet numbers it."""


def findings(codes: Sequence[str], inputs: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return what each rule's query returns for the planned send that `inputs` describes, as a rule's example does.

    A report lists the first thousand findings of a rule; these are all of them, as a dict a row. `inputs` may hold
    another planned send, `other`, whose sends the first one knows of.
    """
    rules = {loaded.code: loaded.rule for pack in load_packs(with_examples=False) for loaded in pack.rules}
    with _planned_send(inputs) as engine:
        sieve = message_sieve(engine)
        return {code: _query(engine, rules[code].sql, bindings_of(rules[code], {}, sieve)) for code in codes}


def relation(name: str, inputs: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a relation of the data model, facts included, for the planned send of `inputs`."""
    with _planned_send(inputs) as engine:
        return _query(engine, f'SELECT * FROM "{name}"', {})


@contextmanager
def _planned_send(inputs: Mapping[str, Any]) -> Iterator[Engine]:
    with tempfile.TemporaryDirectory() as folder:
        plan = load_plan(write_example(inputs, Path(folder)))
        planned = _planned(plan, inputs["other"], Path(folder)) if "other" in inputs else None
        engine = open_engine()
        try:
            load_planned_send(engine, plan, Circumstances(planned=planned))
            yield engine
        finally:
            engine.close()


def _query(engine: Engine, sql: str, bindings: Mapping[str, Any]) -> list[dict[str, Any]]:
    names = engine.parameter_names(sql)
    result = engine.query(sql, {name: value for name, value in bindings.items() if name in names})
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def _planned(plan: Plan, other: Mapping[str, Any], folder: Path) -> PlannedEmails:
    path = export_planned_emails([plan.path, write_example(other, folder / "other")], folder)
    if path is None:
        raise ValueError("the planned sends cannot be read")
    return PlannedEmails(path, plan.label)


def rows_found(codes: Sequence[str], inputs: Mapping[str, Any]) -> set[int]:
    """Return the rows of the list that any of the rules names."""
    return {finding["row"] for found in findings(codes, inputs).values() for finding in found}


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a list as a CSV file holds it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
