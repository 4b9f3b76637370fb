import pytest

from sigcheck.facts.prose import count_words, folded_words, opening_of, with_words_inserted


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("One here. Two there? Three.", "One here. Two there?"),
        ("We meet on 9. Dezember at Dr. Lee's. Fine? Three.", "We meet on 9. Dezember at Dr. Lee's. Fine?"),
        ("Ask J. Smith z.B. today! Two. Three.", "Ask J. Smith z.B. today! Two."),
        ("A headline\n\nThen prose, wrapped\nover lines. Three.", "A headline Then prose, wrapped over lines."),
        ("See https://x.com/a.b?c=d now. Two. Three.", "See https://x.com/a.b?c=d now. Two."),
        ("“Quoted.” Two (here). Three.", "“Quoted.” Two (here)."),
        ("一つ目。二つ目。三つ目。", "一つ目。 二つ目。"),
        ("Only one", "Only one"),
    ],
)
def test_the_opening_is_the_first_two_sentences(text, opening):
    assert opening_of(text) == opening


@pytest.mark.parametrize("text", ["", "\n\n", "---\n\n***"])
def test_a_text_without_words_has_no_opening(text):
    assert opening_of(text) is None


def test_tags_and_addresses_are_one_word_and_signs_are_none():
    assert count_words("Hi {{lead.First Name:default=there}}, see https://x.com/a/b - ok?") == 5


def test_of_spintax_one_choice_counts():
    assert count_words("{Hi|Hello there my friend} Dana") == 2


def test_words_are_folded_as_names_are():
    assert folded_words("José O’Brien\nMueller-Groß") == " jose obrien muller gross "


def test_a_word_stands_for_each_tag():
    assert with_words_inserted("{{a}} and *|FNAME|*", "x") == "x and x"
