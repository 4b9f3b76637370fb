"""What a finding says to strangers: the same, without the addresses and names of recipients.

Only what a rule inserts comes from data, so only that is masked: every address but the senders' own (its domain
stays), every word that is a name in the list, and what could not be read of a row, which may hold anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from sigcheck.engine import Engine
from sigcheck.errors import EXAMPLE_ADDRESS
from sigcheck.pictures import Pictures
from sigcheck.report import Finding, Redaction
from sigcheck.rule_check import CheckedRule

MASK = "***"

_NAME_COLUMNS = ("first_name", "last_name", "full_name")

_LONG_WORD = 4
"""Letters from which on a word is a name in any case: `de` and `an` are words, `De` and `An` may be names."""


class People(NamedTuple):
    """Whom to mask: names and their words, texts of rows that could not be read; and the senders' addresses.

    Names are held as they stand and, the longer ones, in lower case too.
    """

    names: frozenset[str]
    unread: tuple[str, ...]
    senders: frozenset[str]


def add_redactions(engine: Engine, checked: Sequence[CheckedRule]) -> list[CheckedRule]:
    """Return the rules with every finding's redaction added."""
    findings = [finding for entry in checked if entry.outcome for finding in entry.outcome.findings]
    findings += [finding for entry in checked for one in entry.ignored for finding in one.listed]
    people = people_among(engine, set(_inserted(findings)))
    return [_with_redactions(entry, people) for entry in checked]


def redact_pictures(engine: Engine, pictures: Pictures) -> Pictures:
    """Return the pictures with their redaction added: no company or column is called by the name of a recipient."""
    people = people_among(engine, pictures.labels)
    return pictures._replace(redaction=pictures.relabelled(lambda label: masked(label, people)))


def _with_redactions(entry: CheckedRule, people: People) -> CheckedRule:
    ignored = tuple(one._replace(listed=_all_redacted(one.listed, people)) for one in entry.ignored)
    if entry.outcome is None:
        return entry._replace(ignored=ignored)
    findings = _all_redacted(entry.outcome.findings, people)
    return entry._replace(outcome=entry.outcome._replace(findings=findings), ignored=ignored)


def _all_redacted(findings: Iterable[Finding], people: People) -> tuple[Finding, ...]:
    return tuple(_with_redaction(finding, people) for finding in findings)


def _with_redaction(finding: Finding, people: People) -> Finding:
    in_message, in_help = finding.inserted
    message = _masked_pieces(finding.message, in_message, people)
    return finding._replace(redaction=Redaction(message, _masked_pieces(finding.help, in_help, people)))


def _masked_pieces(text: str, inserted: Sequence[tuple[int, int]], people: People) -> str:
    pieces, position = [], 0
    for start, end in inserted:
        pieces += [text[position:start], masked(text[start:end], people)]
        position = end
    return "".join((*pieces, text[position:]))


def masked(value: str, people: People) -> str:
    """Return an inserted value with addresses, names and unread text masked."""
    shown = value.removesuffix("…")
    if value in people.names or (shown and any(shown in text for text in people.unread)):
        return MASK
    pieces, position = [], 0
    for match in _address().finditer(value):
        pieces += [_without_names(value[position : match.start()], people), _masked_address(match, people)]
        position = match.end()
    return "".join((*pieces, _without_names(value[position:], people)))


def without_addresses(text: str) -> str:
    """Return a text with all addresses masked, their domains left; the one that hints give stays."""
    return _address().sub(
        lambda match: match.group() if match.group() == EXAMPLE_ADDRESS else f"{MASK}@{match.group(1)}", text
    )


def masked_address(address: str) -> str:
    """Return an address of which only the domain shows; the mask where it has none."""
    _, at, domain = address.rpartition("@")
    return f"{MASK}@{domain}" if at else MASK


def _masked_address(match: re.Match[str], people: People) -> str:
    return match.group() if match.group().lower() in people.senders else f"{MASK}@{match.group(1)}"


def _without_names(text: str, people: People) -> str:
    runs = ("".join(letters) for _, letters in groupby(text, str.isalpha))
    return "".join(MASK if _is_name(run, people.names) else run for run in runs)


def _is_name(word: str, names: frozenset[str]) -> bool:
    """Return whether a word is one of `names`: whatever its case, or just as it stands where it is short."""
    return word in names if len(word) < _LONG_WORD else word.lower() in names


def people_among(engine: Engine, texts: Iterable[str]) -> People:
    """Return those people of the list, and senders, whom texts may name; needs recipients, senders and rejects."""
    values = set(texts)
    words = {word for value in values for word in _words(value)}
    columns = "\nUNION\n".join(f"SELECT {column} AS name FROM recipients" for column in _NAME_COLUMNS)
    found = engine.query(
        f"""
        SELECT DISTINCT word
        FROM (
          SELECT unnest(regexp_extract_all(name, '\\p{{L}}+')) AS word
          FROM ({columns}) AS names
        ) AS words
        WHERE length(word) > 1
          AND word NOT IN ('http', 'https', 'www', 'com', 'net', 'org')
          AND list_contains($words, lower(word))
        UNION
        SELECT name AS word
        FROM ({columns}) AS names
        WHERE list_contains($values, name)""",
        {"words": sorted({word.lower() for word in words}), "values": sorted(values)},
    ).rows
    unread = engine.query("SELECT text FROM rejects WHERE text <> ''").rows
    senders = engine.query("SELECT lower(email) FROM senders").rows
    return People(
        _forms(name for (name,) in found),
        tuple(text for (text,) in unread),
        frozenset(sender for (sender,) in senders),
    )


def names_in(values: Iterable[str]) -> frozenset[str]:
    """Return names, and their words, as `People` holds them."""
    return _forms(name for value in values for name in (value, *_words(value)))


def _forms(names: Iterable[str]) -> frozenset[str]:
    return frozenset(form for name in names for form in (name, name.lower() if len(name) >= _LONG_WORD else name))


def _inserted(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        in_message, in_help = finding.inserted
        yield from (finding.message[start:end] for start, end in in_message)
        yield from (finding.help[start:end] for start, end in in_help)


def _words(text: str) -> list[str]:
    return ["".join(letters) for is_word, letters in groupby(text, str.isalpha) if is_word]


@cache
def _address() -> re.Pattern[str]:
    # Looked for only where a word begins: else a long word without an address is read anew from each of its letters.
    return re.compile(r"(?<![^\s<>\"'(),;:\[\]])[^\s<>\"'(),;:\[\]]+@([\w-]+(?:\.[\w-]+)*)")
