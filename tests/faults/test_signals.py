"""A signal ends a run in one line, with 128 + its number, wherever it is, and nothing is left behind."""

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from sigcheck import signals

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc what a process heeds")

ALL = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def wait_until_it_heeds(process):
    """Wait until the process has set up its own handling of signals: before that, Python and the system decide."""
    mask = 1 << (signal.SIGTERM - 1)
    while process.poll() is None:
        lines = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii").splitlines()
        caught = next((line.split()[1] for line in lines if line.startswith("SigCgt:")), "0")
        if int(caught, 16) & mask:
            return
        time.sleep(0.001)


@pytest.mark.slow
@pytest.mark.parametrize("number", ALL)
def test_at_any_moment_of_a_run(campaign, start, temporary, tmp_path, number):
    campaign("campaign")
    started = time.monotonic()
    whole = start("campaign", "--output", "report.html")
    whole.communicate(timeout=120)
    length = time.monotonic() - started
    for _ in range(2):
        (tmp_path / "report.html").unlink(missing_ok=True)
        process = start("campaign", "--output", "report.html")
        wait_until_it_heeds(process)
        time.sleep(random.uniform(0, length))
        process.send_signal(number)
        _, err = process.communicate(timeout=120)
        if process.returncode != whole.returncode:  # else it was done before
            assert (process.returncode, err) == (128 + number, f"sigcheck: ended by {number.name}\n")
        assert list(temporary.iterdir()) == []
        assert {path.name for path in tmp_path.iterdir()} <= {"campaign", "temporary", "report.html"}
        if (tmp_path / "report.html").exists():
            assert (tmp_path / "report.html").read_text(encoding="utf-8").rstrip().endswith("</html>")


@pytest.mark.parametrize("number", ALL)
def test_in_the_middle_of_a_query_that_would_take_hours(campaign, start, temporary, slow_rules, number):
    campaign("campaign")
    process = start("campaign", "--rules", slow_rules, "--select", "OWN001")
    while not list(temporary.iterdir()):  # what the engine may spill into is there
        time.sleep(0.01)
    time.sleep(random.uniform(0.5, 1.5))
    process.send_signal(number)
    process.send_signal(number)  # impatience changes nothing
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (128 + number, "", f"sigcheck: ended by {number.name}\n")
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", ALL)
def test_processes_that_share_the_work_end_too(campaign, start, temporary, number):
    for name in ("one", "two"):
        campaign(name)
    process = start("one", "two", "--jobs", "2", start_new_session=True)
    wait_until_it_heeds(process)
    time.sleep(random.uniform(0, 3))
    os.killpg(process.pid, number)  # as a terminal does, to all of them at once
    _, err = process.communicate(timeout=120)
    if process.returncode in (128 + number, -number):  # else it was done before
        assert err == f"sigcheck: ended by {number.name}\n"
    wait_until_none_is_left(process.pid)
    assert list(temporary.iterdir()) == []


def test_processes_that_share_the_work_end_when_the_first_is_killed(campaign, start, slow_rules):
    for name in ("one", "two"):
        campaign(name)
    process = start("one", "two", "--jobs", "2", "--rules", slow_rules, "--select", "OWN001", start_new_session=True)
    while len(processes_of(process.pid)) < 4:  # two workers, and what multiprocessing cleans up with
        time.sleep(0.05)
    time.sleep(1)
    process.kill()
    process.communicate(timeout=120)
    wait_until_none_is_left(process.pid)


def processes_of(session):
    """Return the processes of a session that still run."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its_session = status.read_text(encoding="utf-8").rpartition(")")[2].split()[:4]
        except (OSError, ValueError):  # gone meanwhile
            continue
        if int(its_session) == session and state != "Z":
            found.append(status)
    return found


def wait_until_none_is_left(session):
    until = time.monotonic() + 20
    while processes_of(session):
        assert time.monotonic() < until, "processes are left"
        time.sleep(0.05)


def test_a_signal_that_whoever_started_it_had_ignored_is_ignored(campaign, start):
    campaign("campaign")
    process = start("campaign", "--select", "DAT", preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    wait_until_it_heeds(process)
    process.send_signal(signal.SIGHUP)
    _, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, "")


@pytest.mark.parametrize("number", ALL)
def test_inside_of_a_callback_that_no_error_gets_out_of(start, number):
    """The main thread waits afterwards, for a lock that nobody will release."""
    lines = [
        "import signal, threading, weakref",
        "from sigcheck.signals import Ended, heed_signals, received_signal",
        "class Owned: pass",
        "heed_signals()",
        "owned = Owned()",
        f"callback = weakref.ref(owned, lambda _: signal.raise_signal({int(number)}))",
        "lock = threading.Lock(); lock.acquire()",
        "try: del owned; lock.acquire()",
        "except Ended: print(received_signal().name)",
    ]
    process = start(args=[sys.executable, "-c", "\n".join(lines)])
    assert process.communicate(timeout=60) == (f"{number.name}\n", "")


def test_no_signal_was_received_where_none_was_heeded():
    assert signals.received_signal() is None
