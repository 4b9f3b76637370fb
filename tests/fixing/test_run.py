import openpyxl
import pytest

from sigcheck.errors import InputError
from sigcheck.fixing.carry_out import write_in_place
from sigcheck.fixing.harm import OnDisk, harms
from sigcheck.fixing.run import Wishes, fix_plan
from sigcheck.linter import lint

UNSAFE = Wishes(unsafe=True)
TIMES = {"plan": {"schedule": {"timezone": "America/New_York", "at": "2026-12-01 10:07"}}}


def written(plan, wishes=UNSAFE):
    fixed = fix_plan(plan, wishes)
    write_in_place(fixed)
    return fixed


def test_what_would_bring_a_finding_is_withheld_for_its_row_alone(campaign):
    plan = campaign(recipients="email,first name,company\na@acme.com,Acme,Acme Inc.\nb@globex.com,Dana,Globex Ltd\n")
    fixed = written(plan, Wishes())
    assert "a@acme.com,Acme,Acme Inc.\nb@globex.com,Dana,Globex\n" in (plan.parent / "recipients.csv").read_text()
    (one,) = fixed.not_made
    assert (one.code, one.place.row) == ("DAT010", 2)
    assert one.reason.startswith("it would bring DAT009: ")


def test_people_who_opted_out_are_taken_out_whatever_that_does_to_the_score(campaign):
    rows = "".join(f"p{number}@firm{number}.com,Dana,Firm{number}\n" for number in range(8))
    plan = campaign(
        recipients=f"email,first name,company\nout@acme.com,Dana,Acme\n{rows}",
        suppress="email\nout@acme.com\n",
        message="Subject: Your pallets\n\nHi {{first_name}},\n\ncould we talk about them?\n\nAna Ruiz\n",
    )
    fixed = written(plan)
    assert fixed.after.score < fixed.before.score or "out@acme.com" not in (plan.parent / "recipients.csv").read_text()
    assert "out@acme.com" in (plan.parent / "excluded.csv").read_text()


def test_a_list_of_exclusions_that_the_plan_reads_is_not_added_to(campaign):
    plan = campaign(
        recipients="email,first name,company\na@acme.com,Dana,Acme\nA@acme.com,Dana,Acme\nb@globex.com,Omar,Globex\n",
        plan={"exclude": ["excluded.csv"]},
    )
    (plan.parent / "excluded.csv").write_text("email\nc@initech.com\n")
    fixed = written(plan)
    assert fixed.excluded == plan.parent / "excluded-2.csv"
    assert (plan.parent / "excluded.csv").read_text() == "email\nc@initech.com\n"
    assert not fix_plan(plan, UNSAFE).files


def test_a_file_of_that_name_that_is_something_else_ends_the_run_before_anything_is_written(campaign, in_folder):
    plan = campaign(recipients="email,first name,company\na@acme.com,Dana,Acme\nA@acme.com,Dana,Acme\n")
    (plan.parent / "excluded.csv").write_text("email\nc@initech.com\n")
    with pytest.raises(InputError, match=r"excluded\.csv: is there already, and is no list of people taken out"):
        fix_plan(plan, UNSAFE)


def test_a_second_run_adds_nobody_twice_though_the_first_was_cut_short(campaign):
    content = "email,first name,company\na@acme.com,Dana,Acme\nA@acme.com,Dana,Acme\nb@globex.com,Omar,Globex\n"
    plan = campaign(recipients=content)
    written(plan)
    excluded = (plan.parent / "excluded.csv").read_text()
    (plan.parent / "recipients.csv").write_text(content)
    written(plan)
    assert (plan.parent / "excluded.csv").read_text() == excluded


def test_letters_that_the_list_cannot_hold_are_told_and_the_rest_is_done(campaign):
    plan = campaign()
    rows = "email,first name,company\na@acme.com,JosÃ©,Acme\nb@globex.com,&#321;ukasz,Globex\n"
    (plan.parent / "recipients.csv").write_bytes(rows.encode("cp1252") + b"c@initech.com,M\xfcller\xdf,Initech\r\n")
    fixed = written(plan, Wishes())
    assert b"Jos\xe9" in (plan.parent / "recipients.csv").read_bytes()
    (one,) = fixed.not_made
    assert one.reason == "'Łukasz' has letters that the list's encoding does not have: save the list as UTF-8"


def test_an_excel_list_is_changed_in_place(campaign):
    plan = campaign(plan={"recipients": "list.xlsx"})
    book = openpyxl.Workbook()
    for row in (
        ("email", "first name", "company"),
        ("a@acme.com", "DANA", "Acme"),
        ("info@globex.com", "Omar", "Globex"),
    ):
        book.active.append(row)
    book.save(plan.parent / "list.xlsx")
    written(plan)
    rows = list(openpyxl.load_workbook(plan.parent / "list.xlsx").active.iter_rows(values_only=True))
    assert rows[1][:3] == ("a@acme.com", "Dana", "Acme")
    assert rows[2][:3] == (None, None, None)
    assert "info@globex.com,Omar,Globex" in (plan.parent / "excluded.csv").read_text(encoding="utf-8-sig")
    assert not fix_plan(plan, UNSAFE).files


def test_rows_are_named_as_they_are_on_disk_however_many_went_before(campaign):
    plan = campaign(
        recipients="email,first name,company,when\ninfo@acme.com,Kim,Acme,2026-12-01 10:07\n"
        "a@globex.com,Dana,Globex,2026-12-01 03:07\n",
        plan={"schedule": {"timezone": "America/New_York", "at": None, "column": "when"}},
    )
    fixed = fix_plan(plan, UNSAFE)
    assert [(made.edit.fix, made.place.row) for made in fixed.made] == [("drop-recipient", 2), ("send-times", 3)]


def test_more_findings_and_a_lower_score_are_harm(campaign):
    one = lint(campaign("one"))
    other = lint(
        campaign("other", recipients="email,first name,company\na@acme.com,FRANK,Acme\nb@globex.com,Omar,Globex\n")
    )
    one, other = (OnDisk(report, lambda row: row) for report in (one, other))
    found = {harm.code for harm in harms(one, other)}
    assert {"DAT004", ""} <= found
    assert harms(one, one) == []
