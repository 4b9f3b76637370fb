"""`sigcheck schema`: JSON Schemas for editors."""

from __future__ import annotations

import json

import click


@click.command(name="schema", short_help="Print the JSON Schema of plans, rules or packs, for editors.")
@click.argument("kind", type=click.Choice(("plan", "rule", "pack")), default="plan")
def command(kind: str) -> int:
    """Print the JSON Schema of plans, rules or packs, for editors.

    An editor that knows it completes keys and marks mistakes while you type.
    """
    click.echo(json.dumps(_schema(kind), ensure_ascii=False, indent=2))
    return 0


def _schema(kind: str) -> object:
    from sigcheck.plan import json_schema
    from sigcheck.rule_schema import pack_schema, rule_schema

    return {"plan": json_schema, "rule": rule_schema, "pack": pack_schema}[kind]()
