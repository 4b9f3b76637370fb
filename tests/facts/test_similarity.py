import re

import pytest

from sigcheck.facts.similarity import comparable_text, message_key, similarity


@pytest.mark.parametrize(
    ("text", "comparable"),
    [
        ("Hi {{first_name}},\n\n  How are you?", "hi how are you"),
        ("Straße — GRÖSSE…", "strasse grösse"),
        ("Cafe\u0301 ﬁnal", "café final"),
        ("It’s *|FNAME|*’s", "it s s"),
        ("don't_stop", "don t stop"),
        ("{% if a %}Hi{% endif %} [First Name]", "hi"),
        ("来週、ボストンで。", "来週 ボストンで"),
        ("", ""),
        ("—", ""),
    ],
)
def test_what_does_not_make_a_difference_is_set_aside(text, comparable):
    assert comparable_text(text) == comparable


MAIL = comparable_text(
    "I noticed that your team is hiring in Boston. We are hosting a small breakfast on the ninth, and I thought of "
    "you. Would you like to come?"
)
OTHER = comparable_text(
    "Last spring we helped a firm like yours to cut the time between order and invoice by half. If that is on your "
    "list for this year, I would be glad to show you how."
)


def test_equal_texts_are_alike():
    assert similarity(MAIL, MAIL) == 1.0


def test_one_changed_word_leaves_texts_nearly_the_same():
    assert 0.9 < similarity(MAIL, MAIL.replace("small", "little")) < 1.0


def test_other_texts_of_the_same_language_are_far_from_alike():
    assert similarity(MAIL, OTHER) < 0.4


def test_the_order_of_words_counts():
    assert similarity(MAIL, " ".join(sorted(MAIL.split()))) < 0.6


def test_a_part_is_not_the_whole():
    assert similarity(MAIL, MAIL[: len(MAIL) // 3]) < 0.6


def test_similarity_does_not_depend_on_the_order_of_the_texts():
    assert similarity(MAIL, OTHER) == similarity(OTHER, MAIL)


def test_texts_without_spaces_are_compared_by_character():
    assert 0.7 < similarity("来週ボストンでお会いできますか", "来月ボストンでお会いできますか") < 1.0


@pytest.mark.parametrize(("a", "b", "expected"), [("", "", 1.0), ("a", "", 0.0), ("a", "b", 0.0)])
def test_the_ends_of_the_scale(a, b, expected):
    assert similarity(a, b) == expected


def test_a_key_is_sixteen_hexadecimal_digits():
    assert re.fullmatch("[0-9a-f]{16}", message_key("Breakfast?", "hi"))


def test_a_key_is_the_same_for_the_same_message():
    assert message_key("Breakfast, {{first_name}}?", "hi") == message_key("breakfast, *|FNAME|*", "hi")
    assert message_key(None, "hi") == message_key("", "hi")


@pytest.mark.parametrize(("subject", "comparable"), [("Lunch", "hi"), ("Breakfast", "ho"), ("", "breakfast hi")])
def test_a_key_differs_for_another_message(subject, comparable):
    assert message_key("Breakfast", "hi") != message_key(subject, comparable)


def test_half_a_surrogate_pair_is_no_error():
    assert message_key("\ud800", "hi")
