import copy
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from sigcheck.plan import json_schema
from sigcheck.rule import builtin_rules_folder
from sigcheck.rule_schema import pack_schema, rule_schema
from sigcheck.yaml_source import read_yaml

ROOT = Path(__file__).parent.parent
PLANS = sorted((ROOT / "examples").rglob("plan.yaml"))
BUILT_IN = sorted(path.parent for path in builtin_rules_folder().glob("*/pack.yaml"))
FOLDERS = [*BUILT_IN, ROOT / "examples" / "house-rules"]
RULES = [path for folder in FOLDERS for path in sorted(folder.glob("*.yaml")) if path.name != "pack.yaml"]
RULE = {
    "code": "ABC001",
    "name": "a-rule",
    "severity": "note",
    "deduct": 1,
    "per": "send",
    "query": "SELECT name FROM plan",
    "message": "m",
    "help": "h",
    "why": "w",
    "source": "s",
}


def data_of(path):
    return as_json(read_yaml(path, path.name).data)


def as_json(value):
    """The value as an editor sees it, for which a date is text."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def problems(schema, value):
    jsonschema.Draft202012Validator.check_schema(schema)
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(value)]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.name)
def test_every_example_plan_is_valid(path):
    assert problems(json_schema(), data_of(path)) == []


def test_every_rule_is_valid():
    schema = rule_schema()
    assert {path.name: found for path in RULES if (found := problems(schema, data_of(path)))} == {}
    assert len(RULES) > 50


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_pack_is_valid(folder):
    assert problems(pack_schema(), data_of(folder / "pack.yaml")) == []


def test_the_rule_that_the_following_tests_spoil_is_valid():
    assert problems(rule_schema(), RULE) == []


@pytest.mark.parametrize(
    "change",
    [
        {"code": "abc1"},
        {"severity": "fatal"},
        {"deduct": 11},
        {"per": "company"},
        {"quiery": "SELECT 1"},
        {"match": {"in": "subject", "any": ["a"]}},
        {"examples": [{"bad": {}}]},
        {"examples": [{"bad": {}, "good": {}, "finds": ["m"]}]},
        {"when": None},
    ],
)
def test_a_mistake_in_a_rule_is_marked(change):
    assert problems(rule_schema(), {**copy.deepcopy(RULE), **change})


def test_wording_may_be_looked_for_in_one_part_or_several():
    without = {key: value for key, value in RULE.items() if key != "query"}
    assert problems(rule_schema(), without)
    for parts in ("subject", ["subject", "body"]):
        assert problems(rule_schema(), {**without, "match": {"in": parts, "any": ["a"]}}) == []
    assert problems(rule_schema(), {**without, "match": {"in": "footer", "any": ["a"]}})


def test_every_key_of_a_rule_says_what_it_is_for():
    assert [key for key, schema in rule_schema()["properties"].items() if "description" not in schema] == []
