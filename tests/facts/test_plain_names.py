"""What SQL says of a plain name is what Python says of it."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sigcheck.facts.names import person_key
from sigcheck.facts.plain_names import plain_person_key_sql
from sigcheck.facts.word_lists import entries

WORDS = st.from_regex(r"[A-Za-z]{1,6}", fullmatch=True) | st.sampled_from(
    [*sorted(entries("name_titles") | entries("name_suffixes")), "Mueller", "Joel", "Noemi", "Jo", "DE", "O'Neil", "李"]
)


@pytest.fixture(scope="module")
def key_in_sql():
    connection = duckdb.connect()
    condition, key = plain_person_key_sql("name")
    query = f"SELECT {condition}, {key} FROM (SELECT $1 AS name)"
    yield lambda name: connection.execute(query, [name]).fetchone()
    connection.close()


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=3).map(" ".join))
def test_a_plain_name_has_the_same_key(key_in_sql, name):
    is_plain, key = key_in_sql(name)
    assert not is_plain or key == person_key(name)


@pytest.mark.parametrize("name", ["Dana Lee", "LEE DANA", "omar diaz"])
def test_most_names_are_plain(key_in_sql, name):
    assert key_in_sql(name) == (True, person_key(name))


@pytest.mark.parametrize("name", ["Dr Lee", "Dana Jr", "Anna Mueller", "José Diaz", "Dana", "Dana K Lee", "Dana  Lee"])
def test_what_is_not_plain_is_left_to_python(key_in_sql, name):
    assert key_in_sql(name)[0] is False
