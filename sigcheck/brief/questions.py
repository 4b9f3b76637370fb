"""What a message asks its readers for, and what a sender should have at hand for their answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby

from sigcheck.engine import Engine
from sigcheck.plan.section import Purpose

SHOWN_QUESTIONS = 6
"""Questions that a brief repeats."""

SHOWN_LINKS = 3

ANSWERS: Mapping[Purpose | None, str] = {
    "introduction": "Have two sentences at hand on what you do for people like them, and the next step you suggest.",
    "meeting-request": "Have two or three times at hand, named in their time zone, and send the invitation at once.",
    "follow-up": "Have at hand what was said before, by whom and when, and what you promised then.",
    "event-invitation": "Have date, place, length, cost and the way to register at hand, and know who is the host.",
    "content-offer": "Have the piece itself at hand and send it in the answer, without a form in between.",
    "renewal": "Have the contract's date, price, notice period and what changes at hand, and who may agree to terms.",
    "announcement": "Know what changes, for whom and from when, and whom to ask for what you do not know.",
    "survey": "Know how long it takes, what becomes of the answers, and whether they can be traced to a person.",
    "promotion": "Have the terms, the last day and the price without the offer at hand.",
    "newsletter": "Know where one subscribes and stops, and who writes it.",
    "internal-update": "Know where it is written down in full, and whom to ask.",
    None: "Have an answer at hand to each question that the message asks. The plan does not say what it is for.",
}
"""Purpose of a plan → what to have ready."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+")


def questions_of(engine: Engine, sender: str) -> tuple[str, ...]:
    """Return the questions in the bodies of the sender's variations, each once, merge tags as written.

    A paragraph that offers a way to opt out counts only where no other asks anything.
    """
    rows = engine.query(
        """
        SELECT l.variant, l.text, o.line IS NOT NULL
        FROM message_lines AS l
        JOIN message_senders AS m
          ON m.variant = l.variant
        LEFT JOIN (SELECT DISTINCT variant, line FROM opt_outs) AS o
          ON o.variant = l.variant AND o.line = l.line
        WHERE m.sender = $sender
          AND l.part = 'body'
        ORDER BY l.variant, l.line""",
        {"sender": sender},
    ).rows
    found: dict[bool, dict[str, None]] = {False: {}, True: {}}
    for (_, is_blank), lines in groupby(rows, key=lambda row: (row[0], not row[1].strip())):
        if not is_blank:
            paragraph = list(lines)
            text = " ".join(" ".join(line.split()) for _, line, _ in paragraph)
            questions = [sentence for sentence in _SENTENCE_END.split(text) if sentence.rstrip("\"'”’»)").endswith("?")]
            found[any(is_opt_out for *_, is_opt_out in paragraph)].update(dict.fromkeys(questions))
    return tuple(found[False] or found[True])[:SHOWN_QUESTIONS]


def links_of(engine: Engine, sender: str) -> tuple[str, ...]:
    """Return the first web addresses that the sender's variations lead to, as written, but for ways to opt out."""
    rows = engine.query(
        """
        SELECT l.url, min(l.line)
        FROM links AS l
        JOIN message_senders AS m
          ON m.variant = l.variant
        WHERE m.sender = $sender
          AND l.scheme IN ('http', 'https')
          AND l.part IN ('body', 'html')
          AND NOT coalesce(l.is_opt_out, FALSE)
        GROUP BY l.url
        ORDER BY 2, 1""",
        {"sender": sender},
        limit=SHOWN_LINKS,
    ).rows
    return tuple(url for url, _ in rows)
