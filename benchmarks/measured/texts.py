"""The rules of messages on texts labelled by hand: tests/data/messages.md says how they were made."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from measured.findings import csv_text, findings
from measured.letters import LETTERS
from measured.measurement import Measurement, compare

DATA = Path(__file__).resolve().parents[2] / "tests" / "data"
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
    LabelledSet("HTM002", "markup.csv", {"markup"}, _in_body),
    LabelledSet("HTM003", "images.csv", {"image"}, _as_html, ".html"),
    LabelledSet("HTM004", "links.csv", {"tracked"}, _in_body),
    LabelledSet("HTM005", "template_furniture.csv", {"furniture"}, _in_body),
    LabelledSet("HTM006", "headers.csv", {"bulk"}, _as_header, ".eml"),
    LabelledSet("HTM007", "typography.csv", {"rich"}, _as_lines),
    LabelledSet("REL005", "familiarity.csv", {"claims"}, _in_part),
    LabelledSet("OPT001", "opt_out_texts.csv", {"none"}, _in_footer),
    LabelledSet("SIG001", "subjects.csv", {"marketing"}, _in_subject),
    LabelledSet("SIG002", "greetings.csv", {"generic", "bare", "none"}, _as_opening),
    LabelledSet("SIG003", "greetings.csv", {"generic"}, _as_opening),
    LabelledSet("SIG004", "signatures.csv", {"unsigned"}, _as_close),
    LabelledSet("SIG005", "copy.csv", {"brochure"}, _in_body),
)


def measure() -> list[Measurement]:
    """Return how each rule does on all of its texts, then on the half that nothing was mended on."""
    return [*map(measure_set, SETS), measure_senders()]


def measure_set(labelled: LabelledSet) -> Measurement:
    rows = read_rows(labelled.file)
    found = found_in(labelled, rows)
    wrong = {number for number, row in rows.items() if row["label"] in labelled.wrong}
    cases = {number: row["text"] for number, row in rows.items()}
    return compare(labelled.rule, labelled.file, cases, wrong, found)


def found_in(labelled: LabelledSet, rows: Mapping[int, Row]) -> set[int]:
    """Return the numbers of the rows in whose message the rule finds something; one planned send a sender."""
    found: set[int] = set()
    for sender, numbers in groupby(rows, lambda number: _sender(rows[number])):
        messages = {f"{number}{labelled.suffix}": labelled.message(rows[number]) for number in numbers}
        inputs: dict[str, Any] = {"message": messages, "recipients": _recipients(messages), "history": ELSEWHERE}
        if sender:
            inputs["plan"] = {"sender": sender}
        found |= numbers_found(labelled.rule, inputs)
    return found


def numbers_found(rule: str, inputs: Mapping[str, Any]) -> set[int]:
    """Return the numbers that name the message files in which the rule finds something."""
    return {int(Path(finding["file"]).stem) for finding in findings([rule], inputs)[rule]}


def read_rows(file: str) -> dict[int, Row]:
    """Return the texts of a labelled set by their number, from 1."""
    with (DATA / file).open(encoding="utf-8", newline="") as stream:
        return dict(enumerate(csv.DictReader(stream), start=1))


def is_held_out(text: str) -> bool:
    """Return whether a text is of the half that no rule was mended on."""
    return sha256(text.encode()).digest()[0] % 2 == 1


def _recipients(variations: Iterable[str]) -> str:
    """Return a list with one reader a variation, always of the same name."""
    readers = ((f"{name}@acme.com", "Maria", "Keller", "Acme", "Plant Manager", Path(name).stem) for name in variations)
    return csv_text(("email", "first name", "last name", "company", "title", "variant"), readers)


def _sender(row: Row) -> dict[str, str]:
    return {key: row[f"sender_{key}"] for key in ("name", "title", "email") if f"sender_{key}" in row}


def measure_senders() -> Measurement:
    rows = read_rows("senders.csv")
    cases = {number: f"{row['name']} <{row['email']}>" for number, row in rows.items()}
    wrong = {number for number, row in rows.items() if row["label"] == "generic"}
    return compare("REL001", "senders.csv", cases, wrong, senders_found([*rows.values()]))


def senders_found(rows: Sequence[Row]) -> set[int]:
    """Return the numbers, from 1, of the senders that the rule takes for nobody in particular."""
    numbers = {row["email"]: number for number, row in enumerate(rows, start=1)}
    recipients = csv_text(("email", "owner"), [(f"p{number}@acme.com", email) for email, number in numbers.items()])
    roster = csv_text(("name", "email"), [(row["name"], row["email"]) for row in rows])
    found = findings(["REL001"], {"senders": roster, "recipients": recipients})["REL001"]
    return {numbers[finding["email"]] for finding in found}
