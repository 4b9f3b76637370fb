import pytest

from sigcheck.rule import load_packs

HOUSE = """\
key: HOUSE
title: House rules
points: 5
summary: What we agreed upon.
source: our handbook
"""
RULE = """\
code: HOUSE001
name: no-fridays
severity: note
deduct: 1
per: send
query: SELECT name FROM plan WHERE FALSE
message: "{name}"
help: Wait.
why: "It is [bold]Friday[/bold].\\e"
source: our handbook
"""


def test_a_rule_is_told_in_full(run):
    ran = run("explain", "ORG001")
    assert (ran.status, ran.err) == (0, "")
    for title in ("Finds", "Why", "What to do", "Needs", "Applies where", "Query", "Examples", "Source", "File"):
        assert f"\n{title}\n" in ran.out
    for told in (
        "ORG001  many-contacts",
        "One company, many contacts (ORG)",
        "Severity  error",
        "10 of its sin's 10, times the root",
        "one-per-company",
        "{recipients} people at {company} get this email",
        "Keep at most 1 at each company",
        "recipients.company_key",
        "audience <> 'sales'",
        "      ORG001:\n        max_per_company: 1",
        "HAVING least",
        "  Bad\n    recipients: |\n      email,company\n      a@acme.com,Acme",
        "    → 2 people at Acme get this email",
        "  Good: A mailbox provider is not a company.",
        "The 10 Deadly Sins",
        "many-contacts.yaml",
    ):
        assert told in ran.out


@pytest.mark.parametrize("word", ["org001", "many-contacts", " ORG001"])
def test_a_rule_has_a_code_and_a_name_in_any_case(run, word):
    assert run("explain", word).out.startswith("ORG001  many-contacts\n")


def test_a_sin_is_told_with_its_rules(run):
    page = run("explain", "org").out
    assert page.startswith("ORG  One company, many contacts\n")
    assert "Colleagues talk" in page
    for code in ("ORG001", "ORG002", "ORG003"):
        assert code in page


def test_plain_wording_is_told_as_the_file_has_it(run):
    page = run("explain", "marketing-copy").out
    assert "\nLooks for\n  in body, any of\n" in page
    assert "Query" not in page


def test_long_lists_of_parameters_are_cut_short(run):
    long = next(
        loaded.rule
        for pack in load_packs()
        for loaded in pack.rules
        if any(isinstance(value, list) and len(value) > 12 for value in loaded.rule.parameters.values())
    )
    assert "# … and " in run("explain", long.code).out


@pytest.mark.parametrize("code", [loaded.code for pack in load_packs() for loaded in pack.rules])
def test_every_page_fits_into_80_columns_without_colour(run, code):
    page = run("explain", code).out
    assert max(map(len, page.splitlines())) <= 80
    assert "\x1b" not in page


def test_rules_of_ones_own_are_told_and_their_text_is_shown_as_text(run, tmp_path):
    (tmp_path / "pack.yaml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "no-fridays.yaml").write_text(RULE, encoding="utf-8")
    page = run("explain", "HOUSE001", "--rules", tmp_path).out
    assert page.startswith("HOUSE001  no-fridays\n")
    assert "It is [bold]Friday[/bold].\\u001b" in page
    assert "Examples" not in page


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("ORG009", "there is no rule or pack 'ORG009': the rules of ORG are ORG001 to ORG003\n"),
        ("many-contact", "there is no rule or pack 'many-contact' (did you mean many-contacts?)\n"),
        ("oorg", "there is no rule or pack 'oorg' (did you mean ORG?)\n"),
        ("seminar", "there is no rule or pack 'seminar': 'sigcheck rules' lists them all\n"),
        ("", "there is no rule or pack an empty text: 'sigcheck rules' lists them all\n"),
    ],
)
def test_an_unknown_code_is_one_clear_line(run, word, answer):
    assert run("explain", word) == (2, "", answer)


def test_a_folder_without_rules_is_one_clear_line(run, tmp_path):
    ran = run("explain", "ORG001", "--rules", tmp_path)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
