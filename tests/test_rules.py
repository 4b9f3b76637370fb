"""Every example of every rule file is a test, and every rule keeps the habits of the catalogue."""

import pytest

from sigcheck.rule import load_packs
from sigcheck.rule_examples import problem_with

PACKS = load_packs()
RULES = [loaded for pack in PACKS for loaded in pack.rules]


def kind(example):
    return "good" if example.bad is None else "bad"


def examples_of(loaded):
    """Yield the examples of a rule; all but the first of each kind are slow together."""
    seen = set()
    for number, example in enumerate(loaded.rule.examples, start=1):
        marks = [pytest.mark.slow] if kind(example) in seen else []
        seen.add(kind(example))
        yield pytest.param(loaded, example, id=f"{loaded.code}-{number}-{kind(example)}", marks=marks)


EXAMPLES = [example for loaded in RULES for example in examples_of(loaded)]


@pytest.mark.parametrize(("loaded", "example"), EXAMPLES)
def test_the_rule_finds_what_its_example_promises(loaded, example, tmp_path):
    assert problem_with(loaded, example, tmp_path) is None


@pytest.mark.parametrize("loaded", RULES, ids=lambda loaded: loaded.code)
def test_every_rule_has_two_bad_and_two_good_examples(loaded):
    kinds = [kind(example) for example in loaded.rule.examples]
    assert kinds.count("bad") >= 2
    assert kinds.count("good") >= 2


def test_the_packs_are_the_ten_sins_then_form_and_sales():
    keys = [pack.header.key for pack in PACKS]
    assert keys == ["FRQ", "DUP", "HTM", "ORG", "VAR", "REL", "SND", "DAT", "HRS", "OPT", "SIG", "INT"]
    assert all(pack.header.points == 10 for pack in PACKS)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.header.key)
def test_every_pack_holds_the_first_three_rules_of_the_catalogue(pack):
    first = 0 if pack.header.key == "FRQ" else 1
    codes = {loaded.code for loaded in pack.rules}
    assert {f"{pack.header.key}{number:03d}" for number in range(first, first + 3)} <= codes


@pytest.mark.parametrize("loaded", RULES, ids=lambda loaded: loaded.code)
def test_what_a_rule_says_of_a_finding_is_one_line(loaded):
    assert len(loaded.rule.message.splitlines()) == 1
    assert len(loaded.rule.help.splitlines()) == 1
