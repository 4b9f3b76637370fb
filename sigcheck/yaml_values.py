"""Plain values from the nodes of a YAML document, without what makes YAML dangerous or surprising."""

from __future__ import annotations

import functools
import re
from typing import Any

import yaml

from sigcheck.errors import InputError, Mistake
from sigcheck.wording import one_line

MAX_EXPANSIONS = 10_000
"""Values that aliases may repeat, so that a few lines cannot grow into gigabytes."""

MAX_DEPTH = 100
"""Levels of nesting, well below those at which a recursive parser runs out of stack."""

_CORE = "tag:yaml.org,2002:"
MERGE_TAG = f"{_CORE}merge"
"""Tag of the key `<<`, which takes in the keys of other mappings."""

_ZONE = r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?"
_TIME = rf"(?:[Tt]|[ \t]+)[0-9]{{1,2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]*)?{_ZONE}"
_PLAIN_VALUES = (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", ("t", "T", "f", "F")),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    ("float", r"^[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ("~", "n", "N", "")),
    ("merge", r"^<<$", "<"),
    ("timestamp", rf"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:{_TIME})?$", "0123456789"),
)
"""What is not text when it stands without quotes: type, pattern, first characters. YAML 1.2 calls for little more,
and the rest of YAML 1.1 (yes and no, 9:30 in base 60, 0o17, 1_000, .inf) only ever surprises."""


@functools.cache
def loader_class() -> type[yaml.SafeLoader]:
    """Return the safe loader, in C where PyYAML was built with it, that takes for a number only what looks like one."""
    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    plain: type[yaml.SafeLoader] = type("PlainLoader", (base,), {"yaml_implicit_resolvers": {}})
    for tag, pattern, first_characters in _PLAIN_VALUES:
        plain.add_implicit_resolver(_CORE + tag, re.compile(pattern), list(first_characters))
    return plain


def check_events(text: str, label: str) -> None:
    """Refuse what must not reach the composer, whose recursion in C would end the whole process.

    Raises InputError for deep nesting, a second document or a tag, and yaml.YAMLError for broken YAML.
    """
    depth = documents = 0
    for event in yaml.parse(text, Loader=loader_class()):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _refusal(event, label, f"is nested more than {MAX_DEPTH} levels deep: no file of this kind is")
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise _refusal(event, label, "a second document begins here: keep one in a file")
        tag = getattr(event, "tag", None)
        if tag is not None and not (isinstance(event, yaml.ScalarEvent) and tag in ("!", f"{_CORE}str")):
            shown = one_line(tag.replace(_CORE, "!!"))
            problem = f"the tag {shown} is not allowed: delete it, or put quotes around a text with '!'"
            raise _refusal(event, label, problem)


def plain_values(root: yaml.MappingNode, loader: yaml.SafeLoader, label: str) -> dict[str, Any]:
    """Return the values of a document, keys as text as written, aliases and merge keys resolved.

    Raises InputError with every key given twice, and for aliases that repeat or nest too much.
    """
    builder = _Builder(loader, label)
    data = builder.mapping(root, 0)
    if builder.mistakes:
        raise InputError(*builder.mistakes)
    return data


def place_of(marked: yaml.Node | yaml.Event) -> tuple[int, int]:
    """Return line and column, from 1, where a node or event starts."""
    mark = marked.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _refusal(marked: yaml.Node | yaml.Event, label: str, text: str) -> InputError:
    line, column = place_of(marked)
    return InputError.at(label, text, line, column)


class _Builder:
    """Turns nodes into plain values; gathers the mistakes that leave the rest readable."""

    def __init__(self, loader: yaml.SafeLoader, label: str) -> None:
        self.mistakes: list[Mistake] = []
        self._loader = loader
        self._label = label
        self._seen: set[int] = set()
        self._expansions = 0

    def value(self, node: yaml.Node, depth: int) -> object:
        self._count(node, depth)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, depth + 1) for item in node.value]
        try:
            return self._loader.construct_object(node)
        except (ValueError, OverflowError, yaml.constructor.ConstructorError):
            # A date that does not exist, or a number beyond reason: whoever reads the value says so with its name.
            # Where an alias repeats it, the loader takes it for one that holds itself.
            return node.value

    def mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        own: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            if key_node.tag == MERGE_TAG:
                merged = {**self._merged(value_node, depth + 1), **merged}
                continue
            key = self._key(key_node)
            if key in own:
                self._note(key_node, f"{one_line(key)}: is already given in line {lines[key]}: keep one of the two")
            lines.setdefault(key, place_of(key_node)[0])
            own[key] = self.value(value_node, depth + 1)
        return {**merged, **own}

    def _merged(self, node: yaml.Node, depth: int) -> dict[str, Any]:
        values = self.value(node, depth)
        mappings = values if isinstance(values, list) else [values]
        if not all(isinstance(mapping, dict) for mapping in mappings):
            self._note(node, "'<<' takes in the keys of a mapping, such as `<<: *defaults`")
            return {}
        return {key: value for mapping in reversed(mappings) for key, value in mapping.items()}

    def _key(self, node: yaml.Node) -> str:
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self._note(node, "a key must be plain text: put quotes around a text that begins with '{' or '['")
        return ""

    def _count(self, node: yaml.Node, depth: int) -> None:
        self._expansions += id(node) in self._seen
        self._seen.add(id(node))
        if depth > MAX_DEPTH:
            problem = (
                f"aliases refer to themselves, or nest more than {MAX_DEPTH} levels deep: write what they stand for"
            )
            raise _refusal(node, self._label, problem)
        if self._expansions > MAX_EXPANSIONS:
            raise _refusal(node, self._label, f"aliases repeat more than {MAX_EXPANSIONS:,} values: write fewer")

    def _note(self, node: yaml.Node, text: str) -> None:
        line, column = place_of(node)
        self.mistakes.append(Mistake(self._label, line, column, text))
