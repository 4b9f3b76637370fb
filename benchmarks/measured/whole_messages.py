"""The rules of form and HTML on whole messages: personal letters and promotions, put together from labelled parts."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import formataddr
from html import escape
from random import Random
from typing import NamedTuple

from measured.labelled import labelled
from measured.letters import LETTERS
from measured.measurement import Measurement, compare
from measured.messages import Row, files_found, is_held_out, readers_of

ERRORS = ("HTM001", "HTM002", "HTM003", "SIG001", "SIG002", "SIG004", "SIG006")
"""The rules of HTML and of form whose severity is error."""

SENDER = {"name": "Ana Ruiz", "title": "Account Executive", "email": "ana.ruiz@northwind.com"}
SEED = 2026
SIZE = 200


class Parts(NamedTuple):
    """The labelled parts, of the held-out halves, that a kind of message is made of."""

    subjects: list[Row]
    openings: list[Row]
    sentences: list[Row]
    closings: list[Row]
    footers: list[Row]


def measure(size: int = SIZE) -> list[Measurement]:
    """Return how many of `size` promotions get an error for HTML or form, and how many of `size` personal letters do."""
    letters, promoted = personal_letters(size), promotions(size)
    return [
        _errors("letters and promotions of held-out parts", [*letters, *promoted], size, ".txt"),
        _errors("those letters with an HTML alternative", [*map(_as_mail_program_writes, letters)], size, ".eml"),
    ]


def _errors(data: str, messages: list[str], harmless: int, suffix: str) -> Measurement:
    """Return how many messages get an error; the first `harmless` of them should get none."""
    cases = dict(enumerate(messages, start=1))
    files = {f"{number}{suffix}": text for number, text in cases.items()}
    found = files_found(ERRORS, {"message": files, "recipients": readers_of(files), "plan": {"sender": SENDER}})
    return compare("SIG and HTM, errors", data, cases, {number for number in cases if number > harmless}, found)


def _as_mail_program_writes(letter: str) -> str:
    """Return the letter as mail programs send what a person types: plain text, and the same as simple HTML."""
    header, _, body = letter.partition("\n\n")
    mail = EmailMessage()
    mail["From"] = formataddr((SENDER["name"], SENDER["email"]))
    mail["Subject"] = header.removeprefix("Subject: ")
    mail.set_content(body)
    paragraphs = escape(body).split("\n\n")
    mail.add_alternative("".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs), subtype="html")
    return mail.as_string()


def personal_letters(size: int) -> list[str]:
    """Return plain-text letters, drawn from one seed, in the language of their closing."""
    parts = Parts(
        _rows("subjects", "personal"),
        _rows("greetings", "name"),
        _rows("copy", "plain"),
        _rows("signatures", "signed"),
        _rows("opt_out_texts", "offered"),
    )
    return _drawn(parts, size)


def promotions(size: int) -> list[str]:
    """Return promotions in plain text, drawn from one seed, in the language of their closing."""
    parts = Parts(
        _rows("subjects", "marketing"),
        [*_rows("greetings", "generic"), *_rows("greetings", "bare")],
        _rows("copy", "brochure"),
        _rows("signatures", "unsigned"),
        _rows("template_furniture", "furniture"),
    )
    return _drawn(parts, size)


def _rows(file: str, label: str) -> list[Row]:
    rows = [row for row in labelled(file) if row["label"] == label and is_held_out(row)]
    return [row for row in rows if row.get("sender_name", SENDER["name"]) == SENDER["name"] or label == "unsigned"]


def _drawn(parts: Parts, size: int) -> list[str]:
    random = Random(SEED)
    return [_message(parts, random) for _ in range(size)]


def _message(parts: Parts, random: Random) -> str:
    language = random.choice(["en", "en", "en", "de", "fr", "es"])
    closing = _one(parts.closings, language, random, LETTERS[language].close + "\nAna Ruiz\nNorthwind")
    sentences = [_one(parts.sentences, language, random, LETTERS[language].body) for _ in range(3)]
    lines = [_one(parts.openings, language, random, LETTERS[language].opening), " ".join(dict.fromkeys(sentences))]
    footer = _one(parts.footers, language, random, "")
    subject = _one(parts.subjects, language, random, LETTERS[language].subject)
    return f"Subject: {subject}\n\n" + "\n\n".join([*lines, closing, footer]) + "\n"


def _one(rows: list[Row], language: str, random: Random, otherwise: str) -> str:
    texts = [row["text"] for row in rows if row["language"] == language]
    return random.choice(texts) if texts else otherwise
