from datetime import date

import pytest

from sigcheck import Options, lint, lint_together
from sigcheck.pictures import Company, CompanySize, Field, Hour
from sigcheck.pictures.queries import MAX_FIELDS

PEOPLE = "email,first name,company,country\n"


def pictures_of(plan, **options):
    return lint(plan, Options(pictures=True, select=("DAT",), **options)).pictures


def test_a_check_draws_nothing_unless_asked(campaign):
    assert lint(campaign()).pictures is None


def test_sends_are_counted_by_the_recipients_own_clocks(campaign):
    recipients = PEOPLE + "a@acme.com,Dana,Acme,Germany\nb@globex.com,Omar,Globex,Japan\n"
    schedule = {"timezone": "Europe/Berlin", "at": "2026-12-01 09:10"}
    week = pictures_of(campaign(recipients=recipients, plan={"schedule": schedule})).week
    assert week.hours == (Hour(2, 9, 1, 0), Hour(2, 17, 1, 1))
    assert (week.opens, week.closes, week.unsure, week.untimed, week.off) == (540, 1020, 0, 0, 1)


def test_sends_of_which_several_time_zones_are_possible_are_told(campaign):
    recipients = PEOPLE + "a@acme.com,Dana,Acme,United States\nb@globex.com,Omar,Globex,Japan\n"
    assert pictures_of(campaign(recipients=recipients)).week.unsure == 1


def test_sends_on_weekends_and_holidays_are_off_whatever_the_hour(campaign):
    recipients = PEOPLE + "a@acme.com,Dana,Acme,Germany\nb@globex.com,Omar,Globex,Japan\n"
    schedule = {"timezone": "Europe/Berlin", "at": "2026-12-25 02:00", "hours": "00:00-23:59"}
    week = pictures_of(campaign(recipients=recipients, plan={"schedule": schedule})).week
    assert {(hour.hour, hour.off) for hour in week.hours} == {(2, 1), (10, 0)}


def test_sends_whose_time_cannot_be_read_are_counted_apart(campaign):
    recipients = "email,send_at\na@acme.com,2026-12-01 09:10\nb@globex.com,soon\n"
    schedule = {"timezone": "Europe/Berlin", "column": "send_at", "at": None, "start": None, "end": None}
    week = pictures_of(campaign(recipients=recipients, plan={"schedule": schedule})).week
    assert (week.sends, week.untimed) == (1, 1)


def test_people_of_a_company_are_counted_as_the_rule_counts_them(campaign):
    recipients = PEOPLE + "a@acme.com,Dana,Acme,\na@acme.com,Dana,Acme,\nb@acme.co.uk,Omar,Acme Ltd,\n"
    recipients += "c@globex.com,Kim,Globex,\nd@gmail.com,Lena,,\n"
    companies = pictures_of(campaign(recipients=recipients)).companies
    assert companies.sizes == (CompanySize(1, 1, 1), CompanySize(2, 2, 1))
    assert companies.largest == (Company("Acme", 2),)
    assert (companies.total, companies.shared, companies.unknown) == (2, 1, 1)


def test_emails_are_counted_by_month_and_kind_without_a_gap(campaign):
    recipients = PEOPLE + "a@acme.com,Dana,Acme,\nb@globex.com,Omar,Globex,\n"
    history = (
        "email,sent_at,kind\na@acme.com,2026-09-02,branded\na@acme.com,2026-09-20,signature\n"
        "b@globex.com,2026-11-02,signature\nelse@where.com,2026-11-02,signature\na@acme.com,2009-01-01,branded\n"
    )
    schedule = {"timezone": "Europe/Berlin", "at": "2026-12-01 09:10"}
    plan = campaign(recipients=recipients, history=history, plan={"schedule": schedule})
    months = pictures_of(plan).months
    assert months.months == (
        (date(2026, 9, 1), 1, 1, 0, 0),
        (date(2026, 10, 1), 0, 0, 0, 0),
        (date(2026, 11, 1), 0, 1, 0, 0),
        (date(2026, 12, 1), 0, 0, 0, 2),
    )
    assert (months.most, months.left_out) == (2, 1)


def test_what_other_plans_would_send_is_counted_as_theirs(campaign):
    recipients = PEOPLE + "a@acme.com,Dana,Acme,\n"
    plans = [campaign(name, recipients=recipients) for name in ("one", "other")]
    one, _ = lint_together(plans, Options(pictures=True))
    assert sum(month.other_plans for month in one.pictures.months.months) == 1


def test_cells_are_counted_as_filled_and_as_flawed_where_that_is_looked_at(campaign):
    recipients = "email,first name,company,notes\na@acme.com,DANA,Acme,\nb@globexcom,,Globex,  \nc@i.com,n/a,I,x\n"
    message = "Subject: Pallets\n\nHi {{first_name|there}},\n\nA question.\n\nAna Ruiz\n"
    fields = pictures_of(campaign(recipients=recipients, message=message)).fields
    assert fields.fields == (
        Field("email", True, 3, 1),
        Field("first name", True, 2, 2),
        Field("company", False, 3, None),
        Field("notes", False, 1, None),
    )


def test_a_wide_list_shows_the_columns_in_use_and_says_how_many_are_left_out(campaign):
    names = [f"note {number}" for number in range(60)]
    recipients = ",".join([*names, "email"]) + "\n" + "," * 60 + "a@acme.com\n"
    fields = pictures_of(campaign(recipients=recipients)).fields
    assert (fields.fields[0].header, len(fields.fields), fields.left_out) == ("email", MAX_FIELDS, 61 - MAX_FIELDS)


def test_redacted_pictures_name_nobody_of_the_list(campaign):
    recipients = PEOPLE + "a@acme.com,Frank,Frank Stone Ltd,\nb@acme.com,Omar,Frank Stone Ltd,\n"
    report = lint(campaign(recipients=recipients), Options(pictures=True, redact=True))
    assert report.pictures.companies.largest[0].name == "Frank Stone Ltd"
    assert report.redacted().pictures.companies.largest[0].name == "*** Stone Ltd"
    assert report.redacted().pictures.week == report.pictures.week


def test_pictures_that_were_not_asked_for_redaction_refuse_to_pretend(campaign):
    with pytest.raises(ValueError, match="redact=True"):
        pictures_of(campaign()).redacted()
