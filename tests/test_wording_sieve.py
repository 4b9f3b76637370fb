"""Only expressions that a message can match are handed to the engine, and nothing that they would find is lost."""

import pytest

from sigcheck.linter import open_engine
from sigcheck.relations import MESSAGE_LINES
from sigcheck.wording_sieve import NOTHING, WordingSieve


@pytest.fixture
def sieve_of():
    engine = open_engine()

    def sieve(*lines, prose=None):
        rows = [("a", "a.txt", number, "body", text, prose or text) for number, text in enumerate(lines, start=1)]
        engine.create(MESSAGE_LINES.name, MESSAGE_LINES.columns, rows)
        return WordingSieve(engine)

    yield sieve
    engine.close()


def test_expressions_whose_words_nobody_says_are_left_out(sieve_of):
    sieve = sieve_of("We are proud to announce it")
    assert sieve.alternation(["proud to", "thrilled to", r"\w+"]) == r"(?i)(?:proud to)|(?:\w+)"


def test_where_none_is_left_nothing_matches(sieve_of):
    assert sieve_of("Hello").alternation(["proud to", "thrilled to"]) == NOTHING


@pytest.mark.parametrize("said", [("proud", "to announce"), ("PROUD  TO",), ("so Proud\tto",)])
def test_case_line_breaks_and_wide_spaces_do_not_hide_a_word(sieve_of, said):
    assert sieve_of(*said).alternation(["proud to"]) != NOTHING


def test_either_apostrophe_will_do(sieve_of):
    assert sieve_of("don’t miss out").alternation(["do(n't| not) miss"]) != NOTHING


def test_words_that_meet_where_a_merge_tag_stood_count(sieve_of):
    assert sieve_of("proud {{name}} to", prose="proud   to").alternation(["proud +to", "proud to"]) != NOTHING
