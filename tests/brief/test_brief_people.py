import pytest

from sigcheck.brief import briefs_of, people
from sigcheck.errors import InputError

ANA, MAX, KIM = "ana.ruiz@northwind.com", "max.stone@northwind.com", "kim.park@northwind.com"
ROSTER = f"name,email\nAna Ruiz,{ANA}\nMax Stone,{MAX}\nKim Park,{KIM}\n"
LIST = (
    "email,full name,company,country,state,owner\n"
    "dana.lee@acme.com,Dana Lee,Acme,United States,New York,Ana Ruiz\n"
    "omar.diaz@globex.com,Omar Diaz,Globex,United States,California,Ana Ruiz\n"
    "lee.moss@acme.com,Lee Moss,Acme Inc.,Germany,,Max Stone\n"
    "sam@gmail.com,Sam Low,,United States,New York,Ana Ruiz\n"
)
HISTORY = (
    "email,sent_at,kind,sender,replied\n"
    f"old.hand@acme.com,2026-09-01 09:00,signature,{MAX},0\n"
    f"old.hand@acme.com,2026-10-01 09:00,signature,{KIM},1\n"
    f"dana.lee@acme.com,2026-11-02 09:00,signature,{MAX},1\n"
    f"other@acme.com,2026-11-03 09:00,branded,{MAX},0\n"
    f"somebody@elsewhere.com,2026-11-03 09:00,signature,{ANA},0\n"
)


@pytest.fixture
def ana(campaign):
    """The brief of Ana, one of a roster, with everyone in it."""
    plan = campaign(senders=ROSTER, recipients=LIST, history=HISTORY, exclude="email\nbusy@globex.com\n")
    (brief,) = briefs_of(plan, ANA, with_everyone=True)
    return brief


def test_each_sender_sees_the_own_recipients_by_company(ana):
    listed = [(company.label, [person.name for person in company.people]) for company in ana.audience.listed]
    assert listed == [("Acme", ["Dana Lee"]), ("Globex", ["Omar Diaz"]), (None, ["Sam Low"])]
    assert (ana.audience.recipients, ana.audience.companies) == (3, 2)


def test_times_are_by_the_recipients_clocks(ana):
    clocks = {person.name: f"{person.time.local_at:%H:%M}" for person, _ in ana.everyone}
    assert clocks == {"Dana Lee": "10:07", "Omar Diaz": "07:07", "Sam Low": "10:07"}


def test_earlier_emails_to_the_same_person_are_told(ana):
    dana = next(person for person, _ in ana.everyone if person.name == "Dana Lee")
    assert (dana.emails, dana.last_by, dana.has_replied) == (1, MAX, True)
    assert f"{dana.last_at:%Y-%m-%d}" == "2026-11-02"


def test_others_at_the_company_are_those_of_this_send_of_the_history_and_of_the_exclude_list(ana):
    acme, globex, unknown = (company.others for company in ana.audience.listed)
    assert (acme.in_send, acme.senders) == (1, ("Max Stone",))
    assert (acme.people, acme.emails, acme.last_to, acme.last_by) == (1, 2, "old.hand@acme.com", KIM)
    assert (globex.excluded, globex.people, globex.last_at) == (1, 0, None)
    assert unknown == people.Others()
    assert ana.audience.with_others == 2


def test_what_became_of_earlier_emails_is_the_senders_own_where_there_are_any(ana, campaign):
    assert ana.earlier == (1, 0, True)
    history = HISTORY.replace(ANA, MAX)
    (brief,) = briefs_of(campaign("other", history=history))
    assert brief.earlier == (4, 2, False)
    (brief,) = briefs_of(campaign("none"))
    assert (brief.earlier, brief.history) == (None, "missing")


def test_every_sender_with_recipients_has_a_brief(campaign):
    plan = campaign(senders=ROSTER, recipients=LIST)
    assert [brief.sender.email for brief in briefs_of(plan)] == [ANA, MAX]


def test_a_stranger_has_none(campaign):
    with pytest.raises(InputError, match=r"'ana@northwind.com' is not a sender of this plan: it has ana.ruiz@"):
        briefs_of(campaign(), "ana@northwind.com")


