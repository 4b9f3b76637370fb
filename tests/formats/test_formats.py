import os
import subprocess
import sys
from pathlib import Path

import pytest
from reports import finding, report, written

from sigcheck import lint
from sigcheck.formats import SHARED, format_of

COLLEAGUES = "email,first name,company\ndana@acme.com,DANA,Acme\nomar@acme.com,Omar,Äcme GmbH\nkim@x;y\n"
WINDOWS = "email,first name,company\njurgen@acme.com,Jürgen,Müller & Söhne\nomar@acme.com,OMAR,Müller & Söhne\n"
FORMATS = ("csv", "github", "gitlab", "junit", "markdown", "sarif")


def sigcheck(*arguments, cwd):
    environment = {key: value for key, value in os.environ.items() if key not in ("CI", "GITHUB_STEP_SUMMARY")}
    command = [sys.executable, "-m", "sigcheck", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False)


@pytest.fixture(autouse=True)
def no_summary(monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def test_the_same_input_gives_the_same_text(campaign, in_folder):
    plan = campaign(recipients=COLLEAGUES)
    first, second = lint(plan), lint(plan)
    for name in FORMATS:
        assert written(name, first) == written(name, second) != written(name, report(finding()))


def test_umlauts_of_a_windows_1252_list_come_out_whole(campaign, in_folder):
    plan = campaign(recipients=WINDOWS)
    (plan.parent / "recipients.csv").write_bytes(WINDOWS.encode("windows-1252"))
    found = lint(plan)
    for name in FORMATS:
        assert "Müller" in written(name, found)


def test_one_check_writes_several_formats_and_masks_those_that_others_read(campaign, tmp_path):
    plan = campaign(recipients=COLLEAGUES)
    files = ("r.sarif", "r.md", "r.xml", "r.csv")
    options = [option for file in files for option in ("--output", file)]
    ran = sigcheck(plan, *options, "--no-redact", cwd=tmp_path)
    assert ran.returncode == 1, ran.stderr
    assert all("DANA" in (tmp_path / file).read_text(encoding="utf-8") for file in files)
    sigcheck(plan, *options, cwd=tmp_path)
    masked = {file for file in files if "DANA" not in (tmp_path / file).read_text(encoding="utf-8")}
    assert masked == {file for file in files if format_of(Path(file)) in SHARED} == {"r.sarif", "r.md", "r.xml"}


def test_the_last_format_is_printed_where_the_others_have_files(campaign, tmp_path):
    plan = campaign(recipients=COLLEAGUES)
    ran = sigcheck(plan, "--format", "markdown", "--output", "r.md", "--format", "csv", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert ran.stdout.startswith(b"\xef\xbb\xbfplan,code,")
    assert (tmp_path / "r.md").read_text(encoding="utf-8").startswith("## ")
