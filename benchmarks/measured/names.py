"""DAT004 and DAT005 on the names that Faker and mimesis know in all their locales: as they are, and as lists spoil them."""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from measured.findings import FIRST_ROW, csv_text, findings
from measured.measurement import Measurement, compare

MESSAGE = "Subject: Pallets\n\nDear {{first_name}} {{last_name}},\n\nA question.\n\nAna Ruiz\n"
SEED = 2026
SIZE = 250
"""People of each locale, where nothing else is asked for. Faker has some 110 locales, mimesis some 50."""

NOTES = """\
{} [I think]
{} (left)
{}?
{} ???
{} - left the company
{} DO NOT CALL
{} do not email
{} - VIP
{} (new!)
{}2
{} #2
{} *
{} @ Acme
{}@acme.com
{} / Bob
{} 🎉
{} [old]
{} (check spelling)
{} – moved
{} (Bob)
{} "Bob"
{}!
{} (?)
{} ext. 12
{} 555-0123
www.{}.com
{} <left>
{} = boss
{} + wife
{} & Ann
{} (verstorben)
{} - parti
{} (retired)
{} nicht anrufen
{} ne pas appeler
{} deceased
{} unsubscribed
{}; see notes
{} _old
{} | assistant
{} left company
{} no longer here
{} wrong number
{} gone
{} on leave
{} - no llamar
{} ~ maybe
{}...
{} xx
{} tbc
""".splitlines()
"""What a sales representative may add to a name, written down without a look at the words that sigcheck knows."""

_INITIALS = 2
"""Letters up to which a name in capitals may be initials, and is left out of what has to be found."""


class Field(NamedTuple):
    """A cell of the list: its row, and which of the names it holds, as findings label it."""

    row: int
    label: str


def measure(size: int = SIZE) -> list[Measurement]:
    """Return how the rules do on `size` people of each locale, drawn from one seed."""
    measurements = []
    for source, people in (("Faker", people_of_faker(size)), ("mimesis", people_of_mimesis(size))):
        fields = _fields(people)
        measurements += [
            _as_they_stand("DAT004", f"names of {source}", fields),
            _as_they_stand("DAT005", f"names of {source}", fields),
            _spoiled("DAT004", f"names of {source} in capitals", fields, _in_capitals),
            _spoiled("DAT004", f"names of {source} in small letters", fields, _in_small_letters),
            _spoiled("DAT005", f"names of {source} with a note", fields, _with_notes()),
        ]
    return measurements


def people_of_faker(size: int) -> list[tuple[str, str]]:
    """Return first and last names, `size` of each locale of Faker."""
    from faker import Faker
    from faker.config import AVAILABLE_LOCALES

    people = []
    for locale in sorted(AVAILABLE_LOCALES):
        with warnings.catch_warnings():  # of locales that have a new code
            warnings.simplefilter("ignore")
            faker = Faker(locale, use_weighting=False)
        faker.seed_instance(SEED)
        people += [(faker.first_name(), faker.last_name()) for _ in range(size)]
    return people


def people_of_mimesis(size: int) -> list[tuple[str, str]]:
    """Return first and last names, `size` of each locale of mimesis."""
    from mimesis import Person
    from mimesis.locales import Locale

    generators = [Person(locale, seed=SEED) for locale in Locale]
    return [(person.first_name(), person.last_name()) for person in generators for _ in range(size)]


def _as_they_stand(rule: str, data: str, fields: Mapping[Field, str]) -> Measurement:
    return compare(rule, data, fields, set(), _found(rule, fields))


def _spoiled(rule: str, data: str, fields: Mapping[Field, str], spoil: Callable[[str], str | None]) -> Measurement:
    spoiled = {field: after for field, name in fields.items() if (after := spoil(name)) is not None}
    return compare(rule, data, spoiled, set(spoiled), _found(rule, spoiled))


def _in_capitals(name: str) -> str | None:
    longest = max((len(word.strip(".")) for part in name.split("-") for word in part.split()), default=0)
    is_initials = longest <= _INITIALS or "." in name.strip(".")
    return None if is_initials or name.upper() == name else name.upper()


def _in_small_letters(name: str) -> str | None:
    return None if name.lower() == name else name.lower()


def _with_notes() -> Callable[[str], str]:
    rng = random.Random(SEED)
    return lambda name: rng.choice(NOTES).format(name)


def _fields(people: Iterable[tuple[str, str]]) -> dict[Field, str]:
    return {
        Field(row, label): name
        for row, names in enumerate(people, start=FIRST_ROW)
        for label, name in zip(("first name", "last name"), names, strict=True)
    }


def _found(rule: str, cells: Mapping[Field, str]) -> set[Field]:
    rows = range(FIRST_ROW, max(row for row, _ in cells) + 1)
    people = (
        (f"p{row}@acme.com", cells.get(Field(row, "first name"), ""), cells.get(Field(row, "last name"), ""))
        for row in rows
    )
    recipients = csv_text(("email", "first name", "last name"), people)
    found = findings([rule], {"message": MESSAGE, "recipients": recipients})[rule]
    return {Field(finding["row"], finding["label"]) for finding in found}
