"""What a rule finds in a planned send: the rule's own query over the facts that sigcheck derives, however many."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sigcheck.inputs.history import OtherSend
from sigcheck.linter import export_sends, open_engine
from sigcheck.plan import load_plan
from sigcheck.planned_send import load_planned_send
from sigcheck.rule import load_packs
from sigcheck.rule_examples import write_example

FIRST_ROW = 2
"""Row of a list's first recipient, as a spreadsheet numbers it."""


def findings(codes: Sequence[str], inputs: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return what each rule's query returns for the planned send that `inputs` describes, as a rule's example does.

    A report lists the first thousand findings of a rule; these are all of them, as a dict a row. `inputs` may hold
    another planned send, `other`, whose sends the first one knows of.
    """
    rules = {loaded.code: loaded.rule for pack in load_packs(with_examples=False) for loaded in pack.rules}
    with tempfile.TemporaryDirectory() as folder:
        plan = write_example(inputs, Path(folder))
        others = [_exported(inputs["other"], Path(folder) / "other")] if "other" in inputs else []
        engine = open_engine()
        try:
            load_planned_send(engine, load_plan(plan), others=others)
            results = {}
            for code in codes:
                names = engine.parameter_names(rules[code].sql)
                bound = {name: value for name, value in rules[code].bindings({}).items() if name in names}
                results[code] = engine.query(rules[code].sql, bound)
        finally:
            engine.close()
    return {
        code: [dict(zip(result.columns, row, strict=True)) for row in result.rows] for code, result in results.items()
    }


def _exported(inputs: Mapping[str, Any], folder: Path) -> OtherSend:
    other = export_sends(write_example(inputs, folder), folder / "sends.parquet")
    if other is None:
        raise ValueError("the other planned send cannot be read")
    return other


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
