import re
from html.parser import HTMLParser

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from reports import HOSTILE, finding, report, written

from sigcheck.formats import Style
from sigcheck.formats.markdown_text import cell, words
from sigcheck.report import Ignored, PackResult, Related

OUR_TAGS = set("h2 p strong ul li code br table thead tbody tr th td details summary b".split())


class Rendered(HTMLParser):
    """A page as GitHub's own renderer makes it: its tags, its text, and the text that is not code."""

    def __init__(self, markdown):
        super().__init__()
        self.tags, self.attributes, self.open = [], [], []
        self.text, self.prose = "", ""
        self.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE))

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.open += [tag] if tag != "br" else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if "code" not in self.open:
            self.prose += data


def rendered(*reports, style=None):
    page = written("markdown", *reports, style=style)
    assert len(page.encode("utf-8")) <= 65_536
    shown = Rendered(page)
    assert shown.open == []
    return shown


def test_the_verdict_comes_first_then_the_sins_then_what_was_found(sinful):
    page = rendered(sinful)
    order = ["fail: Breakfast seminar Munich", "Score 4.", "the score is under 80", "Sin", "Frequent use", "FRQ001"]
    order += ["kontakte.csv:2", "got a signature-driven email", "… and 121 more", "Leave 30 days"]
    places = [page.text.index(part) for part in order]
    assert places == sorted(places)
    assert set(page.tags) <= OUR_TAGS
    assert page.tags.count("details") == len(sinful.packs)


def test_what_was_found_is_folded_unless_it_is_little():
    assert written("markdown", report(*(finding() for _ in range(5)))).count("<details open>") == 1
    assert written("markdown", report(*(finding() for _ in range(6)))).count("<details open>") == 0


def test_a_finding_has_its_place_as_seen_from_the_plan_its_message_and_its_other_places():
    related = (Related("list/recipients.csv", 19, 19, "also here"),)
    page = rendered(report(finding(related=related)))
    assert "recipients.csv:2 – 2 people at Acme get this email (also line 19)" in page.text
    assert "→ Keep one person at each company." in page.text


def test_help_that_differs_stands_with_each_finding():
    text = rendered(report(finding("x", help="Do a."), finding("y", help="Do b."))).text
    assert text.index("– x") < text.index("Do a.") < text.index("– y") < text.index("Do b.")


def test_what_was_not_checked_or_is_ignored_is_said_with_the_reason():
    ignored = (
        Ignored("HRS005", "HRS", "agreed with the rep", "2027-01-31", 3),
        Ignored("DAT", "DAT", "old list", "2026-01-31", 0, expired=True),
    )
    text = rendered(report(ignored=ignored)).text
    assert "FRQ001 (error): no history → name a file under 'history:'" in text
    assert "HRS005: 3 findings; agreed with the rep, until 2027-01-31" in text
    assert "DAT: no longer, as 2026-01-31 has passed; it was old list" in text


def test_a_clean_send_is_a_short_comment():
    page = written("markdown", report(unchecked=()))
    assert page.startswith("## ✅ pass: Boston breakfast\n")
    assert "details" not in page


@pytest.mark.parametrize("hostile", HOSTILE)
def test_data_injects_no_markup_link_or_mention(hostile):
    page = rendered(
        report(
            finding(f"Found {hostile}", help=hostile, file=hostile),
            finding(hostile, help=f"{hostile} {hostile}", file=None, line=None, row=None),
            name=hostile,
            plan=hostile,
            reasons=(hostile,),
            packs=(PackResult("FRQ", hostile, 10, None, "unchecked"), PackResult("ORG", hostile, 10, 1, "failed")),
            ignored=(Ignored(hostile, "HRS", hostile, "2026-01-31", 0, expired=True),),
        ),
        report(name=hostile, plan=hostile),
    )
    assert set(page.tags) <= OUR_TAGS
    assert set(page.attributes) <= {"open", "align"}
    assert page.tags.count("h2") == 3
    assert page.tags.count("li") == 6
    assert not re.search(r"[@#$\[\]<>|*_~`\\]|https?:|www\.|:\w+:", page.prose)


@pytest.mark.parametrize("hostile", [text for text in HOSTILE if text.isprintable()])
def test_data_is_shown_as_it_stands_except_for_commands_to_a_ci_server(hostile):
    shown = rendered(report(finding(hostile))).text.replace("# #[", "##[").replace(": :error", "::error")
    assert " ".join(hostile.split()) in shown


def test_words_stay_words_and_all_else_is_code():
    assert words("The first name 'FRANK' (3 of 1,200, 69 %) shouts!") == (
        "The first name 'FRANK' (3 of 1,200, 69 %) shouts!"
    )
    assert words("ana@nw.com got {{first name}} today") == "`ana@nw.com` got `{{first name}}` today"
    assert words("1. in 1.") == "`1.` in 1."
    assert words("a `b` ``c``") == "a ``` `b` ``c`` ```"
    assert cell("a|b") == "`a¦b`"


@pytest.mark.parametrize("rules", [1, 3])
def test_thousands_of_findings_fit_into_a_comment(rules):
    codes = ("ORG001", "ORG002", "ORG003")[:rules]
    findings = [finding("ä" * 5_000 + f" {line}", code=code, line=line) for code in codes for line in range(1, 3_001)]
    page = rendered(report(*findings))
    assert page.text.count("… and 2,995 more") == rules


def test_verbose_shows_as_much_as_fits():
    few = report(*(finding(line=line) for line in range(1, 41)))
    assert rendered(few, style=Style(verbose=True)).text.count("people at Acme") == 40
    many = report(*(finding("people at Acme " * 6, line=line) for line in range(1, 10_001)))
    assert rendered(many, style=Style(verbose=True)).text.count("people at Acme") == 600


@pytest.mark.parametrize("plans", [60, 400, 5_000])
def test_however_many_plans_there_are_the_comment_fits_and_counts_what_it_leaves_out(plans):
    passed = [report(plan=f"ok{number}.yaml") for number in range(plans - 1)]
    page = rendered(*passed, report(finding(), plan="bad.yaml", name="x" * 1_000))
    assert f"1 of {plans:,} plans failed" in page.text
    assert "bad.yaml" in page.text
    shown = len(set(re.findall(r"ok\d+\.yaml", page.text)))
    left_out = re.search(r"… and ([\d,]+) more plans", page.text)
    assert shown + (int(left_out[1].replace(",", "")) if left_out else 0) == plans - 1


def test_quiet_is_the_overview_alone():
    text = rendered(report(finding()), style=Style(quiet=True)).text
    assert "1 of 1 plan failed" in text
    assert "people at Acme" not in text
