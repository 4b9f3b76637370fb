"""DAT010 on companies' names that were labelled by hand, and ORG001 on pairs of names that are one company or two."""

from __future__ import annotations

from measured.findings import FIRST_ROW, csv_text, findings, rows_found
from measured.labelled import labelled
from measured.measurement import Measurement, compare

MESSAGE = "Subject: Pallets\n\nHello at {{company}},\n\nA question.\n\nAna Ruiz\n"


def measure() -> list[Measurement]:
    """Return how the rules do on the names and on the pairs."""
    return [_written_as_in_a_database(), _said_as_people_say_it(), _tied_together()]


def _written_as_in_a_database() -> Measurement:
    names = dict(enumerate(labelled("company_names"), start=FIRST_ROW))
    cases = {row: name["name"] for row, name in names.items()}
    wrong = {row for row, name in names.items() if name["spoken"]}
    return compare("DAT010", "companies' names", cases, wrong, rows_found(["DAT010"], _plan(list(cases.values()))))


def _said_as_people_say_it() -> Measurement:
    """Measure the names that the rule proposes: each that it should name, it should name as labelled."""
    names = dict(enumerate((name for name in labelled("company_names") if name["spoken"]), start=FIRST_ROW))
    found = findings(["DAT010"], _plan([name["name"] for name in names.values()]))["DAT010"]
    said = {finding["row"]: finding["spoken"] for finding in found}
    cases = {row: f"{name['name']} → {name['spoken']} (not {said.get(row)})" for row, name in names.items()}
    right = {row for row, name in names.items() if said.get(row) == name["spoken"]}
    return compare("DAT010", "what people say instead", cases, set(cases), right)


def _tied_together() -> Measurement:
    """Measure which of the pairs the rule takes for one company: all in one list, as nothing but a name ties them."""
    pairs = labelled("company_pairs")
    cases = {number: f"{pair['one']} / {pair['other']}" for number, pair in enumerate(pairs)}
    wrong = {number for number, pair in enumerate(pairs) if pair["same"] == "yes"}
    groups = findings(["ORG001"], _plan([pair[side] for pair in pairs for side in ("one", "other")]))["ORG001"]
    company = {row: number for number, group in enumerate(groups) for row in group["related_rows"]}
    rows = {number: FIRST_ROW + 2 * number for number in cases}
    found = {number for number, row in rows.items() if row in company and company[row] == company.get(row + 1)}
    return compare("ORG001", "pairs of companies' names", cases, wrong, found)


def _plan(companies: list[str]) -> dict[str, str]:
    people = ((f"p{number}@gmail.com", f"P{number}", company) for number, company in enumerate(companies))
    return {"message": MESSAGE, "recipients": csv_text(("email", "first name", "company"), people)}
