"""DAT004 and DAT005 on the names that Faker knows, as they stand in some seventy locales, and on what befalls them."""

from __future__ import annotations

from collections.abc import Iterable

from measured.findings import FIRST_ROW, csv_text, rows_found
from measured.measurement import Measurement, compare

MESSAGE = "Subject: Pallets\n\nDear {{first_name}} {{last_name}},\n\nA question.\n\nAna Ruiz\n"
SEED = 2026


def measure(size: int = 250) -> list[Measurement]:
    """Return how the rules do on `size` people of each locale, drawn anew from one seed."""
    people = drawn_people(size)
    return [_as_they_stand(code, people) for code in ("DAT004", "DAT005")]


def drawn_people(size: int) -> list[tuple[str, str]]:
    """Return first and last names, `size` of each locale of Faker."""
    from faker import Faker
    from faker.config import AVAILABLE_LOCALES

    people = []
    for locale in sorted(AVAILABLE_LOCALES):
        faker = Faker(locale, use_weighting=False)
        faker.seed_instance(SEED)
        people += [(faker.first_name(), faker.last_name()) for _ in range(size)]
    return people


def _as_they_stand(code: str, people: Iterable[tuple[str, str]]) -> Measurement:
    cases = {row: f"{first} {last}" for row, (first, last) in enumerate(people, start=FIRST_ROW)}
    found = rows_found([code], {"message": MESSAGE, "recipients": _recipients(people)})
    return compare(code, "names as Faker has them", cases, set(), found)


def _recipients(people: Iterable[tuple[str, str]]) -> str:
    rows = ((f"p{number}@acme.com", *names) for number, names in enumerate(people))
    return csv_text(("email", "first name", "last name"), rows)
