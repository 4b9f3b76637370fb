import pytest

from sigcheck.wording import one_line, shown, suggestion


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("x", "'x'"),
        ("", "an empty text"),
        (None, "nothing"),
        (True, "true"),
        (3, "'3'"),
        ([1], "a list"),
        ({}, "a mapping"),
        ("a\nb", "'a b'"),
        ("x" * 61, f"'{'x' * 60}…'"),
    ],
)
def test_a_value_is_named_for_people(value, words):
    assert shown(value) == words


def test_one_line_holds_nothing_that_steers_a_terminal():
    assert one_line("a\r\n\x1b[31mb\u202ec") == "a �[31mb�c"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("recipents", " (did you mean recipients?)"),
        ("RECIPIENTS", " (did you mean recipients?)"),
        ("rec", " (did you mean recipients?)"),
        ("re", ""),
        ("xyzzy", ""),
        ("", ""),
    ],
)
def test_suggests_the_closest_word(word, meant):
    assert suggestion(word, ["recipients", "sender", "message"]) == meant
