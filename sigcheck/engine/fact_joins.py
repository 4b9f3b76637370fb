"""The SQL that asks facts about a relation's distinct values, and that joins their answers back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sigcheck.engine.sql import name as quoted
from sigcheck.facts.fact import Fact, Lookup


def questions(source: str, fact: Fact) -> str:
    """Return the query for the distinct values that a fact is asked about, as `key_0`, `key_1` and so on."""
    inputs = ", ".join(f"{quoted(name)} AS key_{index}" for index, name in enumerate(fact.inputs))
    known = " OR ".join(f"{quoted(name)} IS NOT NULL" for name in fact.inputs)
    return f"SELECT DISTINCT {inputs} FROM {quoted(source)} WHERE ({fact.ask}) AND ({known})"


def answered(source: str, facts: Sequence[Fact], answers: Sequence[str | None], lookups: Sequence[Lookup]) -> str:
    """Return the query for `source` with the columns of each fact and lookup.

    `answers` names for each fact the relation of its answers (key_0 …, answer_0 …, is_answered); None where nothing
    was asked.
    """
    columns, joins = ["s.*"], []
    for number, (fact, relation) in enumerate(zip(facts, answers, strict=True)):
        if relation is not None:
            keys = {name: f"key_{index}" for index, name in enumerate(fact.inputs)}
            joins.append(_join(relation, f"f{number}", keys))
        columns.extend(_fact_columns(fact, number, asked=relation is not None))
    for number, lookup in enumerate(lookups):
        joins.append(_join(lookup.relation, f"l{number}", {name: name for name in lookup.inputs}))
        columns.extend(_looked_up(lookup, number))
    return f"SELECT {', '.join(columns)} FROM {quoted(source)} AS s {' '.join(joins)}"


def _join(relation: str, alias: str, keys: Mapping[str, str]) -> str:
    # Of a single key that is NULL nothing is known, and plain equality is what engines join by fastest.
    equals = "=" if len(keys) == 1 else "IS NOT DISTINCT FROM"
    matches = [f"s.{quoted(ours)} {equals} {alias}.{quoted(theirs)}" for ours, theirs in keys.items()]
    return f"LEFT JOIN {quoted(relation)} AS {alias} ON {' AND '.join(matches)}"


def _fact_columns(fact: Fact, number: int, *, asked: bool) -> Iterable[str]:
    for index, output in enumerate(fact.outputs):
        otherwise = f"CAST({fact.otherwise_of(index)} AS {output.type})"
        answer = f"CASE WHEN f{number}.is_answered THEN f{number}.answer_{index} ELSE {otherwise} END"
        yield f"{answer if asked else otherwise} AS {quoted(output.name)}"


def _looked_up(lookup: Lookup, number: int) -> Iterable[str]:
    for name in lookup.outputs:
        found = f"l{number}.{quoted(name)}"
        yield f"coalesce({found}, s.{quoted(lookup.otherwise)}) AS {quoted(name)}" if lookup.otherwise else found
