"""The relations about messages: what the reader saw, and what can be said of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any
from urllib.parse import urlsplit

from sigcheck.engine import Engine
from sigcheck.facts.addresses import registrable_domain
from sigcheck.facts.language import language_of
from sigcheck.facts.merge_tags import MergeTag, find_merge_tags, resolve_list_column
from sigcheck.facts.opt_out import find_opt_outs
from sigcheck.facts.opt_out_links import is_opt_out_link
from sigcheck.facts.similarity import comparable_text, message_key, similarity
from sigcheck.inputs.message_types import Message, MessageLine, visible_text
from sigcheck.relations import (
    HEADERS,
    HTML_ELEMENTS,
    LINKS,
    MERGE_TAGS,
    MESSAGE_LINES,
    MESSAGE_PAIRS,
    MESSAGES,
    OPT_OUTS,
    Relation,
)

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_COMPARED_PARTS = ("greeting", "body")


def add_message_facts(engine: Engine, messages: Sequence[Message], list_columns: Sequence[str]) -> frozenset[str]:
    """Create the relations about messages; return the list's columns that a message inserts."""
    tags = {message.variant: list(_merge_tags(message, list_columns)) for message in messages}
    comparable = {message.variant: _comparable(message) for message in messages}
    _create(engine, MESSAGES, [_message_row(message, comparable[message.variant]) for message in messages])
    _create(engine, MESSAGE_LINES, _each(messages, lambda m: ((o.line, o.part, o.text) for o in m.lines)))
    _create(engine, HEADERS, _each(messages, lambda m: ((o.line, o.column, o.name, o.value) for o in m.headers)))
    _create(engine, LINKS, _each(messages, _link_rows))
    _create(engine, HTML_ELEMENTS, _each(messages, _element_rows))
    _create(engine, MERGE_TAGS, _each(messages, lambda m: iter(tags[m.variant])))
    _create(engine, OPT_OUTS, _each(messages, lambda m: _opt_out_rows(m, tags[m.variant])))
    _create(engine, MESSAGE_PAIRS, _pair_rows(messages, comparable))
    inserted = (tag[6] for found in tags.values() for tag in found)
    return frozenset(column for column in inserted if column is not None)


def _create(engine: Engine, relation: Relation, rows: Any) -> None:  # noqa: ANN401 - rows of any shape
    engine.create(relation.name, relation.columns, rows)


def _each(messages: Sequence[Message], rows_of: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    for message in messages:
        for row in rows_of(message):
            yield (message.variant, message.file, *row)


def _comparable(message: Message) -> str:
    return comparable_text("\n".join(line.text for line in message.lines if line.part in _COMPARED_PARTS))


def _message_row(message: Message, comparable: str) -> tuple[Any, ...]:
    text = visible_text(message)
    prose = " ".join(line.text for line in message.lines if line.part in _COMPARED_PARTS)
    return (
        message.variant,
        message.file,
        message.subject,
        message.subject_line,
        text,
        comparable,
        message_key(message.subject, comparable),
        len(_WORD.findall(prose)),
        message.format,
        message.has_html_part,
        message.greeting,
        message.greeting_line,
        message.signature,
        message.signature_line,
        message.from_name,
        message.from_email,
        message.reply_to,
        language_of(text),
    )


def _link_rows(message: Message) -> Iterator[tuple[Any, ...]]:
    for link in message.links:
        scheme, host = _scheme_and_host(link.url)
        is_opt_out = is_opt_out_link(link.url, link.text)
        yield (link.line, link.column, link.part, link.url, scheme, host, registrable_domain(host), link.text, is_opt_out)


def _scheme_and_host(url: str) -> tuple[str | None, str | None]:
    try:
        parts = urlsplit(url if not url.lower().startswith("www.") else f"http://{url}")
        return parts.scheme.lower() or None, parts.hostname
    except ValueError:
        return None, None


def _element_rows(message: Message) -> Iterator[tuple[Any, ...]]:
    for element in message.elements:
        attributes = json.dumps(dict(element.attributes), ensure_ascii=False)
        yield (element.line, element.column, element.tag, attributes, element.source, element.text)


def _merge_tags(message: Message, list_columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of `merge_tags`. Markup only adds what the visible text does not show, such as tags in links."""
    visible = [line for line in message.lines if line.part not in ("subject", "html")]
    seen: set[str] = set()
    for lines in ([line for line in message.lines if line.part == "subject"], visible):
        for line, tag in _tags_of(lines):
            seen.add(tag.tag)
            yield _tag_row(line, tag, list_columns)
    for line, tag in _tags_of([line for line in message.lines if line.part == "html"]):
        if tag.tag not in seen:
            yield _tag_row(line, tag, list_columns)


def _tags_of(lines: Sequence[MessageLine]) -> Iterator[tuple[MessageLine, MergeTag]]:
    """Yield the tags of lines read as one text, as a condition may span several."""
    for tag in find_merge_tags("\n".join(line.text.replace("\n", " ") for line in lines)):
        yield lines[tag.line - 1], tag


def _tag_row(line: MessageLine, tag: MergeTag, list_columns: Sequence[str]) -> tuple[Any, ...]:
    is_field = tag.field is not None and tag.about == "recipient"
    column = resolve_list_column(tag.field, list_columns) if is_field and tag.field else None
    return (line.line, tag.column, line.part, tag.tag, tag.dialect, tag.field, column, tag.default, tag.about)


def _opt_out_rows(message: Message, tags: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for found in find_opt_outs(message.lines, message.links, [tag[3] for tag in tags]):
        yield (found.line, found.column, found.part, found.kind, found.language, found.text)


def _pair_rows(messages: Sequence[Message], comparable: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    for one, other in combinations(messages, 2):
        alike = similarity(comparable[one.variant], comparable[other.variant])
        yield (one.variant, one.file, other.variant, other.file, alike)
