"""Examples of rules keep their word where Spark runs the rule, over relations that DuckDB made.

Usually the first of each rule; with SIGCHECK_LONG_TESTS all of them. That Spark makes the same
relations is for `test_whole_checks`.
"""

import pytest
import spark_here
from test_rules import EXAMPLES, RULES

from sigcheck.rule_examples import problem_with

pytestmark = [pytest.mark.slow, pytest.mark.spark]


FIRST = [pytest.param(loaded, loaded.rule.examples[0], id=loaded.code) for loaded in RULES if loaded.rule.examples]


@pytest.fixture(scope="module")
def shared():
    from sigcheck.engine.limits import Limits
    from sigcheck.engine.spark import open_spark

    opened = open_spark(spark_here.MASTER, Limits(600))
    opened.lock()
    yield opened
    opened.close()


@pytest.mark.parametrize(("loaded", "example"), EXAMPLES if spark_here.is_long else FIRST)
def test_the_rule_finds_on_spark_what_its_example_promises(loaded, example, shared, tmp_path, monkeypatch):
    from rules_on_spark import RulesOnSpark

    engines = []

    def opened(*_):
        engines.append(RulesOnSpark(shared))
        return engines[-1]

    monkeypatch.setattr("sigcheck.linter.open_engine", opened)
    assert problem_with(loaded, example, tmp_path) is None
    # What need not be asked is not: a rule whose conditions do not hold, plain wording that no text holds.
    assert not example.finds or engines[0].answered > 0
