"""Changes to single values of a YAML file; comments, order and layout of all else stay as they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeAlias

import yaml

from sigcheck.errors import InputError
from sigcheck.yaml_source import Keys, parse_yaml
from sigcheck.yaml_text import yaml_block, yaml_scalar

Scalar: TypeAlias = str | bool | int | float

_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def with_scalar(text: str, keys: Keys, value: Scalar) -> str:
    """Return a YAML text with the scalar at `keys` set.

    Where a scalar stands in the place of a mapping (`message: a.txt`, asked for message, 0, file), it is what is set.
    Raises ValueError where there is no scalar.
    """
    node = parse_yaml(text, Path(), "").nearest(keys)[1]
    if not isinstance(node, yaml.ScalarNode):
        raise ValueError(f"'{keys[-1]}' does not stand in the file as a plain value")
    start, end = _span(text, node)
    return _checked(text[:start] + _written(value, text[start]) + text[end:])


def with_keys(text: str, name: str, new: Mapping[str, Scalar], gone: Collection[str] = ()) -> str:
    """Return a YAML text whose mapping `name` has keys more and others no longer; those stay as comments.

    Raises ValueError where the mapping cannot be changed in its place, as an alias or a merge key stands there.
    """
    source = parse_yaml(text, Path(), "")
    if name not in source.data:
        return text + ("" if not text or text.endswith("\n") else "\n") + yaml_block({name: dict(new)}) + "\n"
    mapping = source.nearest((name,))[1]
    present = {key.value for key, _ in mapping.value} if isinstance(mapping, yaml.MappingNode) else set()
    if not isinstance(mapping, yaml.MappingNode) or not present.issuperset(set(gone) & source.data[name].keys()):
        raise ValueError(f"'{name}' does not stand in the file as a mapping of its own")
    change = _flow if mapping.flow_style else _block
    return _checked(change(text, mapping, new, gone))


def _checked(text: str) -> str:
    """Return a text that is sound YAML still; an anchor that stood before a value may be missed elsewhere."""
    try:
        parse_yaml(text, Path(), "")
    except InputError as error:
        raise ValueError(f"the plan would not be sound any longer: {error.mistakes[0].text}") from None
    return text


def _flow(text: str, mapping: yaml.MappingNode, new: Mapping[str, Scalar], gone: Collection[str]) -> str:
    start, end = _span(text, mapping)
    entries = {key.value: text[_span(text, key)[0] : _span(text, value)[1]] for key, value in mapping.value}
    kept = [entry for key, entry in entries.items() if key not in gone and key not in new]
    was = ", ".join(_LINE_BREAK.sub(" ", entry) for key, entry in entries.items() if key in gone)
    rest = _LINE_BREAK.split(text[end:], maxsplit=1)[0]
    note = f"  # before: {was}" if was and not rest.strip() else ""
    written = [f"{key}: {yaml_scalar(value)}" for key, value in new.items()]
    return f"{text[:start]}{{{', '.join([*kept, *written])}}}{note}{text[end:]}"


def _block(text: str, mapping: yaml.MappingNode, new: Mapping[str, Scalar], gone: Collection[str]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    indent = " " * mapping.value[0][0].start_mark.column
    for key, value in reversed(mapping.value):
        if key.value in gone or key.value in new:
            start, end = _offset(text, key.start_mark.line, 0), _span(text, value)[1]
            lines = [f"{indent}# {line.strip()}" for line in _LINE_BREAK.split(text[start:end])]
            text = text[:start] + newline.join(lines) + text[end:]
    start = _offset(text, mapping.value[0][0].start_mark.line, 0)
    added = "".join(f"{indent}{key}: {yaml_scalar(value)}{newline}" for key, value in new.items())
    return text[:start] + added + text[start:]


def _written(value: Scalar, first: str) -> str:
    if first == "'":
        return "'" + str(value).replace("'", "''") + "'"
    if first == '"':
        return yaml.safe_dump(value, allow_unicode=True, width=float("inf"), default_style='"').strip("\n")
    return yaml_scalar(value)


def _span(text: str, node: yaml.Node) -> tuple[int, int]:
    start, end = node.start_mark, node.end_mark
    return _offset(text, start.line, start.column), _offset(text, end.line, end.column)


def _offset(text: str, line: int, column: int) -> int:
    position = 0
    for _ in range(line):
        position = _LINE_BREAK.search(text, position).end()  # type: ignore[union-attr]  # the parser counted them
    return position + column
