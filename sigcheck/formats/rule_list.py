"""The list of all rules: as a table for a terminal, as JSON, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from sigcheck.formats.json_text import json_text
from sigcheck.formats.markdown_text import words
from sigcheck.formats.page import write_page
from sigcheck.formats.plain_text import plain
from sigcheck.formats.text import COLOURS
from sigcheck.rule import Pack, Rule

VERSION = 1
"""Version of the JSON form; it changes when a key is taken away or means something else."""


def write_rule_list(format_name: str, packs: Sequence[Pack], stream: TextIO) -> None:
    """Write the rules of `packs` as table, json or markdown."""
    if format_name == "json":
        document = {"version": VERSION, "packs": [_pack_entry(pack) for pack in packs]}
        stream.write(json_text(document))
    elif format_name == "markdown":
        stream.writelines(f"{line}\n" for line in _markdown(packs))
    else:
        write_page(stream, *_page(packs))


def points(rule: Rule) -> str:
    """Return what a finding costs: `10 by share` (times the root of the share affected), or `10 once`."""
    return f"{rule.deduct:g} {'by share' if rule.per == 'recipient' else 'once'}"


def rule_table(pack: Pack) -> Table:
    """Return a line for each rule of a pack: code, name, severity, points."""
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=8, no_wrap=True)
    table.add_column(min_width=24, overflow="fold")
    table.add_column(min_width=7, no_wrap=True)
    table.add_column(no_wrap=True)
    for loaded in pack.rules:
        rule = loaded.rule
        table.add_row(rule.code, rule.name, Text(rule.severity, COLOURS[rule.severity]), points(rule))
    return table


def _page(packs: Sequence[Pack]) -> Iterator[RenderableType]:
    for pack in packs:
        yield Text(plain(f"{pack.header.key}  {pack.header.title}"), "bold underline")
        yield rule_table(pack)
        yield Text()
    count = sum(len(pack.rules) for pack in packs)
    yield Text(f"{count} rules. 'sigcheck explain CODE' tells all about one.", "dim")


def _markdown(packs: Sequence[Pack]) -> Iterator[str]:
    for number, pack in enumerate(packs):
        yield from ([""] if number else [])
        yield f"## {words(pack.header.title)} ({pack.header.key})"
        yield ""
        yield "| code | name | severity | points | per |"
        yield "|---|---|---|---|---|"
        for rule in (loaded.rule for loaded in pack.rules):
            yield f"| {rule.code} | {rule.name} | {rule.severity} | {rule.deduct:g} | {rule.per} |"


def _pack_entry(pack: Pack) -> dict[str, Any]:
    rules = [loaded.rule.model_dump(by_alias=True, exclude={"examples"}) for loaded in pack.rules]
    return {**pack.header.model_dump(), "rules": rules}
