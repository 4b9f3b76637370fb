"""SQL lets a value pass only where Python finds nothing in it, and says of a company just what Python says."""

import itertools

import pytest

from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.facts.plain_values import add_odd_words, odd_values, plain_company
from sigcheck.facts.value_flaws import ValueFlaws, value_flaws
from sigcheck.facts.word_lists import entries
from sigcheck.relations import Column

NAMES = [
    *("Frank", "Dana Lee", "Anne-Marie", "Mary Ann Lee", "O'Neil", "McDonald", "van der Berg", "de la Cruz", "J. P."),
    *(
        "José",
        "Łukasz",
        "Åse",
        "Ünal",
        "Đặng",
        "Šárka",
        "İbrahim",
        "Иван",
        "Ελένη",
        "健太",
        "佐藤 健",
        "محمد",
        "Nguyễn",
    ),
    *(
        "St. John",
        "Davis Jr.",
        "Smith III",
        "Xx",
        "Aa",
        "Ng",
        "Bo",
        "Nil",
        "Mag",
        "Don",
        "Earl",
        "Max",
        "John",
        "Décédé",
    ),
]
MUTATIONS = (
    *(str.upper, str.lower, str.swapcase, lambda name: f"{name} ", lambda name: f" {name}", lambda name: f"{name}?"),
    *(
        lambda name: f"{name} (left)",
        lambda name: f"{name} [I think]",
        lambda name: f"{name} Left",
        lambda name: f"Dr {name}",
    ),
    *(lambda name: f"{name} 2", lambda name: f"{name}  Lee", lambda name: f"{name}, Lee", lambda name: f"{name} Inc"),
    *(lambda name: f"{name} 🎉", lambda name: f"Old {name}", lambda name: f"{name}\u200b", lambda name: f"Ex {name}"),
    *(
        lambda name: f"{name} Do Not Call",
        lambda name: name.encode().decode("cp1252", "replace"),
        lambda name: f"[{name}]",
    ),
)
COMPANIES = [
    *("Acme", "Globex Group", "The Home Depot", "IBM", "3M", "Johnson & Johnson", "Ben & Jerry's", "Müller & Söhne"),
    *(
        "eBay",
        "adidas",
        "Rolls-Royce",
        "Day Spa",
        "Plan B",
        "Smith and",
        "株式会社日立",
        "ООО Ромашка",
        "PT Astra",
        "Zara",
    ),
    *("Acme Holdings", "Acme Old", "Test Account", "Unknown", "GLOBEX INDUSTRIES", "Acme Pty", "Acme (old)", "zz Acme"),
    *(
        "SAP",
        "L'Oréal",
        "Procter and Gamble",
        "Old Navy",
        "Company 12",
        "Northern Bank",
        "Kraków Stal",
        "Société Générale",
    ),
]
FORMS = [
    "",
    *"Inc;Inc.;Ltd;Limited;LLC;GmbH;AG;KG;SE;SA;S.A.;SAS;SARL;BV;B.V.;AB;Oy;ApS;plc;PLC;Corp.;AS;NV".split(";"),
]
FORMS += [
    "GmbH & Co. KG",
    "S.p.A.",
    "d.o.o.",
    "Sp. z o.o.",
    "Pty Ltd",
    "Co., Ltd.",
    "Holdings Inc",
    "Spa",
    "Co",
    "(old)",
]
TEXTS = [
    *("a fine day", "n/a", "N.A.", "-", "---", "#N/A", "keine Angabe", "TBD", "[Company]", "{{company}}", "CafÃ©", "—"),
    *(
        "aaaa",
        "xx",
        "0",
        "123",
        "+1 617 555 0100",
        "ana@acme.com",
        "=1+1",
        "a  b",
        "Null",
        "未定",
        "test",
        "Kraków",
        "NA",
    ),
    *(
        "I saw [your name here] in a long text about pallets and warehouses",
        "A long text without any fault " * 5,
        "R&D;",
    ),
]


def judged(field, values):
    engine = DuckDBEngine()
    try:
        engine.create("given_values", [Column("given", "VARCHAR", "")], [(value,) for value in values])
        add_odd_words(engine)
        rows = engine.query(odd_values(field, "given", "given_values")).rows
        spoken = engine.query(f"SELECT given, {plain_company('given')} FROM given_values").rows
        return {given: needs_look for _, given, needs_look in rows}, dict(spoken)
    finally:
        engine.close()


@pytest.mark.parametrize("field", ["first_name", "last_name", "full_name"])
def test_every_flawed_name_gets_a_closer_look(field):
    listed = [
        form(entry) for entry in entries("placeholders") | entries("name_notes") for form in (str, str.title, str.upper)
    ]
    values = {*NAMES, *listed, *(mutate(name) for mutate, name in itertools.product(MUTATIONS, NAMES))}
    odd, _ = judged(field, values)
    assert [value for value in values if value_flaws(field, value) and value not in odd] == []


def test_plain_names_get_none():
    plain = {"Frank", "Dana Lee", "Anne-Marie", "Mary Ann Lee", "José", "Łukasz", "Šárka", "Иван", "健太", "محمد"}
    odd, _ = judged("first_name", plain)
    assert odd == {}


def test_every_flawed_company_gets_a_closer_look_or_is_said_as_python_says_it():
    listed = [entry.title() for entry in entries("placeholders")]
    names = (f"{name}{comma} {form}".strip() for name, comma, form in itertools.product(COMPANIES, ("", ","), FORMS))
    values = {*listed, *names}
    odd, spoken = judged("company", values)
    decided = [value for value in values if not odd.get(value)]
    said = {value: (spoken[value] if value in odd else None) for value in decided}
    judged_by_python = {value: (value_flaws("company", value) or ValueFlaws()).spoken for value in decided}
    assert said == judged_by_python
    assert [
        value for value in decided if (value_flaws("company", value) or ValueFlaws()) != ValueFlaws(spoken=said[value])
    ] == []
    assert {"Globex Group", "Globex Group Inc.", "Globex Group, Inc.", "Acme GmbH"} <= set(decided)


def test_every_flawed_text_gets_a_closer_look():
    values = {*TEXTS, *entries("placeholders"), *(entry.upper() for entry in entries("placeholders"))}
    odd, _ = judged("note", values)
    assert [value for value in values if value_flaws("note", value) and value not in odd] == []
    assert "a fine day" not in odd
    assert "+1 617 555 0100" not in odd
