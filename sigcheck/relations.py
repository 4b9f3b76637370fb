"""The relations that a rule can query: their columns, types and meaning.

This is the data model as data. The engine creates the relations from it, rules are checked against
it, and `docs/data-model.md` is generated from it. Types are those that DuckDB and Spark share.
"""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """One column: its name, SQL type and meaning."""

    name: str
    type: str
    meaning: str


class Relation(NamedTuple):
    """One relation: its name, what one row stands for, and its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """Return the names of the columns, in order."""
        return tuple(column.name for column in self.columns)


def _relation(name: str, row: str, *columns: tuple[str, str, str]) -> Relation:
    return Relation(name, row, tuple(Column(*column) for column in columns))


PLAN = _relation(
    "plan",
    "the plan (always exactly one row)",
    ("file", "VARCHAR", "path of the plan"),
    ("name", "VARCHAR", "name of the send"),
    ("purpose", "VARCHAR", "why the email is sent: introduction, meeting-request, event-invitation …"),
    ("audience", "VARCHAR", "prospects, customers, partners or sales"),
    ("now", "TIMESTAMP", "the moment the plan is checked as of (UTC)"),
    ("timezone", "VARCHAR", "time zone of the schedule"),
    ("schedule", "VARCHAR", "kind of schedule: at, window, column"),
    ("start_at", "TIMESTAMP", "start of the send or of the window (UTC)"),
    ("end_at", "TIMESTAMP", "end of the window (UTC); the start where all go at once"),
    ("time_problem", "VARCHAR", "why a time of the schedule does not exist, as clocks skip it; NULL where all do"),
    ("per_hour", "DOUBLE", "sends an hour that the plan names"),
    ("repeats", "INTEGER", "number of occurrences of a repeating schedule; 1 where it does not repeat"),
    ("hours_from", "INTEGER", "start of working hours, minutes after local midnight"),
    ("hours_to", "INTEGER", "end of working hours, minutes after local midnight"),
    ("relevance", "VARCHAR", "why this message matters to this segment"),
    ("history", "VARCHAR", "named, none (on purpose) or missing"),
    ("suppress", "VARCHAR", "named, none (on purpose) or missing"),
    ("exclude", "VARCHAR", "named or missing"),
    ("acknowledgement", "VARCHAR", "path of the acknowledgement file; NULL where the plan names none"),
    ("opt_out_owner", "VARCHAR", "who is responsible for opt-outs"),
    ("opt_out_process", "VARCHAR", "how opt-outs are handled"),
    ("opt_out_systems", "VARCHAR[]", "systems whose opt-outs have to be honoured"),
    ("program_name", "VARCHAR", "program that the send belongs to (audience: sales)"),
    ("program_metric", "VARCHAR", "metric of the program's goal"),
    ("program_target", "VARCHAR", "target of the program's goal"),
    ("program_test", "VARCHAR", "what the program tests"),
    ("program_results", "VARCHAR", "results of earlier sends of the program"),
    ("program_reviewed", "DATE", "when the goals were last reviewed with sales leadership"),
)

SENDERS = _relation(
    "senders",
    "a sender",
    ("name", "VARCHAR", "name as the plan or roster gives it"),
    ("email", "VARCHAR", "address, lower case"),
    ("domain", "VARCHAR", "registrable domain of the address"),
    ("title", "VARCHAR", "job title"),
    ("seniority", "VARCHAR", "c-level, vp, director, manager, individual, sales-development; NULL where unknown"),
    ("person_key", "VARCHAR", "the name folded, as in recipients"),
    ("is_person", "BOOLEAN", "false where the name reads as a team, a role or a brand"),
    ("is_role_address", "BOOLEAN", "the address is a role: marketing@, noreply@ …"),
    ("is_mailbox_provider", "BOOLEAN", "the address is at a mailbox provider such as gmail.com"),
    ("acknowledged_at", "TIMESTAMP", "when the sender acknowledged this send (UTC); NULL where not"),
    ("acknowledgement_current", "BOOLEAN", "nothing that was acknowledged has changed since"),
    ("acknowledgement_changes", "VARCHAR", "what changed since, in words"),
    ("away_from", "DATE", "first day of the next away period that is not over when the first email goes out"),
    ("away_to", "DATE", "last day of that period"),
    ("delegate", "VARCHAR", "address that replies may go to instead, lower case"),
    ("file", "VARCHAR", "file that names the sender"),
    ("line", "INTEGER", "line there"),
)

MESSAGES = _relation(
    "messages",
    "a variation of the message",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("subject", "VARCHAR", "subject line, decoded"),
    ("subject_line", "INTEGER", "line of the file (or of the plan) that the subject stands on"),
    ("text", "VARCHAR", "visible text of greeting, body and signature, without disclaimer and quoted text"),
    ("comparable", "VARCHAR", "text with merge tags, signature and disclaimer set aside, lower case, for comparison"),
    ("message_key", "VARCHAR", "digest of subject and comparable text"),
    ("words", "INTEGER", "words of greeting and body; of spintax one choice counts"),
    ("wordings", "INTEGER", "texts that the spintax of greeting and body can become; 1 where it holds none"),
    ("subject_wordings", "INTEGER", "subjects that the spintax of the subject can become; 1 where it holds none"),
    ("format", "VARCHAR", "txt, md, eml or html"),
    ("has_html_part", "BOOLEAN", "the message is HTML or has an HTML part"),
    ("greeting", "VARCHAR", "the greeting line; NULL where there is none"),
    ("greeting_line", "INTEGER", "line of the greeting"),
    ("signature", "VARCHAR", "the signature block; NULL where there is none"),
    ("signature_line", "INTEGER", "first line of the signature block"),
    ("from_name", "VARCHAR", "display name of From, where the message has one"),
    ("from_email", "VARCHAR", "address of From, where the message has one"),
    ("reply_to", "VARCHAR", "address of Reply-To, where the message has one"),
    ("language", "VARCHAR", "two-letter code of the text's language; NULL where unsure"),
    ("postal_address", "VARCHAR", "postal address in the message, or the merge tag for it; NULL where there is none"),
    ("postal_address_part", "VARCHAR", "part of the message that holds it, as in message_lines"),
    ("subject_length", "INTEGER", "characters of the subject; a merge tag counts as a word of 8"),
    ("subject_marks", "VARCHAR", "what in the subject reads as marketing, in words; NULL where nothing does"),
    (
        "greeting_form",
        "VARCHAR",
        "named (by a merge tag), handwritten, company, generic or bare; else NULL",
    ),
    ("signature_words", "VARCHAR", "words of the signature, folded as in person_key, each between spaces"),
    ("opening", "VARCHAR", "first two sentences of the body"),
)

MESSAGE_LINES = _relation(
    "message_lines",
    "a line of a message",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("part", "VARCHAR", "subject, greeting, body, signature, disclaimer, quoted or html (raw markup)"),
    ("text", "VARCHAR", "the line, decoded"),
    ("prose", "VARCHAR", "the text with a space in the place of each merge tag; NULL for raw markup"),
)

HEADERS = _relation(
    "headers",
    "a header of an .eml file or a key of a message's front matter",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("name", "VARCHAR", "name of the header, lower case"),
    ("value", "VARCHAR", "value, decoded and unfolded"),
)

LINKS = _relation(
    "links",
    "a link: of an HTML element, or an address typed into the text",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("part", "VARCHAR", "part of the message that holds it, as in message_lines"),
    ("url", "VARCHAR", "target as written"),
    ("scheme", "VARCHAR", "https, http, mailto, tel …; NULL where there is none"),
    ("host", "VARCHAR", "host, lower case"),
    ("domain", "VARCHAR", "registrable domain of the host"),
    ("text", "VARCHAR", "visible text of the link"),
    ("is_opt_out", "BOOLEAN", "the link is the way to opt out"),
    ("tracking", "VARCHAR", "shortener or click-tracker, where the host is known as one"),
)

LINK_PARAMETERS = _relation(
    "link_parameters",
    "a piece of information in the target of a link: a parameter, or a part of the path",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column of the link, from 1"),
    ("url", "VARCHAR", "target as written"),
    ("is_opt_out", "BOOLEAN", "the link is the way to opt out"),
    ("name", "VARCHAR", "name of the parameter, lower case; NULL for a part of the path"),
    ("value", "VARCHAR", "its value, decoded; merge tags as written"),
    ("list_column", "VARCHAR", "column of `recipients` that the value inserts; NULL where it inserts none"),
    ("address", "VARCHAR", "email address that the value holds, plain or in Base64 or hexadecimal form, lower case"),
    ("digest", "VARCHAR", "the value, lower case, where it has the form of an MD5, SHA-1 or SHA-256 digest"),
)

MERGE_TAGS = _relation(
    "merge_tags",
    "a merge tag in a message",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("part", "VARCHAR", "part of the message that holds it, as in message_lines"),
    ("tag", "VARCHAR", "the tag as written"),
    (
        "dialect",
        "VARCHAR",
        "handlebars, marketo, hubspot, mailchimp, pardot, salesforce, outreach, eloqua, liquid, bracket, braces",
    ),
    ("field", "VARCHAR", "field it names, as written, without prefix"),
    ("list_column", "VARCHAR", "column of `recipients` it stands for; NULL where the list has none"),
    ("default_value", "VARCHAR", "what is inserted where the field is empty; NULL where nothing is named"),
    ("about", "VARCHAR", "recipient, sender, or system (opt-out links and the like, filled by the sending tool)"),
)

TEMPLATE_FAULTS = _relation(
    "template_faults",
    "a broken merge tag, or a blank that nobody filled in, in a message",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("part", "VARCHAR", "part of the message that holds it, as in message_lines"),
    ("text", "VARCHAR", "what stands there"),
    ("kind", "VARCHAR", "broken-tag or blank"),
)

HTML_ELEMENTS = _relation(
    "html_elements",
    "an element of the HTML part",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("tag", "VARCHAR", "name of the element, lower case"),
    ("attributes", "VARCHAR", "attributes as JSON, names in lower case"),
    ("source", "VARCHAR", "src or href"),
    ("text", "VARCHAR", "visible text inside, shortened"),
)

OPT_OUTS = _relation(
    "opt_outs",
    "a way to opt out that a message offers",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("part", "VARCHAR", "part of the message that holds it, as in message_lines"),
    ("kind", "VARCHAR", "link, mailto, prose or tag"),
    ("language", "VARCHAR", "language of the wording"),
    ("text", "VARCHAR", "the words or the target"),
)

MESSAGE_PAIRS = _relation(
    "message_pairs",
    "two variations of the message, or one with itself: the two wordings of its spintax that differ most",
    ("variant", "VARCHAR", "name of one variation"),
    ("file", "VARCHAR", "path of that variation"),
    ("other_variant", "VARCHAR", "name of the other, later in the plan; the same for two wordings of one"),
    ("other_file", "VARCHAR", "path of the other"),
    ("similarity", "DOUBLE", "likeness of their comparable texts, 0 to 1"),
)

LIST_COLUMNS = _relation(
    "list_columns",
    "a column of the recipient list",
    ("position", "INTEGER", "place in the header, from 1"),
    ("header", "VARCHAR", "name as the file gives it"),
    ("name", "VARCHAR", "name of the column in `recipients`"),
    ("is_used", "BOOLEAN", "inserted into the message, or used to choose sender, variation or time"),
)

RECIPIENTS = _relation(
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
    Column("email_domain", "VARCHAR", "all that stands after the @, lower case"),
    Column("domain", "VARCHAR", "registrable domain by the Public Suffix List"),
    Column("address_problem", "VARCHAR", "why the address is not valid; NULL where it is"),
    Column("is_mailbox_provider", "BOOLEAN", "the domain is a mailbox provider (gmail.com, web.de …)"),
    Column("is_disposable", "BOOLEAN", "the domain hands out throw-away addresses"),
    Column("is_role_address", "BOOLEAN", "info@, sales@, support@ …"),
    Column("meant_domain", "VARCHAR", "what a misspelled domain is likely meant to be; NULL where it seems right"),
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

SENDS = _relation(
    "sends",
    "a recipient × a send time",
    ("row", "INTEGER", "row of the recipient"),
    ("variant", "VARCHAR", "variation of the message"),
    ("sender", "VARCHAR", "address of the sender, lower case"),
    ("occurrence", "INTEGER", "number of the repetition, from 1"),
    ("send_at", "TIMESTAMP", "when it is sent (UTC); NULL where the time cannot be read"),
    ("time_problem", "VARCHAR", "why the time cannot be read or does not exist; NULL where it is sound"),
    ("local_at", "TIMESTAMP", "local time of the recipient; where several zones are possible, the earliest"),
    ("local_date", "DATE", "local date"),
    ("local_minute", "INTEGER", "minutes after local midnight"),
    ("latest_local_at", "TIMESTAMP", "as local_at, in the latest of the possible zones; else the same"),
    ("latest_local_minute", "INTEGER", "minutes after midnight there"),
    ("weekday", "INTEGER", "ISO weekday there: Monday is 1"),
    ("is_workday", "BOOLEAN", "neither weekend nor public holiday there"),
    ("holiday", "VARCHAR", "name of the public holiday there; NULL where none"),
    ("zones", "VARCHAR", "time zones the recipient may be in, joined by a space; one where it is known"),
    ("country_code", "VARCHAR", "ISO 3166 code of the recipient's country; NULL where unknown"),
    ("timezone_source", "VARCHAR", "timezone, region, country or plan: what the zone rests on"),
)

HISTORY = _relation(
    "history",
    "an earlier email, or one that another of the given plans would send",
    ("mailbox", "VARCHAR", "the mailbox behind the address, as in recipients"),
    ("company_key", "VARCHAR", "the company, as in recipients"),
    ("sent_at", "TIMESTAMP", "when it was sent (UTC); NULL for people on an exclude list"),
    ("kind", "VARCHAR", "signature or branded; signature where the file does not say"),
    ("campaign", "VARCHAR", "name of the campaign"),
    ("sender", "VARCHAR", "address of the sender, lower case"),
    ("subject", "VARCHAR", "subject line"),
    ("message_key", "VARCHAR", "digest or text that tells messages apart, where the file has one"),
    ("opened", "BOOLEAN", "it was opened"),
    ("clicked", "BOOLEAN", "a link was clicked"),
    ("replied", "BOOLEAN", "it was answered"),
    ("source", "VARCHAR", "history, plan (another plan given) or exclude"),
    ("file", "VARCHAR", "file it comes from"),
    ("name", "VARCHAR", "what to call it: its campaign, else its subject, else its message key, shortened"),
    ("similarity", "DOUBLE", "likeness of its text to the likest variation, 0 to 1; NULL where the file has no text"),
    ("is_same_subject", "BOOLEAN", "its subject is that of a variation, filled in or not"),
)

BRANDED_EMAILS = _relation(
    "branded_emails",
    "an earlier email that was branded, not signature-driven: those of `history`",
    ("mailbox", "VARCHAR", "the mailbox behind the address, as in recipients"),
    ("sent_at", "TIMESTAMP", "when it was sent (UTC)"),
)

SUPPRESSIONS = _relation(
    "suppressions",
    "an opt-out",
    ("mailbox", "VARCHAR", "address, lower case; NULL where the entry is a digest or a domain"),
    ("digest", "VARCHAR", "MD5, SHA-1 or SHA-256 digest of the address, lower case"),
    ("domain", "VARCHAR", "a whole domain that opted out"),
    ("scope", "VARCHAR", "all, email, or a purpose"),
    ("source", "VARCHAR", "the system that keeps the list"),
    ("since", "TIMESTAMP", "when the person opted out"),
    ("file", "VARCHAR", "file of the list"),
    ("line", "INTEGER", "line there"),
)

SUPPRESSION_LISTS = _relation(
    "suppression_lists",
    "a suppression list that the plan names",
    ("file", "VARCHAR", "file of the list"),
    ("source", "VARCHAR", "the system that keeps the list"),
    ("scope", "VARCHAR", "all, email, or a purpose"),
    ("hash", "VARCHAR", "none, md5, sha1 or sha256"),
    ("entries", "INTEGER", "number of entries"),
    ("as_of", "TIMESTAMP", "when the list was made: the plan's word, else its latest entry (UTC); NULL where unknown"),
    ("is_dated", "BOOLEAN", "the plan says when the list was made"),
)

REJECTS = _relation(
    "rejects",
    "a row that could not be read",
    ("relation", "VARCHAR", "recipients, history, suppressions or senders"),
    ("file", "VARCHAR", "file that holds it"),
    ("row", "INTEGER", "row as a spreadsheet numbers it"),
    ("line", "INTEGER", "line of the file"),
    ("text", "VARCHAR", "the row as it stands, shortened"),
    ("reason", "VARCHAR", "why it could not be read"),
)

MERGE_VALUES = _relation(
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

SEGMENTS = _relation(
    "segments",
    "a value of a column that sorts recipients into groups",
    ("field", "VARCHAR", "country, region, language, user_group, owner or variant"),
    ("value", "VARCHAR", "the value as the list spells it"),
    ("key", "VARCHAR", "the same for all spellings of one value"),
    ("recipients", "INTEGER", "rows that spell it so"),
    ("row", "INTEGER", "the first of them"),
)

MESSAGE_SENDERS = _relation(
    "message_senders",
    "a variation of the message × a sender in whose name it goes out",
    ("variant", "VARCHAR", "name of the variation"),
    ("sender", "VARCHAR", "address of the sender, lower case"),
    ("recipients", "INTEGER", "rows of the list that get it so"),
    ("is_from_name", "BOOLEAN", "the name in From is the sender's; NULL where there is none, or nobody can tell"),
    ("is_from_email", "BOOLEAN", "the address in From is the sender's; NULL where there is none, or a merge tag"),
    ("from_tag", "VARCHAR", "a merge tag in From that the recipient's own data fill in; NULL where there is none"),
    ("other_name", "VARCHAR", "a name in the signature that is not the sender's; NULL where there is none"),
    ("other_title", "VARCHAR", "a title in the signature, of quite another rank than the sender's; else NULL"),
    ("replies_to", "VARCHAR", "address that replies go to: Reply-To, else From, else the sender; NULL for a merge tag"),
    ("reaches_sender", "BOOLEAN", "replies reach the sender or the delegate; NULL where a merge tag stands there"),
)

SEND_STARTS = _relation(
    "send_starts",
    "the start of a send: of each occurrence of the plan's schedule, or of a campaign of the history on a day",
    ("source", "VARCHAR", "plan or history"),
    ("campaign", "VARCHAR", "name of the campaign"),
    ("starts_at", "TIMESTAMP", "when the first signature-driven email of it goes or went out (UTC)"),
    ("local_at", "TIMESTAMP", "the same by the clock of the schedule's time zone"),
)

RELATIONS = (
    PLAN,
    SENDERS,
    MESSAGES,
    MESSAGE_LINES,
    HEADERS,
    LINKS,
    LINK_PARAMETERS,
    MERGE_TAGS,
    TEMPLATE_FAULTS,
    HTML_ELEMENTS,
    OPT_OUTS,
    MESSAGE_PAIRS,
    MESSAGE_SENDERS,
    LIST_COLUMNS,
    Relation(RECIPIENTS.name, RECIPIENTS.row, RECIPIENTS.columns + RECIPIENT_FACTS),
    SENDS,
    MERGE_VALUES,
    SEGMENTS,
    HISTORY,
    BRANDED_EMAILS,
    SEND_STARTS,
    SUPPRESSIONS,
    SUPPRESSION_LISTS,
    REJECTS,
)
"""All relations, in the order of the data model."""
