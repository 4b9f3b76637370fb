"""DUP001 to DUP004, DUP006, ORG001 and ORG002 against plain Python, on random lists of 10,000 people."""

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest
from measured.findings import csv_text, findings
from planted_list import ROLES, columns, companies_of, mailbox_of, planted_list

# In one process, as the rules find what they find of a list once a process.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("planted duplicates")]

SENDER_DOMAIN = "northwind.com"
CAMPAIGN = "Spring lunch"
MESSAGE = "Subject: Your pallet count at {{company}}\n\nHello,\n\nA question.\n\nAna Ruiz\n"
SAME_SUBJECTS = ("Your pallet count at Globex", "YOUR PALLET COUNT at {{company}}")
SEEDS = (1, 2, 3)


def recipients(people, days=None):
    header = ("email", "first name", "last name", "company", "country", "send_at")
    rows = [(*columns(person), f"{days[person.row]}T10:07:00" if days else "") for person in people]
    return csv_text(header, rows)


def groups_by(people, key):
    groups = defaultdict(list)
    for person in people:
        groups[key(person)].append(person)
    groups.pop(None, None)
    return groups.values()


def rows_of(group):
    return frozenset(person.row for person in group)


def rows_found(found):
    return sorted(sorted(finding["related_rows"]) for finding in found)


def in_order(groups):
    return sorted(sorted(group) for group in groups)


@pytest.fixture(scope="module", params=SEEDS)
def seed(request):
    return request.param


@pytest.fixture(scope="module")
def people(seed):
    return planted_list(random.Random(seed), 10_000)


@pytest.fixture(scope="module")
def companies(people):
    return companies_of(people)


@pytest.fixture(scope="module")
def found(people):
    codes = ("DUP001", "DUP002", "DUP003", "ORG001")
    return findings(codes, {"recipients": recipients(people), "message": MESSAGE})


def test_the_same_address_twice(people, found):
    groups = groups_by(people, lambda person: person.email.lower())
    expected = in_order(rows_of(group) for group in groups if len(group) > 1)
    assert rows_found(found["DUP001"]) == expected
    assert len(expected) > 100


def test_two_spellings_of_one_mailbox(people, found):
    groups = groups_by(people, lambda person: mailbox_of(person.email))
    expected = in_order(rows_of(group) for group in groups if len({person.email.lower() for person in group}) > 1)
    assert rows_found(found["DUP002"]) == expected
    assert len(expected) > 100


def test_one_person_under_several_addresses(people, companies, found):
    def who(person):
        is_told = (
            companies[person.row] and len(person.names) > 1 and mailbox_of(person.email).split("@")[0] not in ROLES
        )
        return (person.names, companies[person.row]) if is_told else None

    def is_one_person(group):
        countries = {person.country for person in group if person.country}
        return 2 <= len({mailbox_of(person.email) for person in group}) <= 3 and len(countries) < 2

    expected = in_order(rows_of(group) for group in groups_by(people, who) if is_one_person(group))
    assert rows_found(found["DUP003"]) == expected
    assert len(expected) > 100


def test_several_people_at_one_company(people, companies, found):
    outside = [person for person in people if person.domain != SENDER_DOMAIN]
    groups = groups_by(outside, lambda person: companies[person.row])

    def contacts(group):
        mailboxes = {mailbox_of(person.email) for person in group}
        return min(len(mailboxes), len({person.names for person in group}))

    expected = in_order(rows_of(group) for group in groups if contacts(group) > 1)
    assert rows_found(found["ORG001"]) == expected
    assert len(expected) > 500
    assert {finding["recipients"] for finding in found["ORG001"]} >= {2, 3, 4, 5}


