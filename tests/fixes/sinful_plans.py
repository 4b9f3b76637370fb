"""Planned sends that sin at random, in every way for which there is a fix: made from a seed, complete with files."""

import json
import random
from pathlib import Path

import duckdb
import yaml

FIRST_NAMES = "Dana Omar Kim Lena Marc Søren José Priya Wei Fatima Liam Noah Emma Mia Olga Ivan Aiko Jürgen Zoë".split()
LAST_NAMES = "Lee Diaz Park Müller Durand McDonald Nielsen García Patel Zhang Haddad Smith Rossi Petrov O'Neil".split()
COMPANIES = (
    "Acme Globex Initech Hooli Umbrella Stark Wayne Tyrell Cyberdyne Soylent Nakatomi Wonka Oscorp Vandelay".split()
)
PLACES = [
    ("United States", "New York"), ("United States", "California"), ("Germany", "Bayern"), ("France", ""),
    ("United Kingdom", ""), ("Japan", ""), ("Canada", "Ontario"), ("Spain", ""), ("", ""),
]  # fmt: skip
TITLES = ["CEO", "Head of Logistics", "Warehouse Manager", "Buyer", "VP Operations", ""]
COLUMNS = {
    "id": "id", "email": "email", "first_name": "first name", "last_name": "last name", "company": "company",
    "title": "title", "country": "country", "state": "state", "owner": "owner", "relationship": "relationship",
    "user_group": "user group", "variant": "variant", "when": "when", "phone": "phone", "notes": "notes",
}  # fmt: skip
ENCODINGS = ["utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16"]
SIGNATURE = "\n\nBest regards,\nAna Ruiz\nAccount Executive, Northwind\n12 Harbor Street, Boston, MA 02110\n"
OPT_OUT = "If you would rather not hear from me, just reply and say so, and I won't write again."
BODIES = [
    "I looked after the move of a warehouse much like yours. Could we talk for a quarter of an hour on Thursday?",
    "Do you still count pallets by hand? A neighbour of yours stopped that in May, and I was there to help.",
    "Last week I saw how a firm of your size closed its year in one night. May I show you how they did it?",
    "Your auditors will ask for the count soon. I know a way that takes one person half a day, no more.",
]


def write_sinful_plan(folder: Path, seed: int) -> Path:
    """Write a planned send into `folder` and return its plan; the same seed gives the same send."""
    return _Sinner(folder, random.Random(seed)).write()


