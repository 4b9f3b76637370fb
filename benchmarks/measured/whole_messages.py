"""The rules of form and HTML on whole messages: personal letters and promotions, put together from labelled parts."""

from __future__ import annotations

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
    messages = {number: text for number, text in enumerate([*personal_letters(size), *promotions(size)], start=1)}
    files = {f"{number}.txt": text for number, text in messages.items()}
    found = files_found(ERRORS, {"message": files, "recipients": readers_of(files), "plan": {"sender": SENDER}})
    wrong = set(range(size + 1, 2 * size + 1))
    return [compare("SIG and HTM, errors", "letters and promotions of held-out parts", messages, wrong, found)]


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
