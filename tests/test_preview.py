from datetime import datetime

import pytest

from sigcheck.errors import InputError
from sigcheck.preview import preview

PEOPLE = (
    "email,first name,company,country,state,variant\n"
    "dana.lee@acme.com,Dana,Acme,United States,New York,a\n"
    "omar@globex.com,,Globex,Germany,,b\n"
    "kim@initech.com,Kim,Initech,United States,,a\n"
    "DANA.LEE@acme.com,Dana,Acme,United States,New York,b\n"
)
MESSAGES = {
    "a.txt": "Subject: Hello {{company}}\n\nHi {{first_name}},\n\nTalk soon?\n\nBest,\nAna Ruiz\n",
    "b.txt": "Subject: {Hi|Hello} there\n\nDear {{first_name}},\n\n{One|Two|Three}.\n\nBest,\nAna Ruiz\n",
}


@pytest.fixture
def plan(campaign):
    return campaign(recipients=PEOPLE, message=MESSAGES)


def test_the_first_row_is_shown_where_none_is_chosen(plan):
    shown = preview(plan)
    assert (shown.row, shown.variant) == (2, "a")
    assert (shown.to_name, shown.to_email) == ("Dana", "dana.lee@acme.com")
    assert (shown.from_name, shown.from_email) == ("Ana Ruiz", "ana.ruiz@northwind.com")
    assert shown.subject == "Hello Acme"
    assert shown.body == "Hi Dana,\n\nTalk soon?\n\nBest,\nAna Ruiz"
    assert (shown.gaps, shown.wordings, shown.is_html) == ((), 1, False)


def test_the_time_is_told_in_utc_and_where_the_recipient_is(plan):
    (time,) = preview(plan).times
    assert time.send_at == datetime(2026, 12, 1, 15, 7)
    assert time.local_at == time.latest_local_at == datetime(2026, 12, 1, 10, 7)
    assert time.zones == ("America/New_York",)
    assert (time.source, time.is_workday, time.holiday, time.problem) == ("region", True, None, None)


def test_where_the_zone_is_one_of_several_both_ends_are_told(plan):
    (time,) = preview(plan, row=4).times
    assert len(time.zones) > 1
    assert time.local_at < time.latest_local_at


def test_a_recipient_is_chosen_by_row_or_by_address_in_any_case(plan):
    assert preview(plan, row=4).to_email == "kim@initech.com"
    assert preview(plan, email=" Kim@INITECH.com ").row == 4


def test_further_rows_of_an_address_are_told(plan):
    shown = preview(plan, email="dana.lee@acme.com")
    assert (shown.row, shown.other_rows) == (2, (5,))


def test_what_is_missing_is_marked_and_listed(plan):
    shown = preview(plan, row=3)
    assert shown.body.startswith("Dear ⟦first_name is empty⟧,\n")
    assert [(gap.kind, gap.field) for gap in shown.gaps] == [("empty", "first_name")]


def test_spintax_is_resolved_always_alike_and_otherwise_for_others(plan):
    one, again, other = preview(plan, row=3), preview(plan, row=3), preview(plan, row=5)
    assert one == again
    assert one.wordings == 6
    assert one.subject in ("Hi there", "Hello there")
    assert "{" not in one.body
    assert (one.subject, one.body.split("\n")[2]) != (other.subject, other.body.split("\n")[2])


def test_markup_is_shown_as_its_text(campaign):
    page = "<html><head><title>Hi</title></head><body><p>Hi {{first_name}},</p><p>Talk <b>soon</b>?</p></body></html>"
    shown = preview(campaign(message={"page.html": page}))
    assert shown.is_html
    assert shown.subject == "Hi"
    assert "Hi Dana," in shown.body
    assert "<" not in shown.body


def test_each_recipient_has_the_own_sender(campaign):
    shown = preview(
        campaign(
            senders="name,email\nAna Ruiz,ana.ruiz@northwind.com\nMax Stone,max.stone@northwind.com\n",
            recipients="email,first name,owner\ndana@acme.com,Dana,Max Stone\nomar@globex.com,Omar,Nobody\n",
            message="Subject: A\n\nHi {{first_name}},\n\nText.\n\n{{sender.first_name}}\n",
        ),
        row=2,
    )
    assert (shown.from_name, shown.from_email) == ("Max Stone", "max.stone@northwind.com")
    assert shown.body.endswith("\nMax")


def test_a_recipient_whom_no_sender_fits_has_none(campaign):
    plan = campaign(
        senders="name,email\nAna Ruiz,ana.ruiz@northwind.com\n",
        recipients="email,owner\ndana@acme.com,Nobody\n",
    )
    assert preview(plan).from_email is None


def test_every_repetition_is_told(campaign):
    repeat = {"timezone": "UTC", "at": "2026-12-01 10:07", "repeat": "FREQ=WEEKLY;COUNT=3"}
    assert [time.send_at.day for time in preview(campaign(plan={"schedule": repeat})).times] == [1, 8, 15]


def test_a_time_that_cannot_be_read_is_told(campaign):
    plan = campaign(
        recipients="email,send_at\ndana@acme.com,soon\n",
        plan={"schedule": {"at": None, "column": "send_at"}},
    )
    (time,) = preview(plan).times
    assert time.send_at is None
    assert "soon" in time.problem


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        ({"row": 1}, "has no recipient in row 1: they are in rows 2 to 5"),
        ({"row": 99}, "has no recipient in row 99: they are in rows 2 to 5"),
        ({"email": "omar@globex.org"}, "has no recipient 'omar@globex.org' (did you mean omar@globex.com?)"),
        ({"email": "nobody@nowhere.net"}, "has no recipient 'nobody@nowhere.net'"),
    ],
)
def test_somebody_who_is_not_in_the_list_is_a_clear_mistake(plan, choice, text):
    with pytest.raises(InputError) as error:
        preview(plan, **choice)
    (mistake,) = error.value.mistakes
    assert mistake.file.endswith("recipients.csv")
    assert mistake.text == text


def test_a_row_that_cannot_be_read_says_why(campaign):
    plan = campaign(recipients="email,first name\ndana@acme.com,Dana\nomar@globex.com,Omar,Diaz,x\n")
    with pytest.raises(InputError, match="row 3 cannot be read: it "):
        preview(plan, row=3)


def test_a_variation_that_the_plan_has_not_is_a_clear_mistake(campaign):
    plan = campaign(recipients="email,variant\ndana@acme.com,z\n", message=MESSAGES)
    with pytest.raises(InputError, match="row 2 has the variation 'z', which the plan has not: it has a, b"):
        preview(plan)
