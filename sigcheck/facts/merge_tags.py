"""Merge tags in a text: what a sending tool will replace for each recipient."""

from __future__ import annotations

from typing import NamedTuple

from sigcheck.facts.fields import field_key, resolve_list_column
from sigcheck.facts.merge_conditions import Control, conditional_defaults, read_control
from sigcheck.facts.merge_dialects import About, MergeReading, read_insertion
from sigcheck.facts.merge_tokens import MergeToken, merge_tokens

__all__ = [
    "MergeTag",
    "find_merge_tags",
    "merge_tag_spans",
    "resolve_list_column",
    "tag_readings",
    "without_merge_tags",
]


class MergeTag(NamedTuple):
    """One merge tag.

    `column` counts from 1 within its line, `line` from 1 within the text; `tag` is the tag as written. `dialect`
    is handlebars, marketo, hubspot, mailchimp, pardot, salesforce, outreach, eloqua, liquid, bracket or braces.
    `field` is the field it inserts, as written, without the prefix of a person's record; None for a condition.
    `default` is what is inserted where the field is empty: what the tag itself says, else what the condition
    around it says ("" where that leaves the tag out); None where nothing is said.
    """

    column: int
    tag: str
    dialect: str
    field: str | None
    default: str | None
    about: About
    line: int = 1


def find_merge_tags(text: str) -> list[MergeTag]:
    """Return the merge tags of `text` (a line, or a whole message) in order.

    Conditions are looked at within `text`: one that spans lines is understood only where all of them are given.
    Text that has the shape of a tag but no known meaning ("[1]", "[Draft]", "{a}", a Markdown link) is no tag.
    """
    found = tag_readings(text)
    defaults = conditional_defaults(
        text,
        (
            (token, control, field_key(reading.field) if reading.field and reading.about == "recipient" else None)
            for token, control, reading in found
        ),
    )
    tags = []
    line, line_start, position = 1, 0, 0
    for token, _, reading in found:
        line += text.count("\n", position, token.start)
        line_start = max(line_start, text.rfind("\n", position, token.start) + 1)
        position = token.start
        default = defaults.get(token) if reading.default is None else reading.default
        tags.append(
            MergeTag(
                column=token.start - line_start + 1,
                tag=text[token.start : token.end],
                dialect=reading.dialect,
                field=reading.field,
                default=default,
                about=reading.about,
                line=line,
            )
        )
    return tags


def merge_tag_spans(text: str) -> list[tuple[int, int]]:
    """Return where the merge tags of `text` start and end (offsets), in order."""
    return [(token.start, token.end) for token, _, _ in tag_readings(text)]


def without_merge_tags(text: str) -> str:
    """Return `text` with a space in the place of each merge tag."""
    kept: list[str] = []
    position = 0
    for start, end in merge_tag_spans(text):
        kept.append(text[position:start])
        position = end
    return " ".join((*kept, text[position:]))


def tag_readings(text: str) -> list[tuple[MergeToken, Control | None, MergeReading]]:
    """Return each tag of `text` in order: where it stands, the control tag that it is, and what it inserts."""
    found: list[tuple[MergeToken, Control | None, MergeReading]] = []
    for token in merge_tokens(text):
        control = read_control(token)
        if control is not None:
            dialect = {"block": "liquid", "stars": "mailchimp"}.get(token.kind, "handlebars")
            found.append((token, control, MergeReading(dialect, None, None, "system")))
            continue
        reading = read_insertion(token)
        if reading is not None:
            found.append((token, None, reading))
    return found
