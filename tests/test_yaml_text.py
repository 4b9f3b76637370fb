import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sigcheck.yaml_text import yaml_block, yaml_scalar


@pytest.mark.parametrize(
    ("value", "text"), [("plain", "plain"), ("no", "'no'"), (True, "true"), (2, "2"), (0.9, "0.9"), ("a: b", "'a: b'")]
)
def test_a_value_is_in_quotes_only_where_it_needs_them(value, text):
    assert yaml_scalar(value) == text


def test_a_text_of_several_lines_is_a_block():
    assert yaml_block({"b": "x\ny\n", "a": [1]}) == "b: |\n  x\n  y\na:\n- 1"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_text_reads_back(text):
    line = yaml_scalar(text)
    assert "\n" not in line
    assert yaml.safe_load(f"key: {line}") == {"key": text}
