"""Write the pages of docs/ that come from the program itself: the data model and the rule reference.

Run it after changing a relation or a rule: `python docs/generate.py`. A test fails where the pages are out of date.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sigcheck.relations import RELATIONS, Relation
from sigcheck.rule import LoadedRule, Pack, load_packs

FOLDER = Path(__file__).parent


def data_model() -> str:
    """Return the page that documents every relation and column a rule can query."""
    pages = [
        "# Data model\n",
        "A planned send is a small database, and a rule is a query over these relations. A column always exists; it",
        "is NULL where nothing is known. Times are UTC unless a column says local. A recipient list's other columns",
        "are kept in `recipients` under their own names; one that has a name of ours gets ` (list)` behind it.\n",
        *(f"- [`{relation.name}`](#{relation.name}): {relation.row}" for relation in RELATIONS),
        *(_relation(relation) for relation in RELATIONS),
    ]
    return "\n".join(pages) + "\n"


def _relation(relation: Relation) -> str:
    rows = [f"| `{column.name}` | {column.type} | {column.meaning} |" for column in relation.columns]
    head = ["| column | type | meaning |", "|---|---|---|"]
    return "\n".join([f"\n## {relation.name}\n", f"One row: {relation.row}.\n", *head, *rows])


def rule_reference() -> str:
    """Return the page that documents every rule of ours, from its own file."""
    pages = [
        "# Rules\n",
        "Every rule of sigcheck, as its own file under `rules/` has it. E is an error, W a warning, N a note; then",
        "the points of its pack's ten that it takes, `/r` times the root of the share of recipients affected, `/s`",
        "once for the send.\n",
    ]
    for pack in load_packs():
        pages += _pack(pack)
    return "\n".join(pages) + "\n"


def _pack(pack: Pack) -> Iterator[str]:
    yield f"\n## {pack.header.title} ({pack.header.key})\n"
    yield pack.header.summary.strip() + "\n"
    if pack.header.when:
        yield f"Applies only where `{pack.header.when}`.\n"
    for loaded in pack.rules:
        yield from _rule(loaded)


def _rule(loaded: LoadedRule) -> Iterator[str]:
    rule = loaded.rule
    price = f"{rule.severity[0].upper()} {rule.deduct:g}/{rule.per[0]}"
    yield f"### {rule.code} {rule.name}\n"
    yield f"{price}. {rule.why.strip()}\n"
    yield f"**What to do:** {rule.help}\n"
    if rule.needs:
        yield f"**Needs:** {', '.join(f'`{need}`' for need in rule.needs)}\n"
    if rule.when:
        yield f"**Applies where:** `{rule.when}`\n"
    scalars = {
        name: value for name, value in rule.parameters.items() if not isinstance(value, list) or len(value) <= 12
    }
    if scalars:
        yield f"**Parameters:** {', '.join(f'`{name}: {value}`' for name, value in scalars.items())}\n"
    lists = [f"`{name}` ({len(value)} entries)" for name, value in rule.parameters.items() if name not in scalars]
    if lists:
        yield f"**Lists among the parameters:** {', '.join(lists)}\n"
    found = [message for example in rule.examples for message in example.finds]
    if found:
        yield f"**Finds, for example:** {found[0]}\n"
    yield f"**Source:** {rule.source}\n"


PAGES = {"data-model.md": data_model, "rules.md": rule_reference}

if __name__ == "__main__":
    for name, write in PAGES.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")
