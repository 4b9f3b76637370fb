import json

import pytest

from sigcheck import InputError, Options, lint
from sigcheck.baseline import REASON, read_baseline, write_baseline

LIST = "email,first name,last name,company\ndana@acme.com,DANA,Lee,Acme\nomar@globex.com,OMAR,Diaz,Globex\n"
ONE_MORE = LIST.replace("dana@", "zoe@initech.com,ZOE,Ray,Initech\ndana@")
DAT004 = ("DAT004",)


@pytest.fixture
def known(campaign, tmp_path):
    """The baseline of two names in capitals."""
    path = tmp_path / "baseline.json"
    assert write_baseline(path, [lint(campaign(recipients=LIST), Options(select=DAT004))]) == 2
    return path


def check(plan, path, **options):
    return lint(plan, Options(select=DAT004, baseline=read_baseline(path), **options))


def test_what_was_there_is_set_aside_and_listed(known, tmp_path):
    report = check(tmp_path / "campaign" / "plan.yaml", known)
    assert (report.findings, report.score, report.packs[0].status) == ((), 100.0, "ignored")
    assert [(entry.reason, entry.findings, len(entry.listed)) for entry in report.ignored] == [(REASON, 2, 2)]


def test_only_what_is_new_is_told_and_counts_even_when_rows_move(known, campaign):
    report = check(campaign(recipients=ONE_MORE), known)
    assert [finding.row for finding in report.findings] == [2]
    assert (report.results[0].findings, report.results[0].affected) == (1, 1)


def test_the_file_holds_nobody(known):
    text = known.read_text(encoding="utf-8")
    assert not [word for word in ("dana", "DANA", "acme", "Lee") if word in text]


def test_another_plan_is_not_in_it(known, campaign):
    assert len(check(campaign("other", recipients=LIST), known).findings) == 2


def test_it_is_the_same_from_wherever_the_check_is_run(known, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path / "campaign")
    assert check("plan.yaml", known).findings == ()


def test_of_more_findings_than_are_listed_the_number_is_compared(campaign, tmp_path):
    def shouted(number):
        rows = "".join(f"p{row}@c{row}.com,ANNABEL,Lee\n" for row in range(number))
        return campaign(recipients=f"email,first name,last name\n{rows}")

    path = tmp_path / "baseline.json"
    assert write_baseline(path, [lint(shouted(1_100), Options(select=DAT004))]) == 1_100
    assert check(shouted(1_100), path).ignored[0].findings == 1_100
    assert check(shouted(1_101), path).results[0].findings == 1_101


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"version": 2, "plans": {}}', '{"version": 1, "plans": []}', "\0"]
)
def test_a_file_that_is_no_baseline_is_refused_in_one_line(tmp_path, content):
    path = tmp_path / "baseline.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"baseline\.json: is no baseline: write one with --write-baseline"):
        read_baseline(path)
    with pytest.raises(InputError, match="does not exist: check its path"):
        read_baseline(tmp_path / "missing.json")


def test_it_is_plain_json_in_a_stable_order(known, campaign, tmp_path):
    again = tmp_path / "again.json"
    write_baseline(again, [lint(tmp_path / "campaign" / "plan.yaml", Options(select=DAT004))])
    assert again.read_text(encoding="utf-8") == known.read_text(encoding="utf-8")
    assert list(json.loads(known.read_text(encoding="utf-8"))["plans"]) == ["campaign/plan.yaml"]
