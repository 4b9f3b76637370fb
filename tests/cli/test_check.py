import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COLLEAGUES = "email,first name,company\ndana@acme.com,Dana,Acme\nomar@acme.com,Omar,Acme\n"


def sigcheck(*arguments, cwd):
    command = [sys.executable, "-m", "sigcheck", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("inputs", "options", "status"),
    [
        ({"history": "none"}, ["--select", "FRQ"], 0),
        ({"recipients": COLLEAGUES}, ["--select", "ORG001"], 1),
        ({}, ["--select", "FRQ001"], 3),
        ({"history": "none"}, ["--select", "FRQ", "--fail-under", "100"], 0),
        ({}, ["--select", "FRQ000", "--fail-under", "60"], 1),
        ({}, ["--select", "FRQ000", "--fail-on", "warning"], 1),
        ({}, ["--select", "FRQ", "--ignore", "FRQ000,FRQ001"], 0),
    ],
)
def test_the_exit_status_tells_the_verdict(campaign, tmp_path, inputs, options, status):
    ran = sigcheck(campaign(**inputs), *options, cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (status, "")


def test_check_is_the_command_that_runs_when_none_is_named(campaign, tmp_path):
    campaign(history="none")
    short, long = (sigcheck(*words, "campaign", "-q", cwd=tmp_path) for words in ([], ["check"]))
    assert short.stdout == long.stdout != ""
    assert short.stdout.startswith("campaign/plan.yaml: ")


def test_a_report_can_go_to_a_file_whole(campaign, tmp_path):
    ran = sigcheck(campaign(), "--format", "json", "--output", "report.json", cwd=tmp_path)
    assert ran.stdout == "campaign/plan.yaml: incomplete, score 83.6 (B)\n"
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["version"] == 1
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["report.json"]


def test_a_web_page_is_written_with_its_pictures_and_masked_where_asked(campaign, tmp_path):
    plan = campaign(recipients=COLLEAGUES + "dana@acme.com,Dana,Acme\n")
    for option, shown in (("--no-redact", "dana@acme.com"), ("--redact", "***@acme.com")):
        ran = sigcheck(plan, "--output", "report.html", option, cwd=tmp_path)
        assert ran.stderr == ""
        page = (tmp_path / "report.html").read_text(encoding="utf-8")
        assert "Sends by weekday and hour" in page
        assert f"{shown} is in the list 2 times" in page
        assert ("dana@acme.com" in page) == (option == "--no-redact")


def test_a_report_that_cannot_be_written_is_one_clear_line(campaign, tmp_path):
    ran = sigcheck(campaign(), "--output", "no/such/folder.txt", cwd=tmp_path)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "no/such/folder.txt: cannot be written" in ran.stderr


def test_one_broken_plan_does_not_hide_the_others(campaign, tmp_path):
    campaign("good")
    (campaign("bad").parent / "message.txt").unlink()
    ran = sigcheck("good", "bad", "-q", cwd=tmp_path)
    assert ran.returncode == 2
    assert ran.stdout.startswith("good/plan.yaml: ")
    assert ran.stderr.startswith("bad/message.txt: ")


def test_the_moment_of_the_check_can_be_given(campaign, tmp_path):
    plan = campaign(recipients=COLLEAGUES, plan={"ignore": [{"code": "ORG", "reason": "ok", "until": "2026-12-01"}]})
    assert sigcheck(plan, "--select", "ORG001", "--now", "2026-12-01", cwd=tmp_path).returncode == 0
    assert sigcheck(plan, "--select", "ORG001", "--now", "2026-12-02T00:00Z", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere.yaml"],
        ["."],
        ["campaign", "--select", "ABC"],
        ["campaign", "--rules", "nowhere"],
        ["campaign", "--format", "xml"],
        ["campaign", "--fail-under", "101"],
        ["campaign", "--now", "tomorrow"],
        ["--no-such-option"],
        ["check"],
    ],
)
def test_misuse_ends_in_status_2_without_a_traceback(campaign, tmp_path, arguments):
    campaign()
    if arguments == ["."]:
        tmp_path = tmp_path / "empty"
        tmp_path.mkdir()
    ran = sigcheck(*arguments, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.strip()
    assert "Traceback" not in ran.stderr


def test_version_and_help(tmp_path):
    assert sigcheck("--version", cwd=tmp_path).stdout.startswith("sigcheck, version ")
    help_text = sigcheck("--help", cwd=tmp_path).stdout
    assert "check" in help_text
    assert "acknowledge" in help_text
    options = sigcheck("check", "--help", cwd=tmp_path).stdout
    for option in ("--format", "--output", "--select", "--ignore", "--fail-on", "--fail-under", "--rules", "--now"):
        assert option in options


def test_heavy_libraries_wait_until_they_are_needed(tmp_path):
    code = "import sigcheck.linter, sigcheck.cli.check, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"holidays", "nameparser", "ftfy", "jinja2", "rapidfuzz", "email_validator", "publicsuffixlist", "dateutil"}
    assert heavy.isdisjoint(loaded)


def test_a_closed_pipe_is_no_traceback(campaign, tmp_path):
    command = f"{sys.executable} -m sigcheck {campaign()} | head -c 1"
    ran = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Traceback" not in ran.stderr


def test_nothing_is_left_behind(campaign, tmp_path):
    plan = campaign()
    before = sorted(path for path in tmp_path.rglob("*"))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "sigcheck", str(plan)]
    subprocess.run(
        command, cwd=plan.parent, capture_output=True, env={**os.environ, "TMPDIR": str(temporary)}, check=False
    )
    assert list(temporary.iterdir()) == []
    assert sorted(path for path in tmp_path.rglob("*") if path != temporary) == before


def test_paths_are_shown_from_where_one_stands(campaign, tmp_path):
    plan = campaign(recipients=COLLEAGUES)
    ran = sigcheck("plan.yaml", "--select", "ORG001", cwd=Path(plan).parent)
    assert "recipients.csv:2" in ran.stdout
    assert "campaign/recipients.csv" not in ran.stdout
