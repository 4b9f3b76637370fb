import json

import pytest

from sigcheck.plan import json_schema
from sigcheck.rule_schema import pack_schema, rule_schema


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [([], json_schema), (["plan"], json_schema), (["rule"], rule_schema), (["pack"], pack_schema)],
)
def test_the_schema_is_printed_as_json(run, arguments, schema):
    assert json.loads(run("schema", *arguments).out) == schema()


def test_there_is_no_other_schema(run):
    ran = run("schema", "recipients")
    assert (ran.status, ran.out) == (2, "")
    assert "recipients" in ran.err
