"""Where the fuzzer begins: small inputs that are almost what people write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"
MESSAGES = ROOT / "tests" / "data" / "messages"

PLAN = b"""\
name: Boston
purpose: event-invitation
senders: {match: owner, file: senders.csv}
message: [a.txt, {file: b.txt, subject: Hi, name: b}]
recipients: {file: list.csv, columns: {company: Account}}
schedule: {timezone: America/New_York, start: 2026-12-01 09:10, end: 2026-12-03 16:30, per_hour: 40,
  repeat: FREQ=WEEKLY;BYDAY=MO;COUNT=4, hours: 09:00-17:00}
history: [h/*.csv]
suppress: [&a {file: o.csv, scope: all, hash: md5}]
program: {name: x, goal: {metric: m, target: 5}}
rules: {parameters: {ORG001: {max_per_company: 2}}}
ignore: [{code: HRS005, reason: agreed, until: 2027-01-31, <<: *a}]
engine: {time_limit: 5, memory_limit: 1GB}
"""

TAGS = (
    "Hi {{first_name|default:'there'}}, {{lead.First Name:default=you}} *|FNAME|* %%first_name%% {!Contact.FirstName}",
    "{% if contact.firstname == 'x' and lead.b != \"\" %}a{% elsif b %}{%- else -%}b{% endif %}{% unless a %}c{% endunless %}",
    "*|IF:FNAME|*Hi *|FNAME|**|ELSE:|*you*|END:IF|* {{#if a}}x{{else}}y{{/if}} {{#unless b}}{{/unless}}",
    '{!BLANKVALUE(Contact.FirstName, "you")} <span class=eloquaemail>FirstName</span> {{{Recipient.Name}}} [First Name]',
    '{{ personalization_token("contact.firstname", "there") }} {Hi|Hello|{Hey|Hi there}} {{ random | a | b }} [NAME] XXX',
)

HEADERS = (
    b"From: =?utf-8?B?w4RuYQ==?= =?iso-8859-1?Q?=FC?= <ana@northwind.com>\nTo: a\n b\nSubject: =?x?q?y?=\n\nbody",
    b'From "Ruiz, \\"Ana\\"" <ANA@b.com>\nReply-To: (Ana) mailto:a@b.com\nX:y\n',
    b"Email,First Name,Vorname,Lead: Company,E-Mail-Adresse,,email,Phone (work),\xc3\x89tat",
)

CELLS = (
    "McDonald, Dr. Franky [I think] (left) 'Bob'",
    "ana.ruiz+x@googlemail.com; second@gmial.con",
    "Acme Holdings, Inc. GmbH & Co. KG (formerly X) d/b/a Y - old",
    "2026-12-01T09:10:00+02:00",
    "12/01/2026 9:10 pm EST",
    "(GMT-05:00) Eastern Time,United States",
    "JosÃ© \u202eGarc\u200bía &amp; =1+1",
    "SVP, Sales & Chief of Staff to the CEO",
)


def _messages() -> Sequence[bytes]:
    folders = (MESSAGES, EXAMPLES)
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in (".txt", ".eml", ".html"))
    kinds = {".txt": b"\0", ".md": b"\1", ".eml": b"\2", ".html": b"\3"}
    return [kinds[path.suffix] + path.read_bytes()[:4_000] for path in files]


SEEDS: Mapping[str, Sequence[bytes]] = {
    "plan": [PLAN, *(path.read_bytes() for path in sorted(EXAMPLES.glob("*/plan.yaml")))],
    "message": _messages(),
    "merge-tags": [text.encode() for text in TAGS],
    "headers": HEADERS,
    "cells": [text.encode() for text in CELLS],
}
