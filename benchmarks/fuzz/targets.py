"""What is done with random bytes: each target reads them as one kind of input, and fails where a promise is broken.

InputError is the one way of refusing input. Any other exception, and any broken promise, is a fault.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from sigcheck.errors import InputError
from sigcheck.facts.addresses import address_problem, mailbox
from sigcheck.facts.companies import company_name_key, spoken_company_name
from sigcheck.facts.company_facts import host_facts
from sigcheck.facts.merge_filling import Person, fill_in
from sigcheck.facts.merge_tags import find_merge_tags, merge_tag_spans, without_merge_tags
from sigcheck.facts.message_facts import add_message_facts
from sigcheck.facts.name_casing import proper_case
from sigcheck.facts.names import person_key
from sigcheck.facts.places import place
from sigcheck.facts.spintax import count_variations, expand_spintax, spin
from sigcheck.facts.template_faults import template_faults
from sigcheck.facts.titles import seniority
from sigcheck.facts.value_flaws import value_flaws
from sigcheck.inputs.list_header import listed, recognise_header
from sigcheck.inputs.mail_headers import decode_header_value, read_address, scan_headers
from sigcheck.inputs.message import read_message
from sigcheck.inputs.recipients import STANDARD_COLUMNS, standard_fields
from sigcheck.inputs.time_text import parse_send_time
from sigcheck.plan import load_plan

COLUMNS = ("first_name", "last_name", "company", "Job Title", "email")
PERSON = Person({"firstname": "Dana", "lastname": "", "company": "Acme"}, {"name": "Ana Ruiz", "firstname": "Ana"})
FORMATS = ("txt", "md", "eml", "html")
FIELDS = ("first_name", "last_name", "company", "title", "city")


class _Relations:
    """An engine that looks at the rows it is given and keeps none."""

    def create(self, relation: str, columns: Sequence[Any], rows: Iterable[Sequence[Any]]) -> None:
        assert all(len(row) == len(columns) for row in rows), relation


def read_a_plan(data: bytes) -> None:
    """Read a plan, or its mistakes, each on one line and placed in the file."""
    path = _folder() / "plan.yaml"
    path.write_bytes(data)
    try:
        load_plan(path, "plan.yaml")
    except InputError as error:
        assert error.mistakes
        for mistake in error.mistakes:
            assert str(mistake).isprintable(), mistake
            assert mistake.line is None or 0 < mistake.line <= data.count(b"\n") + data.count(b"\r") + 3


def read_a_message(data: bytes) -> None:
    """Read a message of the format that the first byte says, and derive all that is derived from one."""
    path = _folder() / f"message.{FORMATS[data[0] % len(FORMATS)] if data else 'txt'}"
    path.write_bytes(data[1:])
    try:
        message = read_message(path, "message", "a")
    except InputError:
        return
    assert all(line.line > 0 for line in message.lines)
    assert all(link.line > 0 and link.column > 0 for link in message.links)
    add_message_facts(_Relations(), [message], COLUMNS)  # type: ignore[arg-type]


def read_merge_tags(data: bytes) -> None:
    """Find the tags, faults and wordings of a template, and fill it in."""
    text = data.decode("utf-8", "replace")
    lines = text.split("\n")
    for tag in find_merge_tags(text):
        rest = "\n".join([lines[tag.line - 1][tag.column - 1 :], *lines[tag.line :]])
        assert rest.startswith(tag.tag), tag
    spans = merge_tag_spans(text)
    ends = [0, *(end for _, end in spans)]
    assert all(before <= start < end for before, (start, end) in zip(ends, spans, strict=False))
    without_merge_tags(text)
    fill_in(text, PERSON)
    template_faults(text, COLUMNS)
    count = count_variations(text)
    wordings = expand_spintax(text, 5)
    assert count >= 1
    assert 1 <= len(wordings) <= 5
    spin(text, 7)


def read_headers(data: bytes) -> None:
    """Read headers of mail, addresses in them, and the header of a list."""
    lines = data.decode("latin-1").split("\n")
    headers, end = scan_headers(lines, 0)
    assert 0 <= end <= len(lines)
    for header in headers:
        assert header.name == header.name.lower()
        assert not set(header.value) & set("\r\n\0"), header
        read_address(header.value)
    text = data.decode("utf-8", "replace")
    read_address(text)
    decode_header_value(data.decode("latin-1"))
    titles = text.split(",")[:50]
    recognised = recognise_header(titles, STANDARD_COLUMNS, standard_fields, {})
    assert len({column.name for column in recognised.columns}) == len(recognised.columns)
    listed(titles)


def read_cells(data: bytes) -> None:
    """Derive all that is derived from a cell of a list."""
    text = data.decode("utf-8", "replace")[:500]  # as much of it as a fact looks at
    address_problem(text)
    mailbox(text)
    host_facts(text)
    person_key(text)
    proper_case(text)
    company_name_key(text)
    spoken_company_name(text)
    seniority(text)
    parse_send_time(text, "Europe/Berlin")
    zone, _, country = text.partition(",")
    place(zone, country, text, text, "Europe/Berlin")
    for field in FIELDS:
        value_flaws(field, text)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "plan": read_a_plan,
    "message": read_a_message,
    "merge-tags": read_merge_tags,
    "headers": read_headers,
    "cells": read_cells,
}


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sigcheck-fuzz-"))
    (folder / ".git").mkdir()  # so that no defaults are looked for further up
    atexit.register(shutil.rmtree, folder, True)
    return folder
