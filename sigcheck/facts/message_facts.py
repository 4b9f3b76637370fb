"""The relations about messages: what the reader saw, and what can be said of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any
from urllib.parse import urlsplit

from sigcheck.engine import Engine
from sigcheck.facts.addresses import registrable_domain
from sigcheck.facts.language import language_of
from sigcheck.facts.link_hosts import link_tracking
from sigcheck.facts.link_targets import link_pieces
from sigcheck.facts.merge_tags import MergeTag, find_merge_tags, resolve_list_column, without_merge_tags
from sigcheck.facts.message_form import message_form
from sigcheck.facts.opt_out import find_opt_outs
from sigcheck.facts.opt_out_links import is_opt_out_link
from sigcheck.facts.postal_address import find_postal_address
from sigcheck.facts.prose import count_words
from sigcheck.facts.similarity import comparable_text, message_key, similarity
from sigcheck.facts.spintax import count_variations, expand_spintax, has_spintax
from sigcheck.facts.template_faults import named_column, template_faults
from sigcheck.inputs.message_types import Message, MessageLine, visible_text
from sigcheck.relations import (
    HEADERS,
    HTML_ELEMENTS,
    LINK_PARAMETERS,
    LINKS,
    MERGE_TAGS,
    MESSAGE_LINES,
    MESSAGE_PAIRS,
    MESSAGES,
    OPT_OUTS,
    TEMPLATE_FAULTS,
    Relation,
)

_COMPARED_PARTS = ("greeting", "body")
_NOT_FROM_TEMPLATE = frozenset({"quoted", "html"})

MAX_WORDINGS = 1_000_000
"""Wordings of spintax that are told apart; no list needs more."""


def add_message_facts(engine: Engine, messages: Sequence[Message], list_columns: Sequence[str]) -> frozenset[str]:
    """Create the relations about messages; return the list's columns that a message inserts."""
    tags = {message.variant: list(_merge_tags(message, list_columns)) for message in messages}
    comparable = {message.variant: comparable_of(message) for message in messages}
    _create(engine, MESSAGES, [_message_row(message, comparable[message.variant]) for message in messages])
    _create(engine, MESSAGE_LINES, _each(messages, _line_rows))
    _create(engine, HEADERS, _each(messages, lambda m: ((o.line, o.column, o.name, o.value) for o in m.headers)))
    _create(engine, LINKS, _each(messages, _link_rows))
    _create(engine, LINK_PARAMETERS, _each(messages, lambda m: _link_parameter_rows(m, list_columns)))
    _create(engine, HTML_ELEMENTS, _each(messages, _element_rows))
    _create(engine, MERGE_TAGS, _each(messages, lambda m: iter(tags[m.variant])))
    _create(engine, TEMPLATE_FAULTS, _each(messages, lambda m: _template_fault_rows(m, list_columns)))
    _create(engine, OPT_OUTS, _each(messages, lambda m: _opt_out_rows(m, tags[m.variant])))
    _create(engine, MESSAGE_PAIRS, _pair_rows(messages, comparable))
    inserted = (tag[6] for found in tags.values() for tag in found)
    return frozenset(column for column in inserted if column is not None)


def _create(engine: Engine, relation: Relation, rows: Any) -> None:
    engine.create(relation.name, relation.columns, rows)


def _each(messages: Sequence[Message], rows_of: Any) -> Iterator[tuple[Any, ...]]:
    for message in messages:
        for row in rows_of(message):
            yield (message.variant, message.file, *row)


def comparable_of(message: Message) -> str:
    """Return what two variations are compared by: greeting and body without merge tags, lower case."""
    return comparable_text(_compared(message))


def _compared(message: Message) -> str:
    return "\n".join(line.text for line in message.lines if line.part in _COMPARED_PARTS)


def _wordings(text: str) -> int:
    return min(count_variations(text), MAX_WORDINGS)


def _message_row(message: Message, comparable: str) -> tuple[Any, ...]:
    text = visible_text(message)
    language = language_of(text)
    return (
        message.variant,
        message.file,
        message.subject,
        message.subject_line,
        text,
        comparable,
        message_key(message.subject, comparable),
        count_words(_compared(message)),
        _wordings(_compared(message)),
        _wordings(message.subject or ""),
        message.format,
        message.has_html_part,
        message.greeting,
        message.greeting_line,
        message.signature,
        message.signature_line,
        message.from_name,
        message.from_email,
        message.reply_to,
        language,
        *_postal_address(message),
        *message_form(message, language),
    )


def _postal_address(message: Message) -> tuple[str | None, str | None]:
    found = find_postal_address(message.lines)
    return (found.text, found.part) if found else (None, None)


def _line_rows(message: Message) -> Iterator[tuple[Any, ...]]:
    for line in message.lines:
        yield (line.line, line.part, line.text, None if line.part == "html" else without_merge_tags(line.text))


def _link_rows(message: Message) -> Iterator[tuple[Any, ...]]:
    for link in message.links:
        scheme, host = _scheme_and_host(link.url)
        is_opt_out = is_opt_out_link(link.url, link.label or link.text)
        yield (
            link.line,
            link.column,
            link.part,
            link.url,
            scheme,
            host,
            registrable_domain(host),
            link.text,
            is_opt_out,
            link_tracking(host),
        )


def _link_parameter_rows(message: Message, list_columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for link in message.links:
        is_opt_out = is_opt_out_link(link.url, link.label or link.text)
        for piece in link_pieces(link.url):
            inserted = (resolve_list_column(field, list_columns) for field in piece.fields)
            column = next((column for column in inserted if column is not None), None)
            found = (piece.name, piece.value, column, piece.address, piece.digest)
            yield (link.line, link.column, link.url, is_opt_out, *found)


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


def _template_fault_rows(message: Message, list_columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for line in message.lines:
        for fault in template_faults(line.text, list_columns) if line.part not in _NOT_FROM_TEMPLATE else ():
            yield (line.line, fault.column, line.part, fault.text, fault.kind, named_column(fault, list_columns))


def _opt_out_rows(message: Message, tags: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for found in find_opt_outs(message.lines, message.links, [tag[3] for tag in tags]):
        yield (found.line, found.column, found.part, found.kind, found.language, found.text)


def _pair_rows(messages: Sequence[Message], comparable: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    for one, other in combinations(messages, 2):
        alike = similarity(comparable[one.variant], comparable[other.variant])
        yield (one.variant, one.file, other.variant, other.file, alike)
    for message in messages:
        text = _compared(message)
        if has_spintax(text):
            wordings = [comparable_text(wording) for wording in expand_spintax(text)]
            alike = min((similarity(*pair) for pair in combinations(wordings, 2)), default=1.0)
            yield (message.variant, message.file, message.variant, message.file, alike)