@pytest.fixture(scope="module")
def history(seed, people):
    """Earlier emails to people of the list and to strangers at their companies."""
    rng = random.Random(seed + 100)
    rows = []
    for _ in range(3_000):
        person = rng.choice(people)
        stranger = f"stranger{rng.randrange(50)}@{person.email.partition('@')[2]}"
        rows.append(
            {
                "email": rng.choice([person.email, person.email.upper(), stranger]),
                "sent_at": date(2026, 6, 1) + timedelta(rng.randrange(200)),
                "kind": rng.choice(["signature", "signature", "branded"]),
                "campaign": rng.choice([CAMPAIGN, f" {CAMPAIGN.upper()}", "Autumn dinner", "Autumn dinner", ""]),
                "subject": rng.choice([*SAME_SUBJECTS, *["Pallets"] * 6, "", ""]),
            }
        )
    return rows


def is_this_message(email):
    same = email["campaign"].strip().lower() == CAMPAIGN.lower() or email["subject"] in SAME_SUBJECTS
    return same and email["kind"] == "signature"


def history_text(history):
    return csv_text(tuple(history[0]), [[str(value) for value in email.values()] for email in history])


def test_who_had_this_message_before(seed, people, history):
    excluded = [person.email for person in random.Random(seed).sample(people, 200)]
    had = {mailbox_of(email["email"]) for email in history if is_this_message(email)} | set(map(mailbox_of, excluded))

    found = findings(
        ["DUP004"],
        {
            "recipients": recipients(people),
            "message": MESSAGE,
            "history": history_text(history),
            "exclude": csv_text(("email",), [(email,) for email in excluded]),
            "plan": {"name": CAMPAIGN},
        },
    )["DUP004"]

    expected = [person.row for person in people if mailbox_of(person.email) in had]
    assert sorted(finding["row"] for finding in found) == expected
    assert len(expected) > 500


def days_apart(one, other):
    return abs((one - other).days)


def test_two_plans_that_reach_one_person_or_one_company(seed, people, companies, history):
    rng = random.Random(seed + 200)
    others = [*rng.sample(people, 1_000), *planted_list(rng, 1_000)]
    others = [person._replace(row=row) for row, person in enumerate(others, start=2)]
    days = {person.row: date(2026, 12, 1) + timedelta(rng.randrange(10)) for person in people}
    other_days = {person.row: date(2026, 11, 1) + timedelta(rng.randrange(80)) for person in others}
    by_column = {"schedule": {"timezone": "UTC", "column": "send_at", "at": None}}

    found = findings(
        ["DUP006", "ORG002"],
        {
            "recipients": recipients(people, days),
            "message": MESSAGE,
            "history": history_text(history),
            "plan": {"name": CAMPAIGN, **by_column},
            "other": {"recipients": recipients(others, other_days), "plan": {"name": "Autumn dinner", **by_column}},
        },
    )

    sent = defaultdict(list)
    for other in others:
        sent[mailbox_of(other.email)].append(other_days[other.row])
    near = [p.row for p in people if any(days_apart(days[p.row], day) <= 14 for day in sent[mailbox_of(p.email)])]
    assert rows_found(found["DUP006"]) == [near]

    first, last = min(days.values()), max(days.values())
    reached = [
        email["email"]
        for email in history
        if is_this_message(email) and (first - email["sent_at"]).days < 90 and email["sent_at"] <= last
    ]
    reached += [
        other.email for other in others if first - timedelta(14) <= other_days[other.row] <= last + timedelta(14)
    ]
    company_of_domain = {person.domain: companies[person.row] for person in people if person.domain}
    colleagues = defaultdict(set)
    for email in reached:
        domain = email.lower().partition("@")[2].removeprefix("mail.")
        if domain in company_of_domain:
            colleagues[company_of_domain[domain]].add(mailbox_of(email))
    warned = [p for p in people if colleagues[companies[p.row]] - {mailbox_of(p.email)}]
    expected = in_order(rows_of(group) for group in groups_by(warned, lambda person: companies[person.row]))
    assert rows_found(found["ORG002"]) == expected
    assert len(near) > 100
    assert len(expected) > 100
