"""A run needs nothing of the machine but its files: no home, zones, writable folder, or clock that was set."""

import os
import re
from datetime import datetime, timezone

import pytest
from states import ordinary_user

from sigcheck import clock

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions and environments of Unix")

QUICK = ("check", "campaign", "--quiet", "--select", "DAT,HRS")

ENVIRONMENTS = {
    "empty": None,
    "no home, no zones": {"HOME": "", "XDG_CACHE_HOME": "", "SIGCHECK_CACHE_DIR": "", "PYTHONTZPATH": ""},
    "a home, a zone and programs that are not there": {
        "HOME": "/proc/nowhere",
        "XDG_CACHE_HOME": "",
        "SIGCHECK_CACHE_DIR": "",
        "TZ": "Mars/Olympus",
        "PATH": "/proc/nowhere",
    },
}


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_whatever_the_environment(campaign, run_apart, environment, temporary, name):
    campaign()
    changed = ENVIRONMENTS[name]
    own = {} if changed is None else {key: value for key, value in {**environment, **changed}.items() if value}
    ran = run_apart(*QUICK, env={"TMPDIR": str(temporary), **own})
    assert ran == (0, "campaign/plan.yaml: pass, score 100.0 (A)\n", "")
    assert list(temporary.iterdir()) == []


WRITING = {
    "check": (*QUICK, "--output", "campaign/report.html"),
    "brief": ("brief", "campaign/plan.yaml", "--output", "campaign/brief.md"),
    "acknowledge": ("acknowledge", "campaign/plan.yaml", "--as", "ana.ruiz@northwind.com"),
    "fix": ("fix", "campaign/plan.yaml", "--write"),
    "init": ("init", "campaign/new", "--yes"),
}


@pytest.mark.parametrize("name", WRITING)
def test_a_folder_that_may_only_be_read(in_folder, campaign, run, name):
    plan = {"acknowledgement": "plan.ack.yaml"} if name == "acknowledge" else {}
    folder = campaign(recipients="email,first name\ndana@acme.com,DANA\n", plan=plan).parent
    before = {path: path.read_bytes() for path in folder.iterdir()}
    folder.chmod(0o555)
    with ordinary_user():
        ran = run(*WRITING[name])
    folder.chmod(0o755)
    assert (ran.status, len(ran.err.splitlines())) == (2, 1), ran
    assert re.search("campaign/.*cannot be (written|made): .*permission", ran.err)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_nowhere_to_keep_temporary_files(campaign, run, in_folder, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", "/proc/nowhere")
    campaign()
    reason = "no temporary folder can be made (no such file or directory): set TMPDIR to a folder that can be written"
    assert run(*QUICK) == (2, "", f"sigcheck: {reason}\n")


class Unset(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime(1970, 1, 1, 0, 3, tzinfo=tz)


@pytest.fixture
def unset_clock(monkeypatch):
    monkeypatch.setattr(clock, "datetime", Unset)


@pytest.mark.parametrize("command", [QUICK, WRITING["acknowledge"], WRITING["init"]], ids=lambda command: command[0])
def test_a_clock_that_was_never_set(campaign, run, in_folder, unset_clock, command):
    plan = campaign(plan={"acknowledgement": "plan.ack.yaml", "now": None})
    text = "the clock of this computer says 1970-01-01: set it, or say with --now when to check as of"
    assert run(*command) == (2, "", f"sigcheck: {text}\n")
    assert {path.name for path in plan.parent.iterdir()} == {"plan.yaml", "recipients.csv", "message.txt"}


def test_a_clock_is_not_asked_where_the_moment_is_given(campaign, run, in_folder, unset_clock):
    campaign(plan={"now": None})
    assert run(*QUICK, "--now", "2026-11-30 12:00").status == 0


def test_the_present_is_in_utc_without_a_zone():
    now = datetime.now(timezone.utc).replace(tzinfo=None)
    assert abs((clock.utc_now() - now).total_seconds()) < 60
