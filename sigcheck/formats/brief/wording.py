"""What a brief says, as plain text: rows and notes that each format shows in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sigcheck.brief.model import Brief, Company, LikelyReply, OptOuts, Others, Person
from sigcheck.formats.plain_text import counted
from sigcheck.formats.send_times import clock, day, zone

NOTHING = "–"

PEOPLE_HEADER = ("Company", "Person", "Address", "Title", "Gets it (their time)", "Time zone", "Variation", "Before")
OTHERS_HEADER = ("Company", "Also gets this send", "Had emails before", "Last of these", "Excluded from this send")


def confidential(brief: Brief) -> str:
    """Return for whom the brief is, and what it holds of others."""
    if brief.is_redacted:
        return "Names and addresses of recipients are masked in this copy."
    people = people_count(brief.audience.recipients)
    return f"For {brief.sender.name} alone: it names {people}. Pass it on only to those who answer in your place."


def people_count(number: int) -> str:
    """Return a number of people in words."""
    return "1 person" if number == 1 else f"{number:,} people"


def facts(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield what is sent in one's name, a label and a text each."""
    sender, audience = brief.sender, brief.audience
    yield "In your name", f"{sender.name}{f', {sender.title}' if sender.title else ''} <{sender.email}>"
    yield "Purpose", brief.purpose or "the plan does not say"
    yield "Recipients", f"{people_count(audience.recipients)} at {_companies(audience.companies)}"
    yield "When", _when(brief)
    yield "Why these people", brief.relevance or "the plan does not say"
    yield "Replies go to", ", ".join(brief.replies_to) or "wherever the sending tool puts them"
    if sender.delegate:
        yield "In your place answers", sender.delegate
    yield "Earlier emails", _earlier(brief)
    yield "Your acknowledgement", _word(brief)


def _companies(number: int) -> str:
    return "1 company" if number == 1 else f"{number:,} companies"


def _when(brief: Brief) -> str:
    first, last = brief.audience.first_day, brief.audience.last_day
    if first is None or last is None:
        return "at no time that can be read"
    return f"{day(first)}, by their clocks" if first == last else f"{day(first)} to {day(last)}, by their clocks"


def _earlier(brief: Brief) -> str:
    if brief.earlier is None:
        return {
            "named": "the history does not say whether any were answered",
            "none": "none, as the plan says",
        }.get(brief.history, "not known: the plan names no history")
    whose = "of yours" if brief.earlier.by_sender else "of all senders, as none is yours"
    emails = counted(brief.earlier.emails, "signature-driven email")
    return f"{brief.earlier.replied:,} of {emails} {whose} in the history were answered"


def _word(brief: Brief) -> str:
    word = brief.word
    if word.at is not None:
        since = f"but changed since: {word.changes}" if word.changes else "and nothing has changed since"
        return f"given on {_moment(word.at)}, {since}"
    if word.file is None:
        return "the plan names no file for it: add 'acknowledgement: plan.ack.yaml'"
    return f"not given. When you have read this: sigcheck acknowledge {brief.plan} --as {brief.sender.email}"


def _moment(at: datetime) -> str:
    return f"{day(at)} {at:%H:%M} UTC"


def opt_out_facts(opt_outs: OptOuts) -> Iterator[tuple[str, str]]:
    """Yield how people opt out and what becomes of it, a label and a text each."""
    for way in opt_outs.ways:
        yield f"In variation '{way.variant}'", f"“{way.text}” ({_KINDS.get(way.kind, way.kind)})"
    for variant in opt_outs.without:
        yield f"In variation '{variant}'", "no way to opt out was found"
    yield "Who sees to it", opt_outs.owner or "the plan names nobody"
    yield "What is done", opt_outs.process or "the plan does not say"
    yield "Systems", ", ".join(opt_outs.systems) or "the plan names none"
    for one in opt_outs.lists:
        only = "" if one.scope == "all" else f", who opted out of {one.scope}"
        made = f", as of {_moment(one.as_of)}" if one.as_of else ""
        of = f" of {one.source}" if one.source else ""
        yield (
            "List honoured",
            f"{one.file}{of}: {counted(one.entries, 'entry').replace('entrys', 'entries')}{only}{made}",
        )
    if not opt_outs.lists:
        yield "Lists honoured", "the plan names none"
    for file in opt_outs.excluded:
        yield "Not to be reached", file


