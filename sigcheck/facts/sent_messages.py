"""What an earlier email is called, and whether it was this plan's message: by its text if known, and by its subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial

from sigcheck.engine import Engine
from sigcheck.engine.sql import text
from sigcheck.facts.fact import Fact
from sigcheck.facts.merge_tags import merge_tag_spans
from sigcheck.facts.similarity import comparable_text, similarity
from sigcheck.facts.spintax import expand_spintax
from sigcheck.relations import HISTORY

MIN_TEXT_WORDS = 20
"""Words from which on a message key of the history is a text, not the name of a template."""

MIN_SUBJECT_WORDS = 4
"""Words that a subject needs besides its merge tags for one that fits it to be the same, filled in."""

_NAME = "coalesce(NULLIF(trim(campaign), ''), NULLIF(trim(subject), ''), substring(trim(message_key), 1, 60))"

_COLUMNS = {column.name: column for column in HISTORY.columns}


def sent_message_facts(engine: Engine) -> list[Fact]:
    """Return the facts `name`, `similarity` and `is_same_subject` of emails with campaign, subject and message key.

    The last two are about the likest of the variations in `messages`. Each distinct text is asked about once;
    keys and subjects are left to SQL.
    """
    messages = engine.query("SELECT subject, message_key, comparable, text FROM messages").rows
    keys = [key for _, key, _, _ in messages]
    texts = [own for _, _, comparable, visible in messages for own in (comparable, comparable_text(visible))]
    subjects = [subject for subject, _, _, _ in messages if subject]
    return [
        _decided_by_sql("name", ("campaign", "subject", "message_key"), _NAME),
        Fact(
            ("message_key",),
            (_COLUMNS["similarity"],),
            partial(_likeness, tuple(texts)),
            ask=f"length(message_key) - length(replace(message_key, ' ', '')) >= {MIN_TEXT_WORDS - 1}",
            otherwise=(f"CASE WHEN trim(message_key) IN ({', '.join(map(text, keys))}) THEN 1.0 END",),
        ),
        _decided_by_sql("is_same_subject", ("subject",), same_subject_sql("subject", subjects)),
    ]


@lru_cache(maxsize=100_000)
def _likeness(texts: tuple[str, ...], sent: str) -> tuple[float]:
    comparable = comparable_text(sent)
    return (max(similarity(comparable, own) for own in texts),)


def same_subject_sql(column: str, subjects: Iterable[str]) -> str:
    """Return an SQL condition: the subject in `column` is one of `subjects`, filled in or as it stands, case aside.

    Of a subject with merge tags, a text that fits is taken for a filled-in copy only where the words around the
    tags are so many (`MIN_SUBJECT_WORDS`) that this is no accident.
    """
    subject = f"lower(trim({column}))"
    wordings = {wording.strip() for one in subjects for wording in (one, *expand_spintax(one))}
    if not wordings:
        return "FALSE"
    known = sorted({wording.lower() for wording in wordings})
    patterns = sorted({pattern.lower() for wording in wordings for pattern in _patterns(wording)})
    tests = [f"{subject} IN ({', '.join(map(text, known))})"]
    tests += [f"{subject} LIKE {text(pattern)} ESCAPE '!'" for pattern in patterns]
    return f"coalesce({' OR '.join(tests)}, FALSE)"


def _patterns(subject: str) -> Sequence[str]:
    """Return the LIKE pattern of a subject with merge tags, `!` being the escape; empty where it is not telling."""
    spans = merge_tag_spans(subject)
    if not spans or len(comparable_text(subject).split()) < MIN_SUBJECT_WORDS:
        return ()
    pieces, position = [], 0
    for start, end in spans:
        pieces.append(subject[position:start])
        position = end
    pieces.append(subject[position:])
    escaped = (piece.replace("!", "!!").replace("%", "!%").replace("_", "!_") for piece in pieces)
    return ("%".join(escaped),)


def _decided_by_sql(name: str, inputs: tuple[str, ...], expression: str) -> Fact:
    return Fact(inputs, (_COLUMNS[name],), lambda *_: (None,), ask="FALSE", otherwise=(expression,))
