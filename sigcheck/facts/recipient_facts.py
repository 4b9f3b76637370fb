"""The facts of `recipients` and the SQL behind them: which values are asked about, and where SQL decides."""

from __future__ import annotations

from sigcheck.engine import Engine
from sigcheck.engine.sql import text
from sigcheck.facts.address_kinds import is_role_local_part, may_be_role_sql
from sigcheck.facts.addresses import PLAIN_ADDRESS, address_problem
from sigcheck.facts.company_groups import COMPANY_LOOKUP, group_companies
from sigcheck.facts.domain_slips import domain_slip_fact
from sigcheck.facts.fact import Fact, Lookup
from sigcheck.facts.mailboxes import MAILBOX_FACT
from sigcheck.facts.name_fields import ASK_ABOUT_ADDRESS, address_name
from sigcheck.facts.names import person_key
from sigcheck.facts.places import place
from sigcheck.facts.plain_names import plain_person_key_sql
from sigcheck.facts.titles import seniority
from sigcheck.inputs.senders import Senders
from sigcheck.relations import RECIPIENT_FACTS, RECIPIENTS, Column

_COLUMNS = {column.name: column for column in (*RECIPIENTS.columns, *RECIPIENT_FACTS)}


MANY_ROWS = 5_000
"""Rows from which on it pays to have SQL sort out what is plain, by expressions of several hundred words."""


def add_recipient_facts(engine: Engine, default_zone: str, senders: Senders, match: str | None, rows: int) -> None:
    """Create `recipients` from `list`: the same rows with `sender` and all facts.

    `match` is the list's column that chooses the sender; None where there is one sender for all. `rows` is how
    long the list is.
    """
    engine.add_facts("list", "list_mailboxes", [MAILBOX_FACT], lazy=True)
    engine.define(
        "list_addresses",
        """
        SELECT *,
          lower(trim(email)) AS address,
          NULLIF(split_part(lower(trim(email)), '@', -1), '') AS email_domain,
          split_part(lower(trim(email)), '@', 1) AS local_part
        FROM list_mailboxes""",
    )
    engine.drop("list_mailboxes", "list", "list_file")
    engine.define(
        "repeated_mailboxes",
        """
        SELECT mailbox, min(row) AS mailbox_row
        FROM list_addresses
        WHERE mailbox IS NOT NULL
        GROUP BY mailbox
        HAVING count(*) > 1""",
    )
    group_companies(engine, "list_addresses")
    engine.add_facts(
        "list_addresses",
        "recipients",
        [
            sender_fact(senders, match),
            domain_slip_fact(engine, "list_addresses", _outputs("meant_domain", "means_mailbox_provider")),
            *_facts(default_zone, are_many=rows > MANY_ROWS),
        ],
        [COMPANY_LOOKUP, Lookup("repeated_mailboxes", ("mailbox",), ("mailbox_row",), otherwise="row")],
    )
    engine.drop("list_addresses", "repeated_mailboxes")


def sender_fact(senders: Senders, match: str | None) -> Fact:
    """Return the fact `sender`: whom the list's column `match` names, or the one sender for all."""
    if match is None:
        (only,) = senders.entries
        return Fact(("email",), _outputs("sender"), lambda _: (None,), ask="FALSE", otherwise=(text(only.email),))
    return Fact((match,), _outputs("sender"), lambda value: (senders.address_for(str(value)),))


def _facts(default_zone: str, *, are_many: bool) -> list[Fact]:
    nowhere = ("NULL", "NULL", text(default_zone), "'plan'")
    return [
        Fact(
            ("email",),
            _outputs("address_problem"),
            lambda address: (address_problem(address.strip()),),
            ask=f"NOT regexp_full_match(email, {text(PLAIN_ADDRESS)})",
        ),
        Fact(
            ("local_part",),
            _outputs("is_role_address"),
            lambda local: (is_role_local_part(local),),
            ask=may_be_role_sql("local_part") if are_many else "TRUE",
            otherwise=("local_part IS NOT NULL AND FALSE",),
        ),
        _person_key_fact(are_many=are_many),
        Fact(
            ("local_part", "first_name", "last_name"),
            _outputs("address_name"),
            lambda *names: (address_name(*names),),
            ask=ASK_ABOUT_ADDRESS,
        ),
        Fact(
            ("owner",),
            _outputs("owner_key"),
            lambda owner: (person_key(owner),),
            ask="NOT regexp_matches(owner, '[@0-9]')",
        ),
        Fact(("title",), _outputs("seniority"), lambda title: (seniority(title),)),
        Fact(
            ("timezone", "country", "region", "city"),
            _outputs("country_code", "region_code", "zones", "timezone_source"),
            lambda zone, country, region, city: _place(zone, country, region, city, default_zone),
            otherwise=nowhere,
            ask="coalesce(timezone, country, region, city) IS NOT NULL",
        ),
    ]


def _person_key_fact(*, are_many: bool) -> Fact:
    condition, key = plain_person_key_sql("full_name") if are_many else ("FALSE", "NULL")
    return Fact(
        ("full_name",),
        _outputs("person_key"),
        lambda name: (person_key(name),),
        ask=f"NOT ({condition})",
        otherwise=(key,),
    )


def _place(
    zone: str | None, country: str | None, region: str | None, city: str | None, default_zone: str
) -> tuple[str | None, str | None, str, str]:
    found = place(zone, country, region, city, default_zone)
    return found.country_code, found.region_code, " ".join(found.zones), found.source


def _outputs(*names: str) -> tuple[Column, ...]:
    return tuple(_COLUMNS[name] for name in names)
