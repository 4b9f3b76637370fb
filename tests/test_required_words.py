"""A text that holds none of an expression's required words is one that the expression does not match."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sigcheck.required_words import required_words
from sigcheck.rule import load_packs

LETTERS = st.sampled_from(["a", "b", "c", "ab", " ", "ß", "é", "s"])
ATOMS = st.one_of(
    LETTERS,
    st.sampled_from(
        [r"\b", "^", "$", ".", r"\w", r"\d", r"\.", "[ab]", "[^ab]", "[]a]", r"[\]b]", r"\pL", r"\x61", "{", "}"]
    ),
)
QUANTIFIERS = st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{0,1}", "{1,}", "*?", "+?"])


def rows(parts):
    return st.lists(st.tuples(parts, QUANTIFIERS).map("".join), min_size=1, max_size=4).map("".join)


def branches(parts):
    return st.lists(rows(parts), min_size=1, max_size=3).map("|".join)


EXPRESSIONS = st.recursive(
    branches(ATOMS),
    lambda inner: branches(st.one_of(ATOMS, inner.map("({})".format), inner.map("(?:{})".format))),
    max_leaves=8,
)
TEXTS = st.text(alphabet="abcABCsSß é1.{]ſ", max_size=8)
ENGINE = duckdb.connect()


def matches(expression, text):
    try:
        return ENGINE.execute("SELECT regexp_matches($1, $2)", [text, f"(?i){expression}"]).fetchone()[0]
    except duckdb.Error:
        return False


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(EXPRESSIONS, st.lists(TEXTS, min_size=1, max_size=5))
def test_a_match_holds_one_of_the_words(expression, texts):
    words = required_words(expression)
    for text in texts:
        if words is not None and matches(expression, text):
            assert any(word.casefold() in text.casefold() for word in words), (expression, words, text)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"\b(excited|thrilled) to announce\b", {" to announce"}),
        (r"\bstate-of-the-art\b", {"state-of-the-art"}),
        (r"(email|e-mail)s? i sent", {" i sent"}),
        (r"no (cost|charge)?", {"no "}),
        (r"(先日|前回)(の|は)?お電話", {"お電話"}),
        (r"x\.y+z", {"x.y"}),
        (r"a|", None),
        (r"\w+", None),
        (r"(?s)a.b", None),
        (r"broken(", None),
    ],
)
def test_the_most_telling_words_are_chosen(expression, words):
    found = required_words(expression)
    assert (None if found is None else set(found)) == words


def test_all_wording_of_our_rules_can_be_told_by_its_words():
    rules = [loaded.rule for pack in load_packs() for loaded in pack.rules]
    expressions = [one for rule in rules for several in rule.wordings_of({}).values() for one in several]
    assert len(expressions) > 250
    assert [one for one in expressions if required_words(one) is None] == []
