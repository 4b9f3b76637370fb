import random
from collections import Counter

import pytest

from sigcheck.fixes.edge_colouring import Person, Wordings


@pytest.mark.parametrize("seed", range(30))
def test_nobody_shares_a_wording_while_there_are_as_many_as_the_largest_company_or_group_has_people(seed):
    chance = random.Random(seed)
    people = [
        Person(row, chance.choice([None, *"abcdef"]), chance.choice([None, *"uvwxyz"]))
        for row in range(chance.randint(1, 40))
    ]
    sizes = Counter(place for one in people for place in (("c", one.company), ("g", one.group)) if place[1])
    wordings = Wordings(max(sizes.values(), default=1))
    for person in people:
        assert wordings.give_first(person, range(len(wordings.counts)))
    for place in (lambda one: one.company, lambda one: one.group):
        held = [(place(one), wordings.of_row[one.row]) for one in people if place(one) is not None]
        assert len(held) == len(set(held))
    assert wordings.counts == [Counter(wordings.of_row.values())[at] for at in range(len(wordings.counts))]


def test_one_wording_too_few_is_told():
    wordings = Wordings(1)
    assert wordings.give_first(Person(2, "acme", None), [0])
    assert not wordings.give_first(Person(3, "acme", None), [0])
