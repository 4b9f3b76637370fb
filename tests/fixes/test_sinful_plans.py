"""Planned sends that sin at random: after `fix --unsafe` nothing that can be mended is left, and nobody is lost."""

import os
from collections import Counter
from pathlib import Path

import pytest
from sinful_plans import write_sinful_plan

from sigcheck.fixing.carry_out import copy_to
from sigcheck.fixing.run import Wishes, fix_plan
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.linter import open_engine

UNSAFE = Wishes(unsafe=True)
PLANS = 50 if os.environ.get("SIGCHECK_LONG_TESTS") else 25
"""How many plans are mended; one takes some ten seconds."""

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "sinful" / "plan.yaml"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(PLANS))
def test_what_can_be_mended_is_gone_and_nothing_is_worse(seed, tmp_path):
    plan = write_sinful_plan(tmp_path / "before", seed)
    fixed = fix_plan(plan, UNSAFE)
    copy_to(fixed, plan, tmp_path / "after")
    again = fix_plan(tmp_path / "after" / "plan.yaml", UNSAFE)
    assert not again.files
    assert again.before.score >= fixed.before.score
    assert again.before.score == fixed.after.score
    withheld = {one.fix for one in fixed.not_made}
    assert not {finding.fix for finding in again.before.findings if finding.fix} - withheld
    assert ids(tmp_path / "before") == ids(tmp_path / "after")


def test_of_the_sinful_example_nothing_is_left_that_can_be_mended(tmp_path):
    fixed = fix_plan(EXAMPLE, UNSAFE)
    copy_to(fixed, EXAMPLE, tmp_path / "after")
    again = fix_plan(tmp_path / "after" / "plan.yaml", UNSAFE)
    assert not again.files
    assert fixed.after.score == again.before.score > fixed.before.score
    assert not [finding for finding in again.before.findings if finding.fix]
    assert not fixed.not_made


def ids(folder):
    """Return how often each row of the list, told by its `id`, is in the list or among the people taken out."""
    (path,) = folder.glob("recipients.*")
    tables = [path, *folder.glob("excluded*.csv")]
    return Counter(identity for table in tables for identity in _ids(table))


def _ids(path):
    engine = open_engine()
    try:
        loaded = engine.read(inspect_table(path, path.name), "rows")
        place = loaded.header.index("id") + 1
        return [identity for (identity,) in engine.query(f"SELECT c{place} FROM rows").rows]
    finally:
        engine.close()
