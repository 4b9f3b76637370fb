"""Bad input ends in one clear line on standard error that names file and cause, status 2, and no traceback."""

import os
import subprocess
import sys

import duckdb
import pytest
import yaml

from sigcheck.cli import main


@pytest.fixture
def run(in_folder, capsys):
    def check(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return ended.value.code, capsys.readouterr()

    return check


def broken(campaign, run, change):
    plan = campaign()
    change(plan.parent)
    status, printed = run("campaign")
    assert (status, printed.out) == (2, "")
    return printed.err.splitlines()


CASES = {
    "a missing message": (
        lambda folder: (folder / "message.txt").unlink(),
        "campaign/message.txt: does not exist",
    ),
    "a missing list": (
        lambda folder: (folder / "recipients.csv").unlink(),
        "campaign/recipients.csv: does not exist",
    ),
    "a folder for the list": (
        lambda folder: ((folder / "recipients.csv").unlink(), (folder / "recipients.csv").mkdir()),
        "campaign/recipients.csv: is a folder",
    ),
    "a folder for the message": (
        lambda folder: ((folder / "message.txt").unlink(), (folder / "message.txt").mkdir()),
        "campaign/message.txt: is a folder",
    ),
    "an empty list": (
        lambda folder: (folder / "recipients.csv").write_bytes(b""),
        "campaign/recipients.csv: is empty",
    ),
    "a list of only a header": (
        lambda folder: (folder / "recipients.csv").write_text("email,company\n"),
        "campaign/recipients.csv: has a header but no recipients",
    ),
    "a list whose rows are all ragged": (
        lambda folder: (folder / "recipients.csv").write_text("email,company\na\n"),
        "campaign/recipients.csv: has no row that can be read: the first one (line 2)",
    ),
    "a list without addresses": (
        lambda folder: (folder / "recipients.csv").write_text("name,company\nAna,Acme\n"),
        "campaign/recipients.csv:1: no column of e-mail addresses was recognised among 'name', 'company'",
    ),
    "a list without a header": (
        lambda folder: (folder / "recipients.csv").write_text("ana@acme.com,Acme\nkim@initech.com,Initech\n"),
        "campaign/recipients.csv",
    ),
    "a picture for the list": (
        lambda folder: (folder / "recipients.csv").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        "campaign/recipients.csv: is not text but an image",
    ),
    "a picture for the message": (
        lambda folder: (folder / "message.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        "campaign/message.txt",
    ),
    "an empty message": (
        lambda folder: (folder / "message.txt").write_bytes(b""),
        "campaign/message.txt",
    ),
    "broken YAML": (
        lambda folder: (folder / "plan.yaml").write_text("sender: {name: Ana\nmessage: x\n"),
        "campaign/plan.yaml:",
    ),
    "a plan that is a list": (
        lambda folder: (folder / "plan.yaml").write_text("- a\n- b\n"),
        "campaign/plan.yaml:1:1:",
    ),
    "an empty plan": (
        lambda folder: (folder / "plan.yaml").write_text(""),
        "campaign/plan.yaml: holds nothing",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_clear_line(campaign, run, case):
    change, expected = CASES[case]
    (line,) = broken(campaign, run, change)
    assert line.startswith(expected), line


def use(folder, **changes):
    plan = yaml.safe_load((folder / "plan.yaml").read_text())
    plan.update({key: yaml.safe_load(value) for key, value in changes.items()})
    (folder / "plan.yaml").write_text(yaml.safe_dump(plan))


FILES = {
    "an eml without a body": ("message", "mail.eml", b"Subject: Hi\r\nFrom: a@b.com\r\n\r\n", "has no body"),
    "a message of an unknown kind": ("message", "mail.docx", b"PK\x03\x04", "mail.docx"),
    "an Excel file named csv": ("recipients", "list.csv", b"PK\x03\x04xl/workbook.xml", "list.csv"),
    "a broken Excel file": ("recipients", "list.xlsx", b"PK\x03\x04nothing", "list.xlsx"),
    "a broken Parquet file": ("recipients", "list.parquet", b"PAR1 nothing PAR1", "list.parquet"),
    "a list of an unknown kind": ("recipients", "list.pdf", b"%PDF-1.7", "list.pdf"),
    "a history without times": ("history", "sent.csv", b"email\na@b.com\n", "has no column of send times"),
    "a history of names": (
        "history",
        "sent.csv",
        b"to,date\nKim Olsen,2026-11-20\n",
        "has no address in its column 'to'",
    ),
    "a history without addresses": ("history", "sent.csv", b"when\n2026-01-01\n", "has no column of addresses"),
    "opt-outs of no known column": ("suppress", "[out.csv]", b"a,b\n1,2\n", "has no column of addresses, digests"),
    "an acknowledgement of something else": ("acknowledgement", "ack.yaml", b"x: 1\n", "has no list 'acknowledged'"),
}


@pytest.mark.parametrize("case", FILES)
def test_one_clear_line_for_each_kind_of_file(campaign, run, case):
    key, name, content, expected = FILES[case]

    def change(folder):
        (folder / name.strip("[]")).write_bytes(content)
        use(folder, **{key: name})

    (line,) = broken(campaign, run, change)
    assert line.startswith(f"campaign/{name.strip('[]')}"), line
    assert expected in line


def test_numbers_for_times_are_told(campaign, run):
    def change(folder):
        sent = duckdb.sql("SELECT 'a@b.com' AS email, CAST(1795166000 AS BIGINT) AS sent_at")
        sent.write_parquet(str(folder / "sent.parquet"))
        use(folder, history="sent.parquet")

    (line,) = broken(campaign, run, change)
    assert line == "campaign/sent.parquet: its column 'sent_at' holds no times but BIGINT: export it with times"


def test_a_history_pattern_that_fits_nothing_says_how_to_say_so(campaign, run):
    (line,) = broken(campaign, run, lambda folder: use(folder, history="[sent/*.parquet]"))
    assert line.startswith("campaign/plan.yaml:")
    assert "fits no file; write 'history: none'" in line


def test_a_column_of_the_plan_that_the_list_lacks_is_named_with_those_it_has(campaign, run):
    change = "{file: recipients.csv, columns: {company: Account}}"
    (line,) = broken(campaign, run, lambda folder: use(folder, recipients=change))
    assert "has no column 'Account'" in line
    assert "'first name'" in line


def test_a_column_of_send_times_that_the_list_lacks_is_named(campaign, run):
    def change(folder):
        use(folder, schedule="{timezone: America/New_York, column: when}")

    (line,) = broken(campaign, run, change)
    assert "the list has no column 'when' of send times" in line


def test_every_mistake_of_a_plan_is_told_at_once(campaign, run):
    def change(folder):
        (folder / "plan.yaml").write_text(
            "sender: {name: Ana, email: nobody}\nmessage: message.txt\nrecipents: recipients.csv\n"
            "schedule: {timezone: Mars/Base, at: 2026-12-01 10:07}\n"
        )

    lines = broken(campaign, run, change)
    assert len(lines) == 4
    assert any("recipents: is not a key of a plan (did you mean recipients?)" in line for line in lines)
    assert any(line.startswith("campaign/plan.yaml:4:") and "'Mars/Base' is not a time zone" in line for line in lines)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a thing of Unix")
def test_a_pipe_for_a_file_does_not_hang(campaign, run):
    def change(folder):
        (folder / "recipients.csv").unlink()
        os.mkfifo(folder / "recipients.csv")

    (line,) = broken(campaign, run, change)
    assert line.startswith("campaign/recipients.csv")


def test_names_that_would_steer_a_terminal_are_printed_plain(run, in_folder):
    status, printed = run("\x1b[31m.yaml")
    assert status == 2
    assert "\x1b" not in printed.err


def test_acknowledging_a_plan_that_names_no_file_says_what_to_add(campaign, run):
    campaign()
    status, printed = run("acknowledge", "campaign/plan.yaml", "--as", "ana.ruiz@northwind.com")
    assert status == 2
    assert "add 'acknowledgement: plan.ack.yaml'" in printed.err


def test_a_stranger_cannot_acknowledge(campaign, run):
    use(campaign().parent, acknowledgement="plan.ack.yaml")
    status, printed = run("acknowledge", "campaign/plan.yaml", "--as", "someone@else.com")
    assert status == 2
    assert "'someone@else.com' is not a sender of this plan: it has ana.ruiz@northwind.com" in printed.err


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_folder_whose_name_is_no_text_ends_in_one_line(campaign, tmp_path):
    odd = tmp_path / os.fsdecode(b"k\xe4se")
    campaign().parent.rename(odd)
    command = [sys.executable, "-m", "sigcheck", odd / "plan.yaml"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.splitlines() == ["k se/plan.yaml: has a file or folder name that is not UTF-8: rename it"]
