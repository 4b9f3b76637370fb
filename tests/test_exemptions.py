from datetime import datetime

import pytest

from sigcheck import Options, lint

LIST = (
    "email,first name,last name,company\n"
    "dana@acme.com,DANA,Lee,Acme\n"
    "omar@globex.com,OMAR,Diaz,Globex\n"
    "kim@initech.com,KIM,Park,Initech\n"
)
COLLEAGUES = "email,company\na@acme.com,Acme\nb@acme.com,Acme\nc@globex.com,Globex\nd@globex.com,Globex\n"


def checked(campaign, code, entry, recipients=LIST, **options):
    plan = campaign(recipients=recipients, plan={"ignore": [{"code": code, "reason": "agreed", **entry}]})
    return lint(plan, Options(select=(code,), **options))


@pytest.mark.parametrize(
    "limit",
    [
        {"address": " Dana@acme.com"},
        {"company": "ACME Inc."},
        {"company": "acme.com"},
        {"company": "Acme", "file": "recipients.csv"},
    ],
)
def test_an_entry_for_one_recipient_sets_aside_what_is_found_about_them_alone(campaign, limit):
    report = checked(campaign, "DAT004", limit)
    assert [finding.row for finding in report.findings] == [3, 4]
    assert report.results[0].affected == 2
    (ignored,) = report.ignored
    assert [finding.row for finding in ignored.listed] == [2]
    assert (ignored.findings, report.packs[0].status) == (1, "failed")


def test_an_entry_for_one_of_several_colleagues_leaves_the_company_reported(campaign):
    assert len(checked(campaign, "ORG001", {"address": "a@acme.com"}, COLLEAGUES).findings) == 2
    report = checked(campaign, "ORG001", {"company": "Acme"}, COLLEAGUES)
    assert [finding.message for finding in report.findings] == ["2 people at Globex get this email"]


def test_an_entry_for_a_file_covers_what_stands_in_it(campaign):
    shouted = {"message": "Subject: HELLO THERE\n\nHi {{first_name}},\n\nbye\n"}
    entry = {"code": "SIG001", "reason": "their own way", "file": "message.txt"}
    plan = campaign(**shouted, plan={"ignore": [entry]})
    report = lint(plan, Options(select=("SIG001",)))
    assert (report.findings, report.packs[0].status, report.score) == ((), "ignored", 100.0)
    other = campaign("other", **shouted, plan={"ignore": [{**entry, "file": "recipients.csv"}]})
    assert lint(other, Options(select=("SIG001",))).findings


def test_an_entry_that_covers_nothing_is_not_listed(campaign):
    report = checked(campaign, "DAT004", {"address": "nobody@acme.com"})
    assert (len(report.findings), report.ignored) == (3, ())


def test_an_entry_whose_day_has_passed_is_told_and_covers_nothing(campaign):
    report = checked(campaign, "DAT0", {"until": "2026-11-01"}, now=datetime(2026, 11, 30))
    assert len(report.findings) == 3
    assert [(entry.code, entry.expired, entry.until) for entry in report.ignored] == [("DAT0", True, "2026-11-01")]


def test_of_two_entries_the_first_that_covers_a_finding_is_named(campaign):
    entries = [
        {"code": "DAT004", "reason": "her own way", "address": "dana@acme.com"},
        {"code": "DAT", "reason": "all the rest"},
    ]
    plan = campaign(recipients=LIST, plan={"ignore": entries})
    report = lint(plan, Options(select=("DAT004",)))
    assert [(entry.reason, entry.findings) for entry in report.ignored] == [("her own way", 1), ("all the rest", 2)]
    assert (report.findings, report.score) == ((), 100.0)
