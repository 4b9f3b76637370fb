"""The rules of messages on texts labelled by hand, each put into a letter: tests/data/message_texts.md has the method."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from measured.findings import csv_text, findings
from measured.labelled import labelled
from measured.letters import LETTERS
from measured.measurement import Measurement, compare

SENDER = "Ana Ruiz\nAccount Executive, Northwind"
ELSEWHERE = csv_text(("email", "sent at"), [("someone.else@globex.com", "2026-03-02 10:11")])

Row = Mapping[str, str]


class LabelledSet(NamedTuple):
    """A rule, the file of its labelled texts, which labels it should find, and the message that holds a text."""

    rule: str
    file: str
    wrong: Set[str]
    message: Callable[[Row], str]
    suffix: str = ".txt"


def _message(row: Row, **parts: str) -> str:
    """Return a letter in the text's language, with the part in question put in."""
    letter = LETTERS[row.get("language", "en")]
    subject, opening, body, close = letter._replace(close=f"{letter.close}\n{SENDER}")._replace(**parts)
    return f"Subject: {subject}\n\n{opening}\n\n{body}\n\n{close}\n"


def _in_subject(row: Row) -> str:
    return _message(row, subject=row["text"])


def _as_opening(row: Row) -> str:
    return _message(row, opening=row["text"])


def _in_body(row: Row) -> str:
    return _message(row, body=f"{LETTERS[row.get('language', 'en')].body}\n\n{row['text']}")


def _as_lines(row: Row) -> str:
    """Put the text in twice, as a list of points has more than one."""
    return _in_body({**row, "text": f"{row['text']}\n\nParking is behind the building.\n\n{row['text']}"})


def _as_close(row: Row) -> str:
    return _message(row, close=row["text"])


def _in_footer(row: Row) -> str:
    return f"{_message(row)}\n{row['text']}\n"


def _in_part(row: Row) -> str:
    return _in_subject(row) if row["part"] == "subject" else _in_body(row)


def _as_header(row: Row) -> str:
    return f"From: Ana Ruiz <ana.ruiz@northwind.com>\n{row['text']}\n{_message(row)}"


def _as_html(row: Row) -> str:
    return f"<html><body><p>Hi {{{{first_name}}}},</p>{row['text']}<p>Ana Ruiz<br>Account Executive</p></body></html>"


SETS = (
    LabelledSet("HTM002", "markup", {"markup"}, _in_body),
    LabelledSet("HTM003", "images", {"image"}, _as_html, ".html"),
    LabelledSet("HTM004", "links", {"tracked"}, _in_body),
    LabelledSet("HTM005", "template_furniture", {"furniture"}, _in_body),
    LabelledSet("HTM006", "headers", {"bulk"}, _as_header, ".eml"),
    LabelledSet("HTM007", "typography", {"rich"}, _as_lines),
    LabelledSet("REL005", "familiarity", {"claims"}, _in_part),
    LabelledSet("OPT001", "opt_out_texts", {"none"}, _in_footer),
    LabelledSet("SIG001", "subjects", {"marketing"}, _in_subject),
    LabelledSet("SIG002", "greetings", {"generic", "bare", "none"}, _as_opening),
    LabelledSet("SIG003", "greetings", {"generic"}, _as_opening),
    LabelledSet("SIG004", "signatures", {"unsigned"}, _as_close),
    LabelledSet("SIG005", "copy", {"brochure"}, _in_body),
)


def measure() -> list[Measurement]:
    """Return how each rule does on the half of its texts that nothing was mended on."""
    return [*(measure_set(entry, held_out_half(entry.file)) for entry in SETS), measure_addresses(), measure_senders()]


def measure_addresses() -> Measurement:
    """Return how OPT004 does on the postal addresses, none of which were held out."""
    labels = LabelledSet("OPT004", "postal_addresses", {"none"}, _in_footer)
    return measure_set(labels, dict(enumerate(labelled(labels.file), start=1)), labels.file)


def measure_set(labels: LabelledSet, rows: Mapping[int, Row], data: str | None = None) -> Measurement:
    """Return how a rule does on `rows` of its set, by their numbers."""
    wrong = {number for number, row in rows.items() if row["label"] in labels.wrong}
    cases = {number: text_of(row) for number, row in rows.items()}
    return compare(labels.rule, data or f"{labels.file}, held-out half", cases, wrong, found_in(labels, rows))


def measure_senders() -> Measurement:
    rows = held_out_half("senders")
    cases = {number: text_of(row) for number, row in rows.items()}
    wrong = {number for number, row in rows.items() if row["label"] == "generic"}
    return compare("REL001", "senders, held-out half", cases, wrong, _senders_found(rows))


def held_out_half(file: str) -> dict[int, Row]:
    """Return the texts of `tests/data/<file>.csv` that no rule was mended on, by their number in the file."""
    return {number: row for number, row in enumerate(labelled(file), start=1) if is_held_out(row)}


def is_held_out(row: Row) -> bool:
    """Return whether the first byte of the SHA-256 digest of the text, or of a sender, is odd."""
    return sha256(text_of(row).encode()).digest()[0] % 2 == 1


def text_of(row: Row) -> str:
    """Return what a row is about: its text, or the sender as mail programs show one."""
    return row["text"] if "text" in row else f"{row['name']} <{row['email']}>"


def found_in(labels: LabelledSet, rows: Mapping[int, Row]) -> set[int]:
    """Return the numbers of the rows in whose message the rule finds something; one planned send a sender."""
    found: set[int] = set()
    for sender, numbers in groupby(rows, lambda number: _sender(rows[number])):
        messages = {f"{number}{labels.suffix}": labels.message(rows[number]) for number in numbers}
        inputs: dict[str, Any] = {"message": messages, "recipients": readers_of(messages), "history": ELSEWHERE}
        if sender:
            inputs["plan"] = {"sender": sender}
        found |= files_found([labels.rule], inputs)
    return found


def files_found(rules: Sequence[str], inputs: Mapping[str, Any]) -> set[int]:
    """Return the numbers that name the message files in which any of the rules finds something."""
    return {int(Path(finding["file"]).stem) for found in findings(rules, inputs).values() for finding in found}


def readers_of(variations: Iterable[str]) -> str:
    """Return a list with one reader a variation, always of the same name."""
    readers = ((f"{name}@acme.com", "Maria", "Keller", "Acme", "Plant Manager", Path(name).stem) for name in variations)
    return csv_text(("email", "first name", "last name", "company", "title", "variant"), readers)


def _sender(row: Row) -> dict[str, str]:
    return {key: row[f"sender_{key}"] for key in ("name", "title", "email") if f"sender_{key}" in row}


def _senders_found(rows: Mapping[int, Row]) -> set[int]:
    numbers = {row["email"]: number for number, row in rows.items()}
    recipients = csv_text(("email", "owner"), [(f"p{number}@acme.com", email) for email, number in numbers.items()])
    roster = csv_text(("name", "email"), [(row["name"], row["email"]) for row in rows.values()])
    found = findings(["REL001"], {"senders": roster, "recipients": recipients})["REL001"]
    return {numbers[finding["email"]] for finding in found}
