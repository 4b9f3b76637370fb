import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from sigcheck import Report, lint

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ("clean", "sinful", "first-time")
SINS = ("FRQ", "DUP", "HTM", "ORG", "VAR", "REL", "SND", "DAT", "HRS", "OPT")

LATER = """
import datetime, sys
from sigcheck.cli import main
import sigcheck.facts.zone_names, sigcheck.linter, sigcheck.planned_send

class AnyMoment(type):
    def __instancecheck__(cls, value):
        return isinstance(value, datetime.datetime)

class Later(datetime.datetime, metaclass=AnyMoment):
    @classmethod
    def now(cls, tz=None):
        return datetime.datetime(2036, 2, 29, 3, 4, tzinfo=tz)

for name, module in list(sys.modules.items()):
    if name.startswith("sigcheck") and getattr(module, "datetime", None) is datetime.datetime:
        module.datetime = Later
main()
"""
"""A program that is sigcheck on a day years from now."""


@cache
def report(example: str) -> Report:
    return lint(ROOT / "examples" / example / "plan.yaml")


def pack_states(example):
    return {pack.key: pack.status for pack in report(example).packs}


def rules_that_found(example):
    return {result.code for result in report(example).results if result.findings}


def run(program, example):
    command = [sys.executable, *program, f"examples/{example}", "--format", "json"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(("example", "verdict", "status"), [("clean", "pass", 0), ("sinful", "fail", 1)])
def test_the_verdict_and_the_exit_status_of_an_example(example, verdict, status):
    assert (report(example).verdict, report(example).exit_status) == (verdict, status)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_as_large_as_a_real_campaign(example):
    assert 100 <= report(example).recipients <= 400


def test_the_clean_example_scores_100_with_every_rule_checked():
    assert (report("clean").score, report("clean").grade, report("clean").findings) == (100.0, "A", ())
    assert (report("clean").unchecked, report("clean").ignored) == ((), ())
    assert set(pack_states("clean").values()) == {"passed"}


def test_the_sinful_example_commits_all_ten_sins():
    states = pack_states("sinful")
    assert {key: states[key] for key in SINS} == dict.fromkeys(SINS, "failed")
    assert states["SIG"] == "failed"
    assert (report("sinful").grade, report("sinful").unchecked) == ("F", ())
    assert report("sinful").score < 20


def test_the_sinful_example_breaks_nearly_every_rule_that_can_be_broken_at_once():
    unbroken = {result.code for result in report("sinful").results} - rules_that_found("sinful")
    assert unbroken <= {
        "FRQ000",  # a history is named
        "FRQ006",  # an invitation, not a newsletter by purpose
        "DUP005",  # the history keeps people out
        "DUP006",  # one plan alone
        "REL001",  # a person sends it
        "SND001",  # acknowledged, though long ago
        "OPT005",  # fewer than 5,000 recipients
        "SIG006",  # there is a subject
    }


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("ORG001", "5 people at Rosenstein"),
        ("DAT004", "'FRANK' should read 'Frank'"),
        ("DAT005", "'Franky [I think]'"),
        ("DAT007", "'JÃ¼rgen' should read 'Jürgen'"),
        ("HTM003", "a hidden pixel"),
        ("REL002", "Chief Executive Officer"),
        ("HRS001", "02:30 New York time"),
        ("HRS002", "Memorial Day"),
        ("HRS004", "Monday at 08:30"),
        ("SND002", "the list changed from"),
        ("OPT003", "MD5"),
    ],
)
def test_the_sinful_example_shows_the_sins_as_they_are_known(code, message):
    found = [finding.message for finding in report("sinful").findings if finding.code == code]
    assert any(message.lower() in text.lower() for text in found), found


def test_the_first_time_example_is_incomplete_without_an_error():
    first = report("first-time")
    assert (first.verdict, first.exit_status) == ("incomplete", 3)
    assert not [finding for finding in first.findings if finding.severity == "error"]
    assert "failed" not in {pack_states("first-time")[key] for key in ("HTM", "ORG", "VAR", "DAT", "HRS")}


def test_the_first_time_example_says_what_to_add():
    remedies = {entry.reason: entry.remedy for entry in report("first-time").unchecked}
    keys = {
        "no history": "history:",
        "no suppression list": "suppress:",
        "no acknowledgement": "acknowledgement:",
        "no purpose": "purpose:",
    }
    assert keys.keys() <= remedies.keys()
    assert all(key in remedies[reason] for reason, key in keys.items())


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_never_ages(example):
    today, later = run(("-m", "sigcheck"), example), run(("-c", LATER), example)
    assert (today.returncode, today.stderr) == (report(example).exit_status, "")
    assert json.loads(today.stdout)["plans"][0]["score"] == report(example).score
    assert (later.returncode, later.stdout) == (today.returncode, today.stdout)


def test_the_files_of_the_examples_are_small_and_end_with_a_newline():
    files = [path for path in (ROOT / "examples").rglob("*") if path.is_file()]
    assert [path for path in files if path.stat().st_size > 500_000] == []
    assert [path for path in files if not path.read_bytes().endswith(b"\n")] == []
