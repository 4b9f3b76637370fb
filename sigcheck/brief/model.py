"""What a brief holds; the formats print it and decide nothing."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from sigcheck.inputs.senders import SenderEntry
from sigcheck.preview import Preview, PreviewTime


class Person(NamedTuple):
    """A recipient: who, when, and what went before.

    `times` is how many emails the schedule holds for this row, `time` the first of them. `emails` counts the earlier
    signature-driven emails to this person, by whomever; the last was sent at `last_at` (UTC) by `last_by`.
    """

    row: int
    name: str | None
    email: str
    title: str | None
    company: str | None
    company_key: str | None
    country: str | None
    variant: str | None
    time: PreviewTime
    times: int
    emails: int
    last_at: datetime | None
    last_by: str | None
    has_replied: bool


class Others(NamedTuple):
    """Who else at a company was or will be written to, signature-driven: people who are not the sender's recipients.

    `in_send` people get this send from the senders in `senders`. `people` had `emails` before, the last at `last_at`
    (UTC), to `last_to`, by `last_by`. `excluded` people are on a list of those whom the send must not reach.
    """

    in_send: int = 0
    senders: tuple[str, ...] = ()
    people: int = 0
    emails: int = 0
    last_at: datetime | None = None
    last_to: str | None = None
    last_by: str | None = None
    excluded: int = 0


class Company(NamedTuple):
    """A company, the first of the sender's recipients there, how many they are, and who else was written to.

    `label` is None for all those of whom no company is known.
    """

    label: str | None
    people: tuple[Person, ...]
    recipients: int
    others: Others


class Audience(NamedTuple):
    """Who gets the email: figures over all of the sender's recipients, and the first companies by name.

    `first_day` and `last_day` are local days of recipients. `with_others` companies are ones where somebody else was
    or will be written to.
    """

    recipients: int
    companies: int
    first_day: date | None
    last_day: date | None
    with_others: int
    listed: tuple[Company, ...]


class Variation(NamedTuple):
    """A variation of the message, how many get it, and the email as one of them does."""

    recipients: int
    preview: Preview


class OptOutWay(NamedTuple):
    """A way out that a variation offers: its words or its link."""

    variant: str
    kind: str
    text: str


class HonouredList(NamedTuple):
    """A list of people who opted out, and are not to be written to."""

    file: str
    source: str | None
    scope: str
    entries: int
    as_of: datetime | None


class OptOuts(NamedTuple):
    """How people opt out, who sees to it, and which lists count; `without` are variations that offer no way."""

    ways: tuple[OptOutWay, ...]
    without: tuple[str, ...]
    owner: str | None
    process: str | None
    systems: tuple[str, ...]
    lists: tuple[HonouredList, ...]
    excluded: tuple[str, ...]


class LikelyReply(NamedTuple):
    """A reply to expect: what the data say of it, how many recipients that is about, and how to answer.

    `recipients` is None where the data give no number.
    """

    title: str
    recipients: int | None
    basis: tuple[str, ...]
    answer: str


class Earlier(NamedTuple):
    """What the history says of signature-driven emails that were sent before, and how many of them were answered.

    `by_sender` is true where these are the sender's own. The counts are of emails of which it is known.
    """

    emails: int
    replied: int
    by_sender: bool


class Word(NamedTuple):
    """The sender's acknowledgement: when (UTC), and what changed since; `file` is None where the plan names none."""

    file: str | None
    at: datetime | None
    changes: str | None


class Brief(NamedTuple):
    """All that a sender has to know. `everyone` is filled only where all recipients were asked for, one by one.

    `history` says what the plan says of it: named, none (on purpose) or missing.
    """

    plan: str
    name: str
    purpose: str | None
    relevance: str | None
    sender: SenderEntry
    replies_to: tuple[str, ...]
    timezone: str
    is_redacted: bool
    word: Word
    history: str
    earlier: Earlier | None
    audience: Audience
    variations: tuple[Variation, ...]
    opt_outs: OptOuts
    replies: tuple[LikelyReply, ...]
    everyone: tuple[tuple[Person, Others], ...] = ()
