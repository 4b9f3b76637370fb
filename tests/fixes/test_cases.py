"""Every case beside this file is a test: a planned send in miniature, before and after one fix.

A case says why it is there, what the send holds (`before`, with the keys of a rule's examples), and what its files say
`after` the fix that the file is named after, of a plan the lines that are new; all other files stay. `left` holds
reasons for what is left.
"""

import re
from pathlib import Path

import pytest
import yaml

from sigcheck.fixes.catalogue import FIXES
from sigcheck.fixing.carry_out import write_in_place
from sigcheck.fixing.run import Wishes, fix_plan
from sigcheck.rule_examples import write_example

FOLDER = Path(__file__).parent / "cases"
TIME = re.compile(r" \d\d:\d\d:\d\d")
"""The time of day of a planned send time, which is chance."""

CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['why']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.slow
@pytest.mark.parametrize(("fix", "case"), CASES)
def test_the_fix_changes_what_its_case_says_and_nothing_else(fix, case, tmp_path):
    plan = write_example(case["before"], tmp_path)
    before = contents(tmp_path)
    fixed = fix_plan(plan, Wishes(select=(fix,), unsafe=True))
    write_in_place(fixed)
    after = contents(tmp_path)
    assert changed(before, after) == case.get("after", {})
    assert [one.reason for one in fixed.not_made] == case.get("left", [])


@pytest.mark.parametrize("fix", FIXES, ids=lambda fix: fix.name)
def test_every_fix_has_cases(fix):
    assert (FOLDER / f"{fix.name}.yaml").is_file()


def changed(before, after):
    """Return the files that changed, or are new: all that a text says, of a plan only the lines that are new."""
    return {
        name: TIME.sub(" hh:mm:ss", text) if name != "plan.yaml" else new_lines(before[name], text)
        for name, text in after.items()
        if text != before.get(name)
    }


def new_lines(before, after):
    return [line for line in after.splitlines() if line not in before.splitlines()]


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "surrogateescape")
        for path in folder.rglob("*")
        if path.is_file()
    }
