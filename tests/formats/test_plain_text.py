import pytest

from sigcheck.formats.plain_text import counted, plain, shortened


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("a\nb\tc", "a\\u000ab\\u0009c"),
        ("\x1b[31m\x7f\x85", "\\u001b[31m\\u007f\\u0085"),
        ("\u202egnp\u200b\ufeff", "\\u202egnp\\u200b\\ufeff"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("\udcfc\ufffe\uffff", "\\udcfc\\ufffe\\uffff"),
    ],
)
def test_what_cannot_be_seen_is_made_visible(hidden, shown):
    assert plain(hidden) == shown


@pytest.mark.parametrize("text", ["", "Jürgen Müßig", "東京 – “quoted” 🎉", "a\u00a0b\u3000c", "�"])
def test_what_can_be_seen_stays_as_it_is(text):
    assert plain(text) == text


def test_a_long_text_is_cut_to_its_length():
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abc defg", 5) == "abc…"


def test_numbers_agree_with_their_noun():
    assert (counted(1, "plan"), counted(0, "plan"), counted(1200, "plan")) == ("1 plan", "0 plans", "1,200 plans")
