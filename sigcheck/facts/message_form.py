"""The form of a message: what makes it read as one person's letter to another, or as marketing."""

from __future__ import annotations

from typing import NamedTuple

from sigcheck.facts.greetings import greeting_form
from sigcheck.facts.prose import folded_words, opening_of
from sigcheck.facts.subject_marks import subject_length, subject_marks
from sigcheck.inputs.message_types import Message


class MessageForm(NamedTuple):
    """The columns of `messages` about its form, in their order; see the data model for what each holds."""

    subject_length: int | None
    subject_marks: str | None
    greeting_form: str | None
    signature_words: str | None
    opening: str | None


def message_form(message: Message, language: str | None) -> MessageForm:
    """Return the form of a message written in `language` (two-letter code; None where unknown)."""
    subject = (message.subject or "").strip()
    return MessageForm(
        subject_length=subject_length(subject) if subject else None,
        subject_marks=", ".join(subject_marks(subject, language)) or None,
        greeting_form=greeting_form(message.greeting),
        signature_words=folded_words(message.signature) if message.signature else None,
        opening=opening_of(_body(message)),
    )


def _body(message: Message) -> str:
    """Return the text below the greeting; a greeting that prose follows on its line stands in the body, and goes."""
    text = "\n".join(line.text for line in message.lines if line.part == "body").strip()
    return text.removeprefix(message.greeting or "").lstrip(" ,–—-")
