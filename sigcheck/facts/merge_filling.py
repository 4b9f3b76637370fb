"""A template filled in for one recipient, as the sending tool will fill it in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from sigcheck.facts.fields import field_key, resolve_list_column
from sigcheck.facts.merge_conditions import Control, condition_holds
from sigcheck.facts.merge_dialects import FILTERS, MergeReading
from sigcheck.facts.merge_tags import tag_readings
from sigcheck.facts.merge_tokens import MergeToken

_CASES: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(("upcase", "upper"), str.upper),
    **dict.fromkeys(("downcase", "lower"), str.lower),
    **dict.fromkeys(("title", "titlecase", "titleize", "proper"), str.title),
    **dict.fromkeys(("strip", "trim"), str.strip),
    "capitalize": str.capitalize,
    **dict.fromkeys(("escape", "safe", "e"), str),
}
"""Filters of Liquid and HubL, and Mailchimp's modifiers, that are applied; what escapes changes no plain text."""


class Person(NamedTuple):
    """Whom a template is filled in for: the list's columns with the row's cells, and the sender's own fields.

    Keys of `sender` are those of `field_key`: name, firstname, lastname, email, title.
    """

    cells: Mapping[str, str]
    sender: Mapping[str, str]


class Gap(NamedTuple):
    """What could not be filled in.

    `kind` is empty (the recipient's cell), column (the list has none of that name), sender (nothing is known), tool
    (the sending tool knows), condition (not understood: shown as if it held) or filter (not applied). `tag` is as
    written, `field` what it names.
    """

    kind: Literal["empty", "column", "sender", "tool", "condition", "filter"]
    tag: str
    field: str

    @property
    def mark(self) -> str:
        """Return what stands in the text in place of the value."""
        says = {
            "empty": f"{self.field} is empty",
            "column": f"{self.field}: no such column",
            "sender": f"{self.field} of the sender is not known",
            "tool": f"{self.field}: from the sending tool",
        }
        return f"⟦{says[self.kind]}⟧" if self.kind in says else ""


class Filled(NamedTuple):
    """A text filled in, and what could not be, in the order of the text."""

    text: str
    gaps: tuple[Gap, ...]


class _Block(NamedTuple):
    """A condition that is open: whether its present branch is shown, and whether a branch has been shown yet."""

    is_shown: bool
    is_decided: bool


@dataclass
class _Filling:
    person: Person
    pieces: list[str] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    blocks: list[_Block] = field(default_factory=list)

    @property
    def is_shown(self) -> bool:
        return all(block.is_shown for block in self.blocks)


def fill_in(template: str, person: Person) -> Filled:
    """Return a whole text (a condition may span its lines) as the recipient would read it.

    Defaults stand in for empty values, and of conditions only the branch that holds is kept. What is not known
    is marked with ⟦…⟧. Tags that open a block nobody closes, or close one that is not open, stay as they are.
    """
    filling = _Filling(person)
    tags = tag_readings(template)
    partnered = _partnered([control for _, control, _ in tags])
    position, strip_next = 0, False
    for number, (token, control, reading) in enumerate(tags):
        tag = template[token.start : token.end]
        if control is not None and control.action != "other" and number not in partnered:
            continue
        _add_text(filling, template[position : token.start], strip_next, tag.startswith("{%-"))
        if control is None:
            _insert(filling, token, tag, reading)
        else:
            _follow(filling, tag, control)
        position, strip_next = token.end, tag.endswith("-%}")
    _add_text(filling, template[position:], strip_next, False)
    return Filled("".join(filling.pieces), tuple(dict.fromkeys(filling.gaps)))


def _partnered(controls: Sequence[Control | None]) -> frozenset[int]:
    """Return the numbers of the tags that open, divide and close blocks, of those blocks that are closed."""
    open_blocks: list[list[int]] = []
    closed: set[int] = set()
    for number, control in enumerate(controls):
        action = control.action if control else ""
        if action == "open":
            open_blocks.append([number])
        elif open_blocks and action in ("branch", "close"):
            open_blocks[-1].append(number)
            if action == "close":
                closed.update(open_blocks.pop())
    return frozenset(closed)


