"""YAML files read safely: plain values, the place of each, and one clear line for whatever is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from sigcheck.errors import InputError, Mistake
from sigcheck.readable_file import read_bytes
from sigcheck.yaml_syntax import describe_syntax_error
from sigcheck.yaml_values import MERGE_TAG, check_events, loader_class, place_of, plain_values

Keys: TypeAlias = Sequence[str | int]
"""The way to a value: keys of mappings and, from 0, places in lists."""

MAX_BYTES = 1_000_000
"""Size a file may have. Plans and rules are written by hand; what is bigger was named by mistake."""


@dataclass(frozen=True)
class YamlSource:
    """One YAML file: its plain values (keys are text) and where each of them stands."""

    path: Path
    label: str
    data: dict[str, Any]
    _root: yaml.MappingNode = field(repr=False, compare=False)

    def position(self, keys: Keys) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `keys`; where there is none, of the nearest value around it.

        A block that starts below its key is placed at the key.
        """
        key_node, node = self.nearest(keys)
        is_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
        return place_of(key_node if key_node is not None and is_block else node)

    def key_position(self, keys: Keys) -> tuple[int, int]:
        """Return line and column, from 1, of the last of `keys` itself; of the nearest value where it is absent."""
        key_node, node = self.nearest(keys)
        return place_of(key_node or node)

    def mistake(self, keys: Keys, text: str, at_key: bool = False) -> Mistake:
        """Return a mistake placed at the value of `keys`, or at the key itself."""
        line, column = self.key_position(keys) if at_key else self.position(keys)
        return Mistake(self.label, line, column, text)

    def nearest(self, keys: Keys) -> tuple[yaml.Node | None, yaml.Node]:
        """Return the node of the value at `keys`, or of the nearest value around it, behind that of its key."""
        entry: tuple[yaml.Node | None, yaml.Node] = (None, self._root)
        for key in keys:
            child = _child(entry[1], key)
            if child is None:
                break
            entry = child
        return entry


def read_yaml(path: Path, label: str, until: str | None = None) -> YamlSource:
    """Return the mapping in a YAML file, UTF-8, of one document.

    Only `true` and `false` are booleans (`no` is Norway), `9:30` is text, a number with a leading zero is
    text, and a date that does not exist is text. `until` leaves out all from its first occurrence on.
    Raises InputError, its mistakes placed in `label`: no readable file, broken YAML, a key given twice, a tag, …
    """
    text = _decode(read_bytes(path, label, MAX_BYTES), label)
    if until is not None:
        text = text.partition(until)[0] + "\n"
    return parse_yaml(text, path, label)


def parse_yaml(text: str, path: Path, label: str) -> YamlSource:
    """Return the mapping in `text`, as `read_yaml` does for a file."""
    try:
        check_events(text, label)
        loader = loader_class()(text)
        root = loader.get_single_node()
    except yaml.YAMLError as error:
        line, column, problem = describe_syntax_error(error, text)
        raise InputError.at(label, problem, line, column) from None
    if root is None:
        raise InputError.at(label, f"holds nothing{' but comments' if text.strip() else ''}: fill it in")
    if not isinstance(root, yaml.MappingNode):
        line, column = place_of(root)
        raise InputError.at(label, "must consist of keys and values, such as `name: …`", line, column)
    return YamlSource(path, label, plain_values(root, loader, label), root)


def _decode(content: bytes, label: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError.at(label, "is UTF-16: save it as UTF-8")
    if b"\0" in content:
        raise InputError.at(label, "is not text, as it holds NUL bytes: is it the right file?")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")  # of the content without its byte order mark
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise InputError.at(label, "is not UTF-8 from here on: save it as UTF-8", line, column) from None
    control = yaml.reader.Reader.NON_PRINTABLE.search(text) or re.search("\ufeff", text)
    if control is not None:
        before = text[: control.start()]
        kind = "a byte order mark in the middle" if control.group() == "\ufeff" else "the control character"
        problem = f"holds {kind} (U+{ord(control.group()):04X}): delete it"
        raise InputError.at(label, problem, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return text


def _child(node: yaml.Node, key: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode):
        return (None, node.value[key]) if isinstance(key, int) and 0 <= key < len(node.value) else None
    if not isinstance(node, yaml.MappingNode):
        return None
    merged: list[yaml.Node] = []
    for key_node, value_node in node.value:
        if key_node.tag == MERGE_TAG:
            merged.extend(value_node.value if isinstance(value_node, yaml.SequenceNode) else [value_node])
        elif key_node.value == key:
            return key_node, value_node
    found = (_child(mapping, key) for mapping in merged)
    return next((entry for entry in found if entry is not None), None)
