"""How senior REL002 takes a sender to be, on job titles in English, German, French and Spanish."""

from __future__ import annotations

from measured.findings import FIRST_ROW, csv_text, relation
from measured.labelled import labelled
from measured.measurement import Measurement, compare

LEVELS = ("c-level", "vp", "director", "manager")


def measure() -> list[Measurement]:
    """Return how well each level is told, and all of them together."""
    cases = labelled("job_titles")
    recipients = csv_text(("email", "title"), ((f"p{n}@acme.com", case["title"]) for n, case in enumerate(cases)))
    inputs = {"message": "Subject: Pallets\n\nHello,\n\nA question.\n\nAna Ruiz\n", "recipients": recipients}
    told = {entry["row"]: entry["seniority"] for entry in relation("recipients", inputs)}
    titles = {row: f"{case['title']} ({case['level']})" for row, case in enumerate(cases, start=FIRST_ROW)}
    levels = {row: case["level"] for row, case in enumerate(cases, start=FIRST_ROW)}
    return [
        compare(
            "REL002",
            f"job titles: {level}",
            titles,
            {row for row, labelled_level in levels.items() if labelled_level == level},
            {row for row, told_level in told.items() if told_level == level},
        )
        for level in LEVELS
    ]
