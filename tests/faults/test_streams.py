"""Whatever becomes of what is printed, a run ends with a status of its own and one line at most."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="streams of a shell on Unix")]

QUICK = ("--select", "DAT013")
FULL = "sigcheck: standard output cannot be written: no space left on device\n"
needs_a_full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


@pytest.mark.parametrize("arguments", [("check", "campaign", *QUICK), ("rules",), ("--help",)])
def test_nobody_reads_what_is_printed(campaign, run_apart, arguments):
    campaign()
    reader, writer = os.pipe()
    os.close(reader)
    status, _, err = run_apart(*arguments, stdout=writer)
    os.close(writer)
    assert (status, err) == (141, "")


@needs_a_full_device
@pytest.mark.parametrize("arguments", [("check", "campaign", *QUICK), ("schema",)])
def test_the_disk_that_output_goes_to_is_full(campaign, run_apart, arguments):
    campaign()
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        assert run_apart(*arguments, stdout=full) == (2, None, FULL)


@needs_a_full_device
def test_what_goes_wrong_cannot_be_said(run_apart):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        assert run_apart("nowhere.yaml", stderr=full) == (2, "", None)


@pytest.mark.parametrize(("closed", "status"), [("<&-", 0), (">&-", 0), ("2>&-", 0), ("<&- >&- 2>&-", 0)])
def test_streams_that_are_closed_from_the_start(campaign, environment, tmp_path, closed, status):
    campaign()
    command = f'"$0" -m sigcheck check campaign {" ".join(QUICK)} --output report.json {closed}'
    shell = ["sh", "-c", command, sys.executable]
    ran = subprocess.run(shell, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (status, "")
    assert (tmp_path / "report.json").read_text(encoding="utf-8").startswith("{")


LOCALES = {
    "none": {"LC_ALL": "", "LANG": ""},
    "C": {"LC_ALL": "C"},
    "C, taken at its word": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "one that is not installed": {"LC_ALL": "xx_XX.ISO-8859-1"},
}


@pytest.mark.parametrize("locale", LOCALES)
def test_without_a_locale_files_and_pipes_get_utf_8(campaign, run_apart, environment, locale):
    campaign()
    status, out, err = run_apart("campaign", *QUICK, env={**environment, **LOCALES[locale]})
    assert (status, err) == (0, "")
    assert "Bad data  ████████████████████  10.0 / 10  passed" in out


def test_an_encoding_that_is_asked_for_is_kept_with_question_marks_for_what_it_lacks(campaign, run_apart, environment):
    campaign()
    status, out, err = run_apart("campaign", *QUICK, env={**environment, "PYTHONIOENCODING": "ascii"})
    assert (status, err) == (0, "")
    assert "Bad data  ????????????????????  10.0 / 10  passed" in out
