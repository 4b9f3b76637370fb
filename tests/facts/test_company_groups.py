import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.facts import company_facts
from sigcheck.facts.companies import company_name_key
from sigcheck.facts.company_groups import group_companies, joined_domains
from sigcheck.facts.plain_companies import is_plain_host_sql, plain_name_key_sql
from sigcheck.relations import Column

HOSTS = [f"{letter}{letter}.com" for letter in "abcdef"]
NAMES = [f"{word} Works" for word in ("Ulm", "Vega", "Wind", "Xerox", "Ypsi", "Zebra")]
PAIRS = st.lists(st.tuples(st.sampled_from([None, *HOSTS]), st.sampled_from([None, *NAMES])), min_size=1, max_size=12)
COLUMNS = (Column("email_domain", "VARCHAR", ""), Column("company", "VARCHAR", ""))


@pytest.fixture(scope="module")
def engine():
    opened = DuckDBEngine()
    yield opened
    opened.close()


def grouped(engine, pairs, column="company_key"):
    engine.create("pairs", COLUMNS, pairs)
    group_companies(engine, "pairs")
    found = engine.query(f"SELECT email_domain, company, {column} FROM company_groups").rows
    engine.drop("pairs", "company_groups")
    by_pair = {(host, name): value for host, name, value in found}
    return [by_pair[pair] for pair in pairs]


def reference(pairs):
    """Grow each group until it stops growing, the slow and plain way."""
    ties = [(host, name and company_name_key(name)) for host, name in pairs]
    keys = []
    for domain, name in ties:
        group = {("d", domain)} if domain else {("n", name)} if name else set()
        size = -1
        while size != len(group):
            size = len(group)
            for other_domain, other_name in ties:
                nodes = {("d", other_domain), ("n", other_name)} - {("d", None), ("n", None)}
                if nodes & group:
                    group |= nodes
        keys.append(min(group)[1] if group else None)
    return keys


@given(PAIRS)
@settings(max_examples=40)
def test_groups_are_all_that_is_tied_together_however_long_the_way(engine, pairs):
    assert grouped(engine, pairs) == reference(pairs)


def test_the_order_of_rows_never_matters(engine):
    pairs = [(host, name) for host in (None, *HOSTS[:3]) for name in (None, *NAMES[:2])] + [(HOSTS[4], NAMES[4])]
    assert grouped(engine, pairs[::-1]) == grouped(engine, pairs)[::-1]


def test_a_chain_of_many_ties_is_one_company():
    ties = [(f"d{number:05d}.com", f"n{number}") for number in range(5_000)]
    ties += [(f"d{number + 1:05d}.com", f"n{number}") for number in range(4_999)]
    assert set(joined_domains(ties).values()) == {"d00000.com"}
    assert set(joined_domains(ties[::-1]).values()) == {"d00000.com"}


def test_long_lists_are_sorted_out_by_sql_with_the_same_result(engine, monkeypatch):
    pairs = [
        ("acme.com", "Acme"),
        ("mail.acme.com", None),
        ("acme.co.uk", "ACME Ltd."),
        ("gmail.com", "Acme"),
        ("gmx.de", "Mueller Werke"),
        ("mueller.de", "Müller Werke GmbH"),
        ("mailinator.com", "Nobody Here"),
        ("globex.nl", "Globex Freight BV"),
        ("globex.com", "Globex Freight"),
        ("initech.com", "n/a"),
        ("hooli.com", "do not use"),
        (None, "Globex Freight"),
        (None, None),
    ]
    columns = ("domain", "is_mailbox_provider", "is_disposable", "company_name_key", "company_key", "company_label")
    by_python = [grouped(engine, pairs, column) for column in columns]
    monkeypatch.setattr(company_facts, "MANY_COMPANIES", 0)
    assert [grouped(engine, pairs, column) for column in columns] == by_python


WORDS = [
    "the",
    "Acme",
    "Mueller",
    "Bauer",
    "Group",
    "Holdings",
    "and",
    "zz",
    "Test",
    "GmbH",
    "Ltd.",
    "AG",
    "Noe",
    "a",
    "n/a",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join))
@settings(max_examples=200)
def test_sql_gives_a_plain_name_the_key_that_python_gives_it(engine, name):
    condition, key = plain_name_key_sql("$name")
    is_plain, found = engine.query(f"SELECT {condition}, {key}", {"name": name}).rows[0]
    assert not is_plain or found == company_name_key(name)


@pytest.mark.parametrize(
    ("host", "is_plain"),
    [
        ("acme.com", True),
        ("acme.de", True),
        ("mail.acme.com", False),
        ("acme.co.uk", False),
        ("gmx.de", False),
        ("com", False),
        ("müller.de", False),
        ("acme.com.", False),
    ],
)
def test_a_plain_host_is_a_name_under_a_suffix_that_has_no_others(engine, host, is_plain):
    assert engine.query(f"SELECT {is_plain_host_sql('$host')}", {"host": host}).rows == [(is_plain,)]


def test_a_company_is_called_by_its_shortest_name_that_is_not_shouted(engine):
    pairs = [
        ("acme.com", "ACME"),
        ("acme.com", "Acme Inc."),
        ("acme.com", "Acme"),
        ("globex.com", None),
        ("initech.com", "INITECH"),
        (None, "Nobody  Special"),
    ]
    labels = grouped(engine, pairs, "company_label")
    assert labels == ["Acme", "Acme", "Acme", "globex.com", "INITECH", "Nobody Special"]
