"""The recipient list, its facts, and what is inserted for each recipient."""

from __future__ import annotations

from sigcheck.relations.schema import Column, relation

LIST_COLUMNS = relation(
    "list_columns",
    "a column of the recipient list",
    ("position", "INTEGER", "place in the header, from 1"),
    ("header", "VARCHAR", "name as the file gives it"),
    ("name", "VARCHAR", "name of the column in `recipients`"),
    ("is_used", "BOOLEAN", "inserted into the message, or used to choose sender, variation or time"),
)

RECIPIENTS = relation(
    "recipients",
    "a row of the recipient list",
    ("row", "INTEGER", "row as a spreadsheet numbers it: the header is 1"),
    ("line", "INTEGER", "line of the file; NULL where the format has no lines"),
    ("position", "INTEGER", "place in the list, from 0, rows that could not be read left out"),
    ("email", "VARCHAR", "address as given"),
    ("first_name", "VARCHAR", "as given"),
    ("last_name", "VARCHAR", "as given"),
    ("full_name", "VARCHAR", "as given, else first and last name"),
    ("company", "VARCHAR", "as given"),
    ("title", "VARCHAR", "job title as given"),
    ("country", "VARCHAR", "as given"),
    ("region", "VARCHAR", "state, region or province as given"),
    ("city", "VARCHAR", "as given"),
    ("timezone", "VARCHAR", "as given"),
    ("language", "VARCHAR", "as given"),
    ("user_group", "VARCHAR", "group whose members talk to each other"),
    ("owner", "VARCHAR", "account owner: name or address"),
    ("relationship", "VARCHAR", "what ties the recipient to the sender, as the list states it"),
    ("consent", "VARCHAR", "consent on record, as the list states it"),
    ("variant", "VARCHAR", "variation of the message for this recipient"),
    ("sender", "VARCHAR", "address of the sender for this recipient, lower case"),
    ("send_at", "VARCHAR", "own send time as given"),
)

RECIPIENT_FACTS = (
    Column("address", "VARCHAR", "address without surrounding space, lower case"),
    Column("mailbox", "VARCHAR", "the mailbox behind the address: no +tag, no Gmail dots, googlemail.com as gmail.com"),
    Column("mailbox_row", "INTEGER", "the first row with that mailbox: its own where it is the first"),
    Column("email_domain", "VARCHAR", "all that stands after the @, lower case"),
    Column("domain", "VARCHAR", "registrable domain by the Public Suffix List"),
    Column("address_problem", "VARCHAR", "why the address is not valid; NULL where it is"),
    Column("is_mailbox_provider", "BOOLEAN", "the domain is a mailbox provider (gmail.com, web.de …)"),
    Column("is_disposable", "BOOLEAN", "the domain hands out throw-away addresses"),
    Column("is_role_address", "BOOLEAN", "info@, sales@, support@ …"),
    Column("meant_domain", "VARCHAR", "what a misspelled domain is likely meant to be; NULL where it seems right"),
    Column(
        "means_mailbox_provider", "BOOLEAN", "that domain is a mailbox provider's; NULL where nothing is misspelled"
    ),
    Column("address_name", "VARCHAR", "the name in the address where it is another person's; else NULL"),
    Column("person_key", "VARCHAR", "the name folded: case, accents, punctuation and order set aside"),
    Column("owner_key", "VARCHAR", "the account owner's name folded likewise; NULL where it is an address or a number"),
    Column("company_name_key", "VARCHAR", "company name folded: legal form, case, accents, punctuation set aside"),
    Column("company_key", "VARCHAR", "the company, one key for all rows that domain or name tie together"),
    Column("company_label", "VARCHAR", "what to call the company: the shortest of its names in the list; else the key"),
    Column("seniority", "VARCHAR", "c-level, vp, director, manager, individual, sales-development; NULL where unknown"),
    Column("country_code", "VARCHAR", "ISO 3166 code of the country; NULL where unknown"),
    Column("region_code", "VARCHAR", "ISO 3166-2 subdivision without the country; NULL where unknown"),
    Column("zones", "VARCHAR", "time zones the recipient may be in, joined by a space; one where it is known"),
    Column("timezone_source", "VARCHAR", "timezone, region, country or plan: what the zones rest on"),
)

MERGE_VALUES = relation(
    "merge_values",
    "a value that a message inserts for a recipient",
    ("row", "INTEGER", "row of the recipient"),
    ("variant", "VARCHAR", "variation of the message"),
    ("field", "VARCHAR", "column of `recipients`"),
    ("value", "VARCHAR", "what the list holds; NULL where it is empty"),
    ("has_default", "BOOLEAN", "every tag of this field in this variation names a default"),
    ("given", "VARCHAR", "the value just as the cell holds it, spaces included; NULL where it is plain"),
    ("is_placeholder", "BOOLEAN", "true where the value only fills the field: n/a, null, test, -"),
    ("decoded", "VARCHAR", "the text as it was meant, where it was decoded wrongly or holds HTML entities; else NULL"),
    ("stray", "VARCHAR", "the stray character or space in the cell, in words; NULL where there is none"),
    ("leftover", "VARCHAR", "a merge tag or a blank inside the value that nobody filled in; NULL where there is none"),
    ("name_note", "VARCHAR", "what in a name is no part of it, in words; NULL where there is nothing"),
    ("proper_case", "VARCHAR", "the proper form of a badly cased name; else NULL"),
    (
        "misplaced",
        "VARCHAR",
        "what a name holds that belongs into another field, in words; NULL where there is nothing",
    ),
    ("spoken", "VARCHAR", "a company's name as people say it, where the list has it as a database does; else NULL"),
)

SEGMENTS = relation(
    "segments",
    "a value of a column that sorts recipients into groups",
    ("field", "VARCHAR", "country, region, language, user_group, owner or variant"),
    ("value", "VARCHAR", "the value as the list spells it"),
    ("key", "VARCHAR", "the same for all spellings of one value"),
    ("recipients", "INTEGER", "rows that spell it so"),
    ("row", "INTEGER", "the first of them"),
)