def test_lists_are_bounded_and_figures_are_not(campaign, monkeypatch):
    monkeypatch.setattr(people, "LISTED_COMPANIES", 2)
    monkeypatch.setattr(people, "LISTED_PEOPLE", 3)
    rows = "".join(f"p{n}@company-{n // 5}.com,Company {n // 5}\n" for n in range(20))
    plan = campaign(recipients="email,company\n" + rows)
    (brief,) = briefs_of(plan, with_everyone=True)
    assert [(len(one.people), one.recipients) for one in brief.audience.listed] == [(3, 5), (3, 5)]
    assert (brief.audience.recipients, brief.audience.companies, len(brief.everyone)) == (20, 4, 20)


def test_people_of_no_known_company_are_listed_behind_all_companies(campaign, monkeypatch):
    monkeypatch.setattr(people, "LISTED_COMPANIES", 1)
    plan = campaign(recipients="email,company\nzoe@gmail.com,\na@acme.com,Acme\nb@globex.com,Globex\n")
    (brief,) = briefs_of(plan)
    assert [company.label for company in brief.audience.listed] == ["Acme", None]


def test_a_time_that_cannot_be_read_leaves_the_person_in_the_list(campaign):
    plan = campaign(
        plan={"schedule": {"at": None, "column": "send_at"}},
        recipients="email,send_at\na@acme.com,soon\nb@globex.com,2026-12-01 10:10\n",
    )
    (brief,) = briefs_of(plan, with_everyone=True)
    assert [(person.email, person.times) for person, _ in brief.everyone] == [("a@acme.com", 0), ("b@globex.com", 1)]
    assert brief.everyone[0][0].time.problem


def test_a_repeating_send_is_one_row_a_person(campaign):
    plan = campaign(plan={"schedule": {"repeat": "FREQ=WEEKLY;COUNT=3"}})
    (brief,) = briefs_of(plan, with_everyone=True)
    assert [person.times for person, _ in brief.everyone] == [3, 3]


def test_the_message_is_shown_once_a_variation_as_one_of_its_readers_gets_it(campaign):
    messages = {
        name: f"Subject: {name} for {{{{company}}}}\n\nHi {{{{first_name}}}},\n\nYes?\n" for name in ("a.txt", "b.txt")
    }
    rows = "".join(f"p{n}@company-{n}.com,Ada{n},Company {n}\n" for n in range(3))
    (brief,) = briefs_of(campaign(message=messages, recipients="email,first name,company\n" + rows))
    shown = [(one.preview.subject, one.recipients) for one in brief.variations]
    assert shown == [("a.txt for Company 0", 2), ("b.txt for Company 1", 1)]


def test_what_is_redacted_names_no_recipient(campaign):
    plan = campaign(senders=ROSTER, recipients=LIST, history=HISTORY)
    (brief,) = briefs_of(plan, ANA, redact=True, with_everyone=True)
    text = repr(brief)
    assert brief.is_redacted
    assert not [word for word in ("Dana", "dana.", "Omar", "omar.", "Sam", "sam@", "old.hand") if word in text]
    assert "***@acme.com" in text
    assert ANA in text


def test_an_acknowledgement_that_is_yet_to_be_written_is_no_mistake(campaign):
    (brief,) = briefs_of(campaign(plan={"acknowledgement": "plan.ack.yaml"}))
    assert brief.word == ("plan.ack.yaml", None, None)


def test_what_changed_since_the_acknowledgement_is_told(campaign):
    plan = campaign(acknowledged=[ANA], changed={"message.txt": "Subject: New\n\nHi,\n\nYes?\n\nBest,\nAna Ruiz\n"})
    (brief,) = briefs_of(plan)
    assert brief.word.at is not None
    assert brief.word.changes == "the subject changed, the text changed"


def test_opt_outs_say_how_who_and_which_lists(campaign):
    plan = campaign(
        plan={"opt_out": {"owner": "privacy@northwind.com", "process": "Same day.", "systems": ["CRM"]}},
        suppress="email\ngone@acme.com\n",
        message={
            "a.txt": "Subject: A\n\nHi,\n\nIf you would rather not hear from me, just say so.\n\nBest,\nAna\n",
            "b.txt": "Subject: B\n\nHi,\n\nYes?\n\nBest,\nAna\n",
        },
    )
    (brief,) = briefs_of(plan)
    found = brief.opt_outs
    assert [way.variant for way in found.ways] == ["a"]
    assert (found.without, found.owner, found.process, found.systems) == (
        ("b",),
        "privacy@northwind.com",
        "Same day.",
        ("CRM",),
    )
    assert [(one.source, one.entries) for one in found.lists] == [("marketing automation", 1)]
