"""Every case beside this file is a test: a planned send in miniature, before and after one fix.

A case says why it is there, what the send holds (`before`, with the keys of a rule's examples), and what its files say
`after` the fix of the file's name; files that are not named stay as they are. `left` holds reasons for what is left.
"""

from pathlib import Path

import pytest
import yaml

from sigcheck.fixes.catalogue import FIXES
from sigcheck.fixing.carry_out import write_in_place
from sigcheck.fixing.run import Wishes, fix_plan
from sigcheck.rule_examples import write_example

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['why']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("fix", "case"), CASES)
def test_the_fix_changes_what_its_case_says_and_nothing_else(fix, case, tmp_path):
    plan = write_example(case["before"], tmp_path)
    expected = {**contents(tmp_path), **case.get("after", {})}
    fixed = fix_plan(plan, Wishes(select=(fix,), unsafe=True))
    write_in_place(fixed)
    assert contents(tmp_path) == {name: text for name, text in expected.items() if text is not None}
    assert [one.reason for one in fixed.not_made] == case.get("left", [])


@pytest.mark.parametrize("fix", FIXES, ids=lambda fix: fix.name)
def test_every_fix_has_cases(fix):
    assert (FOLDER / f"{fix.name}.yaml").is_file()


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "surrogateescape")
        for path in folder.rglob("*")
        if path.is_file()
    }
