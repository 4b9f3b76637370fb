"""The facts of `history`: the mailbox behind each address, its company, and whether it was this plan's message."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sigcheck.engine import Engine
from sigcheck.facts.addresses import is_own_mailbox_sql, mailbox
from sigcheck.facts.company_facts import COMPANY_DOMAIN_SQL, add_host_facts, has_many
from sigcheck.facts.fact import Fact, Lookup
from sigcheck.facts.sent_messages import sent_message_facts
from sigcheck.relations import HISTORY, RECEIVED_EMAILS, Column

_DERIVED = ("mailbox", "company_key", "name", "similarity", "is_same_subject")

_MAILBOX = Fact(
    inputs=("unlike_mailbox",),
    outputs=(Column("mailbox", "VARCHAR", "the mailbox behind the address"),),
    compute=lambda address: (mailbox(address),),
    ask="unlike_mailbox IS NOT NULL",
    otherwise=("like_mailbox",),
)


def add_history_facts(engine: Engine, files: Collection[str], same: Mapping[str, str]) -> None:
    """Create `history`, `branded_emails` and `received_emails` from `sent`, then forget the `files` it was read from.

    `same` holds columns of `history` that have one value throughout. The emails are written down once, as the files
    have them; `history` derives the rest whenever it is asked for, and only `received_emails`, which most rules are
    about, is written down too. A domain of the list belongs to its company there; any other is a company of its own.
    """
    if not files:
        engine.create(HISTORY.name, HISTORY.columns, [])
        _add_branded_emails(engine)
        engine.create(RECEIVED_EMAILS.name, RECEIVED_EMAILS.columns, [])
        return
    _keep_emails(engine, [name for name in HISTORY.column_names if name not in _DERIVED and name not in same])
    engine.drop("sent", *files)
    engine.add_facts("sent_emails", "sent_mailboxes", [_MAILBOX], lazy=True)
    known = ", ".join([f"{literal} AS {name}" for name, literal in same.items()])
    engine.define_view(
        "sent_addresses",
        f"""
        SELECT *, NULLIF(split_part(mailbox, '@', 2), '') AS email_domain{known and f", {known}"}
        FROM sent_mailboxes""",
    )
    _add_companies(engine)
    companies = Lookup("sent_companies", ("email_domain",), ("company_key",))
    engine.add_facts("sent_addresses", "sent_history", sent_message_facts(engine), [companies], lazy=True)
    engine.define_view(HISTORY.name, f"SELECT {', '.join(HISTORY.column_names)} FROM sent_history")
    _add_branded_emails(engine)
    received = ", ".join(f"h.{name}" for name in RECEIVED_EMAILS.column_names if name != "row")
    engine.define(
        RECEIVED_EMAILS.name,
        f"SELECT r.row, {received} FROM history AS h JOIN recipients AS r ON r.mailbox = h.mailbox",
    )


def _keep_emails(engine: Engine, columns: Collection[str]) -> None:
    """Write down the emails: an address that is its own mailbox, as most are, apart from those to be asked about."""
    is_own = is_own_mailbox_sql("email")
    engine.define(
        "sent_emails",
        f"""
        SELECT
          CASE WHEN {is_own} THEN email END AS like_mailbox,
          CASE WHEN NOT ({is_own}) THEN email END AS unlike_mailbox,
          {", ".join(columns)}
        FROM sent
        WHERE email IS NOT NULL""",
    )


def _add_companies(engine: Engine) -> None:
    engine.define("sent_domains", "SELECT DISTINCT email_domain FROM sent_addresses")
    add_host_facts(engine, "sent_domains", "sent_domain_facts", [], are_many=has_many(engine, "sent_domains"))
    engine.define(
        "sent_companies",
        f"""
        SELECT d.email_domain, coalesce(k.company_key, d.company_domain) AS company_key
        FROM (SELECT email_domain, {COMPANY_DOMAIN_SQL} AS company_domain FROM sent_domain_facts) AS d
        LEFT JOIN (
          SELECT company_domain, min(company_key) AS company_key
          FROM company_groups
          WHERE company_domain IS NOT NULL
          GROUP BY company_domain
        ) AS k
          ON k.company_domain = d.company_domain""",
    )
    engine.drop("sent_domains", "sent_domain_facts")


def _add_branded_emails(engine: Engine) -> None:
    engine.define_view(
        "branded_emails", "SELECT mailbox, sent_at FROM history WHERE kind = 'branded' AND sent_at IS NOT NULL"
    )
