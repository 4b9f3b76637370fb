"""OPT003 against a plain-Python reference: 10,000 people, with opt-outs as addresses, digests and domains."""

import hashlib
import random

import yaml

from sigcheck.facts.addresses import mailbox, registrable_domain
from sigcheck.linter import Options, lint
from sigcheck.rule_examples import CLEAN_MESSAGE, CLEAN_PLAN

SCOPES_THAT_APPLY = {"all", "email", "meeting-request", "unsubscribed"}
SCOPES = [*SCOPES_THAT_APPLY, "newsletter", "events", "do not call"]


def digest(kind, address):
    return hashlib.new(kind, address.strip().lower().encode()).hexdigest()


def random_list(rng):
    hosts = [
        f"{rng.choice(['', '', 'mail.', 'eu.mail.'])}firm{number}.{suffix}"
        for number in range(3000)
        for suffix in ("com", "co.uk")
    ]
    hosts += ["gmail.com", "googlemail.com"] * 300
    people = []
    for number in range(10_000):
        local = rng.choice(["p{}", "P{}", "first.last{}", "p{}+news", "müller{}"]).format(number)
        people.append(f"{local}@{rng.choice(hosts)}")
    return people


def opted_out_by_reference(people, plain, digests, domains):
    mailboxes = {mailbox(address) for address in plain}
    found = set()
    for row, address in enumerate(people, start=2):
        host = address.lower().partition("@")[2]
        own = {digest(kind, address) for kind in ("md5", "sha1", "sha256")}
        if mailbox(address) in mailboxes or own & digests or {host, registrable_domain(host)} & domains:
            found.add(row)
    return found


def test_opt_outs_are_found_in_every_form_and_nobody_else(tmp_path):
    rng = random.Random(7)
    people = random_list(rng)
    chosen = iter(rng.sample(people, 900))
    plain = {next(chosen): rng.choice(SCOPES) for _ in range(300)}
    variants = {next(chosen).upper(): "all" for _ in range(50)}
    hashed = {kind: [digest(kind, next(chosen)) for _ in range(60)] for kind in ("md5", "sha1", "sha256")}
    domains = {f"firm{number}.com" for number in range(0, 60, 2)} | {"eu.mail.firm1.co.uk", "nobody.org"}
    strangers = [f"stranger{number}@firm{number}.com" for number in range(100, 300)]
    rows = [f"{address},{scope}" for address, scope in {**plain, **variants, **dict.fromkeys(strangers, "all")}.items()]
    rng.shuffle(rows)
    (tmp_path / "plain.csv").write_text("email,scope\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "domains.csv").write_text("domain\n" + "\n".join(sorted(domains)) + "\n", encoding="utf-8")
    for kind, values in hashed.items():
        cased = [rng.choice([value, value.upper()]) for value in values]
        (tmp_path / f"{kind}.csv").write_text("hash\n" + "\n".join(cased) + "\n", encoding="utf-8")
    lists = [{"file": f"{kind}.csv", "source": kind, "hash": kind} for kind in hashed]
    lists += [{"file": "plain.csv", "source": "crm"}, {"file": "domains.csv", "source": "crm"}]
    (tmp_path / "recipients.csv").write_text("email\n" + "\n".join(people) + "\n", encoding="utf-8")
    (tmp_path / "message.txt").write_text(CLEAN_MESSAGE, encoding="utf-8")
    plan = {**CLEAN_PLAN, "recipients": "recipients.csv", "suppress": lists}
    (tmp_path / "plan.yaml").write_text(yaml.safe_dump(plan), encoding="utf-8")

    report = lint(tmp_path / "plan.yaml", Options(select=("OPT003",)))

    applying = [address for address, scope in {**plain, **variants}.items() if scope in SCOPES_THAT_APPLY]
    digests = {value for values in hashed.values() for value in values}
    expected = opted_out_by_reference(people, applying, digests, domains)
    assert {finding.row for finding in report.findings} == expected
    assert 400 < len(expected) < 1000