class _Sinner:
    def __init__(self, folder, chance):
        self.folder = folder
        self.chance = chance
        self.variants = chance.choice([1, 1, 2, 3])
        self.has_variants = self.variants > 1 and chance.random() < 0.6
        self.schedule = self._schedule()
        self.people = self._people(chance.randint(8, 26))

    def might(self, probability):
        return self.chance.random() < probability

    def write(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        plan = {
            "name": "Pallets", "purpose": "meeting-request",
            "sender": {"name": "Ana Ruiz", "email": "ana.ruiz@northwind.com", "title": "Account Executive"},
            "message": [self._message(number) for number in range(self.variants)],
            "recipients": self._list(),
            "schedule": self.schedule,
            "opt_out": {"owner": "privacy@northwind.com"},
            "now": "2026-11-30 12:00",
        }  # fmt: skip
        plan["history"] = self._history()
        plan["suppress"] = self._opt_outs()
        if self.might(0.2):
            plan["ignore"] = [
                {"code": self.chance.choice(["DAT010", "FRQ003", "ORG001", "HRS005"]), "reason": "agreed"}
            ]
        text = yaml.safe_dump(plan, sort_keys=False, allow_unicode=True)
        (self.folder / "plan.yaml").write_text(f"# planned by hand\n{text}", encoding="utf-8")
        return self.folder / "plan.yaml"

    def _schedule(self):
        schedule = {"timezone": "America/New_York"}
        kind = self.chance.choice(["at", "at", "window", "column", "repeat"])
        day = f"2026-12-{self.chance.randint(1, 6):02}"
        clock = self.chance.choice(["03:00", "08:30", "10:07", "17:45", "22:11"])
        if kind == "window":
            schedule.update(start=f"{day} {clock}", end=f"2026-12-{self.chance.randint(15, 18)} 16:30")
        elif kind == "column":
            schedule["column"] = "when"
        else:
            schedule["at"] = f"{day} {clock}"
        if kind == "repeat":
            schedule["repeat"] = "FREQ=WEEKLY;COUNT=3"
        return schedule

    def _people(self, count):
        people = [self._person(number) for number in range(count)]
        for _ in range(self.chance.randint(0, 4)):
            twin = dict(self.chance.choice(people), id=f"r{len(people)}")
            local, _, domain = twin["email"].partition("@")
            twin["email"] = self.chance.choice(
                [
                    twin["email"],
                    twin["email"].upper(),
                    f"{local}+fair@{domain}",
                    f" {local}@{domain}",
                    f"{local}2@{domain}",
                ]
            )
            twin["title"] = self.chance.choice([twin["title"], "", "Buyer"])
            people.append(twin)
        return people

    def _person(self, number):
        first, last = self.chance.choice(FIRST_NAMES), self.chance.choice(LAST_NAMES)
        company = self.chance.choice(COMPANIES)
        country, state = self.chance.choice(PLACES)
        local = f"{first}.{last}".lower().replace("'", "").encode("ascii", "ignore").decode() + str(number)
        person = {
            "id": f"r{number}", "email": f"{local}@{company.lower()}.com", "first_name": first, "last_name": last,
            "company": company, "title": self.chance.choice(TITLES), "country": country, "state": state,
            "owner": self.chance.choice(["Ana Ruiz", "", "Marc Durand"]),
            "relationship": self.chance.choice(["", "", "met at the fair"]),
            "user_group": self.chance.choice(["", "", "", "Users North"]),
            "variant": f"v{self.chance.randrange(self.variants)}" if self.might(0.95) else "old one",
            "when": f"2026-12-0{self.chance.randint(1, 9)} {self.chance.choice(['10:07', '03:00', '17:30'])}",
            "phone": "+1 617 555 0100", "notes": "=1+2" if self.might(0.1) else "",
        }  # fmt: skip
        for spoil in (self._spoil_name, self._spoil_company, self._spoil_address):
            if self.might(0.3):
                spoil(person)
        return person

    def _spoil_name(self, person):
        name = person["first_name"]
        wrong = name.encode().decode("latin-1")
        person["first_name"] = self.chance.choice(
            [
                name.upper(),
                name.lower(),
                f" {name}",
                f"{name}  ",
                f"={name}",
                f"{name} (left)",
                "",
                "n/a",
                wrong,
                f"Dr. {name}",
            ]
        )

    def _spoil_company(self, person):
        name = person["company"]
        person["company"] = self.chance.choice(
            [
                f"{name}, Inc.",
                f"{name.upper()} HOLDINGS GMBH",
                f"{name} (old)",
                f"{name} &amp; Sons",
                f"{name}  Group",
                "",
            ]
        )

    def _spoil_address(self, person):
        local, _, domain = person["email"].partition("@")
        person["email"] = self.chance.choice(
            [
                f"{local}@gmial.com",
                f"{local}@{domain[:-1]}n",
                f"info@{domain}",
                f"{local}@",
                f"{local}@gmail.com",
                local,
                "",
            ]
        )

    def _message(self, number):
        tags = {"first_name": "{{first_name}}", "company": "{{company}}"}
        if self.might(0.25):
            odd = self.chance.choice(["*|FNAME|*", "%%first_name%%", "[First Name|friend]", "{{first_name}"])
            tags["first_name"] = odd
        subject = ["Your pallet count", "Counting at {company}", "A night in {company}", "The count"][number].format(
            **tags
        )
        paragraphs = [f"Hi {tags['first_name']},", BODIES[number], f"How does {tags['company']} do it?", OPT_OUT]
        if self.might(0.25):
            paragraphs[1] += self.chance.choice(
                ["&nbsp;&amp; more", " <b>Soon</b>.<br>Really.", "\nfont-family: Arial;"]
            )
        if self.might(0.25):
            paragraphs[2] += " https://northwind.com/count?utm_source=mail&page=2&utm_medium=email"
        text = "\n\n".join(paragraphs) + SIGNATURE
        kind = self.chance.choice(["txt", "txt", "eml", "html"])
        name = f"v{number}.{kind}"
        (self.folder / name).write_bytes(_as_file(kind, subject, text).encode())
        return {"file": name, "name": f"v{number}"}

    def _list(self):
        columns = [key for key in COLUMNS if (key != "variant" or self.has_variants)]
        rows = [[person[key] for key in columns] for person in self.people]
        titles = [COLUMNS[key] for key in columns]
        kind = self.chance.choice(["csv", "csv", "csv", "csv", "tsv", "jsonl", "parquet"])
        path = self.folder / f"recipients.{kind}"
        if kind == "jsonl":
            lines = (json.dumps(dict(zip(titles, row, strict=True)), ensure_ascii=False) for row in rows)
            path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        elif kind == "parquet":
            _write_parquet(path, titles, rows)
        else:
            _write_text(path, titles, rows, self.chance)
        return path.name

    def _history(self):
        lines = ["email,sent_at,kind,campaign,sender,subject,opened,replied"]
        for person in self.people:
            if self.might(0.3) and "@" in person["email"]:
                kind, campaign = self.chance.choice(
                    [("signature", "Fair"), ("branded", "News"), ("signature", "Pallets")]
                )
                day = self.chance.choice(["2026-11-20", "2026-09-01", "2026-10-15"])
                lines.append(
                    f"{person['email'].strip()},{day} 14:07,{kind},{campaign},ana.ruiz@northwind.com,News,yes,no"
                )
        (self.folder / "history.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return "history.csv" if len(lines) > 1 else "none"

    def _opt_outs(self):
        out = [person["email"].strip() for person in self.people if self.might(0.08) and "@" in person["email"]]
        if not out:
            return "none"
        (self.folder / "optouts.csv").write_text("\n".join(["email", *out]) + "\n", encoding="utf-8")
        return [{"file": "optouts.csv", "source": "marketing automation", "as_of": "2026-11-29"}]


def _as_file(kind, subject, text):
    markup = "".join(f"<p>{paragraph}</p>\n" for paragraph in text.strip().split("\n\n"))
    page = f"<html><head><title>{subject}</title></head><body>{markup}<img src='https://northwind.com/logo.png'></body></html>\n"
    if kind == "txt":
        return f"Subject: {subject}\n\n{text}"
    if kind == "html":
        return page
    return (
        f"From: Ana Ruiz <ana.ruiz@northwind.com>\nSubject: {subject}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{page}\n--b--\n"
    )


def _write_text(path, titles, rows, chance):
    delimiter = "\t" if path.suffix == ".tsv" else chance.choice(",;")
    newline = chance.choice(["\n", "\r\n"])
    always = chance.random() < 0.3

    def cell(value):
        is_quoted = always or any(mark in value for mark in (delimiter, '"', "\n"))
        return '"' + value.replace('"', '""') + '"' if is_quoted else value

    text = newline.join([delimiter.join(map(cell, row)) for row in [titles, *rows]]) + newline
    if chance.random() < 0.2:
        text += f"broken{newline}"
    encoding = chance.choice(ENCODINGS)
    path.write_bytes(text.encode(encoding, "xmlcharrefreplace"))


def _write_parquet(path, titles, rows):
    connection = duckdb.connect()
    columns = ", ".join(f'unnest(CAST($p{at} AS VARCHAR[])) AS "{title}"' for at, title in enumerate(titles))
    values = {f"p{at}": [row[at] or None for row in rows] for at in range(len(titles))}
    connection.execute(f"CREATE TABLE list AS SELECT {columns}", values)
    connection.execute(f"COPY list TO '{path}' (FORMAT parquet)")
    connection.close()
