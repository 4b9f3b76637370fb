import re

import pytest

from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.facts.address_spelling import misspelled_domain
from sigcheck.facts.company_groups import group_companies
from sigcheck.facts.domain_slips import domain_slip_fact, near_popular_domains
from sigcheck.facts.word_lists import entries
from sigcheck.relations import Column

MEANT = (Column("meant_domain", "VARCHAR", ""), Column("means_mailbox_provider", "BOOLEAN", ""))


def meant(*rows):
    engine = DuckDBEngine()
    try:
        columns = [Column(name, "VARCHAR", "") for name in ("address", "email_domain", "company")]
        listed = [(address, address.partition("@")[2], company) for address, company in rows]
        engine.create("people", columns, listed)
        group_companies(engine, "people")
        engine.add_facts("people", "found", [domain_slip_fact(engine, "people", MEANT)])
        return dict(engine.query("SELECT address, meant_domain FROM found WHERE meant_domain IS NOT NULL").rows)
    finally:
        engine.close()


def test_slips_are_found():
    assert meant(("a@gmial.com", None), ("b@hotmial.com", "Acme"), ("c@acme.con", "Acme"), ("d@acme.com", "Acme")) == {
        "a@gmial.com": "gmail.com",
        "b@hotmial.com": "hotmail.com",
        "c@acme.con": "acme.com",
    }


def test_a_list_without_slips_has_none():
    assert meant(("a@acme.com", "Acme"), ("b@gmail.com", None), ("c@acme.photography", None)) == {}


def test_a_domain_named_like_its_company_is_its_own():
    assert meant(("a@otlook.com", "Otlook Design"), ("b@yaho.com", "Acme")) == {"b@yaho.com": "yahoo.com"}


def test_a_domain_that_colleagues_share_is_their_company_s():
    assert meant(("a@gmai.com", "Initech"), ("b@gmai.com", "Initech Ltd")) == {}
    assert meant(("a@gmai.com", "Initech"), ("b@gmai.com", "Globex")).keys() == {"a@gmai.com", "b@gmai.com"}
    assert meant(("a@gmai.com", None), ("b@gmai.com", None)).keys() == {"a@gmai.com", "b@gmai.com"}


def test_no_company_owns_a_domain_that_cannot_exist():
    assert meant(("a@acme.con", "Acme"), ("b@acme.con", "Acme")).keys() == {"a@acme.con", "b@acme.con"}


def slips_of(domain):
    name, _, suffix = domain.partition(".")
    for place in range(len(name)):
        yield f"{name[:place]}{name[place + 1 :]}.{suffix}"
        yield f"{name[:place]}{name[place]}{name[place:]}.{suffix}"
        yield f"{name[:place]}x{name[place + 1 :]}.{suffix}"
        yield f"{name[:place]}{name[place : place + 2][::-1]}{name[place + 2 :]}.{suffix}"


@pytest.mark.parametrize("domain", sorted(entries("popular_mailbox_domains")))
def test_sql_lets_no_near_miss_of_a_popular_domain_pass(domain):
    shape = re.compile(near_popular_domains())
    endings = [f"{domain.rpartition('.')[0]}.{slip}" for slip in ("co", "cm", "om", "ne")]
    near = [slip for slip in (*slips_of(domain), *endings) if misspelled_domain(slip) is not None]
    assert near
    assert [
        slip
        for slip in near
        if misspelled_domain(slip) in entries("popular_mailbox_domains") and not shape.search(slip)
    ] == []
