"""What strangers see: no output of a redacted report holds an address or a name of the list."""

import csv
import re
from html import unescape
from io import StringIO
from pathlib import Path
from urllib.parse import unquote

import pytest

from sigcheck import Options, lint
from sigcheck.formats import FORMATS, Style, write_reports

SINFUL = Path(__file__).parents[2] / "examples" / "sinful"
LETTERS = 3
"""Letters from which on a name is looked for; shorter ones are words of English, too."""


OUR_OWN = {"FRANK", "Franky", "Jan"}
"""Names that rules give as examples where they say why they are there, and the short name of a month."""


@pytest.fixture(scope="module")
def reports():
    report = lint(SINFUL / "plan.yaml", Options(redact=True, pictures=True))
    return {"as it is": report, "redacted": report.redacted()}


@pytest.fixture(scope="module")
def people():
    """The rows of the list that can be read, as dictionaries."""
    text = (SINFUL / "kontakte.csv").read_text(encoding="cp1252")
    return [row for row in csv.DictReader(StringIO(text), delimiter=";") if None not in row.values()]


def addresses_in(text, people):
    return sorted({row["E-Mail"] for row in people if row["E-Mail"].strip() and row["E-Mail"].strip() in text})


def names_in(text, people):
    """Return the names in `text`: as they stand as values, word for word where they are written like names."""
    values = {row[column].strip() for row in people for column in ("Vorname", "Nachname")}
    words = {word for value in values for word in re.findall(r"[^\W\d_]+", value) if word[0].isupper()}
    told = {word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= LETTERS}
    return sorted(words & told - OUR_OWN)


def output(report, name):
    page = StringIO()
    write_reports(name, [report], page, Style(verbose=True))
    return unquote(unescape(page.getvalue().replace("\\u00", "%")))


@pytest.mark.parametrize("name", FORMATS)
def test_no_address_and_no_name_of_the_list_is_told(name, reports, people, monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    text = output(reports["redacted"], name)
    assert "***" in text
    assert addresses_in(text, people) == []
    assert names_in(text, people) == []


def test_the_search_would_find_them(reports, people):
    text = output(reports["as it is"], "json")
    assert len(addresses_in(text, people)) > 100
    assert len(names_in(text, people)) > 10
