import pytest

from sigcheck.brief import briefs_of

ANA, MAX = "ana.ruiz@northwind.com", "max.stone@northwind.com"


@pytest.fixture
def expected(campaign):
    """A function that writes a planned send and returns the likely replies by the beginning of their titles."""

    def replies(beginning, **inputs):
        (brief,) = briefs_of(campaign(**inputs))
        return next((reply for reply in brief.replies if reply.title.strip("“").startswith(beginning)), None)

    return replies


def message(body):
    return f"Subject: Pallets\n\nHi {{{{first_name}}}},\n\n{body}\n\nBest regards,\nAna Ruiz\n"


def test_questions_of_the_message_are_repeated(expected):
    body = "I know {{company}}. Could we talk\non Thursday? Or on Friday?\n\nRather not hear from me? Just say so."
    reply = expected("A yes", message=message(body))
    assert reply.basis == (
        "The message asks: Could we talk on Thursday?",
        "The message asks: Or on Friday?",
    )
    assert "two or three times" in reply.answer


def test_a_merge_tag_does_not_end_a_sentence(expected):
    reply = expected("A yes", message=message("Is {{ contact.company }} closed in December?"))
    assert reply.basis == ("The message asks: Is {{ contact.company }} closed in December?",)


def test_links_are_named_but_for_the_way_out(expected):
    body = "See https://northwind.com/seminar for more.\n\nUnsubscribe: https://northwind.com/unsubscribe"
    assert expected("A yes", message=message(body)).basis == ("It leads to https://northwind.com/seminar",)


@pytest.mark.parametrize("purpose", ["event-invitation", "renewal", "survey", None])
def test_what_to_have_at_hand_is_by_purpose(expected, purpose):
    answers = {
        "event-invitation": "Have date, place",
        "renewal": "Have the contract's date",
        "survey": "Know how long it takes",
        None: "Have an answer at hand to each question",
    }
    assert expected("A yes", plan={"purpose": purpose}).answer.startswith(answers[purpose])


def test_strangers_are_those_whom_neither_history_nor_list_ties_to_the_sender(expected):
    rows = "email,relationship\na@acme.com,customer\nb@globex.com,\nc@initech.com,\nd@hooli.com,\n"
    history = (
        "email,sent_at,kind,sender\n"
        f"b@globex.com,2026-09-01,signature,{ANA}\nc@initech.com,2026-09-01,signature,{MAX}\nd@hooli.com,2026-09-01,branded,\n"
    )
    reply = expected("Who are you", recipients=rows, history=history)
    assert reply.recipients == 2
    assert "2 of 4" in reply.basis[0]


def test_without_a_history_the_brief_says_that_more_could_be_known(expected):
    assert "names no history" in expected("Who are you").basis[0]


def test_ones_own_sales_force_knows_who_writes(expected):
    assert expected("Who are you", plan={"audience": "sales", "purpose": "internal-update"}) is None


def test_holidays_on_and_right_after_the_day_of_the_email_are_named(expected):
    rows = (
        "email,country,state\na@acme.com,Germany,\nb@globex.com,Germany,\nc@initech.com,United States,New York\n"
        "d@hooli.com,Germany,Bavaria\n"
    )
    reply = expected(
        "Out-of-office",
        recipients=rows,
        plan={"schedule": {"at": "2026-12-22 10:07"}, "sender": {"away": ["2026-12-24/2027-01-02"]}},
    )
    assert reply.recipients == 4
    christmas = [line for line in reply.basis if "Fri 25 Dec 2026" in line]
    assert [line.partition(":")[0] for line in christmas] == [
        "Christmas Day (Germany), Fri 25 Dec 2026",
        "Christmas Day (United States), Fri 25 Dec 2026",
    ]
    assert "3 of your emails arrive" in christmas[0]
    assert "1 of your emails arrives" in christmas[1]
    assert reply.basis[-1] == "You are away yourself: 2026-12-24 to 2027-01-02."


def test_each_recipient_of_a_repeating_send_counts_once(expected):
    plan = {"schedule": {"at": "2026-12-22 10:07", "repeat": "FREQ=DAILY;COUNT=3"}}
    reply = expected("Out-of-office", recipients="email,country\na@acme.com,Germany\n", plan=plan)
    assert reply.recipients == 1


def test_no_holiday_is_said_too(expected):
    assert expected("Out-of-office").basis == (
        "No public holiday of a recipient's country falls into the send that is known of.",
    )


def test_doubtful_data_make_wrong_persons_likely(expected):
    rows = "email,first name,last name\ndana.lee@acme.com,Dana (left),Lee\ninfo@globex.com,Omar,Diaz\n"
    reply = expected("I am not the one", recipients=rows)
    assert reply.recipients == 2
    assert any("(row 2)" in line and "note" in line for line in reply.basis)
    assert any("(row 3)" in line and "info@" in line for line in reply.basis)
    assert expected("I am not the one") is None


def test_colleagues_are_those_of_this_send_and_of_the_last_months(expected):
    rows = "email,company\na@acme.com,Acme\nb@acme.com,Acme\nc@globex.com,Globex\nd@initech.com,Initech\n"
    history = f"email,sent_at,sender\nx@globex.com,2026-11-01,{MAX}\ny@initech.com,2025-11-01,{MAX}\n"
    reply = expected("You wrote to my colleague", recipients=rows, history=history)
    assert reply.recipients == 3
    assert reply.basis == (
        "Companies where several people get this send: 1.",
        "Companies where somebody else had such an email in the 90 days before: 1.",
    )
    assert expected("You wrote to my colleague") is None


def test_those_who_were_written_to_lately_may_say_so(expected):
    history = (
        f"email,sent_at,sender,replied\ndana.lee@acme.com,2026-11-01,{MAX},1\nomar.diaz@globex.com,2025-11-01,{ANA},0\n"
    )
    reply = expected("I have told you already", history=history)
    assert reply.recipients == 1
    assert reply.basis[0] == "1 had a signature-driven email in the 90 days before, 1 from others."
    assert reply.basis[1].startswith("1 of them answered")


def test_addresses_that_are_wrong_come_back(expected):
    reply = expected("Notices", recipients="email\na@acme\nb@gmial.com\nc@globex.com\n")
    assert reply.recipients == 2
    assert reply.basis == ("Addresses that are not valid: 1; domains that look misspelled: 1.",)


def test_whoever_sees_to_opt_outs_is_named(expected):
    assert "tell privacy@northwind.com the same day" in expected("Please do not").answer
    assert "the plan names nobody" in expected("Please do not", plan={"opt_out": None}).answer


def test_no_reply_foretells_a_rate(campaign):
    (brief,) = briefs_of(campaign())
    said = " ".join(text for reply in brief.replies for text in (reply.title, *reply.basis, reply.answer))
    assert "%" not in said
    assert "percent" not in said
