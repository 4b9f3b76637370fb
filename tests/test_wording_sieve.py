"""Only expressions that a message can match are handed to the engine, and nothing that they would find is lost."""

import pytest

from sigcheck.linter import open_engine
from sigcheck.relations import MESSAGE_LINES
from sigcheck.rule_bindings import message_sieve
from sigcheck.wording_sieve import NOTHING, WordingSieve


def test_expressions_whose_words_nobody_says_are_left_out():
    sieve = WordingSieve(["We are proud to announce it"])
    assert sieve.alternation(["proud to", "thrilled to", r"\w+"]) == r"(?i)(?:proud to)|(?:\w+)"


def test_where_none_is_left_nothing_matches():
    assert WordingSieve(["Hello"]).alternation(["proud to", "thrilled to"]) == NOTHING


@pytest.mark.parametrize("said", [("proud", "to announce"), ("PROUD  TO",), ("so Proud\tto",)])
def test_case_line_breaks_and_wide_spaces_do_not_hide_a_word(said):
    assert WordingSieve(said).alternation(["proud to"]) != NOTHING


def test_either_apostrophe_will_do():
    assert WordingSieve(["don’t miss out"]).alternation(["do(n't| not) miss"]) != NOTHING


def test_words_that_meet_across_lines_or_where_a_merge_tag_stood_count():
    engine = open_engine()
    lines = [(2, "proud {{name}} to", "proud   to"), (3, "announce", "announce")]
    rows = [("a", "a.txt", line, "body", text, prose) for line, text, prose in lines]
    engine.create(MESSAGE_LINES.name, MESSAGE_LINES.columns, rows)
    sieve = message_sieve(engine)
    engine.close()
    assert sieve.alternation(["proud +to", "to announce", "nowhere"]) == "(?i)(?:proud +to)|(?:to announce)"
