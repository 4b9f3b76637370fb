"""Inputs that are nearly right, by hypothesis: each is read, or refused in lines that say where it is wrong."""

import gc
import tempfile
from pathlib import Path

import pytest
import yaml
from fuzz.seeds import PLAN
from fuzz.targets import read_a_message, read_a_plan
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nearly_right import damaged, lists, messages, with_slips, yaml_bytes

from sigcheck.cli import run as run_command
from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.errors import InputError
from sigcheck.plan import load_plan
from sigcheck.planned_send import load_planned_send
from sigcheck.rule import builtin_rules_folder, load_packs
from sigcheck.rule_examples import CLEAN_PLAN, CLEAN_RECIPIENTS, write_example

RULE = yaml.safe_load(
    (builtin_rules_folder() / "04-one-company-many-contacts" / "many-contacts.yaml").read_text("utf-8")
)
PACK = {"key": "OWN", "title": "Own", "points": 10, "summary": "Ours", "source": "Ours"}

SCHEDULES = {
    "timezone": st.sampled_from(("America/New_York", "Europe/Berlin", "Pacific/Apia", "Mars/Olympus", "utc", "")),
    "at": st.datetimes(),
    "start": st.sampled_from(("2026-12-01 09:10", "2026-10-25 02:30", "0001-01-01", "9999-12-31 23:59"))
    | st.datetimes(),
    "end": st.sampled_from(("2026-12-03 16:30", "2026-10-25 03:30", "2026-12-01", "9999-12-31 23:59")) | st.datetimes(),
    "per_hour": st.sampled_from((40, 1, 0, -1, 0.001, 1e308, "x")),
    "hours": st.sampled_from(("09:00-17:00", "17:00-09:00", "00:00-24:00", "09:00", "")),
    "column": st.sampled_from(("send at", "nowhere", "")),
    "repeat": st.sampled_from(
        (
            "FREQ=WEEKLY;BYDAY=MO;COUNT=4",
            "FREQ=SECONDLY",
            "FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2",
            "FREQ=DAILY;INTERVAL=0",
            "X",
        )
    ),
}
"""The keys of a schedule, with values that are right in some company and wrong in other."""


@settings(max_examples=100)
@given(yaml_bytes(yaml.safe_load(PLAN)))
def test_plans(data):
    read_a_plan(data)


@settings(max_examples=80)
@given(messages())
def test_messages(data):
    read_a_message(data)


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / ".git").mkdir()
        write_example({}, Path(made))
        yield Path(made)


def refusals(read):
    """Read something, and return the lines in which it was refused: each of them whole, and placed in a file."""
    try:
        read()
    except InputError as error:
        assert error.mistakes
        for mistake in error.mistakes:
            assert str(mistake).isprintable(), mistake
            assert mistake.file
            assert mistake.line is None or mistake.line > 0
        return error.mistakes
    return ()


def load(folder):
    engine = DuckDBEngine()
    try:
        load_planned_send(engine, load_plan(folder / "plan.yaml"))
    finally:
        engine.close()


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(lists())
def test_lists(folder, data):
    write_example({}, folder)
    (folder / "recipients.csv").write_bytes(data)
    assert all("recipients.csv" in mistake.file for mistake in refusals(lambda: load(folder)))


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.fixed_dictionaries({}, optional=SCHEDULES))
def test_schedules(folder, schedule):
    rows = (
        CLEAN_RECIPIENTS.replace("email,", "send at,email,")
        .replace("\ndana", "\n2026-12-01 09:10,dana")
        .replace("\nomar", "\nx,omar")
    )
    write_example({"recipients": rows}, folder)
    plan = {**CLEAN_PLAN, "message": "message.txt", "recipients": "recipients.csv", "schedule": schedule}
    (folder / "plan.yaml").write_text(yaml.safe_dump(plan), encoding="utf-8")
    assert all("plan.yaml" in mistake.file for mistake in refusals(lambda: load(folder)))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(yaml_bytes(RULE), with_slips(PACK).flatmap(lambda pack: damaged(yaml.safe_dump(pack).encode())), st.booleans())
def test_rules(folder, rule, pack, is_pack_whole):
    own = folder / "own"
    own.mkdir(exist_ok=True)
    (own / "pack.yaml").write_bytes(yaml.safe_dump(PACK).encode() if is_pack_whole else pack)
    (own / "rule.yaml").write_bytes(rule)
    refusals(lambda: load_packs([own]))


@pytest.mark.slow
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(
    yaml_bytes({**RULE, "code": "OWN001"}), lists(), messages(), with_slips({**CLEAN_PLAN, "message": "message.txt"})
)
def test_whole_runs(folder, capsys, rule, rows, message, plan):
    write_example({}, folder)
    own = folder / "own"
    own.mkdir(exist_ok=True)
    (own / "pack.yaml").write_text(yaml.safe_dump(PACK), encoding="utf-8")
    (own / "rule.yaml").write_bytes(rule)
    (folder / "recipients.csv").write_bytes(rows)
    (folder / "message.txt").write_bytes(message[1:])
    (folder / "plan.yaml").write_text(yaml.safe_dump({**plan, "recipients": "recipients.csv"}), encoding="utf-8")
    for arguments in ([], ["--rules", str(own), "--select", "OWN"]):
        status = ended(["check", str(folder), *arguments])
        printed = capsys.readouterr()
        assert status in (0, 1, 2, 3)
        assert "fault of sigcheck" not in printed.err, printed.err
        assert (status == 2) == bool(printed.err)
        assert all(line.isprintable() for line in printed.err.splitlines())


def ended(arguments):
    threshold = gc.get_threshold()
    try:
        return run_command(arguments)
    except SystemExit as exit_:
        return exit_.code
    finally:
        gc.set_threshold(*threshold)  # the command line sets its own
