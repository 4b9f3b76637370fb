"""The facts of `history`: the mailbox behind each address, its company, and whether it was this plan's message."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sigcheck.engine import Engine
from sigcheck.facts.addresses import is_own_mailbox_sql, mailbox
from sigcheck.facts.company_facts import COMPANY_DOMAIN_SQL, add_host_facts, has_many
from sigcheck.facts.fact import Fact, Lookup
from sigcheck.facts.sent_messages import sent_message_facts
from sigcheck.inputs.history import HistoryFiles
from sigcheck.relations import HISTORY, RECEIVED_EMAILS, Column

_DERIVED = ("mailbox", "company_key", "name", "similarity", "is_same_subject")

_MAILBOX = Fact(
    inputs=("unlike_mailbox",),
    outputs=(Column("mailbox", "VARCHAR", "the mailbox behind the address"),),
    compute=lambda address: (mailbox(address),),
    ask="unlike_mailbox IS NOT NULL",
    otherwise=("like_mailbox",),
)


def add_history_facts(engine: Engine, history: HistoryFiles, emails: Path | None = None) -> None:
    """Create `history`, `branded_emails` and `received_emails` from `sent`, then forget the files it was read from.

    The emails are written down once, as the files have them (or restored from a file of `emails`, which `keep_emails`
    wrote), and once more by the rows of the list that got them; the rest is derived whenever it is asked for. A domain
    of the list belongs to its company there; any other is a company of its own.
    """
    same = history.same
    if not history.files:
        engine.create(HISTORY.name, HISTORY.columns, [])
        engine.define_view("sent_messages", "SELECT * FROM history")
        _add_branded_emails(engine)
        engine.create(RECEIVED_EMAILS.name, RECEIVED_EMAILS.columns, [])
        return
    written = [name for name in HISTORY.column_names if name not in _DERIVED and name not in same]
    facts = sent_message_facts(engine)
    if emails is not None:
        engine.restore("sent_emails", emails)
    else:
        _write_emails(engine, written)
        engine.drop("sent", *(file.relation for file in history.files))
    engine.add_facts("sent_emails", "sent_mailboxes", [_MAILBOX], lazy=True)
    _add_same(engine, "sent_mailboxes", "sent_addresses", same)
    engine.add_facts("sent_addresses", "sent_messages", facts, lazy=True)
    _add_branded_emails(engine)
    _add_received_emails(engine, written, same, facts)
    engine.define_view(
        "sent_to_domains", "SELECT *, NULLIF(split_part(mailbox, '@', 2), '') AS email_domain FROM sent_messages"
    )
    _add_companies(engine)
    companies = Lookup("sent_companies", ("email_domain",), ("company_key",))
    engine.add_facts("sent_to_domains", "sent_history", [], [companies], lazy=True)
    engine.define_derived(HISTORY.name, f"SELECT {', '.join(HISTORY.column_names)} FROM sent_history")


def _add_same(engine: Engine, source: str, target: str, same: Mapping[str, str]) -> None:
    """Create `target`: `source` with the columns that have one value throughout."""
    known = "".join(f", {literal} AS {name}" for name, literal in same.items())
    engine.define_view(target, f"SELECT *{known} FROM {source}")


def _add_received_emails(
    engine: Engine, written: Collection[str], same: Mapping[str, str], facts: Sequence[Fact]
) -> None:
    columns = ", ".join(f"m.{name}" for name in written)
    engine.define(
        "received",
        f"SELECT r.row, {columns} FROM sent_mailboxes AS m JOIN recipients AS r ON r.mailbox = m.mailbox",
    )
    _add_same(engine, "received", "received_as_sent", same)
    engine.add_facts("received_as_sent", "received_messages", facts, lazy=True)
    engine.define_derived(
        RECEIVED_EMAILS.name, f"SELECT {', '.join(RECEIVED_EMAILS.column_names)} FROM received_messages"
    )


def keep_emails(engine: Engine, path: Path) -> None:
    """Write the emails of the history to a Parquet file, from which another engine restores them."""
    engine.export("SELECT * FROM sent_emails", path)


def _write_emails(engine: Engine, columns: Collection[str]) -> None:
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
    engine.define("sent_domains", "SELECT DISTINCT email_domain FROM sent_to_domains")
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
        "branded_emails", "SELECT mailbox, sent_at FROM sent_messages WHERE kind = 'branded' AND sent_at IS NOT NULL"
    )
