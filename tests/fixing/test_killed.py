"""A run that is killed while it writes leaves every file whole: the old one or the new one, and nobody is lost."""

import os
import random
import signal
import time

import pytest

from sigcheck.fixing.carry_out import write_in_place
from sigcheck.fixing.run import Wishes, fix_plan

MOMENTS = 20


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_files_are_whole_whenever_the_run_is_killed(campaign):
    rows = "".join(f"p{number}@firm{number}.com,DANA,Firm{number}\n" for number in range(2000))
    plan = campaign(recipients=f"email,first name,company\ninfo@acme.com,Dana,Acme\n{rows}")
    folder = plan.parent
    old = contents(folder)
    fixed = fix_plan(plan, Wishes(unsafe=True))
    started = time.monotonic()
    write_in_place(fixed)
    duration = time.monotonic() - started
    new = contents(folder)
    assert new.keys() - old.keys() == {"excluded.csv"}
    chance = random.Random(20261122)
    cut_short = 0
    for _ in range(MOMENTS):
        restore(folder, old)
        _kill_while_writing(fixed, chance.uniform(0, 1.2 * duration))
        found = contents(folder)
        assert all(content in (old.get(name), new[name]) for name, content in found.items())
        assert b"info@acme.com" in found["recipients.csv"] + found.get("excluded.csv", b"")
        cut_short += found != new
    assert cut_short
    write_in_place(fix_plan(plan, Wishes(unsafe=True)))
    assert contents(folder) == new


def _kill_while_writing(fixed, after):
    child = os.fork()
    if child == 0:
        try:
            write_in_place(fixed)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def contents(folder):
    """Return the files that a user sees; what a killed run had staged under a hidden name is no harm."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def restore(folder, files):
    for path in folder.iterdir():
        path.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
