"""A disk without room ends a run in one line that says what to do; nothing is half written, and nothing left behind."""

import sys

import duckdb
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files")]

NO_ROOM = (
    "needs more room for temporary files than there is: make it simpler, set TMPDIR to a folder on a disk with more, "
    "or allow more memory with --memory-limit\n"
)

NO_MEMORY = "needs more memory than it may use: make it simpler, or allow more with --memory-limit\n"

SPILLING = (
    "{code: OWN002, name: spilling, severity: note, deduct: 1, per: send, message: m, help: h, why: w, source: s,\n"
    "query: 'SELECT row FROM (SELECT range AS row, md5(CAST(range AS VARCHAR)) || md5(CAST(-range AS VARCHAR)) AS m\n"
    "  FROM range(1000000)) ORDER BY m LIMIT 1 OFFSET 900000'}\n"
)


def at_most(size):
    """Return what lets no file of a process that is about to start grow beyond `size` bytes, as a full disk would."""
    import resource

    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (("check", "campaign", "--select", "DAT", "--output", "report.html"), "report.html"),
        (("brief", "campaign/plan.yaml", "--output", "brief.md"), "brief.md"),
        (("acknowledge", "campaign/plan.yaml", "--as", "ana.ruiz@northwind.com"), "campaign/plan.ack.yaml"),
        (("fix", "campaign/plan.yaml", "--write", "--unsafe"), "recipients.csv"),
        (("fix", "campaign/plan.yaml", "--output", "fixed"), "recipients.csv"),
        (("init", "new", "--yes"), "new/"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_full_disk_leaves_all_as_it_was(campaign, run_apart, temporary, tmp_path, arguments, file):
    plan = {"acknowledgement": "plan.ack.yaml"} if arguments[0] == "acknowledge" else {}
    rows = "".join(f"p{number}@firm{number}.com,DANA,Firm{number}\n" for number in range(30))
    campaign(recipients=f"email,first name,company\n{rows}", plan=plan)
    before = contents(tmp_path)
    status, out, err = run_apart(*arguments, preexec_fn=at_most(100))
    assert (status, len(err.splitlines())) == (2, 1), err
    assert file in err
    assert "cannot be written: file too large" in err
    assert "Wrote" not in out
    assert contents(tmp_path) == before
    assert list(temporary.iterdir()) == []


def test_a_rule_that_spills_more_than_the_disk_holds(campaign, run_apart, temporary, slow_rules):
    campaign()
    (slow_rules / "slow.yaml").write_text(SPILLING, encoding="utf-8")
    arguments = ("campaign", "--rules", slow_rules, "--select", "OWN002", "--memory-limit", "100MB")
    status, _, err = run_apart(*arguments, preexec_fn=at_most(1_000_000))
    assert (status, err.count("\n")) == (2, 1)
    # DuckDB 1 asks for the memory that it could not free, and tells of that.
    said = (NO_ROOM, NO_MEMORY) if duckdb.__version__.startswith("1.") else (NO_ROOM,)
    assert err.endswith(tuple(f"OWN002: query: {cause}" for cause in said))
    assert list(temporary.iterdir()) == []


def test_what_plans_tell_each_other_has_no_room(campaign, run_apart, temporary):
    campaign("one")
    campaign("two")
    status, out, err = run_apart("one", "two", "--quiet", "--jobs", "1", preexec_fn=at_most(100))
    assert (status, out) == (2, "")
    assert err.endswith(NO_ROOM)
    assert err.count("\n") == 1
    assert list(temporary.iterdir()) == []
