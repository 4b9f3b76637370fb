"""The plan, who signs, and the lists that the plan names."""

from __future__ import annotations

from sigcheck.relations.schema import relation

PLAN = relation(
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

SENDERS = relation(
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
    ("acknowledgement_problem", "VARCHAR", "why the acknowledgement in the file does not count; NULL where it does"),
    ("away_from", "DATE", "first day of the next away period that is not over when the first email goes out"),
    ("away_to", "DATE", "last day of that period"),
    ("delegate", "VARCHAR", "address that replies may go to instead, lower case"),
    ("file", "VARCHAR", "file that names the sender"),
    ("line", "INTEGER", "line there"),
)

SUPPRESSIONS = relation(
    "suppressions",
    "an opt-out, by a suppression list or by a column of the recipient list itself",
    ("mailbox", "VARCHAR", "address, lower case; NULL where the entry is a digest or a domain"),
    ("digest", "VARCHAR", "MD5, SHA-1 or SHA-256 digest of the address, lower case"),
    ("domain", "VARCHAR", "a whole domain that opted out"),
    ("scope", "VARCHAR", "all, email, or a purpose"),
    ("source", "VARCHAR", "the system that keeps the list, or the column of the recipient list"),
    ("since", "TIMESTAMP", "when the person opted out"),
    ("file", "VARCHAR", "file of the list"),
    ("line", "INTEGER", "line there"),
)

SUPPRESSION_LISTS = relation(
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

REJECTS = relation(
    "rejects",
    "a row that could not be read",
    ("relation", "VARCHAR", "recipients, history, suppressions or senders"),
    ("file", "VARCHAR", "file that holds it"),
    ("row", "INTEGER", "row as a spreadsheet numbers it"),
    ("line", "INTEGER", "line of the file"),
    ("text", "VARCHAR", "the row as it stands, shortened"),
    ("reason", "VARCHAR", "why it could not be read"),
)
