"""Every input in every bad state: the table in bad_inputs/ says what is printed, and the exit status.

A file of the table is about one input: `file` is what a case replaces, `plan` and `inputs` are what the campaign
around it is like, `files` what is there besides, `run` the command (a quiet check for unreadable rows where it is not
given). A case says what the file `is`, in words, and how it is made so: `make` (missing, folder, pipe, loop,
dangling, device, denied) or a content (`text` with `encoding`, `hex`, `parts`, `sheet`, `parquet`, a sheet so many
columns `wide`, `far` cells, objects with other `keys`; `cut` by some bytes, with `damage` at a place, filled up to
`sparse` bytes). Then `says`, the lines on standard error (`<column>` where that is the parser's to say), `prints`, the
lines on standard output, and the exit `status`, which is 2 where nothing is said.
"""

import os
import re
import sys
from pathlib import Path

import pytest
import yaml
from states import ordinary_user, put

from sigcheck.rule_examples import write_example

FOLDER = Path(__file__).parent / "bad_inputs"

CHECK = ["check", "--quiet", "--select", "DAT013", "campaign/plan.yaml"]


def table():
    for path in sorted(FOLDER.glob("*.yaml")):
        kind = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for case in kind.pop("cases"):
            yield pytest.param({**kind, **case}, id=f"{path.stem}-{case['is']}".replace(" ", "-"))


CASES = list(table())


def lines(given):
    return [given] if isinstance(given, str) else list(given or ())


def as_told(line, case):
    """Return a line of standard error, with `<column>` for the column where that is not for us to say."""
    return re.sub(r":\d+: ", ":<column>: ", line, count=1) if "<column>" in str(case["says"]) else line


def snapshot():
    return {
        str(path): path.read_bytes() if path.is_file() and path.stat().st_size < 1_000_000 else None
        for path in Path().rglob("*")
        if os.access(path, os.R_OK)
    }


@pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and permissions of Unix")
@pytest.mark.parametrize("case", CASES)
def test_what_is_printed_and_how_it_ends(case, in_folder, run):
    write_example({"plan": case.get("plan", {}), **case.get("inputs", {})}, Path("campaign"))
    for name, text in case.get("files", {}).items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    put(Path(case["file"]), case)
    before = snapshot()
    with ordinary_user():
        ran = run(*case.get("run", CHECK))
    assert [as_told(line, case) for line in ran.err.splitlines()] == lines(case.get("says"))
    assert ran.out.splitlines() == lines(case.get("prints"))
    assert ran.status == case.get("status", 2)
    assert snapshot() == before


def test_the_table_is_large():
    assert len(CASES) >= 150
