import csv
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from io import StringIO

import pytest

from sigcheck.brief import briefs_of, people
from sigcheck.formats.brief import format_of, write_brief
from sigcheck.formats.brief.csv import COLUMNS

EVIL = (
    "email,first name,full name,company,title\n"
    "x@acme.com,<b>Eve</b>,<script>alert(1)</script>,"
    '"[Acme](http://evil.example) | <img src=x onerror=alert(1)>",=1+1\n'
)
MESSAGE = (
    "Subject: {{first_name}} & co\n\nHi {{first_name}},\n\n```\n# no heading\n</pre><script>\n\u202eyes?\n\n"
    "Best,\nAna Ruiz\n"
)


def written(format_name, plan, **options):
    (brief,) = briefs_of(plan, with_everyone=format_name == "csv", **options)
    stream = StringIO()
    write_brief(format_name, brief, stream)
    return stream.getvalue()


class Page(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.policy, self.text = [], "", []
        self.feed(text)
        self.text = " ".join("".join(self.text).split())

    def handle_starttag(self, tag, attributes):
        self.elements.append(tag)
        given = dict(attributes)
        assert not [name for name in given if name.startswith("on") or name in ("src", "href", "style")]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]

    def handle_data(self, data):
        self.text.append(data)


def test_html_fetches_and_runs_nothing_whatever_the_data_hold(campaign):
    page = Page(written("html", campaign(recipients=EVIL, message=MESSAGE)))
    assert not {"script", "img", "link", "iframe", "b", "a"} & set(page.elements)
    assert "<script>alert(1)</script>" in page.text
    assert "\\u202eyes?" in page.text


def test_the_policy_of_the_page_allows_its_own_style_and_nothing_else(campaign):
    text = written("html", campaign())
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert Page(text).policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_markdown_gains_no_markup_from_data(campaign):
    import cmarkgfm

    text = written("markdown", campaign(recipients=EVIL, message=MESSAGE))
    page = cmarkgfm.github_flavored_markdown_to_html(text)
    elements = set(re.findall(r"<(\w+)", page))
    assert not elements & {"script", "img", "a", "b"}
    assert page.count("<h1>") == 1
    assert "no heading" in page


@pytest.mark.parametrize("format_name", ["markdown", "html"])
def test_a_brief_has_all_that_a_sender_needs(campaign, format_name):
    plan = campaign(history="email,sent_at,sender\nold@acme.com,2026-11-01,max@northwind.com\n")
    text = written(format_name, plan)
    text = Page(text).text if format_name == "html" else text.replace("`", "")
    for part in (
        "it names 2 people. Pass it on only to those who answer in your place",
        "Ana Ruiz, Account Executive <ana.ruiz@northwind.com>",
        "Tue 1 Dec 2026 10:07",
        "Your pallet count at Acme",
        "Hi Dana,",
        "“Who are you, and where did you get my address?” (2 people)",
        "privacy@northwind.com",
        "At 1 of 2 companies somebody else was or will be written to.",
        "Sun 1 Nov 2026 to old@acme.com by max@northwind.com",
        "omar.diaz@globex.com",
    ):
        assert part in text


@pytest.mark.parametrize("format_name", ["markdown", "html"])
def test_what_is_left_out_is_said(campaign, monkeypatch, format_name):
    monkeypatch.setattr(people, "LISTED_COMPANIES", 1)
    monkeypatch.setattr(people, "LISTED_PEOPLE", 1)
    rows = "email,company\na@acme.com,Acme\nb@acme.com,Acme\nc@globex.com,Globex\n"
    history = "email,sent_at\nx@acme.com,2026-11-01\nx@globex.com,2026-11-01\n"
    text = written(format_name, campaign(recipients=rows, history=history))
    assert "… and 1 more" in text
    assert "… and 1 company more. All recipients are in the CSV" in text
    assert "… and at 1 company more, which the CSV has." in text


@pytest.mark.parametrize("format_name", ["markdown", "html", "csv"])
def test_a_redacted_brief_names_no_recipient(campaign, format_name):
    text = written(format_name, campaign(), redact=True).lower()
    assert "acme" in text
    assert not [word for word in ("dana", "omar", " lee", "diaz") if word in text]


def test_the_csv_has_every_recipient_and_no_formula(campaign, monkeypatch):
    monkeypatch.setattr(people, "LISTED_PEOPLE", 1)
    rows = "email,company,title\na@acme.com,Acme,=1+1\nb@acme.com,Acme,\nc@acme.com,Acme,\n"
    history = "email,sent_at,sender\nx@acme.com,2026-11-01 09:00,max@northwind.com\n"
    text = written("csv", campaign(recipients=rows, history=history))
    assert text.startswith("\ufeffsender,row,email")
    found = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    assert tuple(found[0]) == COLUMNS
    assert [row["email"] for row in found] == ["a@acme.com", "b@acme.com", "c@acme.com"]
    assert found[0]["title"] == "'=1+1"
    assert (found[0]["send_at_utc"], found[0]["local_time"]) == ("2026-12-01 15:07", "2026-12-01 10:07")
    assert {row["last_email_to_others_utc"] for row in found} == {"2026-11-01 09:00"}


def test_the_format_follows_from_the_files_name(tmp_path):
    names = ("a.md", "a.HTML", "a.csv", "briefs", "a.txt")
    assert [format_of(tmp_path / name) for name in names] == ["markdown", "html", "csv", "markdown", "markdown"]
