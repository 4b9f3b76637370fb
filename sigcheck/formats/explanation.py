"""All that a rule's file says, or a pack's, as a page for people to read."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sigcheck.formats.page import write_page
from sigcheck.formats.plain_text import plain
from sigcheck.formats.rule_list import rule_table
from sigcheck.formats.text import COLOURS
from sigcheck.rule import Example, Match, Pack, Rule
from sigcheck.rule_catalogue import PackedRule

SHOWN_ENTRIES = 12
"""Entries of a list among the parameters that are shown."""


def write_explanation(found: Pack | Sequence[PackedRule], stream: TextIO) -> None:
    """Write a page about a pack, or about each of the rules."""
    if isinstance(found, Pack):
        write_page(stream, *_pack_page(found))
        return
    for number, one in enumerate(found):
        write_page(stream, *([Text()] if number else []), *_rule_page(one))


def _pack_page(pack: Pack) -> Iterator[RenderableType]:
    header = pack.header
    yield Text(plain(f"{header.key}  {header.title}"), "bold")
    yield Text()
    yield _prose(header.summary)
    if header.when:
        yield from _section("Applies where", _code(header.when))
    yield from _section(f"Rules, which share {header.points:g} points", rule_table(pack))
    yield from _section("Source", _prose(header.source))


def _rule_page(one: PackedRule) -> Iterator[RenderableType]:
    rule = one.loaded.rule
    yield from _headline(one.pack, rule)
    yield from _section("Finds", _prose(_filled(rule.message, rule)))
    yield from _section("Why", _prose(rule.why))
    yield from _section("What to do", _prose(_filled(rule.help, rule)))
    if rule.needs:
        yield from _section("Needs", Text(", ".join(rule.needs)))
    condition = one.pack.condition(rule)
    if condition:
        yield from _section("Applies where", _code(condition))
    if rule.parameters:
        yield from _section("Parameters, as a plan sets them", _code(_settings(rule)))
    if rule.match:
        yield from _section("Looks for", _wording(rule.match))
    else:
        yield from _section("Query", _code(rule.sql))
    if rule.examples:
        yield from _section("Examples", *_examples(rule.examples))
    yield from _section("Source", _prose(rule.source))
    yield from _section("File", Text(plain(one.loaded.file)))


def _headline(pack: Pack, rule: Rule) -> Iterator[RenderableType]:
    yield Text(f"{rule.code}  {rule.name}", "bold")
    yield Text()
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("Sin", plain(f"{pack.header.title} ({pack.header.key})"))
    table.add_row("Severity", Text(rule.severity, COLOURS[rule.severity]))
    scale = "times the root of the share of recipients affected" if rule.per == "recipient" else "once for the send"
    table.add_row("Points", f"{rule.deduct:g} of its sin's {pack.header.points:g}, {scale}")
    if rule.fix:
        table.add_row("Fix", _fix(rule.fix))
    yield Padding(table, (0, 0, 0, 2))


def _fix(name: str) -> Text:
    from sigcheck.fixes.catalogue import fix_named

    fix = fix_named(name)
    if fix is None:
        return Text(plain(name))
    how = "" if fix.is_safe else f", only with --unsafe{' or where it is selected' if fix.is_offered else ''}"
    return Text(f"{fix.name}: {fix.summary}{how}; sigcheck fix PLAN --select {fix.name}")


def _section(title: str, *body: RenderableType) -> Iterator[RenderableType]:
    yield Text()
    yield Text(title, "bold underline")
    yield Padding(Group(*body), (0, 0, 0, 2))


def _prose(text: str) -> Text:
    """Return a text of the file as paragraphs that the page breaks anew."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
    return Text("\n\n".join(plain(paragraph) for paragraph in paragraphs))


def _filled(template: str, rule: Rule) -> str:
    """Return a message with the parameters as they are by default; what a query fills in stays in braces."""
    fields = (field for _, field, _, _ in string.Formatter().parse(template) if field)
    return template.format(**{field: rule.parameters.get(field, f"{{{field}}}") for field in fields})


def _code(text: str) -> Group:
    """Return lines as they stand; one that is too long goes on below its own beginning."""
    return Group(*(_code_line(line) for line in text.rstrip().splitlines()))


def _code_line(line: str) -> Padding:
    code = line.lstrip(" ")
    return Padding(Text(plain(code), "cyan"), (0, 0, 0, len(line) - len(code)))


def _settings(rule: Rule) -> str:
    lines = ["rules:", "  parameters:", f"    {rule.code}:"]
    for name, value in rule.parameters.items():
        lines += _setting(name, value)
    return "\n".join(lines)


def _setting(name: str, value: Any) -> list[str]:
    if not isinstance(value, list):
        return [f"      {name}: {_scalar(value)}"]
    rest = len(value) - SHOWN_ENTRIES
    entries = [f"        - {_scalar(entry)}" for entry in value[:SHOWN_ENTRIES]]
    return [f"      {name}:", *entries, *([f"        # … and {rest} more"] if rest > 0 else [])]


def _scalar(value: Any) -> str:
    from sigcheck.yaml_text import yaml_scalar

    return yaml_scalar(value)


def _wording(match: Match) -> Group:
    lines = [f"in {', '.join(match.parts)}, any of"]
    lines += [f"  {expression}" for expression in match.any_of]
    if match.unless:
        lines += ["but not where there is", *(f"  {expression}" for expression in match.unless)]
    return _code("\n".join(lines))


def _examples(examples: Sequence[Example]) -> Iterator[RenderableType]:
    for number, example in enumerate(examples):
        if number:
            yield Text()
        is_bad = example.bad is not None
        title = Text("Bad" if is_bad else "Good", COLOURS["failed" if is_bad else "passed"])
        if example.why:
            title.append(f": {plain(' '.join(example.why.split()))}", "default")
        yield title
        yield Padding(_code(_inputs(example)), (0, 0, 0, 2))
        for message in example.finds:
            yield _found(message)


def _inputs(example: Example) -> str:
    from sigcheck.yaml_text import yaml_block

    return yaml_block(example.inputs) if example.inputs else "(all as in a clean send)"


def _found(message: str) -> Padding:
    table = Table.grid(padding=(0, 1))
    table.add_row(Text("→", "red"), Text(plain(message)))
    return Padding(table, (0, 0, 0, 2))
