"""What is sent when, and what was sent before."""

from __future__ import annotations

from sigcheck.relations.schema import relation

SENDS = relation(
    "sends",
    "a recipient × a send time",
    ("row", "INTEGER", "row of the recipient"),
    ("variant", "VARCHAR", "variation of the message"),
    ("sender", "VARCHAR", "address of the sender, lower case"),
    ("occurrence", "INTEGER", "number of the repetition, from 1"),
    ("send_at", "TIMESTAMP", "when it is sent (UTC); NULL where the time cannot be read"),
    ("time_problem", "VARCHAR", "why the time cannot be read or does not exist; NULL where it is sound"),
    ("local_at", "TIMESTAMP", "local time of the recipient; where several zones are possible, the earliest"),
    ("local_date", "DATE", "local date"),
    ("local_minute", "INTEGER", "minutes after local midnight"),
    ("latest_local_at", "TIMESTAMP", "as local_at, in the latest of the possible zones; else the same"),
    ("latest_local_minute", "INTEGER", "minutes after midnight there"),
    ("weekday", "INTEGER", "ISO weekday there: Monday is 1"),
    ("is_workday", "BOOLEAN", "neither weekend nor public holiday there"),
    ("holiday", "VARCHAR", "name of the public holiday there; NULL where none"),
    ("zones", "VARCHAR", "time zones the recipient may be in, joined by a space; one where it is known"),
    ("country_code", "VARCHAR", "ISO 3166 code of the recipient's country; NULL where unknown"),
    ("timezone_source", "VARCHAR", "timezone, region, country or plan: what the zone rests on"),
)

SEND_STARTS = relation(
    "send_starts",
    "the start of a send: of each occurrence of the plan's schedule, or of a campaign of the history on a day",
    ("source", "VARCHAR", "plan or history"),
    ("campaign", "VARCHAR", "name of the campaign"),
    ("starts_at", "TIMESTAMP", "when the first signature-driven email of it goes or went out (UTC)"),
    ("local_at", "TIMESTAMP", "the same by the clock of the schedule's time zone"),
)

HISTORY = relation(
    "history",
    "an earlier email, or one that another of the given plans would send",
    ("mailbox", "VARCHAR", "the mailbox behind the address, as in recipients"),
    ("company_key", "VARCHAR", "the company, as in recipients"),
    ("sent_at", "TIMESTAMP", "when it was sent (UTC); NULL for people on an exclude list"),
    ("kind", "VARCHAR", "signature or branded; signature where the file does not say"),
    ("campaign", "VARCHAR", "name of the campaign"),
    ("sender", "VARCHAR", "address of the sender, lower case"),
    ("subject", "VARCHAR", "subject line"),
    ("message_key", "VARCHAR", "digest or text that tells messages apart, where the file has one"),
    ("opened", "BOOLEAN", "it was opened"),
    ("clicked", "BOOLEAN", "a link was clicked"),
    ("replied", "BOOLEAN", "it was answered"),
    ("source", "VARCHAR", "history, plan (another plan given) or exclude"),
    ("file", "VARCHAR", "file it comes from"),
    ("name", "VARCHAR", "what to call it: its campaign, else its subject, else its message key, shortened"),
    ("similarity", "DOUBLE", "likeness of its text to the likest variation, 0 to 1; NULL where the file has no text"),
    ("is_same_subject", "BOOLEAN", "its subject is that of a variation, filled in or not"),
)

_ABOUT_THE_PERSON = ("mailbox", "company_key")

BRANDED_EMAILS = relation(
    "branded_emails",
    "an earlier email that was branded, not signature-driven: those of `history`",
    ("mailbox", "VARCHAR", "the mailbox behind the address, as in recipients"),
    ("sent_at", "TIMESTAMP", "when it was sent (UTC)"),
)

RECEIVED_EMAILS = relation(
    "received_emails",
    "an email of `history` to a person of the list, once for each row of that person",
    ("row", "INTEGER", "row of the recipient"),
    *(column for column in HISTORY.columns if column.name not in _ABOUT_THE_PERSON),
)
