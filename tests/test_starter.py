import csv
from datetime import datetime

import pytest

from sigcheck import InputError, Options, lint, load_plan
from sigcheck.acknowledge import write_acknowledgement
from sigcheck.plan.section import Purpose
from sigcheck.starter import Answers, write_starter

NOW = datetime(2026, 3, 4, 12)
ANSWERS = Answers(
    name="Spring visit",
    sender_name="Maya Okafor",
    sender_email="maya.okafor@proseware.com",
    sender_title="Account Executive",
    purpose="meeting-request",
    audience="prospects",
    timezone="America/Chicago",
    postal_address="480 Pecan Street, Austin, TX 78701",
    opt_out_owner="privacy@proseware.com",
)
FULL = ANSWERS._replace(relevance="Both run a warehouse.", history="none", suppress="none")


def checked(folder):
    return lint(folder / "plan.yaml", Options(now=NOW))


def found(report, severity):
    return [finding.code for finding in report.findings if finding.severity == severity]


def test_what_is_left_is_the_senders_word_and_what_the_user_did_not_say(tmp_path):
    write_starter(tmp_path, ANSWERS, NOW)
    report = checked(tmp_path)
    assert found(report, "error") == ["SND001"]
    assert found(report, "warning") == ["FRQ000", "DUP005", "OPT006"]
    assert found(report, "note") == ["SIG008"]


def test_with_all_answers_only_the_senders_word_is_missing_and_then_nothing(tmp_path):
    write_starter(tmp_path, FULL, NOW)
    assert [finding.code for finding in checked(tmp_path).findings] == ["SND001"]
    write_acknowledgement(tmp_path / "plan.yaml", "maya.okafor@proseware.com", NOW)
    report = checked(tmp_path)
    assert (report.verdict, report.score, report.findings) == ("pass", 100.0, ())


@pytest.mark.parametrize(
    "purpose", [one for one in Purpose.__args__ if one not in ("promotion", "newsletter", "internal-update")]
)
def test_no_purpose_starts_with_an_error_but_the_senders_word(tmp_path, purpose):
    write_starter(tmp_path, FULL._replace(purpose=purpose), NOW)
    assert found(checked(tmp_path), "error") == ["SND001"]


def test_what_was_not_said_is_not_claimed(tmp_path):
    write_starter(tmp_path, ANSWERS, NOW)
    plan = load_plan(tmp_path / "plan.yaml")
    assert (plan.history, plan.suppress, plan.relevance) == (None, None, None)


def test_what_was_said_is_in_the_plan(tmp_path):
    write_starter(tmp_path, FULL._replace(history="sent.csv", suppress="out.csv"), NOW)
    plan = load_plan(tmp_path / "plan.yaml")
    assert (plan.name, plan.purpose, plan.audience) == ("Spring visit", "meeting-request", "prospects")
    assert (plan.sender.name, plan.sender.email, plan.sender.title) == (
        "Maya Okafor",
        "maya.okafor@proseware.com",
        "Account Executive",
    )
    assert (plan.history, plan.suppress[0].file) == (("sent.csv",), "out.csv")
    assert (plan.opt_out.owner, plan.relevance) == ("privacy@proseware.com", "Both run a warehouse.")
    assert plan.schedule.timezone == "America/Chicago"


@pytest.mark.parametrize("day", range(1, 15))
def test_the_window_lies_some_days_ahead_and_in_the_midst_of_a_week(tmp_path, day):
    now = datetime(2026, 3, day, 23)
    write_starter(tmp_path, ANSWERS, now)
    schedule = load_plan(tmp_path / "plan.yaml").schedule
    assert (schedule.start.isoweekday(), schedule.end.isoweekday()) == (2, 4)
    assert 2 <= (schedule.start - now).days <= 10


@pytest.mark.parametrize(
    "text", ['Q3: "push" #2', "no", "2026-01-02", "{a}", "'", "- x", "9:30", "Ünïted", "1e5", "0x1F"]
)
def test_any_name_reads_back_as_it_was_given(tmp_path, text):
    write_starter(tmp_path, FULL._replace(name=text, sender_name=text, relevance=text), NOW)
    plan = load_plan(tmp_path / "plan.yaml")
    assert (plan.name, plan.sender.name, plan.relevance) == (text, text, text)
    with (tmp_path / "recipients.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["owner"] for row in csv.DictReader(stream)] == [text, text]


def test_example_recipients_are_nobody(tmp_path):
    write_starter(tmp_path, ANSWERS, NOW)
    with (tmp_path / "recipients.csv").open(encoding="utf-8", newline="") as stream:
        domains = {row["email"].partition("@")[2] for row in csv.DictReader(stream)}
    assert domains == {"example.com", "example.org"}


def test_nothing_is_written_where_one_file_exists(tmp_path):
    (tmp_path / "message.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"message\.txt: exists already"):
        write_starter(tmp_path, ANSWERS, NOW)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("message.txt", "mine")]


def test_files_are_written_over_where_that_is_forced(tmp_path):
    (tmp_path / "message.txt").write_text("mine", encoding="utf-8")
    written = write_starter(tmp_path, ANSWERS, NOW, force=True)
    assert sorted(path.name for path in written) == ["message.txt", "plan.ack.yaml", "plan.yaml", "recipients.csv"]
    assert (tmp_path / "message.txt").read_text(encoding="utf-8").startswith("Subject: ")


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be made"):
        write_starter(tmp_path / "file" / "send", ANSWERS, NOW)
