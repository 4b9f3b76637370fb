import pytest

from sigcheck.facts.message_facts import MAX_WORDINGS
from sigcheck.linter import open_engine
from sigcheck.plan import load_plan
from sigcheck.planned_send import load_planned_send
from sigcheck.rule_examples import CLEAN_MESSAGE, write_example


@pytest.fixture
def query(tmp_path):
    engine = open_engine()

    def run(sql, message):
        load_planned_send(engine, load_plan(write_example({"message": message}, tmp_path)))
        return engine.query(sql).rows

    yield run
    engine.close()


def message(body, subject="Pallets"):
    return f"Subject: {subject}\n\nHi {{{{first_name}}}},\n\n{body}\n\nBest regards,\nAna Ruiz\n"


WORDINGS = "SELECT wordings, subject_wordings FROM messages"


def test_a_message_without_spintax_has_one_wording(query):
    assert query(WORDINGS, CLEAN_MESSAGE) == [(1, 1)]


def test_the_groups_of_spintax_multiply(query):
    assert query(WORDINGS, message("{May|Can} we talk {today|on Friday|soon}?", "{A|One} word")) == [(6, 2)]


@pytest.mark.parametrize("tag", ["{{company|your firm}}", "{{ company | default: 'you' }}", "*|COMPANY|*", "[Company]"])
def test_a_default_in_a_merge_tag_is_no_wording(query, tag):
    assert query(WORDINGS, message(f"How do you count pallets at {tag}?", f"Pallets at {tag}")) == [(1, 1)]


def test_more_wordings_than_any_list_needs_are_not_counted(query):
    assert query(WORDINGS, message("{a|b} " * 60)) == [(MAX_WORDINGS, 1)]


def test_two_variations_are_one_pair(query):
    texts = {"a.txt": message("How do you count pallets?"), "b.txt": message("Could we talk on Thursday?")}
    ((one, other, similarity),) = query("SELECT variant, other_variant, similarity FROM message_pairs", texts)
    assert (one, other) == ("a", "b")
    assert 0 < similarity < 0.7


def test_spintax_is_a_pair_of_one_message_as_like_as_its_two_wordings_that_differ_most(query):
    pairs = "SELECT variant, other_variant, similarity FROM message_pairs"
    ((one, other, similarity),) = query(pairs, message("{Red|Blue} or {green|yellow}, tell me which of them you want"))
    assert (one, other) == ("message", "message")
    words_in_all, words_that_turn = 11, 2
    assert similarity == pytest.approx((words_in_all - words_that_turn) / words_in_all)


def test_a_message_without_spintax_is_no_pair(query):
    assert query("SELECT * FROM message_pairs", CLEAN_MESSAGE) == []
