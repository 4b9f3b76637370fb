import csv
from pathlib import Path

import pytest

from sigcheck.facts.postal_address import find_postal_address, postal_address_in
from sigcheck.inputs.message_types import MessageLine

LABELLED = list(
    csv.DictReader((Path(__file__).parent.parent / "data" / "postal_addresses.csv").open(encoding="utf-8", newline=""))
)
COUNTRIES = ("US", "CA", "GB", "DE", "FR", "NL", "AU")


def lines(*entries):
    return [MessageLine(number, part, text) for number, (part, text) in enumerate(entries, start=1)]


def test_the_labelled_set_is_large_enough_and_mixed():
    assert len(LABELLED) >= 200
    assert sum(row["label"] == "none" for row in LABELLED) >= 100
    assert {row["country"] for row in LABELLED} == {*COUNTRIES, ""}


@pytest.mark.parametrize("country", COUNTRIES)
def test_addresses_of_each_country_are_found(country):
    texts = [row["text"] for row in LABELLED if row["label"] == "address" and row["country"] == country]
    missed = [text for text in texts if postal_address_in(text) is None]
    assert len(missed) <= 0.02 * len(texts), missed


def test_what_is_no_address_is_not_taken_for_one():
    texts = [row["text"] for row in LABELLED if row["label"] == "none"]
    taken = {text: postal_address_in(text) for text in texts if postal_address_in(text)}
    assert len(taken) <= 0.01 * len(texts), taken


@pytest.mark.parametrize("locale", ["en_US", "en_CA", "en_GB", "de_DE", "fr_FR", "nl_NL", "en_AU"])
def test_addresses_that_nobody_looked_at_are_found_too(locale):
    faker = pytest.importorskip("faker").Faker(locale)
    faker.seed_instance(7)
    addresses = [address for address in (faker.address() for _ in range(200)) if " AP " not in address]
    addresses = [address for address in addresses if not any(word in address for word in ("APO", "FPO", "DPO"))]
    missed = [address for address in addresses if postal_address_in(address) is None]
    assert len(missed) <= 0.02 * len(addresses), missed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Ruiz\nNorthwind\n12 Harbor Street\nBoston, MA 02110", "12 Harbor Street, Boston, MA 02110"),
        ("Northwind GmbH · Leopoldstr. 23a · 80802 München · HRB 12345", "Leopoldstr. 23a · 80802 München"),
        ("PO Box 1024, Portland, OR 97207", "PO Box 1024, Portland, OR 97207"),
        ("Northwind, Unter den Linden 17, 10117\u00a0Berlin", "Unter den Linden 17, 10117 Berlin"),
        ("東京都千代田区 〒100-0001", "〒100-0001"),
    ],
)
def test_the_address_is_returned_on_one_line(text, found):
    assert postal_address_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Bahnhofstrasse 5, 8001 Zürich",
        "Stephansplatz 4, A-1010 Wien",
        "Via Roma 12, 20121 Milano",
        "Calle Mayor 5, 28013 Madrid",
        "Rua Augusta 24, 1100-053 Lisboa",
        "ul. Marszałkowska 10, 00-590 Warszawa",
        "Drottninggatan 5, 111 51 Stockholm",
        "Vesterbrogade 3, 1620 København",
        "Mannerheimintie 12, 00100 Helsinki",
        "12 Merrion Street, Dublin D02 X285",
    ],
)
def test_addresses_of_other_countries_whose_languages_are_known(text):
    assert postal_address_in(text) is not None


@pytest.mark.parametrize(
    "tag",
    [
        "*|LIST:ADDRESS|*",
        "*|HTML:LIST_ADDRESS_HTML|*",
        "%%account_address%%",
        "%%Member_Addr%%",
        "%SENDER-INFO-SINGLELINE%",
        "{{ site_settings.company_street_address_1 }}",
        "{{ organization.full_address }}",
        "{!Organization.Street}",
        "[Sender_Address]",
        "{{my.mailing_address}}",
        "{{ postal_address }}",
    ],
)
def test_a_tag_that_the_tool_fills_with_the_address_counts(tag):
    assert postal_address_in(f"Ana Ruiz\n{tag}") is not None


@pytest.mark.parametrize(
    "tag", ["{{email_address}}", "{{contact.email address}}", "*|EMAIL|*", "{{address}}", "%%email_address%%"]
)
def test_tags_of_the_recipient_do_not_count(tag):
    assert postal_address_in(f"Sent to {tag}") is None


def test_signature_and_disclaimer_come_before_the_body():
    found = find_postal_address(
        lines(
            ("body", "Breakfast is at 60 School Street, Boston, MA 02108."),
            ("signature", "Ana Ruiz"),
            ("disclaimer", "Northwind, 12 Harbor Street, Boston, MA 02110"),
        )
    )
    assert (found.part, found.text) == ("disclaimer", "12 Harbor Street, Boston, MA 02110")


def test_an_address_in_the_body_is_said_to_be_there():
    found = find_postal_address(lines(("body", "Breakfast is at 60 School Street, Boston, MA 02108.")))
    assert found.part == "body"


def test_quoted_text_is_somebody_elses():
    assert find_postal_address(lines(("quoted", "> 12 Harbor Street, Boston, MA 02110"))) is None


def test_long_texts_take_linear_time():
    assert postal_address_in("12 Harbor Street and so on, 3 more words, " * 2000) is None
