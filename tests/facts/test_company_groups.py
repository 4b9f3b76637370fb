from hypothesis import given
from hypothesis import strategies as st

from sigcheck.facts.company_groups import company_keys, company_labels

TIES = st.lists(st.tuples(st.sampled_from([None, *"abcdef"]), st.sampled_from([None, *"uvwxyz"])), max_size=12)


def reference(ties):
    """Grow each group until it stops growing, the slow and plain way."""
    keys = []
    for domain, name in ties:
        group = {("d", domain)} if domain else {("n", name)} if name else set()
        size = -1
        while size != len(group):
            size = len(group)
            for other_domain, other_name in ties:
                nodes = {("d", other_domain), ("n", other_name)} - {("d", None), ("n", None)}
                if nodes & group:
                    group |= nodes
        keys.append(min(group)[1] if group else None)
    return keys


@given(TIES)
def test_groups_are_all_that_is_tied_together_however_long_the_way(ties):
    assert company_keys(ties) == reference(ties)


@given(TIES, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(ties, random):
    order = random.sample(range(len(ties)), len(ties))
    assert [company_keys(ties)[index] for index in order] == company_keys([ties[index] for index in order])


def test_a_chain_of_many_ties_is_one_company():
    ties = [(f"d{number:05d}.com", f"n{number // 2 if number % 2 else (number + 1) // 2}") for number in range(5_000)]
    ties += [(f"d{number:05d}.com", f"n{number}") for number in range(5_000)]
    assert company_keys(ties) == reference_by_search(ties)


def reference_by_search(ties):
    neighbours = {}
    for domain, name in ties:
        neighbours.setdefault(("d", domain), set()).add(("n", name))
        neighbours.setdefault(("n", name), set()).add(("d", domain))
    found = {}
    for start in sorted(neighbours):
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in found:
                found[node] = start
                stack.extend(neighbours[node])
    return [found["d", domain][1] for domain, _ in ties]


def test_a_company_is_called_by_its_shortest_name_that_is_not_shouted():
    names = [("acme.com", "ACME"), ("acme.com", "Acme Inc."), ("acme.com", "Acme"), ("b.com", None), (None, "Nobody")]
    assert company_labels(names) == {"acme.com": "Acme", "b.com": "b.com"}
