import pytest

from sigcheck.facts.sent_messages import same_subject_sql
from sigcheck.facts.similarity import comparable_text, message_key
from sigcheck.linter import open_engine
from sigcheck.plan import load_plan
from sigcheck.planned_send import load_planned_send
from sigcheck.rule_examples import CLEAN_MESSAGE, write_example

CLEAN_BODY = " ".join(CLEAN_MESSAGE.split("\n\n", 1)[1].split("Best regards")[0].split())


@pytest.fixture
def engine():
    opened = open_engine()
    yield opened
    opened.close()


def history(engine, folder, columns, **inputs):
    load_planned_send(engine, load_plan(write_example(inputs, folder)))
    return engine.query(f"SELECT {columns} FROM history ORDER BY sent_at").rows


def fits(engine, sent, *subjects):
    return engine.query(f"SELECT {same_subject_sql('$sent', subjects)}", {"sent": sent}).rows[0][0]


@pytest.mark.parametrize(
    ("sent", "subject"),
    [
        ("Quick question", "Quick question"),
        (" QUICK Question ", "Quick question"),
        ("Ein Gespräch über Übergrößen", "ein gespräch über übergrößen"),
        ("Your pallet count at Acme", "Your pallet count at {{company}}"),
        ("your pallet count at Müller & Söhne GmbH", "Your pallet count at {{ contact.company }}"),
        ("Your pallet count at *|COMPANY|*", "Your pallet count at *|COMPANY|*"),
        ("Dana, how do you count pallets?", "{{first_name}}, how do you count pallets?"),
        ("100% of your pallet_counts at Acme", "100% of your pallet_counts at {{company}}"),
        ("Short question", "{Short|Quick} question"),
        ("{Short|Quick} question", "{Short|Quick} question"),
        ("Quick word on the pallets at Acme", "{Short|Quick} word on the pallets at {{company}}"),
    ],
)
def test_a_subject_is_the_same_filled_in_or_as_it_stands(engine, sent, subject):
    assert fits(engine, sent, subject) is True


@pytest.mark.parametrize(
    ("sent", "subject"),
    [
        ("Quick questions", "Quick question"),
        ("Re: Quick question", "Quick question"),
        ("The weather at Acme", "{{topic}} at {{company}}"),
        ("Question about the invoice", "Question about {{company}}"),
        ("My pallet count at Acme", "Your pallet count at {{company}}"),
        ("100 percent of your pallet counts at Acme", "100% of your pallet_counts at {{company}}"),
        ("100% of your palletXcounts at Acme", "100% of your pallet_counts at {{company}}"),
        ("", "Quick question"),
        (None, "Quick question"),
    ],
)
def test_another_subject_is_not_the_same(engine, sent, subject):
    assert fits(engine, sent, subject) is False


def test_a_message_without_subject_shares_it_with_none():
    assert same_subject_sql("subject", []) == "FALSE"


def test_any_of_the_variations_counts(engine):
    assert fits(engine, "Thursday?", "Your pallets", "Thursday?") is True


def test_a_text_of_the_history_is_compared_with_the_message(engine, tmp_path):
    other = "Thank you for the tour of the hall. The drawings I promised are with your colleague now; she knows when."
    sent = f'email,sent_at,message\na@x.com,2026-01-01,"{CLEAN_BODY}"\na@x.com,2026-01-02,"{other}"\n'
    found = [similarity for (similarity,) in history(engine, tmp_path, "similarity", history=sent)]
    assert found[0] > 0.95
    assert found[1] < 0.5


def test_a_filled_in_copy_with_its_signature_is_nearly_the_same(engine, tmp_path):
    text = CLEAN_MESSAGE.split("\n\n", 1)[1].replace("{{first_name}}", "Jörg").replace("Thursday", "Monday")
    sent = f'email,sent_at,message\na@x.com,2026-01-01,"{text}"\n'
    ((similarity,),) = history(engine, tmp_path, "similarity", history=sent)
    assert 0.9 < similarity < 1


def test_the_digest_of_a_variation_is_its_text(engine, tmp_path):
    key = message_key("Your pallet count at {{company}}", comparable_text(CLEAN_BODY))
    sent = f"email,sent_at,message_key\na@x.com,2026-01-01,{key}\na@x.com,2026-01-02,0123456789abcdef\n"
    assert history(engine, tmp_path, "similarity", history=sent) == [(1.0,), (None,)]


def test_the_name_of_a_template_is_no_text(engine, tmp_path):
    sent = "email,sent_at,template\na@x.com,2026-01-01,Q4 outreach - intro email v2 (final) for the retail segment\n"
    assert history(engine, tmp_path, "similarity", history=sent) == [(None,)]


def test_an_email_is_called_by_campaign_then_subject_then_key(engine, tmp_path):
    sent = (
        "email,sent_at,campaign,subject,template\na@x.com,2026-01-01,Dinner,Hello,t1\n"
        "a@x.com,2026-01-02,,Hello,t1\na@x.com,2026-01-03, ,,t1\na@x.com,2026-01-04,,,\n"
    )
    assert history(engine, tmp_path, "name", history=sent) == [("Dinner",), ("Hello",), ("t1",), (None,)]


def test_branded_emails_are_those_of_the_history_that_say_so(engine, tmp_path):
    sent = (
        "email,sent_at,kind\nA@x.com,2026-01-01,branded\nb@x.com,2026-01-02,signature\nc@x.com,2026-01-03,Newsletter\n"
        "d@x.com,2026-01-04,\n"
    )
    history(engine, tmp_path, "kind", history=sent)
    assert engine.query("SELECT mailbox FROM branded_emails ORDER BY mailbox").rows == [("a@x.com",), ("c@x.com",)]


def test_without_a_history_there_are_no_branded_emails(engine, tmp_path):
    history(engine, tmp_path, "kind")
    assert engine.query("SELECT count(*) FROM branded_emails").rows == [(0,)]
