from collections import Counter

from hypothesis import event, given, settings
from hypothesis import strategies as st

from sigcheck.send_planning.capacity import Capacity
from sigcheck.send_planning.distribution import Distributor
from sigcheck.send_planning.grid import Grid
from sigcheck.send_planning.load import Load
from sigcheck.send_planning.pace import Pace
from sigcheck.send_planning.seconds import HOUR, Span
from sigcheck.send_planning.shared_blocks import distribute
from sigcheck.send_planning.working_time import Calendar, Place

HOURS = 5


@st.composite
def grids(draw):
    """A few hours, some cut in two, in which each calendar works at some slots; two of them may differ on the day."""
    cuts = draw(
        st.sets(st.sampled_from([one * HOUR + seconds for one in range(HOURS) for seconds in (1, 2, 1800)]), max_size=3)
    )
    edges = sorted({*range(0, (HOURS + 1) * HOUR, HOUR), *cuts})
    stretches = {}
    for number in range(draw(st.integers(1, 4))):
        midnight = draw(st.sampled_from([HOUR * 2, HOUR * 3, HOUR * 9]))
        slots = sorted(draw(st.sets(st.integers(0, len(edges) - 2), max_size=5)))
        cells = [(100 + (edges[slot] >= midnight), slot) for slot in slots]
        stretches[Calendar(Place(f"Zone/{number}", None, None))] = tuple(
            (day, range(slot, slot + 1)) for day, slot in cells
        )
    shunned = frozenset(draw(st.sets(st.integers(0, len(edges) - 2), max_size=2)))
    return Grid(Span(0, edges[-1]), edges, stretches, shunned)


@st.composite
def cases(draw):
    grid = draw(grids())
    pace = Pace(
        draw(st.sampled_from([None, 1.0, 2.0, 0.5])),
        draw(st.sampled_from([None, 1, 2, 3])),
        draw(st.sampled_from([None, 1])),
    )
    emails = {calendar: draw(st.integers(0, 3)) for calendar in grid.stretches}
    cells = sorted({(slot, day) for choice in grid.stretches.values() for day, slots in choice for slot in slots})
    staying = draw(st.lists(st.sampled_from(cells), max_size=2)) if cells else []
    return Capacity(grid, pace), Load(emails, [(grid.edges[slot], day) for slot, day in staying], ())


def most_that_fit(capacity: Capacity, load: Load) -> int:
    """Return how many emails fit, by trying all ways."""
    choices = [
        [(slot, day) for day, slots in capacity.grid.stretches[calendar] for slot in slots]
        for calendar, emails in load.emails.items()
        for _ in range(emails)
    ]
    used = Counter(capacity.used_by(load.staying))

    def best(index: int) -> int:
        if index == len(choices):
            return 0
        most = 0
        for cell in choices[index]:
            resources = capacity.resources(cell)
            if all(used[one] < capacity.limit(one) for one in resources):
                used.update(resources)
                most = max(most, 1 + best(index + 1))
                used.subtract(resources)
                if most == len(choices) - index:
                    return most
        return max(most, best(index + 1))

    return best(0)


@settings(max_examples=400)
@given(cases(), st.sampled_from([None, 1, 2]))
def test_as_many_emails_find_a_cell_as_can(case, seed):
    capacity, load = case
    found = distribute(Distributor(capacity), load, seed)
    total = sum(load.emails.values())
    assert sum(sum(cells.values()) for cells in found.cells) == total - found.short
    assert total - found.short == most_that_fit(capacity, load)
    event("all fit" if not found.short else "some do not")


@settings(max_examples=200)
@given(cases(), st.sampled_from([None, 1]))
def test_no_limit_is_exceeded_and_everybody_gets_a_cell_of_their_own_choice(case, seed):
    capacity, load = case
    found = distribute(Distributor(capacity), load, seed)
    used = Counter(capacity.used_by(load.staying))
    before = Counter(used)
    for choice, cells in zip(found.classes.choices, found.cells, strict=True):
        allowed = {(slot, day) for day, slots in choice for slot in slots}
        for cell, emails in cells.items():
            assert cell in allowed
            assert emails > 0
            used.update(dict.fromkeys(capacity.resources(cell), emails))
    assert all(emails <= max(capacity.limit(one), before[one]) for one, emails in used.items())
