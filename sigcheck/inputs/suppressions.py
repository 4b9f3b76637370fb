"""Suppression lists: files become the relations `suppressions` and `suppression_lists`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sigcheck import stages
from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.engine.sql import text
from sigcheck.errors import InputError
from sigcheck.facts.mailboxes import MAILBOX_FACT
from sigcheck.inputs.address_cells import address_column
from sigcheck.inputs.flags import says_yes
from sigcheck.inputs.list_header import ListHeader, folded, listed, reader_of, recognise_header
from sigcheck.inputs.recipients import RecipientList
from sigcheck.inputs.table import Reject
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.inputs.text_moments import moment_in
from sigcheck.paths import label_of
from sigcheck.plan import Plan, SuppressionList
from sigcheck.relations import SUPPRESSION_LISTS, SUPPRESSIONS

TITLES: dict[str, tuple[str, ...]] = {
    "entry": tuple(
        "email emailaddress address recipient contactemail mailbox emails entry suppressed "
        "hash digest emailhash md5 sha1 sha256 emailmd5 emailsha1 emailsha256".split()
    ),
    "domain": ("domain", "emaildomain", "companydomain"),
    "scope": ("scope", "kind", "type", "optouttype", "subscription"),
    "since": (
        *("since", "date", "optoutdate", "unsubscribedat", "unsubscribedon", "createdat", "timestamp", "optedoutat"),
        *("unsubtime", "unsubscribetime", "unsubscribedate", "dateunsubscribed", "optouttime", "optedouton"),
    ),
}
"""What a column holds → titles that exports give it, case and punctuation set aside."""

_OPTED_OUT = frozenset(
    {
        *("optout", "optedout", "emailoptout", "emailoptedout", "optedoutofemail", "hasoptedoutofemail", "isoptedout"),
        *("marketingoptout", "unsubscribed", "isunsubscribed", "emailunsubscribed", "unsubscribedfromallemail"),
        *("unsubscribedfromallemails", "globallyunsubscribed", "donotemail", "donotcontact"),
    }
)
"""Titles of columns that say of a contact whether they opted out of all email, case and punctuation set aside."""

_OPTED_OUT_OF = ("optedoutof", "unsubscribedfrom")
"""How titles begin that say it of one kind of email."""

_SIZES = "SELECT file, count(*), max(since) FROM suppressions GROUP BY file"

_NOTHING = "CAST(NULL AS VARCHAR)"

_DIGEST_LENGTH = {"md5": 32, "sha1": 40, "sha256": 64}


def load_suppressions(engine: Engine, plan: Plan, recipients: RecipientList) -> tuple[tuple[str, Reject], ...]:
    """Read the plan's suppression lists; return the rows that could not be read, with their file.

    An entry is an address, a digest of one, or a domain (`acme.com`, `@acme.com`, `*@acme.com`). A list of one
    column needs no title that we know. Where a list tells by a column who opted out ("Email Opt Out"), the others on it
    did not; so does the list of recipients. Raises InputError where a list is missing or has no entries column.
    """
    selects = list(_in_list_of_recipients(recipients))
    labels: list[str] = []
    rejects: list[tuple[str, Reject]] = []
    named = plan.suppress if isinstance(plan.suppress, tuple) else ()
    for index, entry in enumerate(named):
        path = plan.locate(entry.file, ("suppress", index, "file"))
        label = label_of(path)
        relation = f"suppression_file_{index}"
        stages.begin(stages.READING, label)
        loaded = engine.read(inspect_table(path, label), relation)
        rejects.extend((label, reject) for reject in loaded.rejects)
        header = _header(label, loaded.header)
        moments = _since(engine, relation, header, loaded.types)
        selects.append(_select(label, _opted_out(engine, relation, header), header, entry, moments))
        labels.append(label)
    _define(engine, selects)
    sizes = {file: rest for file, *rest in engine.query(_SIZES).rows}
    lists = [_described(entry, label, sizes.get(label, [0, None])) for entry, label in zip(named, labels, strict=True)]
    engine.create(SUPPRESSION_LISTS.name, SUPPRESSION_LISTS.columns, lists)
    return tuple(rejects)


def _define(engine: Engine, selects: Sequence[str]) -> None:
    """Create `suppressions` from the entries of all lists, so that the mailbox is worked out in one place."""
    if not selects:
        engine.create(SUPPRESSIONS.name, SUPPRESSIONS.columns, [])
        return
    engine.define_view("suppression_entries", "\nUNION ALL\n".join(selects))
    engine.add_facts("suppression_entries", "suppressed_mailboxes", [MAILBOX_FACT], lazy=True)
    engine.define(SUPPRESSIONS.name, f"SELECT {', '.join(SUPPRESSIONS.column_names)} FROM suppressed_mailboxes")


def _in_list_of_recipients(recipients: RecipientList) -> Iterator[str]:
    """Yield the query for people whose own row in the list says that they opted out."""
    column = next((one for one in recipients.header.columns if folded(one.header) in _OPTED_OUT), None)
    if column is None:
        return
    yield f"""
        SELECT
          lower(trim(email)) AS email,
          {_NOTHING} AS digest,
          {_NOTHING} AS domain,
          'all' AS scope,
          {text(f"column '{column.header.strip()}'")} AS source,
          CAST(NULL AS TIMESTAMP) AS since,
          {text(recipients.file)} AS file,
          line
        FROM recipients
        WHERE {says_yes(f"CAST({quoted(column.name)} AS VARCHAR)")}"""


def _opted_out(engine: Engine, relation: str, header: ListHeader) -> str:
    """Return the relation of those on a list who opted out: all, unless columns say of some that they did."""
    rows = address_column(engine, relation, header, "entry").rows
    titles = ((column.position, folded(column.header)) for column in header.columns)
    telling = [at for at, title in titles if title in _OPTED_OUT or title.startswith(_OPTED_OUT_OF)]
    said = " OR ".join(says_yes(f"CAST(c{at} AS VARCHAR)") for at in telling)
    if not said or not engine.query(f"SELECT 1 FROM {relation} WHERE {said}", limit=1).rows:
        return rows
    return f"(SELECT * FROM {rows} WHERE {said}) AS opted_out"


def _header(label: str, titles: tuple[str, ...]) -> ListHeader:
    header = recognise_header(titles, tuple(TITLES), reader_of(TITLES))
    if header.find("entry") is None and header.find("domain") is None:
        if len(titles) == 1:
            return recognise_header(titles, tuple(TITLES), lambda _: ["entry"])
        raise InputError.at(label, f"has no column of addresses, digests or domains: it has {listed(titles)}", 1)
    return header


def _since(engine: Engine, relation: str, header: ListHeader, types: Sequence[str]) -> str:
    """Return when somebody opted out (UTC), as SQL."""
    column, cell = header.find("since"), header.raw("since")
    if column is None or cell is None:
        return "CAST(NULL AS TIMESTAMP)"
    if types and types[column.position - 1] != "VARCHAR":
        return f"TRY_CAST({cell} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"
    return moment_in(engine, relation, cell)


def _select(label: str, relation: str, header: ListHeader, entry: SuppressionList, since: str) -> str:
    scope = header.expression("scope")
    digits = _DIGEST_LENGTH.get(entry.hash)
    return f"""
        SELECT
          CASE WHEN NOT is_digest AND NOT is_domain THEN entry END AS email,
          CASE WHEN is_digest THEN entry END AS digest,
          CASE
            WHEN is_domain AND NOT is_digest THEN ltrim(entry, '*@')
            WHEN entry IS NULL THEN ltrim(own_domain, '*@')
          END AS domain,
          {f"coalesce(lower(trim({scope})), {text(entry.scope)})" if scope else text(entry.scope)} AS scope,
          {text(entry.source) if entry.source else "CAST(NULL AS VARCHAR)"} AS source,
          {since} AS since,
          {text(label)} AS file,
          line
        FROM (
          SELECT *,
            NOT contains(entry, '@') OR starts_with(entry, '@') OR starts_with(entry, '*@') AS is_domain,
            {f"regexp_full_match(entry, '[0-9a-f]{{{digits}}}')" if digits else "FALSE"} AS is_digest
          FROM (
            SELECT *,
              lower(trim({header.expression("entry") or _NOTHING})) AS entry,
              lower(trim({header.expression("domain") or _NOTHING})) AS own_domain
            FROM {relation}
          ) AS read
        ) AS judged
        WHERE entry IS NOT NULL
          OR own_domain IS NOT NULL"""


def _described(entry: SuppressionList, label: str, size: Sequence[Any]) -> tuple[object, ...]:
    """Return a list's row of `suppression_lists`; `size` is its number of entries and its latest one."""
    entries, latest = size
    return (label, entry.source, entry.scope, entry.hash, entries, entry.as_of or latest, entry.as_of is not None)
