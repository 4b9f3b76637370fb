"""Running one rule: does it apply, can it be checked, and what does its query return."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from string import Formatter
from typing import Any, NamedTuple

from sigcheck.engine import Engine, QueryError, Result
from sigcheck.engine.sql import name as quoted
from sigcheck.errors import InputError, LimitError, RuleError
from sigcheck.exemptions import Exemption
from sigcheck.placement import placed
from sigcheck.plan import Ignore
from sigcheck.report import Finding, Related, Wording
from sigcheck.rule import RESERVED_COLUMNS, LoadedRule, ParameterValue
from sigcheck.rule_bindings import bindings_of
from sigcheck.wording_sieve import NOTHING, WordingSieve

MAX_FINDINGS = 1_000
"""Findings of one rule that are kept and listed; all of them count."""

LARGE_LIST = 20_000
"""Recipients from which on a rule may well find more than is kept, and its query is too dear to run twice."""

MAX_ROWS = 5_000_000
"""Rows of one rule that are looked at one by one: is it accepted by `ignore`, can it be fixed."""

MAX_RELATED = 5
"""Rows that are named beside the one that a finding is about."""

LONGEST_VALUE = 500
"""Characters of a value that a message inserts."""


class Outcome(NamedTuple):
    """What a rule's query returned: findings in order (the first `MAX_FINDINGS`), how many in all, whom they affect.

    What an entry of `ignore` covers is `set_aside` with it, and counts no more.
    """

    findings: tuple[Finding, ...]
    total: int
    affected: int
    set_aside: tuple[SetAside, ...] = ()


class SetAside(NamedTuple):
    """An entry of `ignore` and the findings it covers, in order (the first `MAX_FINDINGS`), and how many in all."""

    entry: Ignore
    findings: tuple[Finding, ...]
    total: int


class RuleRun(NamedTuple):
    """One rule with its parameters bound, ready to run on an engine."""

    loaded: LoadedRule
    overrides: Mapping[str, ParameterValue]
    list_file: str
    recipients: int
    sieve: WordingSieve
    exemptions: tuple[Exemption, ...] = ()

    def run(self, engine: Engine) -> Outcome:
        """Run the rule's query. Raises InputError, naming the rule's file, where the rule is at fault.

        Raises LimitError where it takes too much time or memory, which may be the fault of another that runs beside it.
        """
        try:
            with engine.limited(self._label):
                return self._run(engine)
        except LimitError:
            raise
        except QueryError as error:
            raise self.fault(f"query: {error}") from None

    def _run(self, engine: Engine) -> Outcome:
        rule = self.loaded.rule
        bindings = self.bindings
        if bindings.get("match_any") == NOTHING:
            return Outcome((), 0, 0)
        names = engine.parameter_names(rule.sql)
        missing = sorted(names - bindings.keys())
        if missing:
            raise self.fault(f"query: ${missing[0]} is not among the rule's parameters")
        bound = {name: value for name, value in bindings.items() if name in names}
        if self.exemptions:
            return self._sorted_out(engine, self._not_too_many(engine.query(rule.sql, bound, limit=MAX_ROWS + 1)))
        if self.recipients > LARGE_LIST:
            return self._large_outcome(engine, bound)
        result = engine.query(rule.sql, bound, limit=MAX_FINDINGS + 1)
        if len(result.rows) <= MAX_FINDINGS:
            return self._first(engine, result)
        return self._large_outcome(engine, bound)

    def records(self, engine: Engine) -> list[dict[str, Any]]:
        """Return all that the query finds and no exemption covers, by the names of its columns.

        Raises InputError, naming the rule's file, where the rule is at fault.
        """
        try:
            with engine.limited(self._label):
                names = engine.parameter_names(self.loaded.rule.sql)
                bound = {name: value for name, value in self.bindings.items() if name in names}
                result = engine.query(self.loaded.rule.sql, bound, limit=MAX_ROWS + 1)
        except QueryError as error:
            raise self.fault(f"query: {error}") from None
        records = (self._record(result, row) for row in self._not_too_many(result).rows)
        if not self.exemptions:
            return list(records)
        return [record for record in records if not any(one.covers(record, self.list_file) for one in self.exemptions)]

    @property
    def bindings(self) -> Mapping[str, ParameterValue]:
        """Return the parameters that the query may use."""
        return bindings_of(self.loaded.rule, self.overrides, self.sieve)

    def wording(self, record: Mapping[str, Any]) -> str:
        """Return what the rule says about one of its `records`."""
        return self._fill(self.loaded.rule.message, record).text

    def _sorted_out(self, engine: Engine, result: Result) -> Outcome:
        """Set aside what is covered, each row by the first exemption that does, and count the rest."""
        kept: list[tuple[Any, ...]] = []
        covered: dict[int, list[tuple[Any, ...]]] = {}
        for row in result.rows:
            record = self._record(result, row)
            by = (at for at, one in enumerate(self.exemptions) if one.covers(record, self.list_file))
            covered.setdefault(number, []).append(row) if (number := next(by, None)) is not None else kept.append(row)
        outcome = self._first(engine, result._replace(rows=kept))
        set_aside = tuple(
            SetAside(self.exemptions[number].entry, self._first(engine, result._replace(rows=rows)).findings, len(rows))
            for number, rows in sorted(covered.items())
        )
        return outcome._replace(set_aside=set_aside)

    def _not_too_many(self, result: Result) -> Result:
        if len(result.rows) > MAX_ROWS:
            raise self.fault(f"query: finds more than {MAX_ROWS:,}: too much to look at one by one")
        return result

    @property
    def _label(self) -> str:
        return f"{self.loaded.file}: {self.loaded.code}"

    def _first(self, engine: Engine, result: Result) -> Outcome:
        outcome = self._outcome(engine, result, len(result.rows))
        return outcome._replace(findings=outcome.findings[:MAX_FINDINGS], affected=_affected(result))

    def _large_outcome(self, engine: Engine, bound: Mapping[str, Any]) -> Outcome:
        """Keep what the query returns in the database, to count and order there what may be too much to fetch."""
        found = f"found_{self.loaded.code}"
        engine.define(found, self.loaded.rule.sql.strip().rstrip(";"), bound)
        try:
            columns = engine.columns(found)
            total, affected = engine.query(f"SELECT count(*), {_affected_sql(columns)} FROM {found}").rows[0]
            order = [name for name in ("file", "line", "row", "column") if name in columns]
            ordering = ", ".join(f'"{name}"' for name in order) or "ALL"
            shown = ", ".join(map(_shown_sql, columns))
            first = engine.query(f"SELECT {shown} FROM {found} ORDER BY {ordering} LIMIT {MAX_FINDINGS}")
        finally:
            engine.drop(found)
        if affected is not None and not 0 <= affected < math.inf:
            raise self.fault(f"query: column 'recipients' of the result must hold whole numbers, not {affected} in all")
        return self._outcome(engine, first, total)._replace(affected=int(affected or 0))

    def _outcome(self, engine: Engine, result: Result, total: int) -> Outcome:
        records = [self._record(result, row) for row in result.rows]
        lines = _lines_of_rows(engine, records)
        findings = sorted((self._finding(record, lines) for record in records), key=lambda finding: finding.sort_key)
        return Outcome(tuple(findings), total, 0)

    def _record(self, result: Result, row: Sequence[Any]) -> dict[str, Any]:
        """Return a row by the names of its columns. Raises InputError where it cannot be the place of a finding."""
        try:
            return placed(dict(zip(result.columns, row, strict=True)))
        except ValueError as error:
            raise self.fault(f"query: {error}") from None

    def _finding(self, record: Mapping[str, Any], lines: Mapping[int, int | None]) -> Finding:
        rule = self.loaded.rule
        row = record.get("row")
        related = [other for other in record.get("related_rows") or () if other != row]
        message, help_text = self._fill(rule.message, record), self._fill(rule.help, record)
        return Finding(
            code=rule.code,
            severity=rule.severity,
            message=message.text,
            help=help_text.text,
            file=record.get("file") or (self.list_file if row is not None else None),
            line=record.get("line") if "line" in record else lines.get(row) if row is not None else None,
            column=record.get("column"),
            row=row,
            recipients=_whole(record.get("recipients"), 1),
            fix=rule.fix if record.get("is_fixable") in (None, True) else None,
            related=tuple(
                Related(self.list_file, lines.get(other), other, "also here") for other in sorted(related)[:MAX_RELATED]
            ),
            more_related=len(related) > MAX_RELATED,
            inserted=(message.inserted, help_text.inserted),
        )

    def _fill(self, template: str, record: Mapping[str, Any]) -> Wording:
        """Return a template with its `{names}` filled in: columns of the result, else parameters."""
        text, inserted = "", []
        for literal, name in _pieces(template):
            text += literal
            if name is not None:
                start = len(text)
                text += _shown(self._value(name, record))
                inserted.append((start, len(text)))
        return Wording(text, tuple(inserted))

    def _value(self, name: str, record: Mapping[str, Any]) -> Any:
        for values in (record, self.overrides, self.loaded.rule.parameters):
            if name in values:
                return values[name]
        known = ", ".join(sorted(set(record) - RESERVED_COLUMNS)) or "none"
        raise self.fault(f"message: {{{name}}} is no column of the query's result ({known})")

    def fault(self, text: str) -> InputError:
        """Return the error of a rule that cannot be run."""
        return RuleError.at(self.loaded.file, f"{self.loaded.code}: {text}")


@cache
def _pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """Return a template as pairs of plain text and the name to fill in after it, if any."""
    return tuple((literal, name) for literal, name, _, _ in Formatter().parse(template))


def _lines_of_rows(engine: Engine, records: Sequence[Mapping[str, Any]]) -> dict[int, int | None]:
    """Return the line of each list row that the findings name, looked up at the end and only for these."""
    rows = {record["row"] for record in records if record.get("row") is not None}
    for record in records:
        rows.update(sorted(record.get("related_rows") or ())[: MAX_RELATED + 1])
    if not rows:
        return {}
    found = engine.query(
        "SELECT row, line FROM recipients WHERE list_contains($rows, row)", {"rows": [int(row) for row in rows]}
    )
    return dict(found.rows)


def _affected(result: Result) -> int:
    """Return how many recipients the findings affect: as the query sizes them, else one for each row named."""
    columns = {name: index for index, name in enumerate(result.columns)}
    if "recipients" in columns:
        return sum(_whole(row[columns["recipients"]], 0) for row in result.rows)
    if "row" in columns:
        rows = [row[columns["row"]] for row in result.rows]
        return len({row for row in rows if row is not None}) + rows.count(None)
    return len(result.rows)


def _shown_sql(column: str) -> str:
    """Return the expression of a column of findings: of a million related rows its own, those named, and one more."""
    if column != "related_rows":
        return quoted(column)
    return f"array_slice(array_sort(related_rows), 1, {MAX_RELATED + 2}) AS related_rows"


def _affected_sql(columns: Sequence[str]) -> str:
    if "recipients" in columns:
        return "sum(recipients)"
    if "row" in columns:
        return "count(DISTINCT row) + count(*) - count(row)"
    return "count(*)"


def _whole(value: Any, otherwise: int) -> int:
    return otherwise if value is None else int(value)


def _shown(value: Any) -> str:
    """Return a value as people read it in a sentence, cut off where it would be one no longer."""
    text = _text(value)
    if len(text) <= LONGEST_VALUE:
        return text
    # Between words where it can be: half an address would not be known for one where addresses are masked.
    whole = text[: text.rfind(" ", LONGEST_VALUE // 2, LONGEST_VALUE)]
    return f"{whole if len(whole) < LONGEST_VALUE else text[:LONGEST_VALUE]}…"


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, list):
        return ", ".join(_text(entry) for entry in value)
    return "" if value is None else str(value)
