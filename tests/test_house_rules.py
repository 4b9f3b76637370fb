"""The pack that docs/writing-a-rule.md makes: it works, and the page shows what its files hold."""

import re
from pathlib import Path

import pytest
import yaml

from sigcheck.rule import load_packs
from sigcheck.rule_examples import problem_with

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "examples" / "house-rules"
(PACK,) = (pack for pack in load_packs([FOLDER]) if pack.folder == FOLDER)
EXAMPLES = [(loaded, example) for loaded in PACK.rules for example in loaded.rule.examples]
PAGE = (ROOT / "docs" / "writing-a-rule.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(("loaded", "example"), EXAMPLES, ids=lambda value: getattr(value, "code", None))
def test_the_rule_finds_what_its_example_promises(loaded, example, tmp_path):
    assert problem_with(loaded, example, tmp_path, FOLDER) is None


def test_an_example_that_promises_something_else_is_found_out(tmp_path):
    loaded, example = EXAMPLES[0]
    spoiled = example.model_copy(update={"finds": ["something else"]})
    assert "something else" in problem_with(loaded, spoiled, tmp_path, FOLDER)


def test_every_rule_has_bad_and_good_examples():
    for loaded in PACK.rules:
        assert {example.bad is None for example in loaded.rule.examples} == {True, False}


def test_the_page_shows_what_the_files_hold():
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.yaml")]
    shown = [yaml.safe_load(snippet) for snippet in SNIPPETS]
    parts = [snippet for snippet in shown if snippet]
    assert len(parts) >= 4
    for snippet in parts:
        assert any(_holds(file, snippet) for file in files), snippet


def _holds(file, snippet):
    for key, value in snippet.items():
        if key == "examples":
            if not all(example in file.get(key, []) for example in value):
                return False
        elif file.get(key) != value:
            return False
    return True


def test_the_query_on_the_page_is_the_rules():
    (query,) = re.findall(r"^```sql\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert query == PACK.rules[0].rule.query