_KINDS = {"prose": "in the text", "link": "a link", "mailto": "an address", "tag": "put in by the sending tool"}


def reply_title(reply: LikelyReply) -> str:
    """Return a likely reply with the number of recipients that the data name."""
    return reply.title if reply.recipients is None else f"{reply.title} ({people_count(reply.recipients)})"


def company_rows(company: Company) -> Iterator[tuple[str, ...]]:
    """Yield a company's recipients as cells under `PEOPLE_HEADER`, the company's name in the first row."""
    label = company.label or "No company known"
    for number, person in enumerate(company.people):
        yield (label if number == 0 else "", *_person_cells(person))
    more = company.recipients - len(company.people)
    if more:
        yield ("", f"… and {more:,} more", *[""] * 6)


def _person_cells(person: Person) -> tuple[str, ...]:
    time = clock(person.time) + (f", and {person.times - 1} times more" if person.times > 1 else "")
    odd = person.time.problem or person.time.holiday
    return (
        person.name or NOTHING,
        person.email or NOTHING,
        person.title or NOTHING,
        f"{time} ({odd})" if odd else time,
        zone(person.time),
        person.variant or NOTHING,
        _before(person),
    )


def _before(person: Person) -> str:
    if not person.emails:
        return NOTHING
    last = f", last {day(person.last_at)}" if person.last_at else ""
    by = f" by {person.last_by}" if person.last_by else ""
    answered = " (answered)" if person.has_replied else ""
    return f"{counted(person.emails, 'email')}{answered}{last}{by}"


def unlisted(brief: Brief) -> str:
    """Return what the list leaves out; empty where it holds all."""
    listed = sum(company.label is not None for company in brief.audience.listed)
    more = brief.audience.companies - listed
    if more <= 0:
        return ""
    return f"… and {_companies(more)} more. All recipients are in the CSV: sigcheck brief {brief.plan} --format csv"


def others_rows(brief: Brief) -> Iterator[tuple[str, ...]]:
    """Yield the listed companies where somebody else was or will be written to, as cells under `OTHERS_HEADER`."""
    for company in brief.audience.listed:
        if company.others != Others():
            yield (company.label or "", *others_cells(company.others))


def others_unlisted(brief: Brief) -> str:
    """Return how many companies the list of others leaves out; empty where it holds all."""
    more = brief.audience.with_others - sum(company.others != Others() for company in brief.audience.listed)
    return f"… and at {_companies(more)} more, which the CSV has." if more > 0 else ""


def others_cells(others: Others) -> tuple[str, ...]:
    """Return who else at a company is written to, as the last cells under `OTHERS_HEADER`."""
    by = f", from {', '.join(others.senders)}" if others.senders else ""
    last = f"{day(others.last_at)}" if others.last_at else NOTHING
    last += f" to {others.last_to}" if others.last_to else ""
    last += f" by {others.last_by}" if others.last_by else ""
    emails = f"{people_count(others.people)}, {counted(others.emails, 'email')}"
    return (
        f"{people_count(others.in_send)}{by}" if others.in_send else NOTHING,
        emails if others.people else NOTHING,
        last,
        people_count(others.excluded) if others.excluded else NOTHING,
    )


def others_note(brief: Brief) -> str:
    """Return at how many companies somebody else is written to, and what this rests on."""
    audience = brief.audience
    text = f"At {audience.with_others:,} of {_companies(audience.companies)} somebody else was or will be written to."
    if brief.history != "named":
        text += " The plan names no history: earlier emails to colleagues are not known."
    return text
