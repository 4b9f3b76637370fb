"""DAT006 on placeholders and on values that look like them, and DAT009 on fields that hold something else."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from measured.findings import FIRST_ROW, csv_text, rows_found
from measured.labelled import labelled
from measured.measurement import Measurement, compare

SEED = 2026
SIZE = 100
"""People of each locale, where nothing else is asked for."""

LOCALES = "en_US en_GB de_DE fr_FR es_ES it_IT nl_NL sv_SE da_DK pt_BR pl_PL cs_CZ hu_HU ro_RO hr_HR fi_FI".split()
MESSAGE = "Subject: Pallets\n\nDear {{first_name}} {{last_name}} of {{company}},\n\nA question.\n\nAna Ruiz\n"
LOCALES_WITH_TITLES = ("en_US", "en_GB", "de_DE", "it_IT")
NO_TITLES = ("Misc.", "Ind.")
"""What Faker puts before some American names that nobody is called by."""

COLUMNS = ("first_name", "last_name", "company", "title", "email")


class Row(NamedTuple):
    """A person of a locale, with the name in the fields where it belongs and an address made of it."""

    first_name: str
    last_name: str
    prefix: str
    locale: str

    @property
    def local_part(self) -> str:
        """Return the part before the @ of the person's address."""
        return f"{_plain(self.first_name)}.{_plain(self.last_name)}"


def measure(size: int = SIZE) -> list[Measurement]:
    """Return how the rules do on labelled values, and on `size` people of each of 16 locales."""
    people = _people(size)
    return [_placeholders(), _labelled_rows(), *_people_of_faker(people)]


def _placeholders() -> Measurement:
    values = dict(enumerate(labelled("placeholders"), start=FIRST_ROW))
    rows = [{value["field"]: value["value"]} for value in values.values()]
    cases = {row: f"{value['field']} {value['value']}" for row, value in values.items()}
    wrong = {row for row, value in values.items() if value["label"] == "placeholder"}
    return compare("DAT006", "placeholders and values like them", cases, wrong, _found("DAT006", rows))


def _labelled_rows() -> Measurement:
    rows = labelled("misplaced_names")
    cases = {row: ", ".join(filter(None, entry.values())) for row, entry in enumerate(rows, start=FIRST_ROW)}
    wrong = {row for row, entry in enumerate(rows, start=FIRST_ROW) if entry["label"] == "misplaced"}
    return compare("DAT009", "rows mixed up, and rows like them", cases, wrong, _found("DAT009", rows))


def _people_of_faker(people: Sequence[Row]) -> list[Measurement]:
    rng = random.Random(SEED)

    def own(person: Row) -> dict[str, str]:
        return {"first_name": person.first_name, "last_name": person.last_name, "email": person.local_part}

    def of_another(person: Row) -> dict[str, str]:
        others = [one for one in people if one.locale == person.locale and one.local_part != person.local_part]
        return {**own(person), "email": rng.choice(others).local_part}

    def turned_round(person: Row) -> dict[str, str]:
        return {**own(person), "first_name": f"{person.last_name}, {person.first_name}"}

    def titled(person: Row) -> dict[str, str]:
        return {**own(person), "first_name": f"{person.prefix} {person.first_name}"}

    def both_names(person: Row) -> dict[str, str]:
        return {**own(person), "first_name": f"{person.first_name} {person.last_name}"}

    return [
        _each("people of Faker, with their own addresses", people, own, is_wrong=False),
        _each("the same, with another's address", people, of_another),
        _each("the same, 'Last, First' as first name", people, turned_round),
        _each("the same, both names as first name", people, both_names),
        _each("the same, a title before the first name", [person for person in people if person.prefix], titled),
    ]


def _each(
    data: str, people: Sequence[Row], written: Callable[[Row], dict[str, str]], *, is_wrong: bool = True
) -> Measurement:
    rows = [written(person) for person in people]
    cases = {row: ", ".join(entry.values()) for row, entry in enumerate(rows, start=FIRST_ROW)}
    return compare("DAT009", data, cases, set(cases) if is_wrong else set(), _found("DAT009", rows))


def _people(size: int) -> list[Row]:
    from faker import Faker

    people = []
    for locale in LOCALES:
        faker = Faker(locale, use_weighting=False)
        faker.seed_instance(SEED)
        for _ in range(size):
            prefix = faker.prefix() if locale in LOCALES_WITH_TITLES else ""
            people.append(Row(faker.first_name(), faker.last_name(), "" if prefix in NO_TITLES else prefix, locale))
    return people


def _plain(name: str) -> str:
    """Return a name as an address holds it."""
    decomposed = unicodedata.normalize("NFKD", name.lower().replace("ø", "o").replace("ł", "l").replace("ß", "ss"))
    return re.sub("[^a-z]", "", decomposed)


def _found(rule: str, rows: Sequence[dict[str, str]]) -> set[int]:
    cells = [[row.get(column, "") for column in COLUMNS] for row in rows]
    for number, row in enumerate(cells):
        row[-1] = row[-1] or f"p{number}"
        row[-1] += "" if "@" in row[-1] else "@acme.com"
    return rows_found([rule], {"message": MESSAGE, "recipients": csv_text(COLUMNS, cells)})
