"""What a rule needs to be checkable, what is there, and what to add where it is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.plan import Plan

REASONS: Mapping[str, tuple[str, str]] = {
    "history": ("no history", "name a file of earlier sends under 'history:' (email, sent_at, kind, campaign)"),
    "history.name": ("no campaign or subject in the history", "add a column 'campaign' or 'subject' to the history"),
    "history.opened": ("no opens in the history", "add a column 'opened' to the history"),
    "branded_emails": (
        "no branded email in the history",
        "add branded email to the history, with a column 'kind' (signature or branded)",
    ),
    "suppressions": ("no suppression list", "name the lists of people who opted out under 'suppress:'"),
    "suppression_lists": ("no suppression list", "name the lists of people who opted out under 'suppress:'"),
    "suppression_lists.as_of": (
        "no date of the suppression list",
        "say when the list was made: 'suppress: [{file: …, as_of: 2026-11-30}]'",
    ),
    "plan.acknowledgement": (
        "no acknowledgement",
        "let the sender run 'sigcheck acknowledge', and name its file under 'acknowledgement:'",
    ),
    "plan.purpose": ("no purpose", "say why the email is sent under 'purpose:'"),
    "senders.title": ("no sender title", "give the sender's job title under 'sender: {title: …}'"),
    "senders.seniority": ("no seniority of the sender", "give the sender's job title under 'sender: {title: …}'"),
    "senders.away_from": (
        "no coming away dates of the sender",
        "list the sender's days off under 'sender: {away: […]}'",
    ),
    "recipients.company": ("no company in the list", "add a column 'company' to the list"),
    "recipients.company_key": ("no company in the list", "add a column 'company' to the list"),
    "recipients.first_name": ("no first name in the list", "add a column 'first name' to the list"),
    "recipients.last_name": ("no last name in the list", "add a column 'last name' to the list"),
    "recipients.full_name": ("no name in the list", "add the columns 'first name' and 'last name' to the list"),
    "recipients.person_key": ("no name in the list", "add the columns 'first name' and 'last name' to the list"),
    "recipients.owner": ("no account owner in the list", "add a column 'owner' to the list"),
    "recipients.country_code": ("no country in the list", "add a column 'country' to the list"),
    "recipients.country": ("no country in the list", "add a column 'country' to the list"),
    "recipients.user_group": ("no user group in the list", "add a column 'user group' to the list"),
}
"""What a rule needs → why it cannot be checked without, and what makes it checkable."""

ON_PURPOSE = {
    "history": "history",
    "branded_emails": "history",
    "suppressions": "suppress",
    "suppression_lists": "suppress",
}
"""Relation → key of the plan whose `none` says on purpose that there is nothing."""


def missing_needs(engine: Engine, needs: Iterable[str]) -> frozenset[str]:
    """Return those needs (`relation` or `relation.column`) that are absent, empty or all NULL."""
    wanted = sorted(set(needs))
    known = {relation: {name.lower() for name in engine.columns(relation)} for relation in _relations(wanted)}
    absent = {need for need in wanted if not _exists(need, known)}
    there = [need for need in wanted if need not in absent]
    if not there:
        return frozenset(absent)
    tests = ", ".join(f"EXISTS (SELECT 1 FROM {_source(need)})" for need in there)
    answers = engine.query(f"SELECT {tests}").rows[0]
    return frozenset(absent | {need for need, is_there in zip(there, answers, strict=True) if not is_there})


def reason_of(need: str) -> tuple[str, str]:
    """Return why a rule cannot be checked without `need`, and what to add."""
    if need in REASONS:
        return REASONS[need]
    relation, _, column = need.partition(".")
    if relation in REASONS:
        return REASONS[relation]
    if relation == "recipients":
        return f"no {column.replace('_', ' ')} in the list", f"add a column '{column.replace('_', ' ')}' to the list"
    return f"no {column or relation}".replace("_", " "), f"add {need} to the plan"


def is_absent_on_purpose(need: str, plan: Plan) -> bool:
    """Return whether the plan says `none` of what is needed."""
    key = ON_PURPOSE.get(need.partition(".")[0])
    return key is not None and getattr(plan, key) == "none"


def _relations(needs: Iterable[str]) -> set[str]:
    return {need.partition(".")[0] for need in needs}


def _exists(need: str, known: Mapping[str, set[str]]) -> bool:
    relation, _, column = need.partition(".")
    return bool(known[relation]) and (not column or column.lower() in known[relation])


def _source(need: str) -> str:
    """Return what has to have a row.

    Emails that other plans would send are no history, unless the plan says that there is none: then they are all.
    """
    relation, _, column = need.partition(".")
    conditions = [f"{quoted(column)} IS NOT NULL"] if column else []
    conditions += ["(source <> 'plan' OR (SELECT history FROM plan) = 'none')"] if relation == "history" else []
    return f"{relation} WHERE {' AND '.join(conditions)}" if conditions else relation