def _add_text(filling: _Filling, text: str, strip_start: bool, strip_end: bool) -> None:
    """Add text where it is shown; Liquid's `{%-` and `-%}` take the space on their side away."""
    if filling.is_shown:
        text = text.lstrip() if strip_start else text
        filling.pieces.append(text.rstrip() if strip_end else text)


def _follow(filling: _Filling, tag: str, control: Control) -> None:
    if control.action == "close":
        filling.blocks.pop()
    elif control.action == "open":
        holds = _holds(filling, tag, control)
        filling.blocks.append(_Block(holds, holds))
    elif control.action == "branch":
        is_decided = filling.blocks.pop().is_decided
        holds = not is_decided and (control.condition is None or _holds(filling, tag, control))
        filling.blocks.append(_Block(holds, is_decided or holds))
    elif filling.is_shown and not re.match(r"\{\{\{?!|\{%-?\s*(?:comment|raw)", tag):
        filling.gaps.append(Gap("condition", tag, tag))


def _holds(filling: _Filling, tag: str, control: Control) -> bool:
    """Return whether a branch of what is shown is so too; one that is not understood is, and is noted."""
    if not filling.is_shown:
        return False
    holds = None if control.condition is None else condition_holds(control, lambda name: _cell(filling, name) or "")
    if holds is None:
        filling.gaps.append(Gap("condition", tag, tag))
    return holds is not False


def _cell(filling: _Filling, name: str) -> str | None:
    """Return the row's cell for a field; None where the list has no such column."""
    column = resolve_list_column(name, tuple(filling.person.cells))
    return None if column is None else filling.person.cells[column]


def _insert(filling: _Filling, token: MergeToken, tag: str, reading: MergeReading) -> None:
    if not filling.is_shown:
        return
    gap = _gap(filling, tag, reading)
    value = "" if gap or not reading.field else _value(filling, reading) or ""
    text = _filtered(filling, token, tag, value, reading.default)
    if text.strip() or gap is None:
        filling.pieces.append(text)
        return
    filling.gaps.append(gap)
    filling.pieces.append(gap.mark)


def _value(filling: _Filling, reading: MergeReading) -> str | None:
    if reading.about == "sender":
        return filling.person.sender.get(_sender_key(reading.field or ""))
    return _cell(filling, reading.field or "")


def _gap(filling: _Filling, tag: str, reading: MergeReading) -> Gap | None:
    """Return why a tag has no value; None where it has one."""
    if reading.about == "system" or reading.field is None:
        return Gap("tool", tag, reading.field or tag)
    value = _value(filling, reading)
    if value is not None and value.strip():
        return None
    if reading.about == "sender":
        return Gap("sender", tag, reading.field)
    column = resolve_list_column(reading.field, tuple(filling.person.cells))
    return Gap("empty", tag, column) if column else Gap("column", tag, reading.field)


def _sender_key(name: str) -> str:
    """Return what a field of the sender names: `sender_first_name` and `owner.FirstName` are both `firstname`."""
    key = field_key(name)
    for prefix in ("sender", "user", "leadowner", "contactowner", "accountowner", "recordowner", "owner"):
        key = key.removeprefix(prefix) or "name"
    return {"fullname": "name", "emailaddress": "email", "jobtitle": "title"}.get(key, key)


def _filtered(filling: _Filling, token: MergeToken, tag: str, value: str, default: str | None) -> str:
    """Return a value as the tag's filters leave it, in their order; the default in place of a blank one."""
    for name in _filters(token):
        if name in ("default", "fallback"):
            value = value if value.strip() else default or ""
        elif name in _CASES:
            value = _CASES[name](value)
        else:
            filling.gaps.append(Gap("filter", tag, name))
    return value if value.strip() else default or ""


def _filters(token: MergeToken) -> list[str]:
    if token.kind == "stars":
        modifier, colon, _ = token.body.partition(":")
        return [modifier.strip().lower()] if colon and modifier.strip().lower() in _CASES else []
    if token.kind not in ("double", "triple"):
        return []
    written = [part.strip() for part in token.body.split("|")[1:]]
    named = (re.match(r"(\w+)\s*[:(]", part) for part in written)
    return [match[1] if match else part for part, match in zip(written, named, strict=True) if match or part in FILTERS]
