"""Findings that the plan accepts: which entry of `ignore` covers which, and which entries have had their day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sigcheck.engine import Engine
from sigcheck.facts.companies import company_name_key
from sigcheck.paths import label_of
from sigcheck.plan import Ignore, Plan


class Exemption(NamedTuple):
    """An entry of `ignore` that holds, and what it is limited to: rows of the list, a file; None where it is not."""

    entry: Ignore
    rows: frozenset[int] | None
    file: str | None

    @property
    def is_for_all(self) -> bool:
        """Return whether it covers all that a rule finds."""
        return self.rows is None and self.file is None

    def covers(self, record: Mapping[str, Any], list_file: str) -> bool:
        """Return whether it covers a row of a rule's result: what is found about these rows alone, in this file."""
        if self.file is not None and self.file != _file_of(record, list_file):
            return False
        rows = _rows_of(record)
        return self.rows is None or (bool(rows) and rows <= self.rows)


def exemptions_of(engine: Engine, plan: Plan, today: date) -> tuple[Exemption, ...]:
    """Return what the plan accepts on a day, in the order of its entries."""
    exemptions = []
    for index, entry in enumerate(plan.ignore):
        if not has_expired(entry, today):
            file = label_of(plan.resolve(entry.file, ("ignore", index, "file"))) if entry.file else None
            exemptions.append(Exemption(entry, _rows(engine, entry), file))
    return tuple(exemptions)


def has_expired(entry: Ignore, today: date) -> bool:
    """Return whether the last day of an entry of `ignore` has passed."""
    return entry.until is not None and entry.until < today


def _rows(engine: Engine, entry: Ignore) -> frozenset[int] | None:
    if entry.address is None and entry.company is None:
        return None
    conditions, values = [], {}
    if entry.address is not None:
        conditions.append("address = lower(trim($address))")
        values["address"] = entry.address
    if entry.company is not None:
        conditions.append(
            "company_key IN (SELECT company_key FROM recipients WHERE company_name_key = $name OR domain = $domain)"
        )
        values["name"] = company_name_key(entry.company) or ""
        values["domain"] = entry.company.strip().lower()
    found = engine.query(f"SELECT row FROM recipients WHERE {' AND '.join(conditions)}", values)
    return frozenset(row for (row,) in found.rows)


def _rows_of(record: Mapping[str, Any]) -> frozenset[int]:
    rows: Sequence[int | None] = (record.get("row"), *(record.get("related_rows") or ()))
    return frozenset(row for row in rows if row is not None)


def _file_of(record: Mapping[str, Any], list_file: str) -> str | None:
    return record.get("file") or (list_file if record.get("row") is not None else None)
