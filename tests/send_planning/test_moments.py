from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from sigcheck.send_planning.keeping import is_round
from sigcheck.send_planning.moments import Diary
from sigcheck.send_planning.people import Person, chance_of
from sigcheck.send_planning.seconds import HOUR, Span
from sigcheck.send_planning.working_time import Calendar, Place

NEW_YORK = Calendar(Place("America/New_York", "US", "NY"))


def person(number: int, company: str | None = None) -> Person:
    """Return a recipient."""
    return Person(chance_of(0, str(number)), number, "ana@northwind.com", company, NEW_YORK, None, None, False, False)


@given(st.integers(1, 40), st.integers(20, 3 * HOUR), st.sampled_from([None, 2, 3]))
def test_moments_lie_in_their_span_and_no_more_at_once_than_may(number, seconds, at_once):
    span = Span(10 * HOUR, 10 * HOUR + seconds)
    moments = Diary(at_once, []).plan([person(one) for one in range(number)], span)
    assert all(span.start <= moment < span.end for moment in moments)
    assert at_once is None or max(Counter(moments).values()) <= at_once
    if number <= seconds // 2:
        assert len(set(moments)) == number
        assert not any(map(is_round, moments))


def test_colleagues_do_not_get_theirs_at_one_moment():
    span = Span(10 * HOUR + 1, 10 * HOUR + 3)
    moments = Diary(3, []).plan([person(1, "acme"), person(2, "acme"), person(3), person(4)], span)
    assert moments[0] != moments[1]
    assert sorted(Counter(moments).values()) == [2, 2]


def test_moments_are_spread_over_their_span():
    span = Span(10 * HOUR, 11 * HOUR)
    moments = sorted(Diary(3, []).plan([person(one) for one in range(6)], span))
    assert [(moment - span.start) // 600 for moment in moments] == [0, 1, 2, 3, 4, 5]


def test_moments_depend_on_the_person_and_not_on_the_order():
    span = Span(10 * HOUR, 11 * HOUR)
    people = [person(one) for one in range(9)]
    planned = dict(zip(people, Diary(3, []).plan(people, span), strict=True))
    assert dict(zip(people[::-1], Diary(3, []).plan(people[::-1], span), strict=True)) == planned
