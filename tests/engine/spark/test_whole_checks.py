"""Whole checks, from the files to the score, say the same on both engines: the example campaigns, and random sends."""

import random
from pathlib import Path

import pytest
import spark_here
from test_rules import RULES

from sigcheck import lint
from sigcheck.errors import InputError
from sigcheck.linter import Options
from sigcheck.rule_examples import write_example

pytestmark = [pytest.mark.slow, pytest.mark.spark]

CAMPAIGNS = Path(__file__).resolve().parents[3] / "examples"
CHECKED = ["first-time", "clean", "sinful"] if spark_here.is_long else ["first-time"]
RANDOM_SENDS = 30 if spark_here.is_long else 1
"""How many random sends are checked: one takes about a minute."""

ON_SPARK = Options(engine="spark", master=spark_here.MASTER)
PARTS = ("message", "recipients", "history", "suppress", "exclude", "plan")


def drawn(seed):
    """Return the inputs of a send each part of which comes from the example of some rule or other."""
    chosen = random.Random(seed)
    inputs = [example.inputs for loaded in RULES for example in loaded.rule.examples]
    return {part: chosen.choice([given[part] for given in inputs if part in given]) for part in PARTS}


def random_send(seed, folder):
    """Return the plan of a random send that can be checked, and what DuckDB finds."""
    for attempt in range(50):
        plan = write_example(drawn(f"{seed}-{attempt}"), folder / str(attempt))
        try:
            return plan, lint(plan)
        except InputError:
            continue
    raise AssertionError("no parts that go together were drawn")


def differences(one, other):
    """Return what two reports say differently: findings of either alone, and whatever else there is."""
    ours, theirs = (dict.fromkeys(report.findings) for report in (one, other))
    alone = [*(finding for finding in ours if finding not in theirs), *(f for f in theirs if f not in ours)]
    rest = [name for name in one._fields if getattr(one, name) != getattr(other, name)]
    return [*alone, *rest]


@pytest.mark.parametrize("campaign", CHECKED)
def test_an_example_campaign_is_found_the_same_on_both_engines(campaign):
    plan = CAMPAIGNS / campaign / "plan.yaml"
    assert differences(lint(plan), lint(plan, ON_SPARK)) == []


@pytest.mark.parametrize("seed", range(RANDOM_SENDS))
def test_a_random_send_is_found_the_same_on_both_engines(seed, tmp_path):
    plan, expected = random_send(seed, tmp_path)
    found = lint(plan, ON_SPARK)
    assert differences(expected, found) == []
    assert found.score == expected.score
