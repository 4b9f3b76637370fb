"""Replies that a sender should expect, as far as the plan's own data tell, and a way to answer each.

No rates are foretold. A number is one of recipients of whom the data say something, never of replies.
"""

from __future__ import annotations

from collections.abc import Iterator

from sigcheck.brief.absences import absences
from sigcheck.brief.model import LikelyReply
from sigcheck.brief.questions import ANSWERS, links_of, questions_of
from sigcheck.engine import Engine
from sigcheck.inputs.senders import SenderEntry
from sigcheck.plan import Plan

RECENT_DAYS = 90
"""Days back from the first email in which people remember an earlier one, or a colleague does; ORG002 counts so too."""

_SHOWN_ROWS = 5


def likely_replies(engine: Engine, plan: Plan, sender: SenderEntry, history: str) -> tuple[LikelyReply, ...]:
    """Return the replies that the sender's recipients may send, the desired one first."""
    return tuple(_replies(engine, plan, sender, history))


def _replies(engine: Engine, plan: Plan, sender: SenderEntry, history: str) -> Iterator[LikelyReply]:
    yield _call_to_action(engine, plan, sender)
    if plan.audience != "sales":
        yield _who_are_you(engine, plan, sender, history)
        yield _is_it_automated(engine, plan, sender)
        yield _opt_out(plan)
    yield absences(engine, sender)
    for reply in (_wrong_person(engine, sender), _colleague(engine, sender), _again(engine, sender)):
        if reply is not None:
            yield reply
    failed = _failed_delivery(engine, sender)
    if failed is not None:
        yield failed


def _call_to_action(engine: Engine, plan: Plan, sender: SenderEntry) -> LikelyReply:
    asked = [f"The message asks: {question}" for question in questions_of(engine, sender.email)]
    basis = (*asked, *(f"It leads to {link}" for link in links_of(engine, sender.email)))
    return LikelyReply(
        "A yes, or a question about what you ask for",
        None,
        basis or ("The message asks no question and leads nowhere, so that answers may be about anything.",),
        ANSWERS[plan.purpose],
    )


def _who_are_you(engine: Engine, plan: Plan, sender: SenderEntry, history: str) -> LikelyReply:
    strangers, total = engine.query(
        """
        SELECT
          count(CASE WHEN coalesce(trim(r.relationship), '') = '' AND c.row IS NULL THEN 1 END),
          count(*)
        FROM recipients AS r
        LEFT JOIN (
          SELECT DISTINCT e.row
          FROM received_emails AS e
          WHERE e.source = 'history'
            AND (e.kind = 'signature' OR e.replied)
            AND coalesce(e.sender, $sender) = $sender
        ) AS c
          ON c.row = r.row
        WHERE r.sender = $sender""",
        {"sender": sender.email},
    ).rows[0]
    known = f"Nothing says that {strangers:,} of {total:,} know you: no earlier email from you, no relationship."
    basis = [known if history == "named" else f"{known} The plan names no history that could show more."]
    why = f" Why them: {plan.relevance}" if plan.relevance else " Have a true reason ready why you write to them."
    return LikelyReply(
        "“Who are you, and where did you get my address?”",
        strangers,
        tuple(basis),
        f"Say who you are and where the address comes from, and ask whoever keeps the list if you do not know.{why}",
    )


def _is_it_automated(engine: Engine, plan: Plan, sender: SenderEntry) -> LikelyReply:
    people, variations = engine.query(
        "SELECT coalesce(sum(recipients), 0), count(*) FROM message_senders WHERE sender = $sender",
        {"sender": sender.email},
    ).rows[0]
    wordings = "one wording" if variations == 1 else f"{variations:,} variations"
    return LikelyReply(
        "“Did you write this to me, or is it a mass email?”",
        None,
        (f"{people:,} people get it in your name, in {wordings}.",),
        "Do not deny it: say that you wrote to a number of people in their place, and why theirs is one of them.",
    )


def _opt_out(plan: Plan) -> LikelyReply:
    owner = plan.opt_out.owner
    told = f"tell {owner}" if owner else "find out who keeps the lists, as the plan names nobody, and tell them"
    basis = [plan.opt_out.process] if plan.opt_out.process else ["The plan does not say what is done then."]
    return LikelyReply(
        "“Please do not write to me again”",
        None,
        (*basis, "However it is worded, and whether it is asked of you or by another way."),
        f"Thank them in one sentence without arguing, {told} the same day, and do not write to them again.",
    )


