"""Lists of people in which duplicates and colleagues are planted, with the truth about each row beside what it says."""

from __future__ import annotations

from typing import NamedTuple

FIRST_NAMES = ["Dana", "Omar", "Jo", "José", "Priya", "Søren", "Jürgen", "Anne-Marie", "Lee", "Mia", "Noah", "Olga"]
LAST_NAMES = ["Lee", "Díaz", "Müller", "O'Neil", "McDonald", "Patel", "Nowak", "Rossi", "Silva", "Berg", "Koch", "Kaya"]
PLAINER = {
    "José": "Jose",
    "Søren": "Soren",
    "Jürgen": "Juergen",
    "Díaz": "Diaz",
    "Müller": "Mueller",
    "O'Neil": "ONeil",
}
PROVIDERS = ("gmail.com", "googlemail.com", "yahoo.de", "gmx.net")
ROLES = ("info", "sales")
FORMS = ("{}", "{}", "{}", "{}, Inc.", "{} GmbH", "{} S.A.", "The {}", "  {} ", "{} (old)")
COUNTRIES = ("US", "US", "US", "DE", "")


class Person(NamedTuple):
    """A row, and who it truly is.

    `names` are those of the person, `domain` is None at a mailbox provider, `firm` where no company is given.
    """

    row: int
    email: str
    first_name: str
    last_name: str
    company: str
    country: str
    names: frozenset[str]
    domain: str | None
    firm: int | None


def planted_list(rng, count):
    """Return `count` people at a third as many firms: some are in it twice, some under two spellings or addresses."""
    people = [_person(rng, count // 3)]
    while len(people) < count:
        kind = rng.random()
        if kind < 0.8:
            people.append(_person(rng, count // 3))
        elif kind < 0.9:
            people.append(_respelled(rng, rng.choice(people)))
        else:
            people.append(_at_another_address(rng, rng.choice(people), count // 3))
    rng.shuffle(people)
    return [person._replace(row=row) for row, person in enumerate(people, start=2)]


def columns(person):
    """Return the cells of a row: email, first name, last name, company, country."""
    return person[1:6]


def mailbox_of(email):
    """Return the mailbox behind an address of the planted list."""
    local, _, host = email.strip().lower().partition("@")
    local = local.split("+")[0]
    if host in ("gmail.com", "googlemail.com"):
        return f"{local.replace('.', '')}@gmail.com"
    return f"{local}@{host}"


def companies_of(people):
    """Return the company of each row: everybody whom a domain or a firm ties together, by a walk along the ties."""
    neighbours = {}
    for person in people:
        nodes = [("domain", person.domain)] * (person.domain is not None) + [("firm", person.firm)] * (
            person.firm is not None
        )
        for node in nodes:
            neighbours.setdefault(node, set()).update(nodes)
    company = {}
    for start in neighbours:
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in company:
                company[node] = start
                stack.extend(neighbours[node])
    return {
        person.row: company.get(("domain", person.domain)) or company.get(("firm", person.firm)) for person in people
    }


def _person(rng, firms):
    first, last, firm = rng.choice(FIRST_NAMES), rng.choice(LAST_NAMES), rng.randrange(firms)
    local = rng.choice(
        [f"{PLAINER.get(first, first)}.{PLAINER.get(last, last)}".replace("'", ""), f"p{rng.random()}"[:9]]
    )
    return _at(rng, Person(0, "", first, last, "", "", frozenset((first, last)), None, firm), local)


def _at(rng, person, local):
    kind = rng.random()
    if kind < 0.15:
        host, domain = rng.choice(PROVIDERS), None
        firm = rng.choice([person.firm, None])
    else:
        host = f"firm{person.firm}.{rng.choice(['com', 'com', 'com', 'de'])}"
        domain, firm = host, rng.choice([person.firm, person.firm, None])
        host = rng.choice(["", "", "", "mail."]) + host
        if kind < 0.2:
            local = rng.choice(ROLES)
        elif kind < 0.21:
            host = domain = "northwind.com"
    country = rng.choice(COUNTRIES)
    return person._replace(
        email=f"{local.lower()}@{host}", company=_spelled(rng, firm), country=country, domain=domain, firm=firm
    )


def _spelled(rng, firm):
    name = rng.choice(FORMS).format(f"Harbor Foods {firm}")
    return "" if firm is None else rng.choice([name, name, name.upper()])


def _respelled(rng, person):
    local, _, host = person.email.partition("@")
    local = rng.choice([local, f"{local}+news", local.upper()])
    if host == "gmail.com":
        local, host = f"{local[:1]}.{local[1:]}", rng.choice([host, "googlemail.com"])
    first, last = (PLAINER.get(name, name) for name in (person.first_name, person.last_name))
    names = rng.choice([(first, last), (last, first), (first.upper(), last.upper())])
    return person._replace(email=f"{local}@{host}", first_name=names[0], last_name=names[1])


def _at_another_address(rng, person, firms):
    return _at(
        rng,
        person._replace(firm=person.firm if person.firm is not None else rng.randrange(firms)),
        f"q{rng.random()}"[:9],
    )
