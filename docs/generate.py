"""Write the pages of docs/ that come from the program itself: plan, data model, rules, commands.

Run it after changing a relation, a rule or a command: `python docs/generate.py`. A test fails where the
pages are out of date.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from sigcheck.cli import application
from sigcheck.plan.load import json_schema
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
    if rule.fix:
        yield f"**Fix:** `{rule.fix}`\n"
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


def command_reference() -> str:
    """Return the page that documents every command, from what its `--help` says."""
    pages = [
        "# Commands\n",
        "`sigcheck --help` lists the commands, `sigcheck COMMAND --help` says what is said here. Without a command,",
        "`sigcheck PATH…` is `sigcheck check PATH…`. Commands end with 0 where they did their work and 2 where they",
        "could not, with one line that says why; `check` has further ends.\n",
    ]
    context = click.Context(application, info_name="sigcheck")
    for name in application.list_commands(context):
        command = application.get_command(context, name)
        if command is not None:
            pages += _command(name, command)
    return "\n".join(pages) + "\n" + COMPLETION


def _command(name: str, command: click.Command) -> Iterator[str]:
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    usage = " ".join(["sigcheck", name, "[OPTIONS]", *(_argument(argument) for argument in arguments)])
    yield f"\n## sigcheck {name}\n"
    yield f"```text\n{usage}\n```\n"
    yield inspect.cleandoc(command.help or "") + "\n"
    yield "| option | meaning |\n|---|---|"
    for option in command.params:
        if isinstance(option, click.Option):
            yield f"| {_names(option)} | {_cell(option.help or '')}{_default(option)} |"
    yield "| `-h`, `--help` | Show this message and exit. |"


def _argument(argument: click.Argument) -> str:
    if argument.metavar:
        return argument.metavar
    choices = argument.type.choices if isinstance(argument.type, click.Choice) else ()
    name = "|".join(choices) or (argument.name or "").upper()
    return name if argument.required else f"[{name}]"


def _names(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in sorted((*option.opts, *option.secondary_opts), key=len))
    return names if option.is_flag else f"{names} {_cell(_value(option))}"


def _value(option: click.Option) -> str:
    if option.metavar:
        return option.metavar
    if isinstance(option.type, click.Choice):
        return ", ".join(option.type.choices)
    return {"file": "FILE", "path": "PATH"}.get(option.type.name, option.type.name.upper())


def _default(option: click.Option) -> str:
    return f" Default: {option.default}." if isinstance(option.default, str) else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


COMPLETION = """
## Completion

A shell that knows the commands completes them, their options and files.

```sh
# bash 4.4 or newer, in ~/.bashrc
eval "$(sigcheck completion bash)"
# zsh, in ~/.zshrc, below compinit
eval "$(sigcheck completion zsh)"
# fish
sigcheck completion fish > ~/.config/fish/completions/sigcheck.fish
```

## Schemas for editors

Visual Studio Code with its YAML extension, and every editor that speaks to yaml-language-server, completes the keys of
a file and marks mistakes while you type, where the file begins with the place of its schema:

```yaml
# yaml-language-server: $schema=plan.schema.json
```

`sigcheck schema plan > plan.schema.json` writes it; a rule's file and `pack.yaml` have their own.
"""

PLAN_EXAMPLE = """
```yaml
name: Boston breakfast seminar
purpose: event-invitation
sender: {name: Ana Ruiz, email: ana.ruiz@northwind.com, title: Account Executive}
message: [message-a.txt, {file: message-b.txt, subject: "Breakfast on the 9th?"}]
recipients: recipients.csv
schedule: {timezone: America/New_York, start: 2026-12-01 09:10, end: 2026-12-03 16:30, per_hour: 40}
history: [history/*.parquet]
suppress: [{file: optouts.csv, source: marketing automation}]
ignore: [{code: HRS005, reason: agreed with the rep, until: 2027-01-31}]
```

Paths are relative to the file that names them. Where a key takes a list, one entry may stand alone; where it takes a
mapping with a `file`, the path may stand alone. A key that does not exist is a mistake, told with its line.
"""


def plan_reference() -> str:
    """Return the page that documents every key of a plan, from its JSON Schema."""
    schema = json_schema()
    parts = schema["$defs"]
    shown: list[tuple[str, dict[str, Any]]] = [("Plan", schema)]
    for _, part in shown:
        for field in part["properties"].values():
            shown += [(name, parts[name]) for name in _references(field) if name not in dict(shown)]
    pages = [
        "# The plan\n",
        "What is about to be sent, in a file `plan.yaml` or `NAME.plan.yaml`.",
        PLAN_EXAMPLE.rstrip(),
    ]
    for name, part in shown:
        head = "Keys of a plan" if name == "Plan" else _title(name)
        pages += [f"\n## {head}\n"]
        pages += [f"{part['description']}\n"] if name != "Plan" else []
        pages += ["| key | value | meaning |", "|---|---|---|"]
        pages += [_key(key, field) for key, field in part["properties"].items()]
    return "\n".join(pages) + "\n"


def _references(field: Any) -> Iterator[str]:
    """Yield the parts that a field of a schema may hold."""
    if isinstance(field, dict):
        if "$ref" in field:
            yield field["$ref"].rpartition("/")[2]
        for value in field.values():
            yield from _references(value)
    elif isinstance(field, list):
        for value in field:
            yield from _references(value)


def _title(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _key(key: str, field: dict[str, Any]) -> str:
    meaning = field.get("description", "")
    default = field.get("default")
    told = f"; {default} where absent" if isinstance(default, str | int | float) and default != "" else ""
    return f"| `{key}` | {' or '.join(dict.fromkeys(_kinds(field)))} | {_cell(meaning + told)} |"


def _kinds(field: dict[str, Any]) -> Iterator[str]:
    """Yield what a field may hold, in words; nothing at all is not said."""
    for way in field.get("anyOf", ()):
        yield from _kinds(way)
    if "$ref" in field:
        title = _title(field["$ref"].rpartition("/")[2])
        yield f"[{title.lower()}](#{title.lower().replace(' ', '-')})"
    elif "enum" in field or "const" in field:
        yield ", ".join(f"`{value}`" for value in field.get("enum", [field.get("const")]))
    elif field.get("type") == "array":
        yield "a list"
    elif field.get("type") == "object":
        yield "a mapping"
    elif "type" in field and field["type"] != "null":
        kinds = field["type"] if isinstance(field["type"], list) else [field["type"]]
        yield field.get("format") or " or ".join({"string": "text"}.get(kind, kind) for kind in kinds)


PAGES = {
    "plan.md": plan_reference,
    "data-model.md": data_model,
    "rules.md": rule_reference,
    "commands.md": command_reference,
}

if __name__ == "__main__":
    for name, write in PAGES.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")