def _wrong_person(engine: Engine, sender: SenderEntry) -> LikelyReply | None:
    query = """
        SELECT reason, count(*), list_slice(list_sort(list(row)), 1, $shown)
        FROM (
          SELECT row, 'the name in the address is another person''s' AS reason
          FROM recipients
          WHERE sender = $sender AND address_name IS NOT NULL
          UNION ALL
          SELECT row, 'the address is one of a team or function, such as info@'
          FROM recipients
          WHERE sender = $sender AND is_role_address
          UNION ALL
          SELECT DISTINCT m.row, 'a note stands in the name, such as one that somebody left'
          FROM merge_values AS m
          JOIN recipients AS r
            ON r.row = m.row
          WHERE r.sender = $sender AND m.name_note IS NOT NULL
        ) AS doubtful
        GROUP BY reason
        ORDER BY reason"""
    rows = engine.query(query, {"sender": sender.email, "shown": _SHOWN_ROWS}).rows
    if not rows:
        return None
    return LikelyReply(
        "“I am not the one”, or “they have left”",
        sum(count for _, count, _ in rows),
        tuple(f"{reason[0].upper()}{reason[1:]}: {count:,} ({_rows(shown, count)})." for reason, count, shown in rows),
        "Thank them, ask who would be the right person only if they offer, and have the list put right.",
    )


def _colleague(engine: Engine, sender: SenderEntry) -> LikelyReply | None:
    in_send, people, before = engine.query(
        """
        WITH own AS (
          SELECT row, company_key, mailbox FROM recipients WHERE sender = $sender AND company_key IS NOT NULL
        ),
        in_send AS (
          SELECT company_key FROM recipients WHERE company_key IS NOT NULL
          GROUP BY company_key HAVING count(DISTINCT mailbox) > 1
        ),
        start AS (SELECT min(send_at) AS at FROM sends),
        before AS (
          SELECT DISTINCT h.company_key
          FROM history AS h
          CROSS JOIN start AS s
          WHERE h.source = 'history'
            AND h.kind = 'signature'
            AND h.sent_at >= s.at - $days * INTERVAL 1 DAY
            AND h.mailbox NOT IN (SELECT mailbox FROM own WHERE mailbox IS NOT NULL)
        )
        SELECT
          count(DISTINCT CASE WHEN i.company_key IS NOT NULL THEN o.company_key END),
          count(DISTINCT CASE WHEN i.company_key IS NOT NULL OR b.company_key IS NOT NULL THEN o.row END),
          count(DISTINCT CASE WHEN b.company_key IS NOT NULL THEN o.company_key END)
        FROM own AS o
        LEFT JOIN in_send AS i
          ON i.company_key = o.company_key
        LEFT JOIN before AS b
          ON b.company_key = o.company_key""",
        {"sender": sender.email, "days": RECENT_DAYS},
    ).rows[0]
    basis = []
    if in_send:
        basis.append(f"Companies where several people get this send: {in_send:,}.")
    if before:
        basis.append(f"Companies where somebody else had such an email in the {RECENT_DAYS} days before: {before:,}.")
    if not basis:
        return None
    return LikelyReply(
        "“You wrote to my colleague as well”",
        people,
        tuple(basis),
        "Say so before they do: name the other one, and why both. The list below says who it is.",
    )


def _again(engine: Engine, sender: SenderEntry) -> LikelyReply | None:
    people, by_others, replied = engine.query(
        """
        SELECT
          count(DISTINCT e.row),
          count(DISTINCT CASE WHEN e.sender <> $sender THEN e.row END),
          count(DISTINCT CASE WHEN e.replied THEN e.row END)
        FROM received_emails AS e
        JOIN recipients AS r
          ON r.row = e.row
        CROSS JOIN (SELECT min(send_at) AS at FROM sends) AS s
        WHERE r.sender = $sender
          AND e.source = 'history'
          AND e.kind = 'signature'
          AND e.sent_at >= s.at - $days * INTERVAL 1 DAY""",
        {"sender": sender.email, "days": RECENT_DAYS},
    ).rows[0]
    if not people:
        return None
    basis = [f"{people:,} had a signature-driven email in the {RECENT_DAYS} days before, {by_others:,} from others."]
    if replied:
        basis.append(f"{replied:,} of them answered: read what was said before they refer to it.")
    return LikelyReply(
        "“I have told you already”, or “your colleague wrote to me”",
        people,
        tuple(basis),
        "Look up the earlier conversation in the list below, go on from there, and do not begin anew.",
    )


def _failed_delivery(engine: Engine, sender: SenderEntry) -> LikelyReply | None:
    invalid, misspelled, people = engine.query(
        """
        SELECT
          count(CASE WHEN address_problem IS NOT NULL THEN 1 END),
          count(CASE WHEN meant_domain IS NOT NULL THEN 1 END),
          count(CASE WHEN address_problem IS NOT NULL OR meant_domain IS NOT NULL THEN 1 END)
        FROM recipients
        WHERE sender = $sender""",
        {"sender": sender.email},
    ).rows[0]
    if not people:
        return None
    return LikelyReply(
        "Notices that an email could not be delivered",
        people,
        (f"Addresses that are not valid: {invalid:,}; domains that look misspelled: {misspelled:,}.",),
        "Have the list put right before it is sent. Afterwards, hand the notices to whoever keeps it.",
    )


def _rows(shown: list[int], count: int) -> str:
    listed = ", ".join(str(row) for row in shown)
    return f"row{'s' if count > 1 else ''} {listed}{', …' if count > len(shown) else ''}"
